package vermilion.service;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/// Makes what nobody can guess: ids and secrets.
public interface Ids {

  /// A new UUID.
  UUID uuid();

  /// A new secret of 256 bits, as 43 URL-safe characters.
  String secret();

  /// So many bytes that nobody can guess, at most 32.
  default byte[] chance(int bytes) {
    return Arrays.copyOf(Sha256.of(secret().getBytes(StandardCharsets.UTF_8)), bytes);
  }
}
