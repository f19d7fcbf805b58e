package vermilion.architecture;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// The files of this repository as they lie on the disk, without what a build makes.
final class Repository {
  private static final Set<String> MADE =
      Set.of("target", ".git", ".idea", ".vscode", ".vermilion");

  private static final Set<String> BINARY =
      Set.of("png", "jpg", "bin", "ico", "webp", "heic", "woff2", "jar", "class", "db", "gz");

  /// Tests run in their module's directory.
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private Repository() {}

  /// A text file.
  ///
  /// @param path where, from the root, with `/`
  /// @param text what is in it
  record TextFile(String path, String text) {}

  /// All text files whose path the filter takes, in order of path.
  static List<TextFile> textFiles(Predicate<String> filter) throws IOException {
    List<TextFile> files = new ArrayList<>();
    for (Path file : paths()) {
      String path = ROOT.relativize(file).toString().replace('\\', '/');
      String extension = path.substring(path.lastIndexOf('.') + 1);
      if (!BINARY.contains(extension) && filter.test(path)) {
        files.add(new TextFile(path, Files.readString(file)));
      }
    }
    return files;
  }

  private static List<Path> paths() throws IOException {
    List<Path> paths = new ArrayList<>();
    Files.walkFileTree(
        ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path place, BasicFileAttributes attributes) {
            return MADE.contains(place.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!file.getFileName().toString().equals(".git")) {
              paths.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    paths.sort(null);
    return paths;
  }
}
