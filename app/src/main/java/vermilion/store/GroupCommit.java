package vermilion.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vermilion.service.JournalFailure;
import vermilion.service.JournalFailure.Kind;

/// One thread that writes everybody's changes: what waits while one transaction is being put on the
/// disk goes into the next one together, so that a slow disk costs one sync for many callers.
///
/// A batch that fails is undone and each of its changes is tried again alone, so that a bad one
/// fails by itself. Callers are admitted in the order in which they came, and only so many bytes
/// wait.
final class GroupCommit implements AutoCloseable {

  /// A change within the writer's transaction. It may be run twice, the first time being undone.
  interface Change<T> {
    T apply(Session session) throws SQLException;
  }

  /// One change of a transaction, with somebody who waits for what comes of it.
  interface Step {
    Change<?> change();

    void apply(Session session) throws SQLException;
  }

  /// In which order, and with what before and after them, the changes of one transaction are run.
  interface Course {
    /// One after the other.
    Course IN_ORDER =
        (session, steps) -> {
          for (Step step : steps) {
            step.apply(session);
          }
        };

    void run(Session session, List<? extends Step> steps) throws SQLException;
  }

  /// What the errors of a database mean.
  interface Errors {
    /// What an error means to an operator.
    JournalFailure named(SQLException e);

    /// What the writer does after it.
    Remedy remedy(SQLException e);
  }

  /// What the writer does after an error.
  enum Remedy {
    /// Goes on: the change itself was at fault.
    GO_ON,
    /// Tries again: another node was there first.
    AGAIN,
    /// Opens a new connection: the old one is lost, and what it had not committed is undone.
    RECONNECT,
    /// Stops until a new start: nobody knows what the disk holds.
    STOP
  }

  /// What it writes with.
  ///
  /// @param opening opens its connection, again after it was lost
  /// @param errors what went wrong, in words and for what follows
  /// @param course how the changes of a transaction are run
  record Tools(ReadPool.Opening opening, Errors errors, Course course) {}

  /// How much waits, how much goes into one transaction, and how long a caller waits to be
  /// admitted.
  ///
  /// @param waitingKib admitted and not yet answered
  /// @param batchKib in one transaction
  /// @param batchChanges in one transaction
  /// @param patience until a caller is told that the store is busy
  record Limits(int waitingKib, int batchKib, int batchChanges, Duration patience) {
    static final Limits USUAL = new Limits(16 * 1024, 4 * 1024, 512, Duration.ofSeconds(2));
  }

  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

  /// How often a change is tried that meets other nodes', and how often a whole batch.
  private static final int TRIES = 8;

  private static final int TRIES_TOGETHER = 3;

  private static final int PAUSE_MILLIS_MAX = 20;

  private static final class Waiting<T> implements Step {
    final Change<T> change;
    final int kib;
    final CompletableFuture<T> answer = new CompletableFuture<>();
    @Nullable T outcome;

    Waiting(Change<T> change, int kib) {
      this.change = change;
      this.kib = kib;
    }

    @Override
    public Change<?> change() {
      return change;
    }

    @Override
    public void apply(Session session) throws SQLException {
      outcome = change.apply(session);
    }

    void answer() {
      answer.complete(outcome);
    }
  }

  private final Tools tools;
  private final Limits limits;
  private final Semaphore admission;
  private final BlockingQueue<Waiting<?>> queue = new LinkedBlockingQueue<>();
  private final Waiting<Boolean> last = new Waiting<>(ignored -> true, 0);
  private final Thread writer;
  private final Object door = new Object();
  private boolean closed;
  private @Nullable Session session;
  private volatile @Nullable JournalFailure broken;

  /// Opens its connection.
  GroupCommit(Tools tools, Limits limits) throws SQLException {
    this.tools = tools;
    this.session = tools.opening().open();
    this.limits = limits;
    this.admission = new Semaphore(limits.waitingKib(), true);
    this.writer = Thread.ofPlatform().name("journal-writer").daemon().unstarted(this::write);
  }

  void start() {
    writer.start();
  }

  /// Runs `change` and waits until it is on the disk; empty when it was not admitted.
  <T> Optional<T> submit(long bytes, Change<T> change) {
    int kib = (int) Math.min(limits.waitingKib(), 1 + bytes / 1024);
    try {
      if (!admission.tryAcquire(kib, limits.patience().toMillis(), TimeUnit.MILLISECONDS)) {
        return Optional.empty();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    try {
      Waiting<T> waiting = new Waiting<>(change, kib);
      enter(waiting);
      return Optional.of(await(waiting.answer));
    } finally {
      admission.release(kib);
    }
  }

  /// Does nothing unless writing has stopped for good.
  void checkWriting() {
    JournalFailure failure = broken;
    if (failure != null) {
      throw new JournalFailure(
          failure.kind(), "the journal stopped writing and must be started again", failure);
    }
  }

  private void enter(Waiting<?> waiting) {
    checkWriting();
    synchronized (door) {
      if (closed) {
        throw new JournalFailure(Kind.CLOSED, "the journal is closed");
      }
      queue.add(waiting);
    }
  }

  /// Waits through interrupts: the change may already be on the disk, and the caller must know.
  private static <T> T await(CompletableFuture<T> answer) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return answer.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          if (e.getCause() instanceof JournalFailure failure) {
            throw new JournalFailure(failure.kind(), String.valueOf(failure.getMessage()), failure);
          }
          throw new IllegalStateException("a change of the journal failed", e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void write() {
    boolean open = true;
    while (open) {
      List<Waiting<?>> batch = nextBatch();
      open = !batch.remove(last);
      if (!batch.isEmpty() && !commit(batch)) {
        for (Waiting<?> one : batch) {
          commitAlone(one);
        }
      }
    }
  }

  private List<Waiting<?>> nextBatch() {
    List<Waiting<?>> batch = new ArrayList<>();
    int kib = 0;
    @Nullable Waiting<?> next = takeUninterrupted();
    while (next != null) {
      batch.add(next);
      kib += next.kib;
      boolean full = batch.size() >= limits.batchChanges() || kib >= limits.batchKib();
      next = full || next == last ? null : queue.poll();
    }
    return batch;
  }

  private Waiting<?> takeUninterrupted() {
    @Nullable Waiting<?> taken = null;
    while (taken == null) {
      try {
        taken = queue.take();
      } catch (InterruptedException e) {
        // Nobody interrupts this thread on purpose; it ends when it is told to close.
        taken = null;
      }
    }
    return taken;
  }

  /// Whether the whole batch is answered; if not, all of it was undone.
  private boolean commit(List<Waiting<?>> batch) {
    Attempt attempt = attempt(batch);
    int tries = batch.size() == 1 ? TRIES : TRIES_TOGETHER;
    for (int i = 1; i < tries && attempt.isWorthAnother(); i++) {
      pause(i);
      attempt = attempt(batch);
    }
    Throwable failure = attempt.failure();
    if (failure == null) {
      batch.forEach(Waiting::answer);
      return true;
    }
    boolean atFault = attempt.remedy() == Remedy.GO_ON || attempt.remedy() == Remedy.AGAIN;
    if (attempt.begun() && batch.size() > 1 && atFault) {
      return false;
    }
    Throwable told = told(failure, attempt.remedy());
    batch.forEach(one -> one.answer.completeExceptionally(told));
    return true;
  }

  /// What came of running a batch once.
  ///
  /// @param failure why it was undone; null when it is durable
  /// @param begun whether a transaction was begun
  /// @param ended whether it was told to end, so that nobody knows what became of it
  /// @param remedy what is to be done about the failure
  private record Attempt(@Nullable Throwable failure, boolean begun, boolean ended, Remedy remedy) {

    /// A connection that was lost before the end was asked for has written nothing.
    boolean isWorthAnother() {
      return failure != null
          && (remedy == Remedy.AGAIN || (remedy == Remedy.RECONNECT && begun && !ended));
    }
  }

  private Attempt attempt(List<Waiting<?>> batch) {
    boolean begun = false;
    boolean ended = false;
    try {
      Session here = session == null ? tools.opening().open() : session;
      session = here;
      here.begin();
      begun = true;
      tools.course().run(here, batch);
      ended = true;
      here.commit();
      return new Attempt(null, true, true, Remedy.GO_ON);
    } catch (SQLException | RuntimeException | Error e) {
      Remedy remedy = e instanceof SQLException sql ? tools.errors().remedy(sql) : Remedy.GO_ON;
      if (remedy == Remedy.RECONNECT) {
        leave();
      } else if (begun) {
        undo();
      }
      return new Attempt(e, begun, ended, remedy);
    }
  }

  private void commitAlone(Waiting<?> one) {
    JournalFailure failure = broken;
    if (failure != null) {
      one.answer.completeExceptionally(failure);
    } else {
      commit(List.of(one));
    }
  }

  private void undo() {
    try {
      if (session != null) {
        session.rollback();
      }
    } catch (SQLException e) {
      if (tools.errors().remedy(e) == Remedy.RECONNECT) {
        leave();
      } else {
        broken = tools.errors().named(e);
      }
    }
  }

  /// Forgets a connection that is lost.
  private void leave() {
    try {
      if (session != null) {
        session.close();
      }
    } catch (SQLException e) {
      LOG.debug("a lost connection could not be closed", e);
    }
    session = null;
  }

  private Throwable told(Throwable thrown, Remedy remedy) {
    if (!(thrown instanceof SQLException sql)) {
      return thrown;
    }
    JournalFailure failure = tools.errors().named(sql);
    if (remedy == Remedy.STOP) {
      broken = failure;
    }
    return failure;
  }

  /// Lets the other node end; not always for the same time, or two would meet again and again.
  private static void pause(int tries) {
    long most = Math.min(PAUSE_MILLIS_MAX, 2L * tries);
    LockSupport.parkNanos(1_000_000L * ThreadLocalRandom.current().nextLong(1, most + 1));
  }

  /// How many changes wait for the writer.
  int waiting() {
    return queue.size();
  }

  /// Puts what waits on the disk, then stops.
  @Override
  public void close() throws SQLException {
    synchronized (door) {
      if (closed) {
        return;
      }
      closed = true;
      queue.add(last);
    }
    boolean interrupted = false;
    while (writer.isAlive()) {
      try {
        writer.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (session != null) {
      session.close();
    }
  }
}
