package vermilion.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Gathers what a run found and writes docs/benchmarks.md.
final class BenchmarksPage {
  private static final String FORKS = "the forks | `" + String.join(" ", Forks.OPTIONS) + "`";

  private final double loadBefore = load();
  private final int rounds;
  private final List<Outcome> outcomes = new ArrayList<>();
  private final StringBuilder body = new StringBuilder();

  BenchmarksPage(int rounds) {
    this.rounds = rounds;
  }

  void add(Outcome outcome) {
    outcomes.add(outcome);
  }

  void add(String text) {
    body.append(text);
  }

  void write(Path file) throws IOException {
    Files.writeString(file, text());
  }

  /// The whole page.
  String text() {
    return """
    # Benchmarks

    Written by `./build bench`; never edited by hand. Ratios can be trusted more than absolute figures, and are of one run: a figure in brackets is the least and
    the most of the rounds, the one before it their median. The proof has a page of its own, [benchmarks-proof.md](benchmarks-proof.md): how long it takes, how that grows, and
    what it and the DMN analyser of KIE find of the same faults. So have check-ins through HTTP: [benchmarks-http.md](benchmarks-http.md),
    a record of a million episodes: [benchmarks-store.md](benchmarks-store.md), and the patient's phone: [benchmarks-phone.md](benchmarks-phone.md).

    """
        + machine(FORKS)
        + "\n## Targets\n\n"
        + targets()
        + "\n"
        + body;
  }

  /// The page about the proof: without targets and rounds of forks.
  String proofText() {
    return "# The proof, measured\n\nWritten by `./build bench proof`; never edited by hand.\n\n"
        + machine(FORKS)
        + "\n"
        + body;
  }

  /// The page about check-ins through HTTP.
  String httpText() {
    return "# Durable check-ins through HTTP\n\nWritten by `./build bench http`; never edited by hand.\n\n"
        + machine("the server | as `./vermilion` gives them")
        + "\n## Targets\n\n"
        + targets()
        + "\n"
        + body;
  }

  /// The page about large records: with targets, without rounds of forks.
  String storeText() {
    return "# Large records, measured\n\nWritten by `./build bench large`; never edited by hand.\n\n"
        + machine("the server | as `./vermilion` gives them")
        + "\n## Targets\n\n"
        + targets()
        + "\n"
        + body;
  }

  /// The page about a slow phone in a bad network.
  String phoneText() {
    return "# The patient's phone, measured\n\nWritten by `./build bench phone`; never edited by hand.\n\n"
        + machine("the server | as `./vermilion` gives them")
        + "\n## Targets\n\n"
        + targets()
        + "\n"
        + body;
  }

  private String machine(String options) {
    var runtime = Runtime.version();
    return String.format(
        Locale.ROOT,
        """
        | | |
        |---|---|
        | measured on | %s, in %d rounds |
        | cores | %d%s |
        | JDK | %s %s |
        | JVM options of %s |
        | processes that wanted a core (load average) | %.1f before, %.1f after |
        """,
        LocalDate.now(ZoneOffset.UTC),
        rounds,
        Runtime.getRuntime().availableProcessors(),
        processor(),
        System.getProperty("java.vendor.version", ""),
        runtime,
        options,
        loadBefore,
        load());
  }

  private String targets() {
    var text = new StringBuilder("| what | target | measured | met |\n|---|---|---|---|\n");
    for (var outcome : outcomes) {
      text.append("| " + outcome.what())
          .append(" | " + outcome.target())
          .append(" | " + outcome.figure())
          .append(" | " + (outcome.met() ? "yes" : "**no**") + " |\n");
    }
    return text.toString();
  }

  private static String processor() {
    var file = Path.of("/proc/cpuinfo");
    try {
      if (Files.isReadable(file)) {
        for (var line : Files.readAllLines(file)) {
          if (line.startsWith("model name")) {
            return " of " + line.substring(line.indexOf(':') + 1).strip();
          }
        }
      }
      return "";
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + file, e);
    }
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}
