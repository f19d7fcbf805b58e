package vermilion.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vermilion.json.Json;
import vermilion.json.JsonText;
import vermilion.service.JournalFailure;
import vermilion.service.JournalFailure.Kind;

/// How far the copy of one table has come, as the target itself keeps it.
///
/// @param table which
/// @param source what is being copied, in words
/// @param rows how many rows are there
/// @param digest over them
/// @param lastKey the key of the last one, as a JSON array; "[]" before the first
/// @param finished whether that is all
record CopiedTable(
    String table, String source, long rows, String digest, String lastKey, boolean finished) {

  private static final String COLUMNS = "table_name, source, copied, digest, last_key, finished";

  static CopiedTable begun(String table, String source) {
    return new CopiedTable(table, source, 0, TableDigest.empty().hex(), "[]", false);
  }

  /// The lines of a target; none when it is no target of a copy.
  static Map<String, CopiedTable> all(Session session) throws SQLException {
    Map<String, CopiedTable> all = new HashMap<>();
    session.each(
        "SELECT " + COLUMNS + " FROM copied",
        row -> {
          CopiedTable one = fromRow(row);
          all.put(one.table(), one);
        });
    return all;
  }

  private static CopiedTable fromRow(ResultSet row) throws SQLException {
    return new CopiedTable(
        row.getString(1),
        row.getString(2),
        row.getLong(3),
        row.getString(4),
        row.getString(5),
        row.getInt(6) != 0);
  }

  void keep(Session session) throws SQLException {
    session.run(
        "INSERT INTO copied ("
            + COLUMNS
            + ") VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (table_name) DO UPDATE SET"
            + " source = excluded.source, copied = excluded.copied, digest = excluded.digest,"
            + " last_key = excluded.last_key, finished = excluded.finished",
        table,
        source,
        rows,
        digest,
        lastKey,
        finished ? 1 : 0);
  }

  /// The same with more rows.
  CopiedTable upTo(TableDigest now, @Nullable Object[] lastRow, int keyColumns) {
    List<Json> key = new ArrayList<>();
    for (int i = 0; i < keyColumns; i++) {
      key.add(
          lastRow[i] instanceof Long number
              ? Json.Num.of(number)
              : new Json.Str(String.valueOf(lastRow[i])));
    }
    String last = new Json.Arr(key).text();
    return new CopiedTable(table, source, now.rows(), now.hex(), last, false);
  }

  /// The same, and that is all.
  CopiedTable atItsEnd() {
    return new CopiedTable(table, source, rows, digest, lastKey, true);
  }

  /// Whether `other` counts the same rows.
  boolean holdsWhat(TableDigest other) {
    return rows == other.rows() && digest.equals(other.hex());
  }

  /// Says anew what `table` holds, after it was changed on purpose.
  static void countAgain(Session session, StoreTable table) throws SQLException {
    CopiedTable kept = all(session).getOrDefault(table.name(), begun(table.name(), ""));
    TableDigest now = StoreCopy.digest(session, table);
    new CopiedTable(table.name(), kept.source(), now.rows(), now.hex(), kept.lastKey(), true)
        .keep(session);
  }

  /// The values of the last key, to go on behind it.
  Object[] lastKeyValues() {
    if (!(JsonText.read(lastKey) instanceof JsonText.Reading.Value(Json.Arr key))) {
      throw new JournalFailure(
          Kind.TAMPERED, "the copy of " + table + " does not know how far it came: " + lastKey);
    }
    List<Object> values = new ArrayList<>();
    for (Json one : key.items()) {
      values.add(one instanceof Json.Str text ? text.value() : one.wholeNumber().orElseThrow());
    }
    return values.toArray();
  }
}
