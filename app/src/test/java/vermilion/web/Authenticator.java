package vermilion.web;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// An authenticator app, written from RFC 4226 and RFC 6238 alone.
public final class Authenticator {

  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Authenticator() {}

  /// What the app shows at an instant for a secret of letters.
  public static String code(String secret, Instant at) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(bytes(secret.replace(" ", "")), "RAW"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(at.getEpochSecond() / 30).array());
      int offset = hash[19] & 15;
      int number = ByteBuffer.wrap(hash, offset, 4).getInt() & 0x7fffffff;
      String digits = "000000" + number % 1_000_000;
      return digits.substring(digits.length() - 6);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] bytes(String letters) {
    byte[] bytes = new byte[letters.length() * 5 / 8];
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      int value = LETTERS.indexOf(letters.charAt(bit / 5));
      int one = (value >> (4 - bit % 5)) & 1;
      bytes[bit / 8] |= (byte) (one << (7 - bit % 8));
    }
    return bytes;
  }
}
