package vermilion.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.IntToLongFunction;

/// The process in which one side is measured: nothing that another side did can help or hurt it.
///
/// What counts is the CPU time of the whole process, garbage collection with it, because a shared
/// machine takes the wall clock's time away at random. The warm-up is counted in CPU time too, so
/// that it is as long on a busy machine as on a quiet one.
public final class Fork {
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final ThreadMXBean THREADS =
      ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

  /// The CPU clock of a process ticks in hundredths of a second: a sample has many of them.
  private static final long SAMPLE_NANOS = 500_000_000;

  private static final int SAMPLES = 4;

  /// Work is counted in pieces that last about this long.
  private static final long PIECE_NANOS = 20_000_000;

  private final IntToLongFunction work;
  private int next;
  private long sum;

  private Fork(IntToLongFunction work) {
    this.work = work;
  }

  /// Measures the side of that id and prints its samples: nanoseconds and bytes for each time that
  /// the work was done.
  ///
  /// @param arguments the id of the side, and the milliseconds of CPU to warm up
  public static void main(String[] arguments) {
    for (var side : Contest.allSides()) {
      if (side.id().equals(arguments[0])) {
        new Fork(side.preparation().get()).measure(Long.parseLong(arguments[1]) * 1_000_000);
        return;
      }
    }
    throw new IllegalArgumentException("no side has the id " + arguments[0]);
  }

  private void measure(long warmUpNanos) {
    var warm = PROCESS.getProcessCpuTime() + warmUpNanos;
    var piece = 1;
    while (PROCESS.getProcessCpuTime() < warm) {
      var before = System.nanoTime();
      run(piece);
      piece = System.nanoTime() - before < PIECE_NANOS ? Math.min(2 * piece, 1 << 20) : piece;
    }
    for (var i = 0; i < SAMPLES; i++) {
      sample(piece);
    }
    System.err.println("sum " + sum);
  }

  private void sample(int piece) {
    var bytes = THREADS.getCurrentThreadAllocatedBytes();
    var before = PROCESS.getProcessCpuTime();
    var after = before;
    var count = 0L;
    while (after - before < SAMPLE_NANOS) {
      run(piece);
      count += piece;
      after = PROCESS.getProcessCpuTime();
    }
    bytes = THREADS.getCurrentThreadAllocatedBytes() - bytes;
    System.out.println((after - before) / (double) count + " " + bytes / (double) count);
  }

  private void run(int times) {
    for (var i = 0; i < times; i++) {
      sum += work.applyAsLong(next++ & Integer.MAX_VALUE);
    }
  }
}
