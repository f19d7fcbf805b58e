package vermilion.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/// The time that this thread has worked: a neighbour on the machine takes none of it.
final class OwnTime {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private OwnTime() {}

  static double millis() {
    return THREADS.getCurrentThreadCpuTime() / 1e6;
  }
}
