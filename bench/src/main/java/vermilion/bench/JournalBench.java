package vermilion.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import vermilion.service.AppendOutcome;
import vermilion.service.AppendRequest;
import vermilion.service.Bytes;
import vermilion.service.EpisodeRef;
import vermilion.service.Journal;
import vermilion.service.NewEvent;
import vermilion.service.Store;
import vermilion.service.WorklistChange;
import vermilion.service.WorklistRow;
import vermilion.store.SqliteStore;

/// Durable appends a second: the journal (sealed, chained, with its heads and worklist lines)
/// beside a bare table of the same database that is fed by the same kind of batching.
///
/// Run `vermilion.bench.JournalBench [FOLDER]`; the folder decides which disk is measured.
public final class JournalBench {

  private static final int BODY_BYTES = 300;
  private static final int EPISODE_EVENTS = 1_000;
  private static final int ROUNDS = 3;
  private static final Duration WARM_UP = Duration.ofSeconds(2);
  private static final Duration MEASURED = Duration.ofSeconds(4);

  private JournalBench() {}

  /// One durable append by writer `writer`, its `n`th.
  interface Append {
    void append(int writer, int n) throws Exception;
  }

  /// What one run gave.
  ///
  /// @param perSecond appends a second
  /// @param p50Micros half of the appends were answered within this
  /// @param p99Micros 99 of 100 were
  record Rate(double perSecond, long p50Micros, long p99Micros) {}

  /// Measures and prints the table.
  public static void main(String[] arguments) throws Exception {
    Path folder =
        arguments.length > 0 ? Path.of(arguments[0]) : Files.createTempDirectory("journal-bench");
    print(System.out, folder);
  }

  static void print(PrintStream out, Path folder) throws Exception {
    out.println("| writers | bare table | journal | share | journal + worklist line | share |");
    out.println("|---|---|---|---|---|---|");
    for (int writers : new int[] {1, 32}) {
      List<Rate> bare = new ArrayList<>();
      List<Rate> plain = new ArrayList<>();
      List<Rate> lined = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        bare.add(bare(folder.resolve("bare"), writers));
        plain.add(journal(folder.resolve("plain"), writers, false));
        lined.add(journal(folder.resolve("lined"), writers, true));
      }
      Rate base = median(bare);
      out.println(
          "| "
              + writers
              + " | "
              + show(base)
              + " | "
              + show(median(plain))
              + " | "
              + share(median(plain), base)
              + " | "
              + show(median(lined))
              + " | "
              + share(median(lined), base)
              + " |");
    }
  }

  private static Rate bare(Path folder, int writers) throws Exception {
    remove(folder);
    Files.createDirectories(folder);
    byte[] body = new byte[BODY_BYTES];
    try (BareTable table = new BareTable(folder.resolve("bare.db"))) {
      return run(writers, (writer, n) -> table.append("stream-" + writer, n, body));
    }
  }

  private static Rate journal(Path folder, int writers, boolean lines) throws Exception {
    remove(folder);
    Bytes body = Bytes.of(new byte[BODY_BYTES]);
    try (Store store = SqliteStore.open(folder)) {
      Journal journal = store.journal();
      return run(
          writers,
          (writer, n) -> {
            int seq = n % EPISODE_EVENTS;
            EpisodeRef episode = new EpisodeRef("bench", "e" + writer + "-" + n / EPISODE_EVENTS);
            AppendRequest request =
                AppendRequest.of(
                        episode,
                        "bench",
                        Instant.now(),
                        List.of(new NewEvent(new UUID(writer, n), body)))
                    .with(lines ? line() : WorklistChange.NONE);
            AppendOutcome outcome =
                seq == 0
                    ? journal.open(new UUID(~writer, n), request)
                    : journal.append(request.expecting(seq));
            if (!(outcome instanceof AppendOutcome.Appended)) {
              throw new IllegalStateException("append " + n + " of " + writer + ": " + outcome);
            }
          });
    }
  }

  private static WorklistChange line() {
    return new WorklistChange.Put(
        new WorklistRow(
            2,
            Optional.of(Instant.now().plusSeconds(600)),
            Optional.of(Instant.now().plusSeconds(60)),
            Bytes.of(new byte[100])));
  }

  private static Rate run(int writers, Append append)
      throws InterruptedException, ExecutionException {
    long begin = System.nanoTime() + WARM_UP.toNanos();
    long finish = begin + MEASURED.toNanos();
    List<Future<long[]>> runs = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
      for (int w = 0; w < writers; w++) {
        int writer = w;
        runs.add(threads.submit(() -> write(writer, append, begin, finish)));
      }
    }
    long[] all = new long[0];
    for (Future<long[]> one : runs) {
      long[] more = one.get();
      int had = all.length;
      all = Arrays.copyOf(all, had + more.length);
      System.arraycopy(more, 0, all, had, more.length);
    }
    Arrays.sort(all);
    double seconds = MEASURED.toNanos() / 1e9;
    return new Rate(all.length / seconds, all[all.length / 2], all[all.length * 99 / 100]);
  }

  /// The microseconds of each append that was answered within the measured time.
  private static long[] write(int writer, Append append, long begin, long finish) throws Exception {
    long[] micros = new long[1 << 20];
    int count = 0;
    for (int n = 0; System.nanoTime() < finish; n++) {
      long before = System.nanoTime();
      append.append(writer, n);
      long after = System.nanoTime();
      if (before >= begin && after < finish) {
        micros[count++] = (after - before) / 1_000;
      }
    }
    return Arrays.copyOf(micros, count);
  }

  private static Rate median(List<Rate> rates) {
    List<Rate> sorted = new ArrayList<>(rates);
    sorted.sort((one, other) -> Double.compare(one.perSecond(), other.perSecond()));
    return sorted.get(sorted.size() / 2);
  }

  private static String show(Rate rate) {
    return String.format(
        Locale.ROOT,
        "%,.0f/s (%,d / %,d us)",
        rate.perSecond(),
        rate.p50Micros(),
        rate.p99Micros());
  }

  private static String share(Rate rate, Rate base) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * rate.perSecond() / base.perSecond());
  }

  private static void remove(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
