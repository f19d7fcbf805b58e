package vermilion.store;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The key of the installation: wraps the patients' keys and guards the heads of the chains.
///
/// It never seals a record itself, and each use has a key of its own, derived by HKDF.
final class MasterKey {

  static final int KEY_BYTES = 32;
  private static final int ID_HEX_DIGITS = 16;

  private final SecretKey wrapping;
  private final SecretKey guarding;
  private final String id;

  MasterKey(byte[] secret) {
    if (secret.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "master key has " + secret.length + " bytes; expected " + KEY_BYTES);
    }
    SecretKey root = new SecretKeySpec(secret, "HKDF");
    wrapping = derive(root, "vermilion/master/wrapping/1", "AES");
    guarding = derive(root, "vermilion/master/guarding/1", "HmacSHA256");
    id =
        HexFormat.of()
            .formatHex(mac(Frame.of("vermilion/master/id/1")))
            .substring(0, ID_HEX_DIGITS);
  }

  /// A name for this key that tells nothing about it.
  String id() {
    return id;
  }

  /// A MAC over `frame` that only the holder of this key can make.
  byte[] mac(Frame frame) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(guarding);
      return mac.doFinal(frame.toArray());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HmacSHA256", e);
    }
  }

  boolean guards(Frame frame, byte[] mac) {
    return MessageDigest.isEqual(mac(frame), mac);
  }

  /// `secret` sealed under this key and bound to `owner`: nonce, then ciphertext.
  byte[] wrap(byte[] secret, Frame owner) {
    Sealed sealed = AesGcm.seal(wrapping, owner, secret);
    byte[] wrapped = new byte[sealed.nonce.length + sealed.ciphertext.length];
    System.arraycopy(sealed.nonce, 0, wrapped, 0, sealed.nonce.length);
    System.arraycopy(sealed.ciphertext, 0, wrapped, sealed.nonce.length, sealed.ciphertext.length);
    return wrapped;
  }

  /// What [#wrap] was given; empty when it is not the same key, owner or bytes.
  Optional<byte[]> unwrap(byte[] wrapped, Frame owner) {
    if (wrapped.length < AesGcm.NONCE_BYTES) {
      return Optional.empty();
    }
    byte[] nonce = new byte[AesGcm.NONCE_BYTES];
    byte[] ciphertext = new byte[wrapped.length - nonce.length];
    System.arraycopy(wrapped, 0, nonce, 0, nonce.length);
    System.arraycopy(wrapped, nonce.length, ciphertext, 0, ciphertext.length);
    return AesGcm.open(wrapping, owner, new Sealed(nonce, ciphertext));
  }

  static SecretKey derive(SecretKey root, String use, String algorithm) {
    try {
      byte[] label = Frame.of(use).toArray();
      HKDFParameterSpec spec =
          HKDFParameterSpec.ofExtract().addIKM(root).thenExpand(label, KEY_BYTES);
      return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, spec);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot derive a key by HKDF-SHA256", e);
    }
  }
}
