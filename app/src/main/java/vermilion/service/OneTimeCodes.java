package vermilion.service;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/// The six digits of an authenticator app (RFC 6238: SHA-1, 30 seconds, as every app understands
/// them), and the secret behind them.
public final class OneTimeCodes {

  private static final int SECRET_BYTES = 20;
  private static final Duration STEP = Duration.ofSeconds(30);
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  /// Clocks of phones differ: the step before and the one after count too (RFC 6238, 5.2).
  private static final int STEPS_AROUND = 1;

  private OneTimeCodes() {}

  /// A new secret, as the letters that a person could type into an app.
  static String newSecret(Ids ids) {
    return base32(ids.chance(SECRET_BYTES));
  }

  /// What the QR code for an app holds.
  public static String uri(String clinic, String name, String secret) {
    return "otpauth://totp/"
        + part(clinic)
        + ":"
        + part(name)
        + "?secret="
        + secret
        + "&issuer="
        + part(clinic);
  }

  private static String part(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /// The bytes of a secret as letters; nothing for a text that is none.
  static Optional<Bytes> secret(String letters) {
    String text = letters.replace(" ", "").toUpperCase(Locale.ROOT);
    if (text.length() != SECRET_BYTES * 8 / 5) {
      return Optional.empty();
    }
    byte[] bytes = new byte[SECRET_BYTES];
    int bits = 0;
    int held = 0;
    int at = 0;
    for (int i = 0; i < text.length(); i++) {
      int value = LETTERS.indexOf(text.charAt(i));
      if (value < 0) {
        return Optional.empty();
      }
      held = (held << 5) | value;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes[at] = (byte) (held >> bits);
        at++;
        held &= (1 << bits) - 1;
      }
    }
    return Optional.of(Bytes.of(bytes));
  }

  /// The number of the step whose code this is; nothing where it is none around `now`.
  static OptionalLong stepOf(Bytes secret, String code, Instant now) {
    String digits = code.replace(" ", "");
    for (int i = -STEPS_AROUND; i <= STEPS_AROUND; i++) {
      Instant at = now.plus(STEP.multipliedBy(i));
      if (MessageDigest.isEqual(
          codeAt(secret, at).getBytes(StandardCharsets.UTF_8),
          digits.getBytes(StandardCharsets.UTF_8))) {
        return OptionalLong.of(at.getEpochSecond() / STEP.toSeconds());
      }
    }
    return OptionalLong.empty();
  }

  /// The code of an instant.
  static String codeAt(Bytes secret, Instant at) {
    TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator(STEP);
    try {
      return generator.generateOneTimePasswordString(
          new SecretKeySpec(secret.toArray(), generator.getAlgorithm()), at, Locale.ROOT);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("a secret of " + secret.size() + " bytes is no key", e);
    }
  }

  /// Bytes as letters and digits that nobody mixes up; as many bits as are whole groups of five.
  static String base32(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int bits = 0;
    int held = 0;
    for (byte one : bytes) {
      held = (held << 8) | (one & 0xff);
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(LETTERS.charAt((held >> bits) & 31));
        held &= (1 << bits) - 1;
      }
    }
    return text.toString();
  }
}
