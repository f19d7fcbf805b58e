package vermilion.simulation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import vermilion.content.ProtocolReader;
import vermilion.content.Reading;
import vermilion.protocol.Protocol;

/// What the tests of this package run.
final class Runs {
  static final Path ROOT = Files.isDirectory(Path.of("protocols")) ? Path.of("") : Path.of("..");
  static final Protocol LIP_HA = read("lip-ha.yaml");

  private Runs() {}

  static Protocol read(String file) {
    return switch (ProtocolReader.read(ROOT.resolve("protocols").resolve(file))) {
      case Reading.Read read -> read.protocol();
      case Reading.Broken broken -> throw new IllegalStateException(broken.problems().toString());
    };
  }

  static Simulation.Terms terms(long patients, long seed) {
    return new Simulation.Terms(patients, seed, Optional.empty(), 100);
  }

  /// So many patients whose complications come at their rates.
  static Tally lived(long count, Reader reader) {
    World world = World.of(LIP_HA, 100, Measured.NOTHING);
    Tally tally = new Tally();
    for (long number = 0; number < count; number++) {
      Dice dice = Dice.of(1, "cohort", number);
      Life.live(world, new Life.Person(new Body(dice, Optional.empty()), reader, dice), tally);
    }
    return tally;
  }

  /// So many patients who are made to have a complication.
  static Tally made(Complication has, long count, long seed, Reader reader) {
    World world = World.of(LIP_HA, 100, Measured.NOTHING);
    Tally tally = new Tally();
    for (long number = 0; number < count; number++) {
      Dice dice = Dice.of(seed, has.id(), number);
      Body body = new Body(dice, Optional.of(has));
      Life.live(world, new Life.Person(body, reader, dice), tally);
    }
    return tally;
  }
}
