package vermilion.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// Does harm to the servers of a clinic and to what they stand on, and mends it again, as the seed
/// says.
final class Faults {

  private static final int MOST_SKEW_HOURS = 36;

  private final Stage stage;
  private final Load load;
  private final SplittableRandom random;
  private Node node;
  private long from;

  Faults(Stage stage, Load load, SplittableRandom random) {
    this.stage = stage;
    this.load = load;
    this.random = random;
    this.node = stage.nodes().getFirst();
  }

  /// What can be done here.
  List<FaultKind> possible() {
    List<FaultKind> all = new ArrayList<>();
    for (FaultKind kind : FaultKind.values()) {
      boolean possible =
          switch (kind.needs()) {
            case NOTHING -> true;
            case DISK -> stage.disk().isPresent();
            case SHIM -> node.shim().isPresent() && (kind.isOfClock() || isOnFile());
            case DATABASE -> !isOnFile();
            case STANDBY -> stage.database().filter(PostgresPair::hasStandby).isPresent();
          };
      if (possible) {
        all.add(kind);
        if (kind.needs() == FaultKind.Needs.DATABASE || kind.needs() == FaultKind.Needs.STANDBY) {
          // What a server does alone, the runs on a file try often enough.
          all.add(kind);
        }
      }
    }
    return all;
  }

  private boolean isOnFile() {
    return stage.database().isEmpty();
  }

  /// Does one kind of harm; comes back when all is well again. Where the harm takes a while to be
  /// there, it counts from when it is.
  ///
  /// @throws IllegalStateException when the harm did not happen, or a server does not start
  RunResult.Struck strike(FaultKind kind) {
    node = stage.nodes().get(random.nextInt(stage.nodes().size()));
    from = System.nanoTime();
    Optional<String> whom = Optional.of(node.name());
    switch (kind.needs()) {
      case NOTHING -> strikeProcess(kind);
      case DISK -> strikeDisk(kind);
      case SHIM -> strikeMachine(kind);
      case DATABASE, STANDBY -> {
        whom = Optional.empty();
        strikeDatabase(kind);
      }
    }
    return new RunResult.Struck(kind, whom, from, System.nanoTime());
  }

  private void strikeProcess(FaultKind kind) {
    CuttingProxy proxy = node.proxy();
    switch (kind) {
      case KILLED -> {
        node.kill();
        from = System.nanoTime();
        Pause.millis(random.nextInt(100));
        node.start();
      }
      case FROZEN -> freeze(50 + random.nextInt(300));
      case FROZEN_LONG -> freeze(1_100 + random.nextInt(500));
      case CUT -> {
        proxy.refuse(true);
        proxy.cut();
        Pause.millis(random.nextInt(300));
        proxy.refuse(false);
      }
      case SWALLOWED -> {
        proxy.swallowAnswers(true);
        Pause.millis(150 + random.nextInt(250));
        proxy.swallowAnswers(false);
      }
      case HALVED -> {
        proxy.halveRequests(true);
        proxy.cut();
        Pause.millis(100 + random.nextInt(200));
        proxy.halveRequests(false);
      }
      case DELAYED -> {
        proxy.delay(Duration.ofMillis(100 + random.nextInt(1_300)));
        Pause.millis(300 + random.nextInt(300));
        proxy.delay(Duration.ZERO);
      }
      default -> {
        load.flood(true);
        Pause.millis(200 + random.nextInt(200));
        load.flood(false);
      }
    }
  }

  private void freeze(int millis) {
    node.freeze();
    from = System.nanoTime();
    Pause.millis(millis);
    node.thaw();
  }

  private void strikeDisk(FaultKind kind) {
    Disk own = stage.disk().orElseThrow();
    if (kind == FaultKind.DISK_FULL) {
      own.fill();
      from = System.nanoTime();
      Pause.millis(150 + random.nextInt(250));
      own.free();
      return;
    }
    // While the server stands still: no disk answers a sync after its end, but ext4 lets one that
    // is under way succeed though nothing was written.
    node.freeze();
    if (kind == FaultKind.DISK_READ_ONLY) {
      own.readOnly();
      from = System.nanoTime();
      node.thaw();
      Pause.millis(100 + random.nextInt(200));
    } else {
      own.powerOff();
      from = System.nanoTime();
    }
    node.kill();
    own.repair();
    node.start();
  }

  private void strikeMachine(FaultKind kind) {
    Shim shim = node.shim().orElseThrow();
    switch (kind) {
      case SLOW_SYNC -> {
        shim.delaySyncs(Duration.ofMillis(30 + random.nextInt(400)));
        Pause.millis(300 + random.nextInt(400));
        shim.delaySyncs(Duration.ZERO);
      }
      case FAILED_SYNC -> {
        long before = shim.hits();
        shim.failSyncs(true);
        hit(shim, before, kind);
        Pause.millis(random.nextInt(100));
        shim.failSyncs(false);
        Pause.millis(random.nextInt(100));
        node.kill();
        node.start();
      }
      case NO_ROOM -> {
        long before = shim.hits();
        shim.refuseWrites(true);
        hit(shim, before, kind);
        Pause.millis(100 + random.nextInt(200));
        shim.refuseWrites(false);
      }
      case CLOCK_FORWARD -> {
        shim.skew(Duration.ofMinutes(1 + random.nextInt(MOST_SKEW_HOURS * 60)));
        Pause.millis(100 + random.nextInt(200));
      }
      default -> {
        node.kill();
        shim.skew(Duration.ofMinutes(-1 - random.nextInt(MOST_SKEW_HOURS * 60)));
        node.start();
      }
    }
  }

  private void strikeDatabase(FaultKind kind) {
    PostgresPair database = stage.database().orElseThrow();
    switch (kind) {
      case DATABASE_KILLED -> {
        database.kill();
        from = System.nanoTime();
        Pause.millis(random.nextInt(300));
        database.restart();
      }
      case DATABASE_FROZEN -> freeze(database, false);
      case STANDBY_FROZEN -> {
        if (!database.isPromoted()) {
          freeze(database, true);
        }
      }
      case CONNECTIONS_ENDED -> database.endConnections();
      case DATABASE_CUT -> {
        stage.databaseProxies().forEach(proxy -> proxy.refuse(true));
        stage.databaseProxies().forEach(CuttingProxy::cut);
        Pause.millis(random.nextInt(400));
        stage.databaseProxies().forEach(proxy -> proxy.refuse(false));
      }
      case DATABASE_SWALLOWED -> {
        stage.databaseProxies().forEach(proxy -> proxy.swallowAnswers(true));
        Pause.millis(50 + random.nextInt(250));
        stage.databaseProxies().forEach(proxy -> proxy.swallowAnswers(false));
      }
      default -> {
        database.kill();
        from = System.nanoTime();
        database.promote();
      }
    }
  }

  private void freeze(PostgresPair database, boolean theStandby) {
    List<Long> frozen = database.freeze(theStandby);
    from = System.nanoTime();
    Pause.millis(100 + random.nextInt(900));
    PostgresPair.thaw(frozen);
  }

  /// The load goes on, so something is written soon; harm that nobody felt proves nothing.
  private static void hit(Shim shim, long before, FaultKind kind) {
    if (!Pause.until(Duration.ofSeconds(10), () -> shim.hits() > before)) {
      throw new IllegalStateException(kind + " hit nothing");
    }
  }
}
