package vermilion.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Bare rows in PostgreSQL: one statement a table for the whole transaction, each column an array.
final class BarePostgres implements BareStore {
  private static final List<String> EVENT_TYPES =
      List.of(
          "text", "text", "bigint", "text", "bigint", "text", "bytea", "bytea", "bytea", "bytea");
  private static final List<String> HEAD_TYPES =
      List.of("text", "text", "bigint", "bytea", "bigint", "bigint", "bytea");
  private static final List<String> LINE_TYPES =
      List.of(
          "text", "text", "int", "bigint", "bigint", "bigint", "text", "bytea", "bytea", "int",
          "bigint");

  private final Connection connection;
  private final PreparedStatement event;
  private final PreparedStatement head;
  private final PreparedStatement line;

  BarePostgres(Connection connection) throws SQLException {
    this.connection = connection;
    BareStore.make(connection, "BYTEA", "");
    connection.setAutoCommit(false);
    event = connection.prepareStatement(EVENT + unnested(EVENT_TYPES));
    head = connection.prepareStatement(HEAD + unnested(HEAD_TYPES) + HEAD_AGAIN);
    line = connection.prepareStatement(LINE + unnested(LINE_TYPES) + LINE_AGAIN);
  }

  private static String unnested(List<String> types) {
    var marks = String.join("[], ?::", types);
    return "SELECT * FROM unnest(?::" + marks + "[])";
  }

  @Override
  public void write(List<Rows> batch) throws SQLException {
    run(event, EVENT_TYPES, batch, Rows::event);
    run(head, HEAD_TYPES, batch, Rows::head);
    run(line, LINE_TYPES, batch, Rows::line);
    connection.commit();
  }

  private void run(
      PreparedStatement statement,
      List<String> types,
      List<Rows> batch,
      Function<Rows, Object[]> which)
      throws SQLException {
    var rows = new ArrayList<Object[]>();
    for (var one : batch) {
      rows.add(which.apply(one));
    }
    for (var column = 0; column < types.size(); column++) {
      var type = types.get(column);
      var values = empty(type, rows.size());
      for (var row = 0; row < values.length; row++) {
        values[row] = rows.get(row)[column];
      }
      statement.setArray(column + 1, connection.createArrayOf(type, values));
    }
    statement.executeUpdate();
  }

  private static Object[] empty(String type, int size) {
    return switch (type) {
      case "text" -> new String[size];
      case "bigint" -> new Long[size];
      case "int" -> new Integer[size];
      case "bytea" -> new byte[size][];
      default -> throw new IllegalArgumentException("no array of " + type);
    };
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
