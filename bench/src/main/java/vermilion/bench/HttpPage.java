package vermilion.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// What a run found of check-ins through HTTP, as docs/benchmarks-http.md shows it.
final class HttpPage {
  private static final double TARGET = 0.40;
  private static final double STRETCH = 0.50;

  private final HttpBench.Found found;

  HttpPage(HttpBench.Found found) {
    this.found = found;
  }

  /// What it says of the target, a line for each number of patients.
  List<Outcome> outcomes() {
    var outcomes = new ArrayList<Outcome>();
    for (var count : HttpBench.PATIENTS) {
      var share = share(new HttpBench.Kind(HttpBench.Way.HTTP, count), count);
      var who = count == 1 ? "1 patient" : count + " patients at once";
      outcomes.add(
          new Outcome(
              "Durable check-ins through HTTP, " + found.name() + ", " + who,
              "at least 40 % of the bare rows (stretch 50 %)",
              percent(share) + (share.median() >= STRETCH ? ", the stretch too" : ""),
              share.median() >= TARGET));
    }
    return outcomes;
  }

  /// All tables of one database.
  String text() {
    return "## " + found.name() + "\n\n" + rates() + "\n" + costs() + "\n" + profile();
  }

  private String rates() {
    var text = new StringBuilder("| patients at once | bare rows | p50 | p99 | through HTTP |");
    text.append(" p50 | p99 | share |\n|---|---|---|---|---|---|---|---|\n");
    for (var kind : httpKinds()) {
      var bare = new HttpBench.Kind(HttpBench.Way.BARE, kind.patients());
      text.append("| " + name(kind))
          .append(" | " + row(bare))
          .append(" | " + row(kind))
          .append(" | **" + percent(share(kind, kind.patients())) + "** |\n");
    }
    return text.toString();
  }

  private String row(HttpBench.Kind kind) {
    return Figures.whole(of(kind, ClosedLoop.Lap::perSecond), "/s").replace(" /s", "/s")
        + " | "
        + millis(of(kind, ClosedLoop.Lap::p50Micros))
        + " | "
        + millis(of(kind, ClosedLoop.Lap::p99Micros));
  }

  private String costs() {
    var text =
        new StringBuilder("| CPU time for each check-in | bare rows: writers and database |");
    text.append(" through HTTP: server | its database | the client beside it |");
    text.append(" share by CPU, client left out |\n|---|---|---|---|---|---|\n");
    for (var kind : httpKinds()) {
      var bare = new HttpBench.Kind(HttpBench.Way.BARE, kind.patients());
      text.append("| " + name(kind))
          .append(" | " + micros(of(bare, HttpPage::work)))
          .append(" | " + micros(of(kind, lap -> lap.cpuMicros().get(0))))
          .append(" | " + micros(of(kind, lap -> lap.cpuMicros().get(2))))
          .append(" | " + micros(of(kind, lap -> lap.cpuMicros().get(1))))
          .append(" | " + percent(cpuShare(kind)) + " |\n");
    }
    return text.toString();
  }

  private String profile() {
    var lap = found.profile().lap();
    var server = lap.cpuMicros().get(0);
    var virtualMachine = new double[2];
    var all = 0.0;
    for (var thread : found.profile().threads().entrySet()) {
      all += thread.getValue();
      if (thread.getKey().startsWith("C1 Comp") || thread.getKey().startsWith("C2 Comp")) {
        virtualMachine[0] += thread.getValue();
      } else if (thread.getKey().startsWith("VM Thread") || thread.getKey().startsWith("GC ")) {
        virtualMachine[1] += thread.getValue();
      }
    }
    var java = 1 - (virtualMachine[0] + virtualMachine[1]) / all;
    var text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "Where the server's CPU goes with %d patients at once: %,d samples, %.0f µs for each"
                + " check-in.%n%n| part | share | µs |%n|---|---|---|%n",
            HttpBench.SOME,
            found.profile().parts().size(),
            server));
    for (var part : CpuProfile.Part.values()) {
      add(text, part.words(), found.profile().parts().share(part) * java, server);
    }
    add(text, "JVM: compiling", virtualMachine[0] / all, server);
    add(text, "JVM: collecting garbage", virtualMachine[1] / all, server);
    return text.append("\n").toString();
  }

  private static void add(StringBuilder text, String part, double share, double of) {
    text.append(
        String.format(Locale.ROOT, "| %s | %.0f %% | %.0f |%n", part, 100 * share, share * of));
  }

  private List<HttpBench.Kind> httpKinds() {
    var kinds = new ArrayList<HttpBench.Kind>();
    for (var count : HttpBench.PATIENTS) {
      kinds.add(new HttpBench.Kind(HttpBench.Way.HTTP, count));
    }
    kinds.add(new HttpBench.Kind(HttpBench.Way.COLD, HttpBench.SOME));
    return kinds;
  }

  private static String name(HttpBench.Kind kind) {
    return kind.patients() + (kind.way() == HttpBench.Way.COLD ? ", no episode in memory" : "");
  }

  /// The CPU of all that work for a check-in, but for the client.
  private static double work(ClosedLoop.Lap lap) {
    var all = lap.cpuMicros();
    return all.size() == 2 ? all.get(0) + all.get(1) : all.get(0) + all.get(2);
  }

  private Spread of(HttpBench.Kind kind, ToDoubleFunction<ClosedLoop.Lap> figure) {
    return Spread.of(laps(kind).stream().map(figure::applyAsDouble).toList());
  }

  private List<ClosedLoop.Lap> laps(HttpBench.Kind kind) {
    return found.laps().getOrDefault(kind, List.of());
  }

  /// Of each round: its check-ins beside its bare rows.
  private Spread share(HttpBench.Kind kind, int patients) {
    return rounds(
        laps(kind),
        laps(new HttpBench.Kind(HttpBench.Way.BARE, patients)),
        ClosedLoop.Lap::perSecond);
  }

  private Spread cpuShare(HttpBench.Kind kind) {
    return rounds(
        laps(new HttpBench.Kind(HttpBench.Way.BARE, kind.patients())), laps(kind), HttpPage::work);
  }

  private static Spread rounds(
      List<ClosedLoop.Lap> ones,
      List<ClosedLoop.Lap> others,
      ToDoubleFunction<ClosedLoop.Lap> figure) {
    var shares = new ArrayList<Double>();
    for (var round = 0; round < ones.size(); round++) {
      shares.add(figure.applyAsDouble(ones.get(round)) / figure.applyAsDouble(others.get(round)));
    }
    return Spread.of(shares);
  }

  private static String percent(Spread share) {
    return String.format(
        Locale.ROOT,
        "%.0f %% (%.0f to %.0f)",
        100 * share.median(),
        100 * share.least(),
        100 * share.most());
  }

  private static String micros(Spread micros) {
    return String.format(
        Locale.ROOT, "%,.0f µs (%,.0f to %,.0f)", micros.median(), micros.least(), micros.most());
  }

  private static String millis(Spread micros) {
    return String.format(
        Locale.ROOT,
        "%.2f ms (%.2f to %.2f)",
        micros.median() / 1e3,
        micros.least() / 1e3,
        micros.most() / 1e3);
  }
}
