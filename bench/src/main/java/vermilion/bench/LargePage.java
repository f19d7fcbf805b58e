package vermilion.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vermilion.bench.LargeBench.Ask;
import vermilion.bench.LargeBench.Found;

/// What a run found of large records, as docs/benchmarks-store.md shows it.
final class LargePage {
  private static final double OPEN_MILLIS = 20;
  private static final double TODAY_MILLIS = 30;
  private static final double WORKLIST_MILLIS = 200;
  private static final double MEGABYTES = 512;

  private final List<Found> all;
  private final Found largest;

  LargePage(List<Found> all) {
    this.all = all;
    this.largest = all.getLast();
  }

  /// What the largest record says of the targets.
  List<Outcome> outcomes() {
    var of = String.format(Locale.ROOT, "%,d episodes: ", largest.episodes());
    var outcomes = new ArrayList<Outcome>();
    outcomes.add(outcome(of + "opening one, the first time", Ask.OPEN_COLD, OPEN_MILLIS));
    outcomes.add(outcome(of + "Today, the first time", Ask.TODAY_COLD, TODAY_MILLIS));
    outcomes.add(
        outcome(
            of + String.format(Locale.ROOT, "worklist of %,d", largest.listed()),
            Ask.WORKLIST,
            WORKLIST_MILLIS));
    var most = largest.memory().most();
    outcomes.add(
        new Outcome(
            of + "most memory that the server ever held",
            "at most 512 MB",
            String.format(Locale.ROOT, "%.0f MB", most),
            most <= MEGABYTES));
    return outcomes;
  }

  private Outcome outcome(String what, Ask ask, double target) {
    var times = largest.of(ask);
    return new Outcome(
        what,
        String.format(Locale.ROOT, "at most %.0f ms", target),
        String.format(Locale.ROOT, "%.1f ms (99 of 100: %.1f)", times.median(), times.p99()),
        times.median() <= target);
  }

  /// The text behind the targets.
  String text() {
    return intro()
        + table()
        + "\n![How times and memory grow with the number of episodes](img/store-growth.svg)\n"
        + rebuild()
        + paper();
  }

  private static String intro() {
    return String.format(
        Locale.ROOT,
        """
        ## How it is measured

        A SQLite file is filled through the real journal: each event in its codec, sealed under its patient's key, chained and synced; each worklist line folded from its episode. One
        episode in ten is active and has %d events, nearly all of them a full check-in; one in a hundred waits for a human. The nine in ten that are finished have %d events each. An active
        episode's events were written in four parts, each after all episodes had the one before, so that they lie apart in the file. Episode ids are drawn; event ids are not, to fill
        the file in time; nothing that is measured reads their index.

        Then `./vermilion serve` runs over it with the memory that the launcher gives every clinic, and is asked over HTTP on loopback, one question after the other, by wall clock; in
        brackets, 99 of 100 answers. "The first time": the file was taken out of the machine's cache before the start, and the server has never seen that episode. Today is what the patient's page asks
        for with her own token. Beside each stands a bare SELECT of the same rows on one connection: sealed bytes, nothing decided. A busy machine slows all of them.
        The cards of those who wait are opened in the background by the first round of the server's alert clock, in the first seconds after a start; every look after that opens what has changed.

        """,
        LargeStore.ACTIVE_EVENTS,
        LargeStore.FINISHED_EVENTS);
  }

  private String table() {
    var text = new StringBuilder("| milliseconds |");
    for (var found : all) {
      text.append(String.format(Locale.ROOT, " %,d episodes |", found.episodes()));
    }
    text.append("\n|---|").append("---|".repeat(all.size())).append('\n');
    for (var ask : Ask.values()) {
      text.append("| ").append(ask.words()).append(" |");
      for (var found : all) {
        var times = found.of(ask);
        text.append(String.format(Locale.ROOT, " %.1f (%.1f) |", times.median(), times.p99()));
      }
      text.append('\n');
    }
    row(text, "lines on the worklist", found -> String.format(Locale.ROOT, "%,d", found.listed()));
    row(text, "MB of the server, idle after the start", found -> mb(found.memory().idle()));
    row(text, "MB, idle after all questions", found -> mb(found.memory().now()));
    row(text, "MB, the most it ever held", found -> mb(found.memory().most()));
    row(text, "MB of the file", found -> String.format(Locale.ROOT, "%,.0f", found.fileMb()));
    row(
        text,
        "seconds to fill it",
        found -> String.format(Locale.ROOT, "%,.0f", found.fillSeconds()));
    return text.toString();
  }

  private interface Cell {
    String of(Found found);
  }

  private void row(StringBuilder text, String what, Cell cell) {
    text.append("| ").append(what).append(" |");
    for (var found : all) {
      text.append(' ').append(cell.of(found)).append(" |");
    }
    text.append('\n');
  }

  private static String mb(double megabytes) {
    return String.format(Locale.ROOT, "%.0f", megabytes);
  }

  private String rebuild() {
    var text = new StringBuilder("\n## Every line against the record\n\n");
    text.append("`rebuild --check` reads and folds every episode and compares its line; all were");
    text.append(" equal. Beside it, a bare SELECT\nof every event's and every line's bytes.\n\n");
    text.append("| episodes | `rebuild --check` | bare SELECT | episodes a second |\n");
    text.append("|---|---|---|---|\n");
    for (var found : all) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %,d | %.1f s | %.1f s | %,.0f |%n",
              found.episodes(),
              found.rebuild(),
              found.walk(),
              found.episodes() / found.rebuild()));
    }
    return text.toString();
  }

  /// Nothing of this was measured but the bytes of an event.
  private String paper() {
    var events =
        LargeStore.active(largest.episodes()) * (long) LargeStore.ACTIVE_EVENTS
            + (largest.episodes() - LargeStore.active(largest.episodes()))
                * (long) LargeStore.FINISHED_EVENTS;
    var bytes = largest.fileMb() * 1e6 / events;
    var patientKb = 40 * bytes * 1.5 / 1e3;
    return String.format(
            Locale.ROOT,
            """

            ## On paper: 100 million patients on PostgreSQL

            **An estimate, not a measurement.** Every key of the schema begins with the clinic and no question crosses clinics, so the shard is chosen by the clinic and every statement stays
            on one node. 100 million patients are treated within a year, 40 events each.

            | what | arithmetic | comes to |
            |---|---|---|
            | bytes an event, measured here, with episode, key, head, line and indexes | %,.0f MB / %,d events | %,.0f B |
            | bytes a patient on PostgreSQL | 40 events x %,.0f B x 1.5 for row headers and half-full index pages | %.0f kB |
            | all patients of a year | 100,000,000 x %.0f kB | %.1f TB |
            """,
            largest.fileMb(),
            events,
            bytes,
            bytes,
            patientKb,
            patientKb,
            patientKb / 10)
        + nodes(patientKb / 10);
  }

  private static String nodes(double terabytes) {
    var nodes = Math.ceil(terabytes / 0.5);
    return String.format(
        Locale.ROOT,
        """
        | events a year | 100,000,000 x 40 | 4,000,000,000 |
        | events a day | 4,000,000,000 / 365 | 11,000,000 |
        | events a second, mean | 11,000,000 / 86,400 | 127 |
        | events a second, at a peak ten times as high | 127 x 10 | 1,270 |
        | nodes by writes, at 1,000 durable check-ins a second each | 1,270 / 1,000 | 2 |
        | nodes by size, at 500 GB each | %.1f TB / 0.5 TB | %.0f |
        | rows a node | 4,000,000,000 / %.0f | %,.0f million |
        | lines of the worklist that wait at once, one active patient in ten, 4 weeks active | 100,000,000 x 28 / 365 / 10 | 770,000 over all clinics |

        Size decides, not load. A standby for each node doubles them. What is not on this paper: photos, many years, and a clinic that is larger than a node.
        """,
        terabytes,
        nodes,
        nodes,
        4_000 / nodes);
  }
}
