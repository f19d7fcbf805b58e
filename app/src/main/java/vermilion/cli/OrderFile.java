package vermilion.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vermilion.episode.EventCodec;
import vermilion.json.Fields;
import vermilion.json.Json;
import vermilion.json.JsonText;
import vermilion.protocol.Order;
import vermilion.protocol.OrderCheck;

/// The file of `--order`: the same JSON in which an order is signed over HTTP.
///
/// @param file where it lies
/// @param text what it says
/// @param order what it means
record OrderFile(Path file, String text, Order order) {

  /// What came of reading it.
  sealed interface Reading {
    /// It is an order, inside the limits or not.
    record Read(OrderFile order) implements Reading {}

    /// It is not; everything that is wrong.
    record Broken(List<Complaint> complaints) implements Reading {}
  }

  /// Reads a file.
  static Reading read(Path file) {
    return switch (TextFile.of(file)) {
      case TextFile.Unreadable unreadable -> new Reading.Broken(List.of(unreadable.why()));
      case TextFile.Read read ->
          switch (JsonText.read(read.text())) {
            case JsonText.Reading.Value(Json.Obj object) -> read(file, read.text(), object);
            case JsonText.Reading.Value _ ->
                broken(file, read.text(), 0, "found no object, expected {\"practitioner\":...");
            case JsonText.Reading.Broken broken ->
                broken(
                    file,
                    read.text(),
                    Math.min(broken.offset(), read.text().length()),
                    "this is not JSON, expected " + broken.expected());
          };
    };
  }

  private static Reading read(Path file, String text, Json.Obj object) {
    List<Fields.Problem> problems = new ArrayList<>();
    Fields fields = Fields.of(object, problems);
    Order order = EventCodec.readOrder(fields);
    fields.noOthers();
    OrderFile read = new OrderFile(file, text, order);
    return problems.isEmpty()
        ? new Reading.Read(read)
        : new Reading.Broken(
            problems.stream()
                .map(problem -> new Complaint(read.place(problem.field()), problem.sentence()))
                .toList());
  }

  private static Reading broken(Path file, String text, int offset, String message) {
    return new Reading.Broken(
        List.of(new Complaint(file + ":" + JsonPlaces.place(text, offset), message)));
  }

  /// A limit that the order breaks, at its place in the file.
  Complaint complaint(OrderCheck.Broken broken) {
    String limit = broken.limit();
    String path =
        switch (limit) {
          case "practitioner", "massage" -> limit;
          case "filler" -> "massage";
          default -> "massage." + limit;
        };
    return new Complaint(
        place(path),
        limit
            + " is "
            + (broken.value().isBlank() ? "empty" : broken.value())
            + ", allowed "
            + broken.allowed()
            + ". "
            + broken.sentence());
  }

  private String place(String path) {
    return file + ":" + JsonPlaces.place(text, JsonPlaces.offsetOf(text, path));
  }
}
