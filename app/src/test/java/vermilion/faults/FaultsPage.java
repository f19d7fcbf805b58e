package vermilion.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;

/// Writes docs/faults.md from the results of the last long runs.
final class FaultsPage {

  private static final String TOP =
      """
      # Under fire

      Written by `./build faults`; never edited by hand. Why it is built so: [decision 18](decisions/0018-a-clinic-under-fire.md).

      Each run is a clinic at work: patients with a phone or two each and staff speak HTTP with `vermilion serve`, which runs as a process of its own from a signed and proved
      protocol, while it is killed, frozen, cut off, starved of disk, and told the wrong time. Clients do as phones do: what gets no answer is sent again under the same id. Afterwards a process that
      remembers nothing reads the record and `verify` walks every chain. Then what everybody was told is compared with what is there: every acknowledged event once, at the place that was acknowledged, with the body
      that was sent, none before one that was acknowledged before it was sent; nothing that nobody sent; what got no answer once or not at all; times that never go back; every worklist line and
      all that the server shows equal to a fresh fold of the episodes, and `rebuild --check` of the same mind.

      `./build faults -Dseed=17` repeats a run: the same people, harm and lengths. How threads and processes interleave no seed decides. Five seeds run in every `./build`: three on a file, two on a database. Recovery that needs a new server hangs on how busy the machine is (see the load average).

      """;

  private static final String WORDS =
      """

      *Recovery* is the time from the harm (once it is there) to the answer of the first write that was sent since and newly accepted: it holds the length of the harm, the start of a new server where one is needed, and the
      pause that a client makes before it tries again. *Unanswered* are tries under way meanwhile that got no answer, or one that says nothing about their fate.

      """;

  private static final String HEAD =
      """
      | fault | times | lasted, ms | recovery, ms: median | 90 of 100 | longest | unanswered |
      |---|---|---|---|---|---|---|
      """;

  private FaultsPage() {}

  /// Writes the page and its plots.
  static void write(Path docs, String load) {
    StringBuilder page = new StringBuilder(TOP);
    page.append(Machine.table(load));
    try {
      for (String store : List.of("SQLite", "PostgreSQL")) {
        String id = store.toLowerCase(Locale.ROOT);
        List<ResultFile.Row> rows = new ResultFile(docs.resolve("faults-" + id + ".tsv")).rows();
        if (!rows.isEmpty()) {
          Map<FaultKind, List<RunResult.Blow>> blows = byKind(rows);
          Map<FaultKind, Spread> recovered = new EnumMap<>(FaultKind.class);
          blows.forEach(
              (kind, all) -> recovered.put(kind, spread(all, RunResult.Blow::recoveredMillis)));
          String plot = "faults-" + id + ".svg";
          Files.writeString(docs.resolve("img").resolve(plot), RecoveryPlot.of(store, recovered));
          page.append(section(store, rows, blows)).append(WORDS);
          page.append("![From a fault to the next acknowledged write](img/" + plot + ")\n");
        }
      }
      Files.writeString(docs.resolve("faults.md"), page);
    } catch (IOException e) {
      throw new UncheckedIOException(docs.toString(), e);
    }
  }

  private static Map<FaultKind, List<RunResult.Blow>> byKind(List<ResultFile.Row> rows) {
    Map<FaultKind, List<RunResult.Blow>> blows = new EnumMap<>(FaultKind.class);
    for (ResultFile.Row row : rows) {
      for (RunResult.Blow blow : row.blows()) {
        blows.computeIfAbsent(blow.kind(), _ -> new ArrayList<>()).add(blow);
      }
    }
    return blows;
  }

  private static Spread spread(List<RunResult.Blow> all, ToLongFunction<RunResult.Blow> of) {
    return new Spread(all.stream().map(blow -> of.applyAsLong(blow)).toList());
  }

  private static String section(
      String store, List<ResultFile.Row> rows, Map<FaultKind, List<RunResult.Blow>> blows) {
    StringBuilder out = new StringBuilder("\n## " + store + "\n\n| | |\n|---|---|\n");
    out.append("| runs: seeds | " + rows.size() + ": " + seeds(rows) + " |\n");
    count(out, "faults", sum(rows, row -> row.blows().size()));
    count(out, "events acknowledged", sum(rows, row -> row.tries().acknowledged()));
    count(out, "tries that were not the first", sum(rows, row -> row.tries().retried()));
    count(out, "tries without a telling answer", sum(rows, row -> row.tries().unanswered()));
    count(out, "**lost** (or changed, or at another place)", sum(rows, ResultFile.Row::lost));
    count(out, "**doubled** (or sent by nobody)", sum(rows, ResultFile.Row::doubled));
    count(out, "**chains broken** (or a time that goes back)", sum(rows, ResultFile.Row::broken));
    count(
        out,
        "anything else that was not as told: a stale line or view, a run that broke off",
        sum(rows, ResultFile.Row::other));
    Spread lasted = new Spread(rows.stream().map(ResultFile.Row::millis).toList());
    count(out, "a run, milliseconds in the median", lasted.percentile(50));
    out.append("\n").append(HEAD);
    blows.forEach((kind, all) -> out.append(line(kind, all)));
    return out.toString();
  }

  /// The seeds in words; some may have been left out.
  private static String seeds(List<ResultFile.Row> rows) {
    StringBuilder words = new StringBuilder();
    long first = rows.getFirst().seed();
    long last = first;
    for (ResultFile.Row row : rows) {
      if (row.seed() > last + 1) {
        words.append(range(first, last)).append(", ");
        first = row.seed();
      }
      last = row.seed();
    }
    return words.append(range(first, last)).toString();
  }

  private static String range(long first, long last) {
    return first == last ? Long.toString(first) : first + " to " + last;
  }

  private static void count(StringBuilder out, String what, long count) {
    out.append(String.format(Locale.ROOT, "| %s | %,d |%n", what, count));
  }

  private static long sum(List<ResultFile.Row> rows, ToLongFunction<ResultFile.Row> of) {
    return rows.stream().mapToLong(of).sum();
  }

  private static String line(FaultKind kind, List<RunResult.Blow> all) {
    Spread recovered = spread(all, RunResult.Blow::recoveredMillis);
    return String.format(
        Locale.ROOT,
        "| %s | %d | %,d | %,d | %,d | %,d | %,d |%n",
        kind.words(),
        all.size(),
        spread(all, RunResult.Blow::lastedMillis).percentile(50),
        recovered.percentile(50),
        recovered.percentile(90),
        recovered.percentile(100),
        all.stream().mapToLong(RunResult.Blow::unanswered).sum());
  }
}
