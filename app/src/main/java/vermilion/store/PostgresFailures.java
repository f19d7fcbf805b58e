package vermilion.store;

import java.sql.SQLException;
import java.util.Optional;
import vermilion.service.JournalFailure;
import vermilion.service.JournalFailure.Kind;
import vermilion.store.GroupCommit.Remedy;

/// What PostgreSQL's SQLSTATEs mean to an operator, and what the writer does after them.
final class PostgresFailures {

  private static final int CLASS = 2;

  private PostgresFailures() {}

  static JournalFailure named(String place, SQLException e) {
    String state = state(e);
    Kind kind =
        switch (state) {
          case "53100" -> Kind.STORAGE_FULL;
          case "53300", "55P03", "57014", "40001", "40P01" -> Kind.OVERLOADED;
          case "23505", "23502", "23514" -> Kind.TAMPERED;
          default -> Kind.STORAGE_FAILED;
        };
    return new JournalFailure(kind, place + ": " + words(state) + ": " + e.getMessage(), e);
  }

  private static String words(String state) {
    return switch (state) {
      case "53100" -> "no room left for the journal; nothing acknowledged is lost";
      case "53300" -> "too many connections; raise max_connections or run fewer nodes";
      case "55P03" -> "another node kept a row for too long";
      case "57014" -> "a statement took too long and was stopped";
      case "40001", "40P01" -> "nodes met at the same rows again and again";
      case "23505", "23502", "23514" -> "rows and heads of the journal disagree";
      case "25006" ->
          "the server takes no writes; is it a standby, and the address without"
              + " targetServerType=primary?";
      case "57P01", "57P02", "57P03" -> "the server is stopping or starting; try again";
      case "3D000" ->
          "there is no such database; make it with createdb --template=template0"
              + " --encoding=UTF8 --locale=C";
      case "42501" -> "the role may not do that; it must own the schema";
      case "01000" -> "the change is on this server, but no standby confirmed it";
      default -> wordsOfClass(state);
    };
  }

  private static String wordsOfClass(String state) {
    return switch (state.length() < CLASS ? "" : state.substring(0, CLASS)) {
      case "08" -> "the server does not answer";
      case "28" ->
          "the server refuses the sign-in; look at store-user, store-password-file and"
              + " pg_hba.conf";
      case "53" -> "the server has no memory or other means left";
      case "58", "XX" -> "the server's disk or files failed";
      default -> "the database failed (SQLSTATE " + state + ")";
    };
  }

  static Remedy remedy(SQLException e) {
    String state = state(e);
    return switch (state) {
      case "40001", "40P01", "23505" -> Remedy.AGAIN;
      // 25006: a primary that became a standby keeps its connections.
      case "57P01", "57P02", "57P03", "57P05", "25006", "25P03", "01000" -> Remedy.RECONNECT;
      default ->
          state.startsWith("08") || state.startsWith("28") || state.startsWith("XX")
              ? Remedy.RECONNECT
              : Remedy.GO_ON;
    };
  }

  private static String state(SQLException e) {
    return Optional.ofNullable(e.getSQLState()).orElse("");
  }
}
