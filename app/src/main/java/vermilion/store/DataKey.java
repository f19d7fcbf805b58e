package vermilion.store;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// The key of one patient of one clinic, unwrapped.
final class DataKey {

  private final String id;
  private final byte[] secret;
  private final SecretKey sealing;

  DataKey(String id, byte[] secret) {
    this.id = id;
    this.secret = secret;
    this.sealing = new SecretKeySpec(secret, "AES");
  }

  String id() {
    return id;
  }

  Sealed seal(Frame bound, byte[] plain) {
    return AesGcm.seal(sealing, bound, plain);
  }

  Optional<byte[]> open(Frame bound, Sealed sealed) {
    return AesGcm.open(sealing, bound, sealed);
  }

  /// A fingerprint of `body` for the audit. Keyed, because a plain hash of a few short answers
  /// could be guessed back after the key is destroyed.
  String fingerprint(byte[] body) {
    SecretKey key =
        MasterKey.derive(
            new SecretKeySpec(secret, "HKDF"), "vermilion/patient/fingerprint/1", "HmacSHA256");
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HmacSHA256", e);
    }
  }
}
