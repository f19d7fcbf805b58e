package vermilion.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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

  /// A hash over a text, as 64 hexadecimal digits.
  static String hashOf(String text) {
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String compute() {
    try {
      URI place = Protocol.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      Path core = Path.of(place);
      return Files.isDirectory(core)
          ? hash(core.resolve("vermilion"))
          : HexFormat.of().formatHex(sha256().digest(Files.readAllBytes(core)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the classes of the engine", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the engine lies at no address", e);
    }
  }

  private static String hash(Path root) throws IOException {
    MessageDigest digest = sha256();
    try (Stream<Path> files = Files.walk(root)) {
      List<Path> classes =
          files
              .filter(file -> file.toString().endsWith(".class"))
              .sorted((one, other) -> one.toString().compareTo(other.toString()))
              .toList();
      for (Path file : classes) {
        String name = root.relativize(file).toString().replace('\\', '/');
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        try (InputStream in = Files.newInputStream(file)) {
          digest.update(in.readAllBytes());
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("this Java has no SHA-256", missing);
    }
  }
}
