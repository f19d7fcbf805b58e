package vermilion.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// Workers who each do the next piece of work as soon as the last one is answered.
final class ClosedLoop {
  private static final int FIRST_ROOM = 1 << 12;

  /// One piece of work, which is over when it is answered.
  interface Work {
    void once() throws Exception;
  }

  /// How long a lap lasts.
  ///
  /// @param warmUpMillis before anything counts
  /// @param millis while everything counts
  record Span(int warmUpMillis, int millis) {}

  /// What one lap gave.
  ///
  /// @param perSecond pieces answered a second
  /// @param p50Micros half were answered within this
  /// @param p99Micros 99 of 100 were
  /// @param cpuMicros of each clock, for each piece of work
  record Lap(double perSecond, double p50Micros, double p99Micros, List<Double> cpuMicros) {}

  private final Span span;
  private final List<Callable<Double>> clocks;

  /// @param clocks each says how many milliseconds of CPU somebody has used
  ClosedLoop(Span span, List<Callable<Double>> clocks) {
    this.span = span;
    this.clocks = List.copyOf(clocks);
  }

  /// Lets a worker for each piece of work go on until the time is over.
  Lap run(List<? extends Work> workers) throws Exception {
    var begin = System.nanoTime() + span.warmUpMillis() * 1_000_000L;
    var finish = begin + span.millis() * 1_000_000L;
    var runs = new ArrayList<Future<long[]>>();
    try (ExecutorService threads = Executors.newFixedThreadPool(workers.size())) {
      for (var worker : workers) {
        runs.add(threads.submit(() -> micros(worker, begin, finish)));
      }
      TimeUnit.NANOSECONDS.sleep(begin - System.nanoTime());
      var before = read();
      TimeUnit.NANOSECONDS.sleep(finish - System.nanoTime());
      var after = read();
      return lap(together(runs), before, after);
    }
  }

  private List<Double> read() throws Exception {
    var all = new ArrayList<Double>();
    for (var clock : clocks) {
      all.add(clock.call());
    }
    return all;
  }

  private Lap lap(long[] micros, List<Double> before, List<Double> after) {
    if (micros.length == 0) {
      throw new IllegalStateException("nothing was answered in " + span.millis() + " ms");
    }
    var cpu = new ArrayList<Double>();
    for (var i = 0; i < clocks.size(); i++) {
      cpu.add((after.get(i) - before.get(i)) * 1_000 / micros.length);
    }
    Arrays.sort(micros);
    return new Lap(
        micros.length * 1_000.0 / span.millis(),
        micros[micros.length / 2],
        micros[(int) (micros.length * 99L / 100)],
        List.copyOf(cpu));
  }

  private static long[] together(List<Future<long[]>> runs)
      throws InterruptedException, ExecutionException {
    var all = new long[0];
    for (var run : runs) {
      var more = run.get();
      var had = all.length;
      all = Arrays.copyOf(all, had + more.length);
      System.arraycopy(more, 0, all, had, more.length);
    }
    return all;
  }

  /// The microseconds of each piece that was answered within the time that counts.
  private static long[] micros(Work worker, long begin, long finish) throws Exception {
    var micros = new long[FIRST_ROOM];
    var count = 0;
    var before = System.nanoTime();
    while (before < finish) {
      worker.once();
      var after = System.nanoTime();
      if (after >= begin && after < finish) {
        micros = count == micros.length ? Arrays.copyOf(micros, 2 * count) : micros;
        micros[count++] = (after - before) / 1_000;
      }
      before = after;
    }
    return Arrays.copyOf(micros, count);
  }
}
