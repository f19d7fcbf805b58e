package vermilion.service;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Files and folders that their owner alone can read, and that are on the disk when it is said so.
public final class PrivateFiles {

  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private PrivateFiles() {}

  /// Makes a folder unless it is there; one that is there keeps its permissions.
  public static void makeFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
      if (hasPermissions(folder)) {
        Files.setPosixFilePermissions(folder, FOLDER);
      }
    }
  }

  /// Makes an empty file unless it is there.
  public static void makeFile(Path file) throws IOException {
    try {
      Files.createFile(file, ownerOnly(file));
    } catch (FileAlreadyExistsException e) {
      // From an earlier start.
      return;
    }
  }

  /// Writes a new file; its bytes are on the disk when this returns, its name after [#force] of its
  /// folder.
  ///
  /// @throws FileAlreadyExistsException when there is a file of this name
  public static void write(Path file, byte[] content) throws IOException {
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(file, options, ownerOnly(file))) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  /// Writes a new file whole or not at all, in a folder that is made if there is none; bytes and
  /// name are on the disk when this returns. Of several that write it at once one succeeds.
  ///
  /// @throws FileAlreadyExistsException when there is a file of this name
  public static void writeWhole(Path file, byte[] content) throws IOException {
    Path folder = file.toAbsolutePath().resolveSibling("");
    makeFolder(folder);
    Path begun = folder.resolve(file.getFileName() + "." + UUID.randomUUID());
    write(begun, content);
    try {
      // Unlike a move, a link never takes the place of what another has just made.
      Files.createLink(file, begun);
    } catch (UnsupportedOperationException e) {
      write(file, content);
    } finally {
      Files.delete(begun);
    }
    force(folder);
  }

  /// Puts what a file holds, or which names a folder has, on the disk. Folders cannot be asked for
  /// that where there are no permissions either.
  public static void force(Path path) throws IOException {
    if (Files.isDirectory(path) && !hasPermissions(path)) {
      return;
    }
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /// Whether paths there have permissions at all.
  public static boolean hasPermissions(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    @Nullable Path folder = file.toAbsolutePath().getParent();
    return folder != null && hasPermissions(folder)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(FILE)}
        : new FileAttribute<?>[0];
  }
}
