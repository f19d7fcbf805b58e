package vermilion.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Finds out in a process of its own whether the analyser of KIE comes to an end: it tries every
/// cell that the rows of a table cut out of all its columns, and cannot be stopped from outside.
public final class KieEnd {
  /// The CPU time that it is given, where the proof needs some hundredths of a second.
  static final Duration LIMIT = Duration.ofSeconds(30);

  private static final int NOT_REACHED = 3;

  private KieEnd() {}

  /// Analyses the table without a fault, and gives up after the limit.
  ///
  /// @param arguments the form in which it is written
  public static void main(String[] arguments) throws InterruptedException {
    var sound = FaultySet.sound().fault();
    var form = KieForm.valueOf(arguments[0]);
    var work =
        Thread.ofPlatform()
            .daemon()
            .start(() -> new KieAnalyser(form, sound.rules(), sound.questions()));
    while (!work.join(Duration.ofMillis(200))) {
      var worked = ManagementFactory.getThreadMXBean().getThreadCpuTime(work.threadId());
      if (worked > LIMIT.toNanos()) {
        System.exit(NOT_REACHED);
      }
    }
  }

  /// Whether that ends within the limit.
  static boolean isReached(KieForm form) {
    System.err.println("faults: whether KIE ends, " + form.words());
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            KieEnd.class.getName(),
            form.name());
    try {
      var process =
          new ProcessBuilder(command)
              .redirectError(Redirect.DISCARD)
              .redirectOutput(Redirect.DISCARD)
              .start();
      var exit = process.waitFor();
      if (exit != 0 && exit != NOT_REACHED) {
        throw new IllegalStateException(form + " ended with " + exit);
      }
      return exit == 0;
    } catch (IOException e) {
      throw new IllegalStateException("cannot start " + command, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted in " + form, e);
    }
  }
}
