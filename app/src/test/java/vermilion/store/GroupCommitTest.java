package vermilion.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermilion.service.JournalFailure;
import vermilion.service.JournalFailure.Kind;
import vermilion.store.GroupCommit.Course;
import vermilion.store.GroupCommit.Errors;
import vermilion.store.GroupCommit.Limits;
import vermilion.store.GroupCommit.Remedy;
import vermilion.store.GroupCommit.Tools;

/// One writer for everybody: together when all goes well, each alone when one does not.
class GroupCommitTest {

  private static final String INSERT = "INSERT INTO line (id) VALUES (?)";

  @TempDir Path folder;
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

  @BeforeEach
  void makeTable() throws SQLException {
    try (Connection connection = connect()) {
      connection.createStatement().execute("CREATE TABLE line (id INTEGER PRIMARY KEY)");
    }
  }

  @AfterEach
  void endCallers() {
    callers.close();
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:sqlite:" + folder.resolve("lines.db") + "?busy_timeout=50&journal_mode=WAL");
  }

  private GroupCommit writer(Limits limits) throws SQLException {
    GroupCommit writer =
        new GroupCommit(
            new Tools(() -> new Session(connect(), "BEGIN IMMEDIATE"), errors, Course.IN_ORDER),
            limits);
    writer.start();
    return writer;
  }

  /// What a file's errors mean, and what only several nodes meet.
  private static final class FileErrors implements Errors {
    @Override
    public JournalFailure named(SQLException e) {
      return SqliteFailures.named(e);
    }

    @Override
    public Remedy remedy(SQLException e) {
      return switch (String.valueOf(e.getSQLState())) {
        case "40001" -> Remedy.AGAIN;
        case "08006" -> Remedy.RECONNECT;
        default -> named(e).kind() == Kind.STORAGE_FAILED ? Remedy.STOP : Remedy.GO_ON;
      };
    }
  }

  private final Errors errors = new FileErrors();

  private List<Long> kept() throws SQLException {
    try (Session session = new Session(connect(), "BEGIN")) {
      return session.all("SELECT id FROM line ORDER BY id", row -> row.getLong(1));
    }
  }

  /// A change that keeps the writer busy until it is let go, so that others gather behind it.
  private static final class Gate {
    final CountDownLatch entered = new CountDownLatch(1);
    final CountDownLatch opened = new CountDownLatch(1);

    boolean pass(Session ignored) {
      entered.countDown();
      try {
        opened.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return true;
    }
  }

  private static void awaitWaiting(GroupCommit writer, int count) {
    while (writer.waiting() < count) {
      LockSupport.parkNanos(50_000);
    }
  }

  @Test
  void after_an_error_of_the_file_nothing_of_the_batch_is_tried_again() throws Exception {
    try (GroupCommit writer = writer(Limits.USUAL)) {
      Gate gate = new Gate();
      Future<?> first = callers.submit(() -> writer.submit(0, gate::pass));
      gate.entered.await();
      Future<?> good = callers.submit(() -> writer.submit(0, session -> session.run(INSERT, 1)));
      awaitWaiting(writer, 1);
      Future<?> failed =
          callers.submit(() ->
              writer.submit(
                  0,
                  _ -> {
                    throw new SQLException("disk I/O error", null, 10);
                  }));
      awaitWaiting(writer, 2);
      gate.opened.countDown();

      first.get();
      for (Future<?> one : List.of(good, failed)) {
        assertThatExceptionOfType(ExecutionException.class)
            .isThrownBy(one::get)
            .withCauseInstanceOf(JournalFailure.class);
      }
      assertThat(kept()).isEmpty();
      assertThatExceptionOfType(JournalFailure.class)
          .isThrownBy(() -> writer.submit(0, session -> session.run(INSERT, 2)))
          .withMessageContaining("must be started again");
    }
  }

  @Test
  void a_bad_change_in_a_batch_fails_alone() throws Exception {
    try (GroupCommit writer = writer(Limits.USUAL)) {
      Gate gate = new Gate();
      Future<?> first = callers.submit(() -> writer.submit(0, gate::pass));
      gate.entered.await();
      List<Future<Optional<Integer>>> good = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        int id = i;
        good.add(callers.submit(() -> writer.submit(0, session -> session.run(INSERT, id))));
      }
      Future<?> twice =
          callers.submit(() ->
              writer.submit(0, session -> session.run(INSERT, 100) + session.run(INSERT, 100)));
      Future<?> thrown =
          callers.submit(() ->
              writer.submit(
                  0,
                  session -> {
                    session.run(INSERT, 200);
                    throw new IllegalArgumentException("a mistake of ours");
                  }));
      awaitWaiting(writer, 22);
      gate.opened.countDown();

      first.get();
      for (Future<Optional<Integer>> one : good) {
        assertThat(one.get()).contains(1);
      }
      assertThatExceptionOfType(ExecutionException.class)
          .isThrownBy(twice::get)
          .withCauseInstanceOf(JournalFailure.class);
      assertThatExceptionOfType(ExecutionException.class)
          .isThrownBy(thrown::get)
          .withCauseInstanceOf(IllegalStateException.class)
          .withStackTraceContaining("a mistake of ours");
      assertThat(kept()).hasSize(20).doesNotContain(100L, 200L);
      assertThat(writer.submit(0, session -> session.run(INSERT, 300))).contains(1);
    }
  }

  @Test
  void who_comes_to_a_full_queue_is_told_that_it_is_busy_and_nothing_is_taken() throws Exception {
    Limits narrow = new Limits(2, 8, 8, Duration.ofMillis(20));
    try (GroupCommit writer = writer(narrow)) {
      Gate gate = new Gate();
      Future<?> first = callers.submit(() -> writer.submit(0, gate::pass));
      gate.entered.await();
      Future<Optional<Integer>> second =
          callers.submit(() -> writer.submit(0, session -> session.run(INSERT, 2)));
      awaitWaiting(writer, 1);
      assertThat(writer.submit(0, session -> session.run(INSERT, 3))).isEmpty();
      gate.opened.countDown();
      first.get();
      assertThat(second.get()).contains(1);
      assertThat(kept()).containsExactly(2L);
      // Larger than all that may wait: admitted when nobody else is.
      assertThat(writer.submit(1_000_000, session -> session.run(INSERT, 4))).contains(1);
    }
  }

  @Test
  void closing_finishes_what_waits_and_refuses_what_comes_after() throws Exception {
    GroupCommit writer = writer(Limits.USUAL);
    Gate gate = new Gate();
    Future<?> first = callers.submit(() -> writer.submit(0, gate::pass));
    gate.entered.await();
    Future<Optional<Integer>> second =
        callers.submit(() -> writer.submit(0, session -> session.run(INSERT, 2)));
    awaitWaiting(writer, 1);
    Future<?> closing =
        callers.submit(() -> {
          writer.close();
          return true;
        });
    awaitWaiting(writer, 2);
    gate.opened.countDown();
    first.get();
    closing.get();
    assertThat(second.get()).contains(1);
    assertThat(kept()).containsExactly(2L);
    assertThatExceptionOfType(JournalFailure.class)
        .isThrownBy(() -> writer.submit(0, session -> session.run(INSERT, 5)))
        .satisfies(failure -> assertThat(failure.kind()).isEqualTo(Kind.CLOSED));
    writer.close();
  }

  @Test
  void after_the_file_failed_nothing_more_is_written() throws Exception {
    try (GroupCommit writer = writer(Limits.USUAL)) {
      writer.checkWriting();
      assertThatExceptionOfType(JournalFailure.class)
          .isThrownBy(() ->
              writer.submit(
                  0,
                  session -> {
                    throw new SQLException("disk I/O error", "", 10);
                  }))
          .satisfies(failure -> assertThat(failure.kind()).isEqualTo(Kind.STORAGE_FAILED));
      assertThatExceptionOfType(JournalFailure.class)
          .isThrownBy(() -> writer.submit(0, session -> session.run(INSERT, 6)))
          .withMessageContaining("must be started again");
      assertThatExceptionOfType(JournalFailure.class)
          .isThrownBy(writer::checkWriting)
          .withMessageContaining("must be started again");
    }
    assertThat(kept()).isEmpty();
  }

  @Test
  void an_interrupted_caller_still_learns_what_became_of_its_change() throws Exception {
    try (GroupCommit writer = writer(Limits.USUAL)) {
      Gate gate = new Gate();
      Future<?> first = callers.submit(() -> writer.submit(0, gate::pass));
      gate.entered.await();
      List<Object> told = new ArrayList<>();
      Thread caller =
          Thread.ofVirtual()
              .start(() -> {
                told.add(writer.submit(0, session -> session.run(INSERT, 7)));
                told.add(Thread.currentThread().isInterrupted());
              });
      awaitWaiting(writer, 1);
      caller.interrupt();
      gate.opened.countDown();
      caller.join();
      first.get();
      assertThat(told).containsExactly(Optional.of(1), true);
    }
  }

  @Test
  void a_locked_file_is_said_to_all_at_once() throws Exception {
    try (GroupCommit writer = writer(Limits.USUAL);
        Connection other = connect()) {
      other.createStatement().execute("PRAGMA busy_timeout = 0");
      other.createStatement().execute("BEGIN IMMEDIATE");
      assertThatExceptionOfType(JournalFailure.class)
          .isThrownBy(() -> writer.submit(0, session -> session.run(INSERT, 8)))
          .satisfies(failure -> assertThat(failure.kind()).isEqualTo(Kind.OVERLOADED));
      other.createStatement().execute("ROLLBACK");
      assertThat(writer.submit(0, session -> session.run(INSERT, 8))).contains(1);
    }
  }

  @Test
  void a_change_that_met_another_node_is_tried_again_alone() throws Exception {
    try (GroupCommit writer = writer(Limits.USUAL)) {
      AtomicInteger tries = new AtomicInteger();
      Optional<Integer> done =
          writer.submit(
              0,
              session -> {
                int touched = session.run(INSERT, 9);
                if (tries.incrementAndGet() < 4) {
                  throw new SQLException("deadlock", "40001");
                }
                return touched;
              });
      assertThat(done).contains(1);
      assertThat(tries).hasValue(4);
      assertThat(kept()).containsExactly(9L);
    }
  }

  @Test
  void who_meets_another_node_for_ever_is_told_and_the_next_is_served() throws Exception {
    try (GroupCommit writer = writer(Limits.USUAL)) {
      AtomicInteger tries = new AtomicInteger();
      assertThatExceptionOfType(JournalFailure.class)
          .isThrownBy(() ->
              writer.submit(
                  0,
                  session -> {
                    tries.incrementAndGet();
                    throw new SQLException("deadlock", "40001", 5);
                  }));
      assertThat(tries).hasValue(8);
      assertThat(writer.submit(0, session -> session.run(INSERT, 10))).contains(1);
    }
  }

  @Test
  void a_connection_lost_before_the_end_costs_nobody_anything() throws Exception {
    try (GroupCommit writer = writer(Limits.USUAL)) {
      AtomicInteger tries = new AtomicInteger();
      Optional<Integer> done =
          writer.submit(
              0,
              session -> {
                int touched = session.run(INSERT, 11);
                if (tries.incrementAndGet() < 2) {
                  session.close();
                  throw new SQLException("the connection is lost", "08006");
                }
                return touched;
              });
      assertThat(done).contains(1);
      assertThat(kept()).containsExactly(11L);
    }
  }

  @Test
  void a_reader_that_asks_in_vain_is_told_and_leaves_no_broken_connection() throws Exception {
    try (ReadPool pool =
        new ReadPool(
            () -> new Session(connect(), "BEGIN"),
            SqliteFailures::named,
            new ReadPool.Size(1, 1))) {
      assertThatExceptionOfType(JournalFailure.class)
          .isThrownBy(() -> pool.ask(session -> session.run("SELECT nothing FROM nowhere")));
      assertThatIllegalStateException()
          .isThrownBy(() ->
              pool.ask(session -> {
                throw new IllegalStateException("a mistake of ours");
              }));
      List<Long> ids =
          pool.ask(session -> session.all("SELECT id FROM line", row -> row.getLong(1)));
      assertThat(ids).isEmpty();
    }
  }
}
