package vermilion.store;

/// A ciphertext with its tag, and the nonce under which it was made.
final class Sealed {

  /// Nothing, sealed under nothing.
  static final Sealed NOTHING = new Sealed(new byte[0], new byte[0]);

  final byte[] nonce;
  final byte[] ciphertext;

  Sealed(byte[] nonce, byte[] ciphertext) {
    this.nonce = nonce;
    this.ciphertext = ciphertext;
  }
}
