package vermilion.cli;

import java.nio.file.Path;
import java.util.List;
import vermilion.json.Fields;
import vermilion.json.Json;
import vermilion.json.JsonText;

/// A file that holds one JSON object, whose mistakes are told by line and column.
///
/// @param file where it lies
/// @param text what it says
/// @param object what it holds
record JsonFile(Path file, String text, Json.Obj object) {

  /// What came of reading it.
  sealed interface Reading {
    /// It holds an object.
    record Read(JsonFile file) implements Reading {}

    /// It does not; what is wrong.
    record Broken(List<Complaint> complaints) implements Reading {}
  }

  /// Reads a file.
  ///
  /// @param wanted how the object begins, for whoever wrote something else
  static Reading read(Path file, String wanted) {
    return switch (TextFile.of(file)) {
      case TextFile.Unreadable unreadable -> new Reading.Broken(List.of(unreadable.why()));
      case TextFile.Read(String text) ->
          switch (JsonText.read(text)) {
            case JsonText.Reading.Value(Json.Obj object) ->
                new Reading.Read(new JsonFile(file, text, object));
            case JsonText.Reading.Value _ ->
                broken(file, text, 0, "found no object, expected " + wanted);
            case JsonText.Reading.Broken broken ->
                broken(
                    file,
                    text,
                    Math.min(broken.offset(), text.length()),
                    "this is not JSON, expected " + broken.expected());
          };
    };
  }

  private static Reading broken(Path file, String text, int offset, String message) {
    return new Reading.Broken(
        List.of(new Complaint(file + ":" + JsonPlaces.place(text, offset), message)));
  }

  /// `file:line:column` of the member at a path.
  String place(String path) {
    return file + ":" + JsonPlaces.place(text, JsonPlaces.offsetOf(text, path));
  }

  /// What is wrong with members of the object, each at its place.
  List<Complaint> complaints(List<Fields.Problem> problems) {
    return problems.stream()
        .map(problem -> new Complaint(place(problem.field()), problem.sentence()))
        .toList();
  }
}
