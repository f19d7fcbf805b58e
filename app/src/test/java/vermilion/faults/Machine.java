package vermilion.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/// What a reader of figures must know of the machine that they are from.
final class Machine {

  private Machine() {}

  /// How many processes want a core.
  static String load() {
    return String.format(
        Locale.ROOT, "%.1f", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  /// A table of it.
  ///
  /// @param load how many processes wanted a core, in words
  static String table(String load) {
    return "| | |\n|---|---|\n"
        + "| measured on | "
        + LocalDate.now(ZoneOffset.UTC)
        + " |\n| cores | "
        + Runtime.getRuntime().availableProcessors()
        + processor()
        + " |\n| JDK | "
        + System.getProperty("java.vendor.version", "")
        + " "
        + Runtime.version()
        + " |\n| kernel | "
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.version", "").replaceFirst("-.*", "")
        + " |\n| processes that wanted a core (load average) | "
        + load
        + " |\n";
  }

  private static String processor() {
    Path file = Path.of("/proc/cpuinfo");
    try {
      if (Files.isReadable(file)) {
        for (String line : Files.readAllLines(file)) {
          if (line.startsWith("model name")) {
            return " of " + line.substring(line.indexOf(':') + 1).strip();
          }
        }
      }
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }
}
