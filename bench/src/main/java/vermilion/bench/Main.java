package vermilion.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vermilion.clinical.Urgency;

/// Measures Vermilion beside its peers: `./build bench [ROUNDS]` measures everything and writes
/// docs/benchmarks.md; `./build bench rules|triage|start|journal [ROUNDS]` prints one part alone,
/// `./build bench proof` measures the proof alone and writes docs/benchmarks-proof.md, and `./build
/// bench http [ROUNDS]` measures check-ins through HTTP and writes docs/benchmarks-http.md.
/// `./build bench large [EPISODES]` measures large records, up to a million episodes or so many,
/// and writes docs/benchmarks-store.md. `./build bench phone [ROUNDS]` measures what a slow phone
/// in a bad network waits for, and writes docs/benchmarks-phone.md.
public final class Main {
  private static final int USUAL_ROUNDS = 3;
  private static final int COMPARED = 5_000;
  private static final int COMPARED_OF_OTHERS = 500;
  private static final long SEED = 4;

  private final Path root;
  private final int rounds;
  private final BenchmarksPage page;

  private Main(Path root, int rounds) {
    this.root = root;
    this.rounds = rounds;
    this.page = new BenchmarksPage(rounds);
  }

  /// Measures what the arguments name, from the folder of the repository.
  public static void main(String[] arguments) throws Exception {
    var words = new ArrayList<>(Arrays.asList(arguments));
    var rounds = USUAL_ROUNDS;
    if (!words.isEmpty() && words.getLast().matches("[1-9][0-9]?")) {
      rounds = Integer.parseInt(words.removeLast());
    }
    var main = new Main(Path.of("").toAbsolutePath(), rounds);
    switch (words.isEmpty() ? "" : words.getFirst()) {
      case "proof" -> main.proof();
      case "http" -> main.http();
      case "phone" -> main.phone();
      case "large" -> main.large(words.size() > 1 ? words.getLast() : "1000000");
      default -> main.peers(words);
    }
  }

  /// Everything but large records, or the one part that is named.
  private void peers(List<String> words) throws Exception {
    switch (String.join(" ", words)) {
      case "" -> all();
      case "rules" -> rules();
      case "triage" -> triage();
      case "start" -> start();
      case "journal" -> journal();
      default -> {
        System.err.println(
            "bench: "
                + words
                + ", expected rules, triage, start, journal, http, proof, phone or large");
        System.exit(2);
      }
    }
    System.out.print(page.text());
  }

  private void all() throws Exception {
    rules();
    triage();
    start();
    journal();
    proof();
    http();
    page.add(licences());
    page.write(root.resolve("docs/benchmarks.md"));
  }

  private void rules() {
    var contests = new ArrayList<Contest>();
    for (var rule : DailyRule.ALL) {
      rule.demandAgreement();
      contests.add(Contest.instants(rule));
      if (rule.isMassage()) {
        contests.add(Contest.windows(rule));
      }
    }
    var race = Race.run(contests, rounds);
    var plan = Race.run(List.of(Contest.plan()), rounds);
    for (var rule : DailyRule.ALL) {
      if (rule.isMassage()) {
        RaceTables.rule(race, Contest.instants(rule)).forEach(page::add);
        RaceTables.rule(race, Contest.windows(rule)).forEach(page::add);
      }
    }
    page.add(RaceTables.plan(plan));
    page.add(Notes.RULES);
    for (var contest : contests) {
      page.add(RaceTables.table(race, contest));
    }
    page.add(RaceTables.table(plan, Contest.plan()));
  }

  private void triage() {
    var counts = agreed(DmnModel.Shape.ONE_TABLE, DmnTriage.Engine.ALPHA_NETWORK, COMPARED);
    for (var shape : DmnModel.Shape.values()) {
      for (var engine : DmnTriage.Engine.values()) {
        agreed(shape, engine, COMPARED_OF_OTHERS);
      }
    }
    var race = Race.run(List.of(Contest.triage()), rounds);
    page.add(RaceTables.triage(race));
    page.add(Notes.TRIAGE);
    page.add(levels(counts));
    page.add(RaceTables.table(race, Contest.triage()));
    var ways = Contest.allWaysOfKie();
    page.add(RaceTables.table(Race.run(List.of(ways), 1), ways));
  }

  private static int[] agreed(DmnModel.Shape shape, DmnTriage.Engine engine, int count) {
    System.err.println("comparing " + count + " check-ins: " + shape + ", " + engine);
    return new TriageSides(shape, engine, count, SEED).demandAgreement();
  }

  private static String levels(int[] counts) {
    var text =
        new StringBuilder("Both sides gave " + COMPARED + " seeded check-ins the same level:");
    for (var level : Urgency.values()) {
      text.append(" " + level.id() + " " + counts[level.ordinal()]);
      text.append(level == Urgency.EMERGENCY ? ".\n\n" : ",");
    }
    return text.toString();
  }

  private void start() throws Exception {
    var startUp = StartUp.run(root, rounds);
    startUp.outcomes().forEach(page::add);
    page.add(Notes.START);
    page.add(startUp.table() + "\n");
  }

  private void journal() throws Exception {
    System.err.println("durable appends");
    var folder = root.resolve("bench/target/journal");
    Files.createDirectories(folder);
    var out = new ByteArrayOutputStream();
    JournalBench.print(new PrintStream(out, true, StandardCharsets.UTF_8), folder);
    page.add(Notes.JOURNAL);
    page.add(out.toString(StandardCharsets.UTF_8) + "\n");
  }

  private void proof() throws IOException {
    var own = new BenchmarksPage(rounds);
    // Before all else: the first time in a process is one of its figures.
    own.add(Growth.oneProtocol());
    var curves = Growth.run();
    Growth.draw(curves, root.resolve("docs/img/proof-growth.svg"));
    own.add(Notes.PROOF);
    own.add(Growth.text(curves));
    own.add(FaultTables.text(FaultHunt.run()));
    Files.writeString(root.resolve("docs/benchmarks-proof.md"), own.proofText());
    System.out.print(own.proofText());
  }

  private void http() throws Exception {
    var own = new BenchmarksPage(rounds);
    own.add(Notes.HTTP);
    for (var found : List.of(HttpBench.sqlite(root, rounds), HttpBench.postgres(root, rounds))) {
      var part = new HttpPage(found);
      part.outcomes().forEach(own::add);
      own.add(part.text());
    }
    Files.writeString(root.resolve("docs/benchmarks-http.md"), own.httpText());
    System.out.print(own.httpText());
  }

  private void phone() throws Exception {
    var found = new PhonePage(PhoneBench.run(root, rounds));
    var own = new BenchmarksPage(rounds);
    found.outcomes().forEach(own::add);
    own.add(found.text());
    Files.writeString(root.resolve("docs/benchmarks-phone.md"), own.phoneText());
    System.out.print(own.phoneText());
  }

  private void large(String size) throws Exception {
    var most = LargeBench.SIZES.stream().filter(one -> size.equals("" + one)).findFirst();
    if (most.isEmpty()) {
      System.err.println("bench large: " + size + ", expected one of " + LargeBench.SIZES);
      System.exit(2);
    }
    var all = new ArrayList<LargeBench.Found>();
    for (var episodes : LargeBench.SIZES) {
      if (episodes <= most.orElseThrow()) {
        System.err.println("a record of " + episodes + " episodes");
        all.add(LargeBench.run(root, episodes));
      }
    }
    var found = new LargePage(all);
    var own = new BenchmarksPage(1);
    found.outcomes().forEach(own::add);
    own.add(found.text());
    Files.writeString(root.resolve("docs/img/store-growth.svg"), LargePlot.of(all));
    Files.writeString(root.resolve("docs/benchmarks-store.md"), own.storeText());
    System.out.print(own.storeText());
  }

  private static String licences() {
    return Notes.LICENCES;
  }
}
