package vermilion.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import vermilion.episode.Guideline;
import vermilion.service.Access;
import vermilion.service.Clinics;
import vermilion.service.Ids;
import vermilion.service.Store;
import vermilion.service.Tokens;

/// One run: a clinic at work, harm done to it as a seed says, and a comparison of what everybody
/// was told with what is there.
///
/// The seed decides who does what, which harm comes when and how long it lasts. How the threads and
/// processes interleave it does not decide: the same seed is the same story, not the same
/// microseconds.
final class FaultRun implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration RECOVERY = Duration.ofSeconds(60);
  private static final int LEAST_FAULTS = 3;
  private static final int MORE_FAULTS = 2;
  private static final int MOST_RESTARTS = 2;

  private final Install install;
  private final long seed;
  private final Path folder;
  private final SplittableRandom random;
  private final Stage stage;
  private final Guideline guideline;
  private final History history = new History();
  private final Talk talk = new Talk(history, PATIENCE);
  private final List<RunResult.Struck> struck = new ArrayList<>();
  private final long began = System.nanoTime();

  /// Makes what a run happens on.
  interface StageMaker {
    Stage make(Install install, Path folder, SplittableRandom random);
  }

  private FaultRun(Install install, long seed, Path folder, StageMaker maker) {
    this.install = install;
    this.seed = seed;
    this.folder = Folders.made(folder);
    this.random = new SplittableRandom(seed);
    this.stage = maker.make(install, folder, random);
    this.guideline = Ground.guideline(install.protocol());
  }

  /// Runs one seed in an empty folder.
  static RunResult of(Install install, long seed, Path folder, StageMaker maker) {
    try (FaultRun run = new FaultRun(install, seed, folder, maker)) {
      return run.run();
    }
  }

  /// Lets a server work a little unharmed and then stop by itself, which leaves a cache for the
  /// starts to come.
  static void warm(Install install, Path folder) {
    try (FaultRun run = new FaultRun(install, 0, folder, SqliteStage::new)) {
      Load load = run.begin(run.nurse());
      Pause.until(RECOVERY, () -> run.history.acknowledged() > 50);
      load.end();
      run.look(run.stage.nodes().getFirst(), load);
      run.stage.nodes().forEach(Node::stop);
    }
  }

  private Load begin(Talk.Speaker nurse) {
    stage.nodes().forEach(Node::start);
    Load load =
        new Load(
            talk,
            stage.nodes(),
            nurse,
            new Load.Seeded(guideline.triage().questions(), random.split()));
    load.begin();
    return load;
  }

  private RunResult run() {
    Load load = begin(nurse());
    strikeAll(new Faults(stage, load, random.split()));
    load.end();
    List<Seen> seen = stage.nodes().stream().map(node -> look(node, load)).toList();
    end();
    List<Finding> findings =
        Checker.check(history, kept(), seen, new FreshFold(guideline, Ground.clinic().hours()));
    RunResult.Ran ran = new RunResult.Ran(seed, System.nanoTime() - began);
    return RunResult.of(ran, history, struck, findings);
  }

  /// What a node shows. On a busy machine one answer may come too late; none for a minute is a
  /// fault.
  private Seen look(Node node, Load load) {
    AtomicReference<Optional<Seen>> seen = new AtomicReference<>(Optional.empty());
    Pause.until(
        RECOVERY,
        () -> {
          seen.set(talk.look(node, load.nurse(), load.episodes()));
          return seen.get().isPresent();
        });
    return seen.get()
        .orElseThrow(() ->
            new IllegalStateException(
                "seed " + seed + ": " + node.name() + " shows nothing at the end: " + node.said()));
  }

  /// The clinic and its one nurse.
  private Talk.Speaker nurse() {
    try (Store store = stage.open()) {
      Instant now = Instant.now();
      new Clinics(store.clinicSettings()).write(Ground.clinic(), "harness", now);
      Access access = new Access(Ground.CLINIC, Ground.NURSE, Optional.empty());
      String token =
          new Tokens(store.accessTokens(), new SeededIds(random.split()), () -> now)
              .issue(access, "harness")
              .orElseThrow();
      return new Talk.Speaker(Ground.NURSE, token);
    }
  }

  private record SeededIds(SplittableRandom random) implements Ids {
    @Override
    public UUID uuid() {
      return new UUID(random.nextLong(), random.nextLong());
    }

    @Override
    public String secret() {
      return Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
    }
  }

  private void strikeAll(Faults faults) {
    List<FaultKind> possible = faults.possible();
    int restarts = 0;
    int count = LEAST_FAULTS + random.nextInt(MORE_FAULTS + 1);
    for (int i = 0; i < count; i++) {
      Pause.millis(100 + random.nextInt(250));
      FaultKind kind = possible.get(random.nextInt(possible.size()));
      possible.removeIf(kind::equals);
      restarts += kind.restarts() ? 1 : 0;
      if (restarts == MOST_RESTARTS) {
        possible.removeIf(FaultKind::restarts);
      }
      RunResult.Struck blow = faults.strike(kind);
      struck.add(blow);
      if (!Pause.until(RECOVERY, () -> RunResult.recovered(history, blow) < Long.MAX_VALUE)) {
        throw new IllegalStateException(
            "seed "
                + seed
                + ": nothing was acknowledged after "
                + kind
                + ": "
                + stage.nodes().stream().map(Node::said).toList());
      }
    }
  }

  private void end() {
    for (Node node : stage.nodes()) {
      if (random.nextBoolean()) {
        node.stop();
      } else if (stage.disk().isPresent() && random.nextBoolean()) {
        node.freeze();
        stage.disk().get().powerOff();
        node.kill();
        stage.disk().get().repair();
      } else {
        node.kill();
      }
    }
  }

  /// The record, read by a process that remembers nothing.
  private Kept kept() {
    Path file = folder.resolve("kept.json");
    Path config = stage.nodes().getFirst().config();
    List<String> arguments = new ArrayList<>(List.of(file.toString(), config.toString()));
    arguments.addAll(stage.reader());
    Commands.run(install.command("vermilion.faults.KeptReader", arguments.toArray(String[]::new)));
    try {
      return Kept.read(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  @Override
  public void close() {
    talk.close();
    stage.close();
    Folders.delete(folder);
  }
}
