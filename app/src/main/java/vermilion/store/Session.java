package vermilion.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One connection with its prepared statements, used by one thread at a time.
final class Session implements AutoCloseable {

  /// Reads one row.
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /// Looks at one row after another.
  interface Visit {
    void row(ResultSet row) throws SQLException;
  }

  private final Connection connection;
  private final String beginning;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  /// @param connection in which each statement is a transaction until [#begin] is called
  /// @param beginning the statement that begins a transaction of the wanted kind
  Session(Connection connection, String beginning) {
    this.connection = connection;
    this.beginning = beginning;
  }

  /// Runs a change; how many rows it touched.
  int run(String sql, @Nullable Object... values) throws SQLException {
    return bound(sql, values).executeUpdate();
  }

  <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
    try (ResultSet rows = bound(sql, values).executeQuery()) {
      return rows.next() ? Optional.of(row.read(rows)) : Optional.empty();
    }
  }

  <T> List<T> all(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
    List<T> all = new ArrayList<>();
    each(sql, rows -> all.add(row.read(rows)), values);
    return all;
  }

  void each(String sql, Visit visit, @Nullable Object... values) throws SQLException {
    try (ResultSet rows = bound(sql, values).executeQuery()) {
      while (rows.next()) {
        visit.row(rows);
      }
    }
  }

  /// Begins a transaction. Not left to the driver: SQLite's begins the next one at each commit, and
  /// so would keep every other process from writing.
  void begin() throws SQLException {
    bound(beginning).execute();
  }

  void commit() throws SQLException {
    bound("COMMIT").execute();
  }

  /// Undoes the transaction, if the database has not done that by itself already.
  void rollback() throws SQLException {
    try {
      bound("ROLLBACK").execute();
    } catch (SQLException e) {
      if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
        throw e;
      }
    }
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement statement : prepared.values()) {
      statement.close();
    }
    connection.close();
  }

  private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      bind(statement, i + 1, values[i]);
    }
    return statement;
  }

  private static void bind(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case null -> statement.setNull(index, Types.BIGINT);
      case String text -> statement.setString(index, text);
      case Long number -> statement.setLong(index, number);
      case Integer number -> statement.setInt(index, number);
      case byte[] bytes -> statement.setBytes(index, bytes);
      default ->
          throw new IllegalArgumentException(
              "value "
                  + index
                  + " is a "
                  + value.getClass().getName()
                  + "; expected text, number or bytes");
    }
  }
}
