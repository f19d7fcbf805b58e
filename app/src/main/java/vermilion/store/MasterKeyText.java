package vermilion.store;

import java.util.Base64;

/// A master key as one line of text.
final class MasterKeyText {

  private static final String PREFIX = "vermilion-master-key-1:";

  private MasterKeyText() {}

  /// The line for a key.
  static String of(byte[] secret) {
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret) + "\n";
  }

  /// The key of a line.
  ///
  /// @param source which is named when it is none
  static MasterKey read(String line, MasterKeySource source) {
    String text = line.strip();
    if (!text.startsWith(PREFIX)) {
      throw source.failure("has " + line.length() + " bytes and does not start with " + PREFIX);
    }
    try {
      byte[] secret = Base64.getUrlDecoder().decode(text.substring(PREFIX.length()));
      if (secret.length != MasterKey.KEY_BYTES) {
        throw source.failure(
            "holds " + secret.length + " bytes of key; expected " + MasterKey.KEY_BYTES);
      }
      return new MasterKey(secret);
    } catch (IllegalArgumentException e) {
      throw source.failure("is damaged: the text after " + PREFIX + " is not base64url");
    }
  }
}
