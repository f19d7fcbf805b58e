package vermilion.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import vermilion.service.JournalFailure;
import vermilion.service.PrivateFiles;

/// The file that holds the master key: one line, readable by its owner alone.
final class MasterKeyFile implements MasterKeySource {

  private static final long FILE_BYTES_MAX = 1024;
  private final Path file;

  MasterKeyFile(Path file) {
    this.file = file;
  }

  /// The key in the file; empty when there is no file.
  @Override
  public Optional<MasterKey> read() {
    try {
      refuseOpenToOthers(file, "master key file");
      long size = Files.size(file);
      if (size > FILE_BYTES_MAX) {
        throw failure("has " + size + " bytes; expected one line");
      }
      String line = Files.readString(file, StandardCharsets.ISO_8859_1);
      return Optional.of(MasterKeyText.read(line, this));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new JournalFailure(
          JournalFailure.Kind.MASTER_KEY, "master key file " + file + " cannot be read", e);
    }
  }

  /// The key in the file, which is made first if there is none.
  @Override
  public MasterKey readOrMake() {
    Optional<MasterKey> there = read();
    if (there.isPresent()) {
      return there.get();
    }
    byte[] secret = AesGcm.random(MasterKey.KEY_BYTES);
    try {
      // On the disk before any key is wrapped with it: a power cut leaves the whole key or none.
      PrivateFiles.writeWhole(file, MasterKeyText.of(secret).getBytes(StandardCharsets.ISO_8859_1));
      return new MasterKey(secret);
    } catch (FileAlreadyExistsException e) {
      return read().orElseThrow(() -> failure("came and went while it was being made"));
    } catch (IOException e) {
      throw new JournalFailure(
          JournalFailure.Kind.MASTER_KEY, "master key file " + file + " cannot be made", e);
    }
  }

  Path folder() {
    return file.toAbsolutePath().resolveSibling("");
  }

  Path path() {
    return file;
  }

  /// The file beside this one that holds the key to change to.
  MasterKeyFile next() {
    return new MasterKeyFile(file.resolveSibling(file.getFileName() + ".next"));
  }

  /// Refuses a file that others than its owner may read.
  static void refuseOpenToOthers(Path file, String what) throws IOException {
    if (!PrivateFiles.hasPermissions(file)) {
      return;
    }
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
    for (PosixFilePermission permission : permissions) {
      if (!permission.name().startsWith("OWNER_")) {
        throw new JournalFailure(
            JournalFailure.Kind.MASTER_KEY,
            what
                + " "
                + file
                + " is open to others ("
                + PosixFilePermissions.toString(permissions)
                + "); expected rw-------: chmod 600 "
                + file);
      }
    }
  }

  @Override
  public String toString() {
    return "master key file " + file;
  }
}
