package vermilion.service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Keeps passwords as Argon2id hashes. Memory and passes are those that OWASP's password storage
/// cheat sheet names first (19 MiB, 2 passes, 1 lane): 35 ms a try here, and a graphics card that
/// guesses needs the memory for each guess.
final class Passwords {

  /// The fewest and the most characters (ASVS 5.0, 6.2.1 and 6.2.9); no kind of character is asked
  /// for.
  static final int CHARS_MIN = 12;

  static final int CHARS_MAX = 128;

  private static final int KIBIBYTES = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;

  /// So many are hashed at one time: whoever sends many cannot take the memory of all.
  private static final int AT_ONCE = 4;

  private static final String PREFIX = "argon2id$" + KIBIBYTES + "$" + PASSES + "$" + LANES + "$";

  private final Semaphore places = new Semaphore(AT_ONCE, true);
  private final Ids ids;
  private final String nobodys;

  Passwords(Ids ids) {
    this.ids = ids;
    this.nobodys = hash(ids.secret());
  }

  /// Why a text cannot be a password, in words for the person who chose it.
  static Optional<String> wrong(String text, String name) {
    if (text.length() < CHARS_MIN || text.length() > CHARS_MAX) {
      return Optional.of(
          "The password has "
              + text.length()
              + " characters. Choose "
              + CHARS_MIN
              + " to "
              + CHARS_MAX
              + "; a sentence is good.");
    }
    boolean oneLetter = text.chars().distinct().count() < 4;
    String folded = StaffAccount.folded(text);
    if (oneLetter || folded.contains(StaffAccount.folded(name))) {
      return Optional.of("This password is easy to guess. Choose one without your name in it.");
    }
    return Optional.empty();
  }

  /// What is kept of a password.
  String hash(String password) {
    byte[] salt = ids.chance(SALT_BYTES);
    Base64.Encoder text = Base64.getEncoder().withoutPadding();
    return PREFIX + text.encodeToString(salt) + "$" + text.encodeToString(argon2(password, salt));
  }

  /// Whether a password is the one that was kept; takes as long where none was.
  boolean isRight(String password, Optional<String> kept) {
    String against = kept.filter(hash -> hash.startsWith(PREFIX)).orElse(nobodys);
    String[] parts = against.substring(PREFIX.length()).split("\\$", -1);
    byte[] salt = Base64.getDecoder().decode(parts[0]);
    boolean same =
        MessageDigest.isEqual(argon2(password, salt), Base64.getDecoder().decode(parts[1]));
    return same && against.equals(kept.orElse(""));
  }

  private byte[] argon2(String password, byte[] salt) {
    String same = Normalizer.normalize(password, Normalizer.Form.NFC);
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(KIBIBYTES)
            .withIterations(PASSES)
            .withParallelism(LANES)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[HASH_BYTES];
    places.acquireUninterruptibly();
    try {
      generator.generateBytes(same.getBytes(StandardCharsets.UTF_8), hash);
    } finally {
      places.release();
    }
    return hash;
  }
}
