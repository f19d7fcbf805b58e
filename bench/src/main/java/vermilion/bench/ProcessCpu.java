package vermilion.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// How much CPU processes have used, as the operating system counts it: in hundredths of a second.
final class ProcessCpu {
  private static final OperatingSystemMXBean OWN =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final double TICK_MILLIS = 10;

  private ProcessCpu() {}

  /// Milliseconds of this process.
  static double own() {
    return OWN.getProcessCpuTime() / 1e6;
  }

  /// Milliseconds of a process, and of those children of it that live or were waited for.
  static double ofFamily(long pid) throws IOException {
    var millis = of(Path.of("/proc", Long.toString(pid), "stat"), 14);
    for (var child : ProcessHandle.of(pid).orElseThrow().children().toList()) {
      try {
        millis += of(Path.of("/proc", Long.toString(child.pid()), "stat"), 14);
      } catch (NoSuchFileException _) {
        // It has just ended, and its parent has counted it.
        millis += 0;
      }
    }
    return millis;
  }

  /// Milliseconds of each thread of a process that has a name, added up for each name.
  static Map<String, Double> ofThreads(long pid) throws IOException {
    var all = new TreeMap<String, Double>();
    try (var threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
      for (var thread : threads.toList()) {
        var name = Files.readString(thread.resolve("comm")).strip();
        all.merge(name, of(thread.resolve("stat"), 12), Double::sum);
      }
    }
    return all;
  }

  /// Behind the name in brackets: own time in fields 11 and 12, that of its children in 13 and 14.
  private static double of(Path file, int last) throws IOException {
    var stat = Files.readString(file);
    var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    var ticks = 0L;
    for (var field = 11; field <= last; field++) {
      ticks += Long.parseLong(fields[field]);
    }
    return ticks * TICK_MILLIS;
  }
}
