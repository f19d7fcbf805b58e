package vermilion.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// The results of many runs, a line each, so that the page can be written from them again.
record ResultFile(Path file) {

  private static final String HEAD =
      "seed\tmilliseconds\tacknowledged\tretried\tunanswered\tlost\tdoubled\tbroken\tother\tfaults";

  /// What was counted in one run.
  ///
  /// @param lost acknowledged and not there, or not as it was acknowledged
  /// @param doubled there twice, or there though nobody sent it
  /// @param broken chains that are not whole
  /// @param other anything else that is not as it was told
  record Row(
      long seed,
      long millis,
      Tries tries,
      long lost,
      long doubled,
      long broken,
      long other,
      List<RunResult.Blow> blows) {
    Row {
      blows = List.copyOf(blows);
    }
  }

  /// How often clients tried.
  record Tries(long acknowledged, long retried, long unanswered) {}

  static Row row(RunResult result) {
    long lost =
        result.count(
            Finding.Kind.LOST,
            Finding.Kind.WRONG_PLACE,
            Finding.Kind.CHANGED,
            Finding.Kind.OUT_OF_ORDER);
    long doubled = result.count(Finding.Kind.DOUBLED, Finding.Kind.PHANTOM);
    long broken =
        result.count(Finding.Kind.CHAIN_BROKEN, Finding.Kind.HOLE, Finding.Kind.TIME_GOES_BACK);
    return new Row(
        result.seed(),
        result.millis(),
        new Tries(result.acknowledged(), result.retried(), result.unanswered()),
        lost,
        doubled,
        broken,
        result.findings().size() - lost - doubled - broken,
        result.blows());
  }

  /// Begins the file anew.
  void begin() {
    write(HEAD + "\n", StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
  }

  /// Adds a run.
  void add(Row row) {
    List<String> blows = new ArrayList<>();
    for (RunResult.Blow blow : row.blows()) {
      blows.add(
          blow.kind()
              + ":"
              + blow.lastedMillis()
              + ":"
              + blow.recoveredMillis()
              + ":"
              + blow.unanswered());
    }
    List<Object> columns = new ArrayList<>();
    columns.addAll(List.of(row.seed(), row.millis()));
    Tries tries = row.tries();
    columns.addAll(List.of(tries.acknowledged(), tries.retried(), tries.unanswered()));
    columns.addAll(List.of(row.lost(), row.doubled(), row.broken(), row.other()));
    columns.add(String.join(" ", blows));
    write(
        String.join("\t", columns.stream().map(Object::toString).toList()) + "\n",
        StandardOpenOption.APPEND);
  }

  private void write(String text, StandardOpenOption... options) {
    try {
      Files.writeString(file, text, options);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  /// All runs; none where there is no file.
  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    try {
      if (Files.isRegularFile(file)) {
        for (String line : Files.readAllLines(file)) {
          if (!line.equals(HEAD)) {
            rows.add(read(line.split("\t", -1)));
          }
        }
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  private static Row read(String[] columns) {
    List<RunResult.Blow> blows = new ArrayList<>();
    for (String blow : columns[9].split(" ", -1)) {
      String[] parts = blow.split(":", -1);
      if (parts.length == 4) {
        FaultKind kind = FaultKind.valueOf(parts[0]);
        blows.add(new RunResult.Blow(kind, number(parts[1]), number(parts[2]), number(parts[3])));
      }
    }
    return new Row(
        number(columns[0]),
        number(columns[1]),
        new Tries(number(columns[2]), number(columns[3]), number(columns[4])),
        number(columns[5]),
        number(columns[6]),
        number(columns[7]),
        number(columns[8]),
        blows);
  }

  private static long number(String text) {
    return Long.parseLong(text);
  }
}
