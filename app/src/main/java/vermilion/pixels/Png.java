package vermilion.pixels;

import java.util.zip.CRC32;
import vermilion.pixels.Outline.Look;

/// Walks the chunks of a PNG file (ISO/IEC 15948) without decoding any.
final class Png {

  private static final long[] SIGNATURE = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int CHUNK_BYTES = 12;
  private static final int HEADER_BYTES = 13;

  private Png() {}

  static boolean isOne(byte[] file) {
    boolean is = file.length > SIGNATURE.length;
    for (int i = 0; is && i < SIGNATURE.length; i++) {
      is = (file[i] & 0xff) == SIGNATURE[i];
    }
    return is;
  }

  static Look look(byte[] file) {
    int at = SIGNATURE.length;
    Outline outline = null;
    while (at + CHUNK_BYTES <= file.length) {
      long length = fourBytes(file, at) & 0xffff_ffffL;
      if (length > file.length - at - CHUNK_BYTES) {
        return new Look.Broken("a PNG that is cut off");
      }
      int size = (int) length;
      CRC32 crc = new CRC32();
      crc.update(file, at + 4, size + 4);
      if ((int) crc.getValue() != fourBytes(file, at + 8 + size)) {
        return new Look.Broken("a PNG that is damaged");
      }
      if (isNamed(file, at, "IHDR") && size == HEADER_BYTES && outline == null) {
        outline = new Outline("png", fourBytes(file, at + 8), fourBytes(file, at + 12), 1);
      } else if (outline == null) {
        return new Look.Broken("a PNG without a header");
      } else if (isNamed(file, at, "IEND")) {
        return new Look.Seen(outline);
      }
      at += CHUNK_BYTES + size;
    }
    return new Look.Broken("a PNG that is cut off");
  }

  private static boolean isNamed(byte[] file, int at, String name) {
    boolean is = true;
    for (int i = 0; i < name.length(); i++) {
      is &= file[at + 4 + i] == name.charAt(i);
    }
    return is;
  }

  private static int fourBytes(byte[] file, int at) {
    return (file[at] & 0xff) << 24
        | (file[at + 1] & 0xff) << 16
        | (file[at + 2] & 0xff) << 8
        | (file[at + 3] & 0xff);
  }
}
