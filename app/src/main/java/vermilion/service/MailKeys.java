package vermilion.service;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs the links of mails, so that nobody can subscribe another or end what another reads, and
/// hashes addresses, so that one can be found again by whoever knows it alone.
public final class MailKeys {

  private static final int MAC_BYTES = 18;
  private static final int MOST_CHARS = 200;

  private final SecretKeySpec secret;

  /// Works with the secret of this install, of 32 bytes.
  public MailKeys(byte[] secret) {
    this.secret = new SecretKeySpec(secret, "HmacSHA256");
  }

  /// Whom a link is for.
  ///
  /// @param clinic of which clinic
  /// @param id which subscriber
  public record Whom(String clinic, UUID id) {}

  /// The key of a link that confirms until an instant.
  public String confirming(Whom whom, Instant until) {
    long seconds = until.getEpochSecond();
    return whom.clinic()
        + "_"
        + whom.id()
        + "_"
        + seconds
        + "_"
        + link("confirm", whom, Long.toString(seconds));
  }

  /// Whom such a key is for; nothing for one that is not ours or too old.
  public Optional<Whom> confirming(String key, Instant now) {
    String[] parts = parts(key, 4);
    Optional<Whom> whom = whom(parts);
    return whom.filter(found ->
        equal(link("confirm", found, parts[2]), parts[3])
            && now.getEpochSecond() < Long.parseLong(parts[2]));
  }

  /// The key of a link that ends news; it never grows old.
  public String leaving(Whom whom) {
    return whom.clinic() + "_" + whom.id() + "_" + link("leave", whom, "");
  }

  /// Whom such a key is for; nothing for one that is not ours.
  public Optional<Whom> leaving(String key) {
    String[] parts = parts(key, 3);
    return whom(parts).filter(found -> equal(link("leave", found, ""), parts[2]));
  }

  /// The keyed hash by which an address is found again.
  public String lookup(String clinic, EmailAddress address) {
    return HexFormat.of().formatHex(mac("lookup\n" + clinic + "\n" + address.known()));
  }

  private static String[] parts(String key, int count) {
    String[] parts = key.length() > MOST_CHARS ? new String[0] : key.split("_", -1);
    return parts.length == count ? parts : new String[0];
  }

  private static Optional<Whom> whom(String[] parts) {
    if (parts.length == 0 || !Shape.isId(parts[0]) || !isUuid(parts[1])) {
      return Optional.empty();
    }
    return Optional.of(new Whom(parts[0], UUID.fromString(parts[1])));
  }

  private static boolean isUuid(String text) {
    boolean uuid = text.length() == 36;
    for (int i = 0; uuid && i < text.length(); i++) {
      char c = text.charAt(i);
      boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
      uuid = hyphen ? c == '-' : (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
    return uuid;
  }

  private String link(String use, Whom whom, String more) {
    byte[] full = mac(use + "\n" + whom.clinic() + "\n" + whom.id() + "\n" + more);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOf(full, MAC_BYTES))
        .replace('_', '.');
  }

  private static boolean equal(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] mac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(secret);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
