package vermilion.store;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// AES-256-GCM with a random nonce of 96 bits. One key seals at most one patient's few thousand
/// events, far below the 2^32 messages at which random nonces begin to matter.
final class AesGcm {

  static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private AesGcm() {}

  static byte[] random(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return random;
  }

  static Sealed seal(SecretKey key, Frame bound, byte[] plain) {
    byte[] nonce = random(NONCE_BYTES);
    try {
      return new Sealed(nonce, cipher(Cipher.ENCRYPT_MODE, key, nonce, bound).doFinal(plain));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM refused to seal " + plain.length + " bytes", e);
    }
  }

  /// The plain bytes; empty when key, bound fields, nonce or ciphertext are not those of the
  /// sealing.
  static Optional<byte[]> open(SecretKey key, Frame bound, Sealed sealed) {
    if (sealed.nonce.length != NONCE_BYTES || sealed.ciphertext.length < TAG_BITS / 8) {
      return Optional.empty();
    }
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, sealed.nonce, bound);
      return Optional.of(cipher.doFinal(sealed.ciphertext));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "AES-GCM refused to open " + sealed.ciphertext.length + " bytes", e);
    }
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, Frame bound)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(bound.toArray());
    return cipher;
  }
}
