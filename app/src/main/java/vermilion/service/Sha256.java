package vermilion.service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256, which every JDK has.
public final class Sha256 {
  private Sha256() {}

  /// A digest to feed piece by piece.
  public static MessageDigest begin() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("this Java has no SHA-256", missing);
    }
  }

  /// The 32 bytes of the hash.
  public static byte[] of(byte[] bytes) {
    return begin().digest(bytes);
  }

  /// The hash of a text's UTF-8 form as 64 hexadecimal digits.
  public static String hexOf(String text) {
    return HexFormat.of().formatHex(of(text.getBytes(StandardCharsets.UTF_8)));
  }

  /// Feeds a digest with a named piece, so that neither name nor bytes can pass for the other.
  static void add(MessageDigest digest, String name, byte[] bytes) {
    digest.update(name.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    digest.update(bytes);
  }
}
