package vermilion.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import vermilion.bench.PhoneBench.Found;
import vermilion.bench.PhoneBench.Visit;

/// What a run found of the patient's phone, as docs/benchmarks-phone.md shows it.
final class PhonePage {
  private static final int FIRST_KB = 150;
  private static final int LATER_KB = 10;
  private static final int COLD_MILLIS = 2_500;
  private static final int REPEAT_MILLIS = 500;
  private static final double TRIAGE_MILLIS = 0.5;

  private final Found found;

  PhonePage(Found found) {
    this.found = found;
  }

  /// What was promised, and what it is.
  List<Outcome> outcomes() {
    var outcomes = new ArrayList<Outcome>();
    var first = sum(found.files()) / 1e3;
    outcomes.add(
        new Outcome(
            "First load: every file of the app, gzipped",
            "at most " + FIRST_KB + " kB",
            String.format(Locale.ROOT, "%.1f kB", first),
            first <= FIRST_KB));
    outcomes.add(
        spread("A later load, in all", LATER_KB, "kB", visit -> visit.repeatBytes() / 1e3));
    outcomes.add(
        spread("The page that asks her date of birth stands", COLD_MILLIS, "ms", Visit::door));
    outcomes.add(spread("Her day stands, the first time", COLD_MILLIS, "ms", Visit::cold));
    outcomes.add(spread("Her day stands, the next time", REPEAT_MILLIS, "ms", Visit::repeat));
    outcomes.add(triage("this machine", found.triageMillis()));
    outcomes.add(triage("the slowed phone", found.slowMillis()));
    return outcomes;
  }

  private static Outcome triage(String where, double millis) {
    return new Outcome(
        "An answer triaged and decided by the core in Chromium, on " + where,
        "at most " + TRIAGE_MILLIS + " ms in the median",
        String.format(Locale.ROOT, "%.2f ms", millis),
        millis <= TRIAGE_MILLIS);
  }

  private Outcome spread(String what, int most, String unit, ToDoubleFunction<Visit> of) {
    var sorted = sorted(of);
    var median = median(of);
    return new Outcome(
        what,
        "at most " + most + " " + unit,
        String.format(
            Locale.ROOT,
            "%.1f %s (%.1f to %.1f)",
            median,
            unit,
            sorted[0],
            sorted[sorted.length - 1]),
        median <= most);
  }

  private static int sum(Map<String, Integer> bytes) {
    return bytes.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// The text behind the targets.
  String text() {
    var text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                """
                ## How it is measured

                `./vermilion demo` runs; its first patient's link is opened in Chromium at 390 x 844, the CPU slowed %d times, each request waiting %d ms, the network carrying %d kbit/s.
                A clinic's link asks her date of birth first: that page, with what to do when worried, is the first that she can use, on a browser that has never seen a link of hers.
                The links of the demonstration ask nothing; by one of them, the first time: a browser that has never seen the link, until the page with her day and its four places is in the document, counted from the start of the navigation.
                The next time: a new tab of the same browser, the app kept by its worker, her record by the sealed store. What a later load costs is all that the page fetched in its first
                six seconds, heads and answers about her with it. The limit below the first time is the network's own: %d ms for each turn, and a kilobyte takes %.0f ms.

                Until the phone could triage by itself, with all files kept for a time without a network, the first visit took %.1f s in the median: the core is the largest part, and nothing
                waits for it; until then the clinic's server answers.

                """,
                PhoneBench.SLOWER,
                PhoneBench.LATENCY_MILLIS,
                PhoneBench.KILOBITS,
                PhoneBench.LATENCY_MILLIS,
                8_000.0 / PhoneBench.KILOBITS,
                median(Visit::ready) / 1e3));
    table(text, "file of the app", found.files());
    table(text, "answer about her", found.answers());
    return text.toString();
  }

  private double median(ToDoubleFunction<Visit> of) {
    var sorted = sorted(of);
    return sorted[sorted.length / 2];
  }

  private double[] sorted(ToDoubleFunction<Visit> of) {
    return found.visits().stream().mapToDouble(of).sorted().toArray();
  }

  private static void table(StringBuilder text, String head, Map<String, Integer> bytes) {
    text.append("| " + head + " | bytes, gzipped |\n|---|---|\n");
    bytes.forEach(
        (name, size) -> text.append(String.format(Locale.ROOT, "| `%s` | %,d |\n", name, size)));
    text.append(String.format(Locale.ROOT, "| in all | %,d |\n\n", sum(bytes)));
  }
}
