package vermilion.service;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/// Ids and secrets that nobody can guess.
public final class RandomIds implements Ids {
  private static final int SECRET_BYTES = 32;

  private final SecureRandom random = new SecureRandom();

  @Override
  public UUID uuid() {
    return UUID.randomUUID();
  }

  @Override
  public String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
