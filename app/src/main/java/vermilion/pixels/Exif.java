package vermilion.pixels;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Reads the one thing of EXIF that a picture needs: how it is to be turned. Nothing else of it is
/// looked at, and nothing of it is kept.
final class Exif {

  private static final byte[] NAME = {'E', 'x', 'i', 'f', 0, 0};
  private static final int HEADER_BYTES = 8;
  private static final int ENTRY_BYTES = 12;
  private static final int ORIENTATION = 0x0112;
  private static final int SHORT = 3;

  private Exif() {}

  /// The orientation that the segment says, 1 to 8; 1 where it says none.
  ///
  /// @param file the file
  /// @param from where the segment's content begins
  /// @param until where it ends
  static int orientation(byte[] file, int from, int until) {
    int start = from + NAME.length;
    if (until - start < HEADER_BYTES) {
      return 1;
    }
    for (int i = 0; i < NAME.length; i++) {
      if (file[from + i] != NAME[i]) {
        return 1;
      }
    }
    ByteBuffer tiff = ByteBuffer.wrap(file, start, until - start).slice();
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int table = tiff.getInt(4);
    if (table < HEADER_BYTES || table > tiff.limit() - 2) {
      return 1;
    }
    int entries = tiff.getShort(table) & 0xffff;
    for (int i = 0; i < entries; i++) {
      int at = table + 2 + i * ENTRY_BYTES;
      if (at + ENTRY_BYTES > tiff.limit()) {
        return 1;
      }
      if ((tiff.getShort(at) & 0xffff) == ORIENTATION && tiff.getShort(at + 2) == SHORT) {
        int value = tiff.getShort(at + 8) & 0xffff;
        return value >= 1 && value <= 8 ? value : 1;
      }
    }
    return 1;
  }
}
