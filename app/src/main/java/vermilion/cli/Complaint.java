package vermilion.cli;

import java.util.List;
import vermilion.json.Json;

/// One thing that is wrong with what a command was given.
///
/// @param place `file:line:column`, or the option
/// @param message the value and what was expected
record Complaint(String place, String message) {

  /// Says all of them on standard error: a line each, or one JSON object.
  static void tell(List<Complaint> complaints, boolean asJson, Terminal terminal) {
    if (asJson) {
      terminal.say(
          Json.object()
              .put("errors", new Json.Arr(complaints.stream().<Json>map(Complaint::json).toList()))
              .build()
              .text());
    } else {
      complaints.forEach(complaint -> terminal.say(complaint.toString()));
    }
  }

  private Json.Obj json() {
    return Json.object().put("place", place).put("message", message).build();
  }

  @Override
  public String toString() {
    return place + ": " + message;
  }
}
