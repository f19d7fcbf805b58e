package vermilion.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/// The three rows of a check-in in a database, without anything else: the tables of the record with
/// their primary keys alone.
interface BareStore extends AutoCloseable {
  /// The tables; one is kept in the order of its key where the database can.
  String TABLES =
      """
      CREATE TABLE bare_event (
        clinic TEXT NOT NULL, episode TEXT NOT NULL, seq BIGINT NOT NULL, event_id TEXT NOT NULL,
        received BIGINT NOT NULL, key_id TEXT NOT NULL, nonce %1$s NOT NULL,
        ciphertext %1$s NOT NULL, previous_hash %1$s NOT NULL, hash %1$s NOT NULL,
        PRIMARY KEY (clinic, episode, seq));
      CREATE TABLE bare_head (
        clinic TEXT NOT NULL, chain TEXT NOT NULL, seq BIGINT NOT NULL, hash %1$s NOT NULL,
        at BIGINT NOT NULL, size BIGINT NOT NULL, mac %1$s NOT NULL,
        PRIMARY KEY (clinic, chain)) %2$s;
      CREATE TABLE bare_worklist (
        clinic TEXT NOT NULL, episode TEXT NOT NULL, level_rank INT NOT NULL, deadline BIGINT,
        next_change BIGINT, updated BIGINT NOT NULL, key_id TEXT NOT NULL, nonce %1$s NOT NULL,
        card %1$s NOT NULL, course INT NOT NULL, course_change BIGINT,
        PRIMARY KEY (clinic, episode)) %2$s
      """;

  String EVENT = "INSERT INTO bare_event ";
  String HEAD = "INSERT INTO bare_head ";
  String HEAD_AGAIN =
      """
       ON CONFLICT (clinic, chain) DO UPDATE SET seq = excluded.seq, hash = excluded.hash,
        at = excluded.at, size = excluded.size, mac = excluded.mac
      """;
  String LINE = "INSERT INTO bare_worklist ";
  String LINE_AGAIN =
      """
       ON CONFLICT (clinic, episode) DO UPDATE SET level_rank = excluded.level_rank,
        deadline = excluded.deadline, next_change = excluded.next_change,
        updated = excluded.updated, key_id = excluded.key_id, nonce = excluded.nonce,
        card = excluded.card, course = excluded.course, course_change = excluded.course_change
      """;

  /// What a check-in writes: the values of each row, in the order of the columns.
  final class Rows {
    private final Object[] event;
    private final Object[] head;
    private final Object[] line;

    Rows(Object[] event, Object[] head, Object[] line) {
      this.event = event;
      this.head = head;
      this.line = line;
    }

    Object[] event() {
      return event;
    }

    Object[] head() {
      return head;
    }

    Object[] line() {
      return line;
    }
  }

  /// Puts all of it on the disk in one transaction.
  void write(List<Rows> batch) throws SQLException;

  @Override
  void close() throws SQLException;

  /// Makes the tables.
  static void make(Connection connection, String bytes, String clustered) throws SQLException {
    try (var statement = connection.createStatement()) {
      for (var table : String.format(TABLES, bytes, clustered).split(";", -1)) {
        statement.execute(table);
      }
    }
  }

  /// Gives a statement its values.
  static void bind(PreparedStatement statement, Object[] values) throws SQLException {
    for (var i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
