package vermilion.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

  private static final Logger LOG = LoggerFactory.getLogger(Session.class);

  private static final Duration LONG = Duration.ofMinutes(30);

  private final Connection connection;
  private final Transactions transactions;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  /// How a transaction begins and ends, and what it keeps from others.
  private enum Transactions {
    /// By statements; nobody else writes meanwhile.
    TOLD,
    /// By the driver, which begins one with the first statement and so saves a trip for it.
    READING,
    /// By the driver; others write meanwhile.
    WRITING
  }

  private final String beginning;

  /// @param connection in which each statement is a transaction until [#begin] is called
  /// @param beginning the statement that begins a transaction of the wanted kind
  Session(Connection connection, String beginning) {
    this.connection = connection;
    this.transactions = Transactions.TOLD;
    this.beginning = beginning;
  }

  private Session(Connection connection, Transactions transactions) {
    this.connection = connection;
    this.transactions = transactions;
    this.beginning = "";
  }

  /// A session on a database whose driver begins transactions, for one that only reads.
  ///
  /// @param connection in which each statement is a transaction until [#begin] is called
  static Session reading(Connection connection) {
    return new Session(connection, Transactions.READING);
  }

  /// A session on a database whose driver begins transactions, for one of several that write.
  ///
  /// @param connection in which each statement is a transaction until [#begin] is called
  static Session writing(Connection connection) {
    return new Session(connection, Transactions.WRITING);
  }

  /// Runs a change; how many rows it touched.
  int run(String sql, @Nullable Object... values) throws SQLException {
    return use(sql, PreparedStatement::executeUpdate, values);
  }

  <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
    return use(
        sql,
        statement -> {
          try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(row.read(rows)) : Optional.empty();
          }
        },
        values);
  }

  <T> List<T> all(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
    List<T> all = new ArrayList<>();
    each(sql, rows -> all.add(row.read(rows)), values);
    return all;
  }

  void each(String sql, Visit visit, @Nullable Object... values) throws SQLException {
    use(
        sql,
        statement -> {
          try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              visit.row(rows);
            }
          }
          return true;
        },
        values);
  }

  /// Runs one change for many rows at once; how many it touched.
  int runMany(ManyRows change, List<@Nullable Object[]> rows) throws SQLException {
    if (rows.isEmpty()) {
      return 0;
    }
    PreparedStatement statement = statement(change.many());
    for (int column = 0; column < change.types().size(); column++) {
      String type = change.types().get(column);
      statement.setArray(column + 1, connection.createArrayOf(type, column(type, column, rows)));
    }
    return statement.executeUpdate();
  }

  private static @Nullable Object[] column(String type, int column, List<@Nullable Object[]> rows) {
    @Nullable Object[] values =
        switch (type) {
          case "text" -> new String[rows.size()];
          case "bigint" -> new Long[rows.size()];
          case "int" -> new Integer[rows.size()];
          case "bytea" -> new byte[rows.size()][];
          default -> throw new IllegalArgumentException("no array of " + type);
        };
    for (int i = 0; i < values.length; i++) {
      values[i] = rows.get(i)[column];
    }
    return values;
  }

  /// Lets the questions of this transaction take long, because they read whole tables.
  void takeTime() throws SQLException {
    if (transactions != Transactions.TOLD) {
      connection.setNetworkTimeout(Runnable::run, (int) LONG.toMillis());
      run("SET LOCAL statement_timeout = " + LONG.toMillis());
    }
  }

  /// What a question adds to keep the rows that it found from other writers until the end of the
  /// transaction. Nothing where there is one writer at a time.
  String keepingRows(String table) {
    return transactions == Transactions.WRITING ? " FOR UPDATE OF " + table : "";
  }

  /// Begins a transaction. SQLite's driver is told: by itself it begins the next one at each
  /// commit, and so would keep every other process from writing.
  void begin() throws SQLException {
    if (transactions == Transactions.TOLD) {
      use(beginning, PreparedStatement::execute);
    } else {
      connection.setAutoCommit(false);
    }
  }

  /// Ends the transaction; when this returns, it is durable.
  void commit() throws SQLException {
    if (transactions == Transactions.TOLD) {
      use("COMMIT", PreparedStatement::execute);
      return;
    }
    connection.clearWarnings();
    connection.commit();
    SQLWarning warning = connection.getWarnings();
    connection.setAutoCommit(true);
    if (warning != null) {
      // Somebody cancelled the wait for a standby: it is on one disk only, which was not asked for.
      throw new SQLException(
          "committed, but not as asked: " + warning.getMessage(), warning.getSQLState(), warning);
    }
  }

  /// Undoes the transaction, if the database has not done that by itself already.
  void rollback() throws SQLException {
    if (transactions != Transactions.TOLD) {
      if (!connection.getAutoCommit()) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
      return;
    }
    try {
      use("ROLLBACK", PreparedStatement::execute);
    } catch (SQLException e) {
      if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
        throw e;
      }
    }
  }

  /// Changes that belong together.
  interface Whole<T> {
    T run() throws SQLException;
  }

  /// Runs `changes` in one transaction: all of them are kept, or none.
  <T> T inTransaction(Whole<T> changes) throws SQLException {
    begin();
    boolean good = false;
    try {
      T done = changes.run();
      commit();
      good = true;
      return done;
    } finally {
      if (!good) {
        rollback();
      }
    }
  }

  /// Closes the connection, or gives it back without a transaction to the pool that it is from.
  @Override
  public void close() throws SQLException {
    for (PreparedStatement statement : prepared.values()) {
      statement.close();
    }
    if (transactions != Transactions.TOLD) {
      try {
        rollback();
      } catch (SQLException e) {
        LOG.debug("a lost connection could not be rolled back", e);
      }
    }
    connection.close();
  }

  /// What is done with a prepared statement.
  private interface Use<T> {
    T with(PreparedStatement statement) throws SQLException;
  }

  /// Uses a statement. One that fails is prepared anew the next time: SQLite's driver gives it up
  /// after some failures, of which a full disk is one.
  private <T> T use(String sql, Use<T> use, @Nullable Object... values) throws SQLException {
    try {
      return use.with(bound(sql, values));
    } catch (SQLException e) {
      PreparedStatement failed = prepared.remove(sql);
      if (failed != null) {
        close(failed, e);
      }
      throw e;
    }
  }

  private static void close(PreparedStatement failed, SQLException why) {
    try {
      failed.close();
    } catch (SQLException e) {
      why.addSuppressed(e);
    }
  }

  private PreparedStatement statement(String sql) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    return statement;
  }

  private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = statement(sql);
    bind(statement, values);
    return statement;
  }

  private void bind(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      bind(statement, i + 1, values[i]);
    }
  }

  private void bind(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case null -> statement.setNull(index, Types.NULL);
      case String text -> statement.setString(index, text);
      case Long number -> statement.setLong(index, number);
      case Integer number -> statement.setInt(index, number);
      case byte[] bytes -> statement.setBytes(index, bytes);
      case String[] texts -> statement.setArray(index, connection.createArrayOf("text", texts));
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
