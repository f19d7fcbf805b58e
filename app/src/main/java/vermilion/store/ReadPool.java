package vermilion.store;

import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import vermilion.service.JournalFailure;
import vermilion.service.JournalFailure.Kind;

/// A few connections that only read, handed out in the order of asking; each question sees the
/// store as it stood at one moment.
final class ReadPool implements AutoCloseable {

  /// A question within one snapshot.
  interface Question<T> {
    T ask(Session session) throws SQLException;
  }

  /// Opens one more connection.
  interface Opening {
    Session open() throws SQLException;
  }

  /// How many sessions there are.
  ///
  /// @param sessions the most at one time
  /// @param kept the most that stay open between questions; none where another pool does that
  record Size(int sessions, int kept) {}

  private static final int PATIENCE_SECONDS = 10;

  private final Opening opening;
  private final Function<SQLException, JournalFailure> named;
  private final int sessions;
  private final int kept;
  private final Semaphore turns;
  private final Deque<Session> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  ReadPool(Opening opening, Function<SQLException, JournalFailure> named, Size size) {
    this.opening = opening;
    this.named = named;
    this.sessions = size.sessions();
    this.kept = size.kept();
    this.turns = new Semaphore(size.sessions(), true);
  }

  <T> T ask(Question<T> question) {
    takeTurn();
    try {
      if (closed) {
        throw new JournalFailure(Kind.CLOSED, "the journal is closed");
      }
      Session rested = idle.pollFirst();
      Session session = rested != null ? rested : opening.open();
      return askIn(session, question);
    } catch (SQLException e) {
      throw named.apply(e);
    } finally {
      turns.release();
    }
  }

  /// A session whose question failed is not used again: nobody knows what state it is in.
  private <T> T askIn(Session session, Question<T> question) throws SQLException {
    boolean good = false;
    try {
      session.begin();
      T answer = question.ask(session);
      session.rollback();
      good = true;
      return answer;
    } finally {
      if (good && idle.size() < kept) {
        idle.addFirst(session);
      } else {
        session.close();
      }
    }
  }

  private void takeTurn() {
    try {
      if (!turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new JournalFailure(
            Kind.OVERLOADED, "no reader was free within " + PATIENCE_SECONDS + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JournalFailure(Kind.OVERLOADED, "interrupted while waiting for a reader", e);
    }
  }

  /// Waits for the questions that are being asked, then closes every connection.
  @Override
  public void close() throws SQLException {
    closed = true;
    turns.acquireUninterruptibly(sessions);
    turns.release(sessions);
    for (Session session = idle.pollFirst(); session != null; session = idle.pollFirst()) {
      session.close();
    }
  }
}
