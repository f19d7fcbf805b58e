package vermilion.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Starts a process for each side, and reads what it measured.
final class Forks {
  /// As `./vermilion` runs the product, with room for the peers; and see [Fork].
  static final List<String> OPTIONS =
      List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-Xms512m", "-Xmx512m");

  /// A peer that compiles its model takes long until it runs at its best.
  private static final int WARM_UP_MILLIS = 4_000;

  /// What all forks are told; a class path of sixty jars makes no line that anybody can read.
  private static final Path ARGUMENTS = Path.of("bench", "target", "fork.arguments");

  private Forks() {}

  /// What one process measured: the median of its samples.
  ///
  /// @param nanos the CPU time of doing the work once
  /// @param bytes what doing it once allocates
  record Lap(double nanos, double bytes) {}

  static Lap run(Side side) {
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "@" + ARGUMENTS,
            side.id(),
            Integer.toString(WARM_UP_MILLIS));
    try {
      writeArguments();
      var process = new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
      var nanos = new ArrayList<Double>();
      var bytes = new ArrayList<Double>();
      try (var lines = process.inputReader()) {
        lines
            .lines()
            .map(line -> line.split(" ", 2))
            .forEach(parts -> {
              nanos.add(Double.valueOf(parts[0]));
              bytes.add(Double.valueOf(parts[1]));
            });
      }
      if (process.waitFor() != 0 || nanos.isEmpty()) {
        throw new IllegalStateException(side.id() + " ended with " + process.exitValue());
      }
      return new Lap(Spread.of(nanos).median(), Spread.of(bytes).median());
    } catch (IOException e) {
      throw new IllegalStateException("cannot start " + command, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted in " + side.id(), e);
    }
  }

  private static void writeArguments() throws IOException {
    var arguments = new ArrayList<>(OPTIONS);
    arguments.addAll(List.of("-cp", System.getProperty("java.class.path"), Fork.class.getName()));
    Files.write(
        ARGUMENTS, arguments.stream().map(a -> '"' + a.replace("\\", "\\\\") + '"').toList());
  }
}
