package vermilion.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.UUID;

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
      // An empty file was begun when the power went: nobody was ever given anything made with it.
      if (!Files.exists(file) || Files.size(file) == 0) {
        make(file.toAbsolutePath());
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

  /// Bytes and name are on the disk before anything is made with them: a power cut leaves the whole
  /// secret or none.
  private static void make(Path file) throws IOException {
    byte[] made = new byte[BYTES];
    new SecureRandom().nextBytes(made);
    Path folder = Files.createDirectories(file.resolveSibling(""));
    Path begun = folder.resolve(file.getFileName() + "." + UUID.randomUUID());
    PrivateFiles.write(begun, made);
    Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE);
    PrivateFiles.force(folder);
  }
}
