package vermilion.service;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// An immutable run of bytes, equal to another by content, so that records may hold bytes.
///
/// The text form tells the size alone: a body may be clinical and must not slip into a log.
public final class Bytes {

  /// No bytes at all.
  public static final Bytes NONE = new Bytes(new byte[0]);

  private final byte[] content;

  private Bytes(byte[] content) {
    this.content = content;
  }

  /// A copy of `content`.
  public static Bytes of(byte[] content) {
    return content.length == 0 ? NONE : new Bytes(content.clone());
  }

  /// The UTF-8 form of `text`.
  public static Bytes ofText(String text) {
    return text.isEmpty() ? NONE : new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /// A copy of the bytes, free to be changed.
  public byte[] toArray() {
    return content.clone();
  }

  /// The bytes read as UTF-8.
  public String toText() {
    return new String(content, StandardCharsets.UTF_8);
  }

  /// How many there are.
  public int size() {
    return content.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return content.length + " bytes";
  }
}
