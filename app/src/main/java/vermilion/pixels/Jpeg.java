package vermilion.pixels;

import org.jspecify.annotations.Nullable;
import vermilion.pixels.Outline.Look;

/// Walks the segments of a JPEG file (ITU-T T.81) without decoding any, down to its end: what is
/// cut off is seen here, where a decoder would paint the rest grey.
final class Jpeg {

  private static final int START = 0xD8;
  private static final int END = 0xD9;
  private static final int SCAN = 0xDA;
  private static final int APP1 = 0xE1;
  private static final String CUT_OFF = "a JPEG that is cut off";

  private final byte[] file;
  private int at = 2;
  private int width;
  private int height;
  private int orientation = 1;

  private Jpeg(byte[] file) {
    this.file = file;
  }

  static boolean isOne(byte[] file) {
    return file.length > 3
        && (file[0] & 0xff) == 0xFF
        && (file[1] & 0xff) == START
        && (file[2] & 0xff) == 0xFF;
  }

  static Look look(byte[] file) {
    return new Jpeg(file).walk();
  }

  private Look walk() {
    while (at + 1 < file.length) {
      if (one(at) != 0xFF) {
        return new Look.Broken("a JPEG that is damaged");
      }
      int marker = one(at + 1);
      if (marker == 0xFF) {
        at++;
      } else if (marker == END) {
        return width > 0 && height > 0
            ? new Look.Seen(new Outline("jpeg", width, height, orientation))
            : new Look.Broken("a JPEG without a picture");
      } else {
        @Nullable String wrong = segment(marker);
        if (wrong != null) {
          return new Look.Broken(wrong);
        }
      }
    }
    return new Look.Broken(CUT_OFF);
  }

  /// Passes over one segment; says what is wrong with it, if anything is.
  private @Nullable String segment(int marker) {
    if (at + 4 > file.length) {
      return CUT_OFF;
    }
    int length = two(at + 2);
    int next = at + 2 + length;
    if (length < 2 || next > file.length) {
      return CUT_OFF;
    }
    if (isFrame(marker)) {
      if (marker > 0xC2) {
        return "a JPEG of a kind that phones do not make";
      }
      if (length < 8 || width > 0 || one(at + 4) != 8) {
        return "a JPEG that is damaged";
      }
      height = two(at + 5);
      width = two(at + 7);
    } else if (marker == APP1) {
      orientation = Exif.orientation(file, at + 4, next);
    }
    at = next;
    if (marker == SCAN) {
      passScan();
    }
    return null;
  }

  /// Frames are C0 to CF, but for the tables and the extension among them.
  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  /// Goes to the next marker behind coded pixels: FF 00 is a byte of theirs, D0 to D7 restart them.
  private void passScan() {
    while (at + 1 < file.length) {
      int marker = one(at + 1);
      if (one(at) == 0xFF && marker != 0 && !(marker >= 0xD0 && marker <= 0xD7)) {
        return;
      }
      at++;
    }
  }

  private int one(int place) {
    return file[place] & 0xff;
  }

  private int two(int place) {
    return one(place) << 8 | one(place + 1);
  }
}
