package vermilion.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/// A secret of this install in a file that its owner alone can read, made where there is none.
public final class KeptSecret {

  private static final int BYTES = 32;

  private KeptSecret() {}

  /// The secret of `file`.
  ///
  /// @throws IllegalStateException when the file holds something else
  /// @throws UncheckedIOException when it can neither be read nor made
  public static byte[] in(Path file) {
    try {
      if (!Files.exists(file)) {
        byte[] made = new byte[BYTES];
        new SecureRandom().nextBytes(made);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(file, made, StandardOpenOption.WRITE);
      }
      byte[] secret = Files.readAllBytes(file);
      if (secret.length != BYTES) {
        throw new IllegalStateException(
            file + " holds " + secret.length + " bytes, expected " + BYTES);
      }
      return secret;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep a secret in " + file, e);
    }
  }
}
