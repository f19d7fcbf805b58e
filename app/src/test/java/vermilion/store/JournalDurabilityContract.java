package vermilion.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import vermilion.service.AppendOutcome;
import vermilion.service.EpisodeRef;
import vermilion.service.NewEvent;
import vermilion.service.ReadOutcome;
import vermilion.service.Store;
import vermilion.service.StoredEvent;
import vermilion.service.Verification;

/// What was acknowledged stays, whatever happens to the process that acknowledged it.
abstract class JournalDurabilityContract extends StoreContract {

  private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 300;

  /// A class whose `main(FOLDER)` calls [Appender#run] on a store there.
  abstract Class<?> child();

  /// What that process is told, words between blanks.
  String argument() {
    return folder.toString();
  }

  @Test
  void what_was_acknowledged_is_there_after_reopening() {
    try (Store store = open()) {
      openAda(store, 3);
    }
    try (Store store = open()) {
      assertThat(texts(store.journal().read(ADA, 0))).hasSize(3);
      assertThat(seqs(store.journal().append(request(ADA, event("event 2"))))).containsExactly(2L);
      assertThat(seqs(store.journal().append(request(ADA, event("event 4"))))).containsExactly(4L);
      assertThat(store.journal().verify()).isEqualTo(new Verification.Whole(1, 1, 4, 0));
    }
  }

  @Test
  void a_killed_process_loses_nothing_that_it_acknowledged() throws Exception {
    Set<UUID> acknowledged = killedWhileAppending();
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED_BEFORE_THE_KILL);
    try (Store store = open()) {
      Set<UUID> kept = new HashSet<>();
      for (int writer = 0; writer < Appender.WRITERS; writer++) {
        ReadOutcome outcome = store.journal().read(Appender.episode(writer), 0);
        if (outcome instanceof ReadOutcome.Found found) {
          long seq = 0;
          for (StoredEvent event : found.events()) {
            assertThat(event.seq()).isEqualTo(++seq);
            assertThat(kept.add(event.id())).isTrue();
          }
        }
      }
      assertThat(kept).containsAll(acknowledged);
      assertThat(store.journal().verify()).isInstanceOf(Verification.Whole.class);
    }
  }

  private Set<UUID> killedWhileAppending() throws IOException, InterruptedException {
    Path errors = folder.resolve("child-errors.txt");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                child().getName()));
    command.addAll(List.of(argument().split(" ", -1)));
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    Set<UUID> acknowledged = new HashSet<>();
    try (BufferedReader lines = process.inputReader()) {
      String line = lines.readLine();
      while (line != null) {
        // The last line may have been cut by the kill; then it was not acknowledged to anybody.
        if (line.length() == 36) {
          acknowledged.add(UUID.fromString(line));
        }
        if (acknowledged.size() == ACKNOWLEDGED_BEFORE_THE_KILL) {
          // By its handle: the process itself would close the pipe and what is still in it.
          process.toHandle().destroyForcibly();
        }
        line = lines.readLine();
      }
    }
    int status = process.waitFor();
    assertThat(status).as("%s", Files.readString(errors)).isEqualTo(137);
    return acknowledged;
  }

  /// Appends for ever with several threads and prints every id once it is acknowledged.
  static final class Appender {

    static final int WRITERS = 8;

    private Appender() {}

    static EpisodeRef episode(int writer) {
      return new EpisodeRef("northside", "writer-" + writer);
    }

    static void run(Store store) {
      for (int writer = 0; writer < WRITERS; writer++) {
        int self = writer;
        Thread.ofPlatform().start(() -> append(store, self));
      }
    }

    private static void append(Store store, int writer) {
      EpisodeRef episode = episode(writer);
      store.journal().open(new UUID(2, writer), request(episode));
      for (int i = 0; ; i++) {
        NewEvent event = event(writer + " of " + i);
        if (store.journal().append(request(episode, event)) instanceof AppendOutcome.Appended) {
          printLine(event.id());
        }
      }
    }

    private static void printLine(UUID id) {
      byte[] line = (id + "\n").getBytes(StandardCharsets.US_ASCII);
      synchronized (System.out) {
        System.out.write(line, 0, line.length);
        System.out.flush();
      }
    }
  }

  @Test
  void writers_of_one_episode_get_every_number_once() throws Exception {
    int writers = 8;
    int each = 50;
    Set<Long> numbers = ConcurrentHashMap.newKeySet();
    try (Store store = open();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      openAda(store, 0);
      List<Future<?>> all = new ArrayList<>();
      for (int w = 0; w < writers; w++) {
        int self = w;
        all.add(
            threads.submit(() -> {
              for (int i = 0; i < each; i++) {
                String text = self + " says " + i;
                numbers.addAll(seqs(store.journal().append(request(ADA, event(text)))));
              }
            }));
      }
      for (Future<?> one : all) {
        one.get();
      }
      assertThat(numbers).hasSize(writers * each);
      assertThat(texts(store.journal().read(ADA, 0))).hasSize(writers * each);
      assertThat(store.journal().verify())
          .isEqualTo(new Verification.Whole(1, 1, (long) writers * each, 0));
    }
  }

  @Test
  void of_writers_with_one_expectation_exactly_one_wins() throws Exception {
    try (Store store = open();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      openAda(store, 1);
      List<Future<AppendOutcome>> all = new ArrayList<>();
      for (int w = 0; w < 16; w++) {
        NewEvent event = event("rival " + w);
        all.add(threads.submit(() -> store.journal().append(request(ADA, event).expecting(1))));
      }
      List<AppendOutcome> outcomes = new ArrayList<>();
      for (Future<AppendOutcome> one : all) {
        outcomes.add(one.get());
      }
      assertThat(outcomes).filteredOn(AppendOutcome.Appended.class::isInstance).hasSize(1);
      assertThat(outcomes).filteredOn(new AppendOutcome.Conflict(2)::equals).hasSize(15);
    }
  }

  @Test
  void one_event_sent_by_many_at_once_is_kept_once() throws Exception {
    try (Store store = open();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      openAda(store, 1);
      List<Future<AppendOutcome>> all = new ArrayList<>();
      for (int w = 0; w < 16; w++) {
        all.add(threads.submit(() -> store.journal().append(request(ADA, event("same")))));
      }
      for (Future<AppendOutcome> one : all) {
        assertThat(seqs(one.get())).containsExactly(2L);
      }
      assertThat(texts(store.journal().read(ADA, 1))).containsExactly("2 same");
    }
  }
}
