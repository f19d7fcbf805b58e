package vermilion.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import vermilion.protocol.Protocol;

/// Names the engine that runs: a SHA-256 over the names and the compiled bytes of every class of
/// the core, so that a proof by other code is never taken for one by this.
public final class EngineVersion {
  private static final String RUNNING = compute();

  private EngineVersion() {}

  /// The engine that runs, as 64 hexadecimal digits.
  public static String running() {
    return RUNNING;
  }

  private static String compute() {
    try {
      URI place = Protocol.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      Path core = Path.of(place);
      return Files.isDirectory(core)
          ? hash(core.resolve("vermilion"))
          : HexFormat.of().formatHex(Sha256.of(Files.readAllBytes(core)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the classes of the engine", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the engine lies at no address", e);
    }
  }

  private static String hash(Path root) throws IOException {
    MessageDigest digest = Sha256.begin();
    try (Stream<Path> files = Files.walk(root)) {
      List<Path> classes =
          files
              .filter(file -> file.toString().endsWith(".class"))
              .sorted((one, other) -> one.toString().compareTo(other.toString()))
              .toList();
      for (Path file : classes) {
        String name = root.relativize(file).toString().replace('\\', '/');
        Sha256.add(digest, name, Files.readAllBytes(file));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
