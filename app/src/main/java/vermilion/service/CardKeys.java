package vermilion.service;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Makes the unguessable address of an emergency card, which opens without a sign-in: a patient, a
/// friend or an emergency doctor may need it when nobody can sign in (H-10).
public final class CardKeys {

  private static final int MAC_BYTES = 16;
  private static final int MOST_CHARS = 200;

  private final SecretKeySpec secret;

  /// Works with the secret of this install, of 32 bytes.
  public CardKeys(byte[] secret) {
    this.secret = new SecretKeySpec(secret, "HmacSHA256");
  }

  /// The key of an episode's card.
  public String of(EpisodeRef ref) {
    return ref.clinic() + "_" + ref.episode() + "_" + mac(ref);
  }

  /// The episode that a key belongs to; nothing for a key that this install did not make.
  public Optional<EpisodeRef> open(String key) {
    int first = key.indexOf('_');
    int second = key.indexOf('_', first + 1);
    if (first < 1 || second < 0 || key.length() > MOST_CHARS) {
      return Optional.empty();
    }
    String clinic = key.substring(0, first);
    String episode = key.substring(first + 1, second);
    byte[] given = key.substring(second + 1).getBytes(StandardCharsets.UTF_8);
    return EpisodeRef.of(clinic, episode)
        .filter(ref -> MessageDigest.isEqual(mac(ref).getBytes(StandardCharsets.UTF_8), given));
  }

  private String mac(EpisodeRef ref) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(secret);
      byte[] full = mac.doFinal(ref.toString().getBytes(StandardCharsets.UTF_8));
      byte[] part = Arrays.copyOf(full, MAC_BYTES);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(part);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
