package vermilion.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Makes and deletes folders.
final class Folders {

  private Folders() {}

  /// One that is there, made if it was not.
  static Path made(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(folder.toString(), e);
    }
  }

  /// A new one that every user of this machine may write to.
  static Path forEverybody(String name) {
    try {
      Path folder = Files.createTempDirectory(name);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /// Deletes one with all that is in it.
  static void delete(Path folder) {
    List<Path> all;
    try (Stream<Path> found = Files.walk(folder)) {
      all = found.sorted(Comparator.reverseOrder()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder.toString(), e);
    }
    for (Path one : all) {
      try {
        Files.deleteIfExists(one);
      } catch (IOException e) {
        throw new UncheckedIOException(one.toString(), e);
      }
    }
  }
}
