package vermilion.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import vermilion.service.JournalFailure;
import vermilion.service.JournalFailure.Kind;

/// The file of a database's password: one line, readable by its owner alone.
final class PasswordFile {

  private PasswordFile() {}

  /// The password in `file`. It is read anew for each connection, so that it may be changed while
  /// the service runs.
  static String read(Path file) {
    try {
      MasterKeyFile.refuseOpenToOthers(file, "password file");
      String password = Files.readString(file, StandardCharsets.UTF_8).strip();
      if (password.isEmpty() || password.contains("\n")) {
        throw new JournalFailure(
            Kind.STORAGE_FAILED, "password file " + file + " does not hold one line");
      }
      return password;
    } catch (IOException e) {
      throw new JournalFailure(
          Kind.STORAGE_FAILED, "password file " + file + " cannot be read: " + e.getMessage(), e);
    }
  }
}
