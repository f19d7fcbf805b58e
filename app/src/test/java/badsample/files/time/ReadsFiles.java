package badsample.files.time;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;

/// Touches the world.
@NullMarked
public final class ReadsFiles {
  private ReadsFiles() {}

  /// Whether a file is there.
  public static boolean found(Path file) {
    return Files.exists(file);
  }

  /// Prints, which is a file too.
  public static void print(String words) {
    System.out.println(words);
  }

  /// An address.
  public static URI address() {
    return URI.create("https://example.org");
  }
}
