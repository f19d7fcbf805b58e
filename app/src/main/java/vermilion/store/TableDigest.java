package vermilion.store;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// What a table holds, in 32 bytes that do not depend on the order of its rows, since two databases
/// may order the same text differently.
///
/// The rows' hashes are added as one large number each; adding, unlike a bitwise "exclusive or",
/// also notices a row that is there twice.
final class TableDigest {

  private static final int BYTES = 32;

  private final byte[] sum;
  private long rows;

  private TableDigest(byte[] sum, long rows) {
    this.sum = sum;
    this.rows = rows;
  }

  static TableDigest empty() {
    return new TableDigest(new byte[BYTES], 0);
  }

  /// The digest that stood at [#hex] after `rows` rows.
  static TableDigest of(String hex, long rows) {
    return new TableDigest(HexFormat.of().parseHex(hex), rows);
  }

  /// Counts one row of `table` in.
  void add(String table, @Nullable Object[] row) {
    Frame frame = Frame.of("vermilion/copied-row/1").text(table);
    for (Object value : row) {
      switch (value) {
        case null -> frame.absent();
        case String text -> frame.text(text);
        case Long number -> frame.number(number);
        case byte[] bytes -> frame.bytes(bytes);
        default ->
            throw new IllegalArgumentException(
                "a column of " + table + " is a " + value.getClass().getName());
      }
    }
    byte[] hash = frame.sha256();
    int carry = 0;
    for (int i = BYTES - 1; i >= 0; i--) {
      int digit = (sum[i] & 0xff) + (hash[i] & 0xff) + carry;
      sum[i] = (byte) digit;
      carry = digit >>> 8;
    }
    rows++;
  }

  long rows() {
    return rows;
  }

  String hex() {
    return HexFormat.of().formatHex(sum);
  }
}
