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
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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

  private static final class Waiting<T> {
    final Change<T> change;
    final int kib;
    final CompletableFuture<T> answer = new CompletableFuture<>();
    @Nullable T outcome;

    Waiting(Change<T> change, int kib) {
      this.change = change;
      this.kib = kib;
    }

    void apply(Session session) throws SQLException {
      outcome = change.apply(session);
    }

    void answer() {
      answer.complete(outcome);
    }
  }

  private final Session session;
  private final Function<SQLException, JournalFailure> named;
  private final Limits limits;
  private final Semaphore admission;
  private final BlockingQueue<Waiting<?>> queue = new LinkedBlockingQueue<>();
  private final Waiting<Boolean> last = new Waiting<>(ignored -> true, 0);
  private final Thread writer;
  private final Object door = new Object();
  private boolean closed;
  private volatile @Nullable JournalFailure broken;

  GroupCommit(Session session, Function<SQLException, JournalFailure> named, Limits limits) {
    this.session = session;
    this.named = named;
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

  private void enter(Waiting<?> waiting) {
    JournalFailure failure = broken;
    if (failure != null) {
      throw new JournalFailure(
          failure.kind(), "the journal stopped writing and must be started again", failure);
    }
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
    boolean begun = false;
    try {
      session.begin();
      begun = true;
      for (Waiting<?> one : batch) {
        one.apply(session);
      }
      session.commit();
    } catch (SQLException | RuntimeException | Error e) {
      if (begun) {
        undo();
      }
      if (begun && batch.size() > 1) {
        return false;
      }
      Throwable failure = failureOf(e);
      batch.forEach(one -> one.answer.completeExceptionally(failure));
      return true;
    }
    batch.forEach(Waiting::answer);
    return true;
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
      session.rollback();
    } catch (SQLException e) {
      broken = named.apply(e);
    }
  }

  private Throwable failureOf(Throwable thrown) {
    if (!(thrown instanceof SQLException sql)) {
      return thrown;
    }
    JournalFailure failure = named.apply(sql);
    if (failure.kind() == Kind.STORAGE_FAILED) {
      // After a failed sync nobody knows what the disk holds: only a new start reads it again.
      broken = failure;
    }
    return failure;
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
    session.close();
  }
}
