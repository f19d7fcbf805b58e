package vermilion.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vermilion.service.JournalFailure;

/// The file that holds the master key: one line, readable by its owner alone.
final class MasterKeyFile implements MasterKeySource {

  private static final long FILE_BYTES_MAX = 1024;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

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
      write(MasterKeyText.of(secret).getBytes(StandardCharsets.ISO_8859_1));
      return new MasterKey(secret);
    } catch (FileAlreadyExistsException e) {
      return read().orElseThrow(() -> failure("came and went while it was being made"));
    } catch (IOException e) {
      throw new JournalFailure(
          JournalFailure.Kind.MASTER_KEY, "master key file " + file + " cannot be made", e);
    }
  }

  /// The bytes and the name are on the disk before any key is wrapped with them.
  private void write(byte[] content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(file, options, ownerOnly(folder))) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
    forceFolder();
  }

  /// Puts the name of the file on the disk.
  void forceFolder() throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && isPosix(folder)) {
      try (FileChannel entry = FileChannel.open(folder, StandardOpenOption.READ)) {
        entry.force(true);
      }
    }
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
    if (!isPosix(file)) {
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

  static FileAttribute<?>[] ownerOnly(@Nullable Path folder) {
    return folder != null && isPosix(folder)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  @Override
  public String toString() {
    return "master key file " + file;
  }
}
