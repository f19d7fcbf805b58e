package vermilion.store;

import java.sql.SQLException;

/// The lock that every transaction of every node's writer shares, and that has alone whoever must
/// not be met: who destroys a key, changes the master key, or begins a record.
final class PostgresLock {

  /// Any number that no other program on the same database uses: "vermilio" in ASCII.
  static final long NUMBER = 0x7665726d696c696fL;

  private PostgresLock() {}

  static void share(Session session) throws SQLException {
    session.all("SELECT pg_advisory_xact_lock_shared(?)", row -> true, NUMBER);
  }

  static void takeAlone(Session session) throws SQLException {
    session.all("SELECT pg_advisory_xact_lock(?)", row -> true, NUMBER);
  }
}
