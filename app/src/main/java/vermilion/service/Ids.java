package vermilion.service;

import java.util.UUID;

/// Makes what nobody can guess: ids and secrets.
public interface Ids {

  /// A new UUID.
  UUID uuid();

  /// A new secret of 256 bits, as 43 URL-safe characters.
  String secret();
}
