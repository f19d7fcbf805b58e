package vermilion.patient;

import vermilion.json.Fields;
import vermilion.json.Json;

/// The clinic as its patients meet it.
///
/// @param name what it is called
/// @param emergencyLine the number that is answered day and night
/// @param secondNumber the number to try next
/// @param emergencyNumber the emergency number of the country
/// @param departmentName the nearest emergency department or partner clinic
/// @param departmentAddress where that is
/// @param use the id of the intended use that the clinic declares (docs/intended-purpose.md)
/// @param demo whether it is the demonstration clinic
public record TreatingClinic(
    String name,
    String emergencyLine,
    String secondNumber,
    String emergencyNumber,
    String departmentName,
    String departmentAddress,
    String use,
    boolean demo) {

  /// The one use in which a patient sees what her own answers come to.
  public static final String MONITORING = "monitoring";

  private static final int TEXT_CHARS = 200;

  /// Whether a patient of this clinic is shown a level of her own. In any other use, and in one
  /// that is not known, she is not.
  public boolean showsLevels() {
    return use.equals(MONITORING);
  }

  /// All of it, for a phone.
  Json.Obj json() {
    return Json.object()
        .put("name", name)
        .put("emergencyLine", emergencyLine)
        .put("secondNumber", secondNumber)
        .put("emergencyNumber", emergencyNumber)
        .put("departmentName", departmentName)
        .put("departmentAddress", departmentAddress)
        .put("use", use)
        .put("demo", demo)
        .build();
  }

  static TreatingClinic read(Fields in) {
    return new TreatingClinic(
        in.text("name", TEXT_CHARS),
        in.text("emergencyLine", TEXT_CHARS),
        in.text("secondNumber", TEXT_CHARS),
        in.text("emergencyNumber", TEXT_CHARS),
        in.text("departmentName", TEXT_CHARS),
        in.text("departmentAddress", TEXT_CHARS),
        in.text("use", TEXT_CHARS),
        in.flag("demo", false));
  }

  /// Whom to call and where to go.
  Json.Obj contacts() {
    return Json.object()
        .put("name", name)
        .put("emergencyLine", emergencyLine)
        .put("secondNumber", secondNumber)
        .put("emergencyNumber", emergencyNumber)
        .put(
            "emergencyDepartment",
            Json.object().put("name", departmentName).put("address", departmentAddress).build())
        .build();
  }
}
