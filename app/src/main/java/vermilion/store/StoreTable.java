package vermilion.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// One table of a store, as a copy sees it: its columns, the key's first.
///
/// @param name the table
/// @param key the columns of its primary key, in order; all of them text or numbers
/// @param rest all other columns
record StoreTable(String name, List<String> key, List<String> rest) {

  private static final int ROWS_AT_ONCE = 2_000;
  private static final int PHOTOS_AT_ONCE = 8;

  /// Everything that a store keeps, in an order in which nothing is named before it is there.
  static final List<StoreTable> ALL =
      List.of(
          of("master_key", "id", "made proof"),
          of("patient_key", "clinic key_id", "patient made master_id wrapped destroyed"),
          of("episode", "clinic episode", "ordinal patient opened previous_hash hash"),
          of("head", "clinic chain", "seq hash at size mac"),
          of(
              "event",
              "clinic episode seq",
              "event_id received key_id nonce ciphertext previous_hash hash"),
          of(
              "photo",
              "clinic photo",
              "episode received key_id fingerprint small_nonce small nonce ciphertext"),
          of("audit", "clinic seq", "at actor action episode detail previous_hash hash"),
          of(
              "worklist",
              "clinic episode",
              "level_rank deadline next_change updated key_id nonce card course course_change"),
          of(
              "access_token",
              "clinic token_hash",
              "role episode label created revoked mac tries device seen ready"),
          of("clinic_settings", "clinic", "updated body mac"),
          of(
              "subscriber",
              "clinic subscriber",
              "lookup language asked asks confirmed key_id nonce address"),
          of(
              "mail",
              "clinic mail_id",
              "owner kind made due tries state settled why key_id nonce content"),
          of("announced", "clinic article", "updated"),
          of("staff", "clinic person", "name folded roles made ended password otp otp_step mac"),
          of("staff_passkey", "clinic credential", "person label public_key made counter seen mac"),
          of("staff_code", "clinic code_hash", "person kind made until used mac"),
          of(
              "staff_session",
              "clinic session_hash",
              "person token_hash device made seen ended glass glass_until mac"));

  private static StoreTable of(String name, String key, String rest) {
    return new StoreTable(name, List.of(key.split(" ")), List.of(rest.split(" ")));
  }

  /// The table of this name.
  static StoreTable named(String name) {
    for (StoreTable table : ALL) {
      if (table.name().equals(name)) {
        return table;
      }
    }
    throw new IllegalArgumentException("no table of a store is called " + name);
  }

  /// How many rows are held in memory at one time: photos are large.
  int rowsAtOnce() {
    return name.equals("photo") ? PHOTOS_AT_ONCE : ROWS_AT_ONCE;
  }

  /// The key's columns, then the others.
  List<String> columns() {
    List<String> all = new ArrayList<>(key);
    all.addAll(rest);
    return all;
  }

  /// The next `rows` rows in order of the key; asks for the last key before, unless it is the first
  /// page.
  String page(boolean first, int rows) {
    String keys = String.join(", ", key);
    String after = first ? "" : " WHERE (" + keys + ") > (" + marks(key.size()) + ")";
    return "SELECT "
        + String.join(", ", columns())
        + " FROM "
        + name
        + after
        + " ORDER BY "
        + keys
        + " LIMIT "
        + rows;
  }

  /// Puts `rows` rows in one statement, which saves a network trip for each.
  String insert(int rows) {
    String row = "(" + marks(columns().size()) + ")";
    return "INSERT INTO "
        + name
        + " ("
        + String.join(", ", columns())
        + ") VALUES "
        + String.join(", ", Collections.nCopies(rows, row));
  }

  private static String marks(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }
}
