package vermilion.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vermilion.episode.EventCodec;
import vermilion.json.Fields;
import vermilion.protocol.Order;
import vermilion.protocol.OrderCheck;

/// The file of `--order`: the same JSON in which an order is signed over HTTP.
///
/// @param json the file
/// @param order what it means
record OrderFile(JsonFile json, Order order) {

  /// What came of reading it.
  sealed interface Reading {
    /// It is an order, inside the limits or not.
    record Read(OrderFile order) implements Reading {}

    /// It is not; everything that is wrong.
    record Broken(List<Complaint> complaints) implements Reading {}
  }

  /// Reads a file.
  static Reading read(Path file) {
    return switch (JsonFile.read(file, "{\"practitioner\":...")) {
      case JsonFile.Reading.Broken(List<Complaint> complaints) -> new Reading.Broken(complaints);
      case JsonFile.Reading.Read(JsonFile json) -> read(json);
    };
  }

  private static Reading read(JsonFile json) {
    List<Fields.Problem> problems = new ArrayList<>();
    Fields fields = Fields.of(json.object(), problems);
    Order order = EventCodec.readOrder(fields);
    fields.noOthers();
    return problems.isEmpty()
        ? new Reading.Read(new OrderFile(json, order))
        : new Reading.Broken(json.complaints(problems));
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
        json.place(path),
        limit
            + " is "
            + (broken.value().isBlank() ? "empty" : broken.value())
            + ", allowed "
            + broken.allowed()
            + ". "
            + broken.sentence());
  }
}
