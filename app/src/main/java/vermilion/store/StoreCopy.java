package vermilion.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vermilion.service.JournalFailure;
import vermilion.service.JournalFailure.Kind;

/// Copies a store, row by row as it is stored, into an empty one of any kind.
///
/// The target keeps how far the copy has come in the same transactions as the rows, so that one
/// that was broken off goes on where it stopped. No row is opened or made anew: hashes, chains and
/// wrapped keys arrive as they were written.
final class StoreCopy {

  private static final int ROWS_A_STATEMENT = 100;

  /// What becomes of a row on its way.
  interface Passing {
    /// Leaves every row as it is.
    Passing UNCHANGED = (table, row) -> row;

    /// The row to keep, with the same key.
    @Nullable Object[] row(StoreTable table, @Nullable Object[] row) throws SQLException;
  }

  /// Which tables are looked at.
  interface Which {
    boolean takes(StoreTable table) throws SQLException;
  }

  private final Session source;
  private final Session target;
  private final Passing passing;

  /// @param source within a transaction, so that every page shows the same moment
  /// @param target outside of one; each page is a transaction of its own
  /// @param passing what becomes of each row
  StoreCopy(Session source, Session target, Passing passing) {
    this.source = source;
    this.target = target;
    this.passing = passing;
  }

  /// Copies what is not there yet; how many rows the target then has.
  ///
  /// @param name of the source as it stands now, so that a copy is not gone on with from another
  long run(String name) throws SQLException {
    Map<String, CopiedTable> before = CopiedTable.all(target);
    if (before.isEmpty()) {
      refuseUnlessEmpty();
    }
    for (CopiedTable one : before.values()) {
      if (!one.source().equals(name)) {
        throw new JournalFailure(
            Kind.NOT_EMPTY,
            "the target holds a copy of " + one.source() + "; expected one of " + name);
      }
    }
    long rows = 0;
    for (StoreTable table : StoreTable.ALL) {
      CopiedTable kept = before.getOrDefault(table.name(), CopiedTable.begun(table.name(), name));
      rows += (kept.finished() ? kept : copy(table, kept)).rows();
    }
    return rows;
  }

  private void refuseUnlessEmpty() throws SQLException {
    for (StoreTable table : StoreTable.ALL) {
      if (target.first("SELECT 1 FROM " + table.name() + " LIMIT 1", row -> true).isPresent()) {
        throw new JournalFailure(
            Kind.NOT_EMPTY,
            "the target is not empty: " + table.name() + " has rows; nothing was copied");
      }
    }
  }

  private CopiedTable copy(StoreTable table, CopiedTable begun) throws SQLException {
    CopiedTable now = begun;
    TableDigest digest = TableDigest.of(now.digest(), now.rows());
    boolean ended = false;
    while (!ended) {
      List<@Nullable Object[]> page = page(source, table, now);
      ended = page.size() < table.rowsAtOnce();
      for (int i = 0; i < page.size(); i++) {
        page.set(i, passing.row(table, page.get(i)));
        digest.add(table.name(), page.get(i));
      }
      now = page.isEmpty() ? now : now.upTo(digest, page.getLast(), table.key().size());
      now = ended ? now.atItsEnd() : now;
      put(table, page, now);
    }
    return now;
  }

  private void put(StoreTable table, List<@Nullable Object[]> page, CopiedTable now)
      throws SQLException {
    target.inTransaction(() -> {
      for (int i = 0; i < page.size(); i += ROWS_A_STATEMENT) {
        List<@Nullable Object[]> some =
            page.subList(i, Math.min(page.size(), i + ROWS_A_STATEMENT));
        List<@Nullable Object> values = new ArrayList<>();
        some.forEach(row -> values.addAll(Arrays.asList(row)));
        target.run(table.insert(some.size()), values.toArray());
      }
      now.keep(target);
      return true;
    });
  }

  /// Reads a target again and refuses it where it does not hold what was copied.
  static void check(Session target) throws SQLException {
    check(target, table -> true);
  }

  /// The same for some of its tables.
  static void check(Session target, Which which) throws SQLException {
    for (CopiedTable kept : CopiedTable.all(target).values()) {
      if (!which.takes(StoreTable.named(kept.table()))) {
        continue;
      }
      TableDigest there = digest(target, StoreTable.named(kept.table()));
      if (!kept.finished() || !kept.holdsWhat(there)) {
        throw new JournalFailure(
            Kind.TAMPERED,
            "the copy of "
                + kept.table()
                + " is not what was copied: "
                + there.rows()
                + " rows, expected "
                + kept.rows()
                + " and the same content");
      }
    }
  }

  /// What `table` holds now.
  static TableDigest digest(Session session, StoreTable table) throws SQLException {
    TableDigest digest = TableDigest.empty();
    CopiedTable at = CopiedTable.begun(table.name(), "");
    boolean ended = false;
    while (!ended) {
      List<@Nullable Object[]> page = page(session, table, at);
      ended = page.size() < table.rowsAtOnce();
      page.forEach(row -> digest.add(table.name(), row));
      at = ended ? at : at.upTo(digest, page.getLast(), table.key().size());
    }
    return digest;
  }

  private static List<@Nullable Object[]> page(Session from, StoreTable table, CopiedTable at)
      throws SQLException {
    Object[] after = at.lastKeyValues();
    int columns = table.columns().size();
    return from.all(
        table.page(after.length == 0, table.rowsAtOnce()), row -> values(row, columns), after);
  }

  private static @Nullable Object[] values(ResultSet row, int columns) throws SQLException {
    @Nullable Object[] values = new Object[columns];
    for (int i = 0; i < columns; i++) {
      Object value = row.getObject(i + 1);
      values[i] = value instanceof Number number ? (Object) number.longValue() : value;
    }
    return values;
  }
}
