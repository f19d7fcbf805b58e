package vermilion.store;

import java.sql.SQLException;
import org.sqlite.SQLiteException;
import vermilion.service.JournalFailure;
import vermilion.service.JournalFailure.Kind;

/// What SQLite's result codes mean to an operator.
final class SqliteFailures {

  private static final int PRIMARY_CODE = 0xff;
  private static final int BUSY = 5;
  private static final int LOCKED = 6;
  private static final int FULL = 13;
  private static final int CONSTRAINT = 19;

  private SqliteFailures() {}

  static JournalFailure named(SQLException e) {
    int code = e instanceof SQLiteException sqlite ? sqlite.getResultCode().code : e.getErrorCode();
    return switch (code & PRIMARY_CODE) {
      case FULL ->
          new JournalFailure(
              Kind.STORAGE_FULL,
              "no room left for the journal; nothing acknowledged is lost: " + e.getMessage(),
              e);
      case BUSY, LOCKED ->
          new JournalFailure(
              Kind.OVERLOADED, "another process holds the journal: " + e.getMessage(), e);
      case CONSTRAINT ->
          new JournalFailure(
              Kind.TAMPERED, "rows and heads of the journal disagree: " + e.getMessage(), e);
      default ->
          new JournalFailure(
              Kind.STORAGE_FAILED, "the journal's file failed: " + e.getMessage(), e);
    };
  }
}
