package vermilion.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import vermilion.service.Sha256;

/// A run of fields in the one form in which they are hashed, authenticated or bound to a
/// ciphertext.
///
/// Each field carries its kind and its length, and each frame a tag with a version, so that no two
/// different rows have the same form ("ab", "c" and "a", "bc" differ, and so do an event and an
/// audit entry with equal fields).
final class Frame {

  private static final int TEXT = 1;
  private static final int NUMBER = 2;
  private static final int BYTES = 3;
  private static final int ABSENT = 4;

  private final ByteArrayOutputStream form = new ByteArrayOutputStream(256);

  private Frame() {}

  static Frame of(String tag) {
    return new Frame().text(tag);
  }

  Frame text(String text) {
    return field(TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  Frame bytes(byte[] bytes) {
    return field(BYTES, bytes);
  }

  Frame number(long number) {
    form.write(NUMBER);
    fourBytes((int) (number >>> 32));
    fourBytes((int) number);
    return this;
  }

  Frame absent() {
    form.write(ABSENT);
    return this;
  }

  byte[] toArray() {
    return form.toByteArray();
  }

  byte[] sha256() {
    return sha256(toArray());
  }

  static byte[] sha256(byte[] bytes) {
    return Sha256.of(bytes);
  }

  private Frame field(int kind, byte[] bytes) {
    form.write(kind);
    fourBytes(bytes.length);
    form.write(bytes, 0, bytes.length);
    return this;
  }

  private void fourBytes(int number) {
    form.write(number >>> 24);
    form.write(number >>> 16);
    form.write(number >>> 8);
    form.write(number);
  }
}
