package vermilion.content;

import java.nio.file.Files;
import java.nio.file.Path;
import vermilion.protocol.Protocol;

/// The protocols that this repository ships, as they stand on disk.
final class ShippedProtocols {
  static final Path FOLDER = folder();
  static final Protocol LIP_HA = read("lip-ha.yaml");
  static final Protocol LIP_UNKNOWN = read("lip-unknown.yaml");

  private ShippedProtocols() {}

  static Protocol read(String file) {
    return switch (ProtocolReader.read(FOLDER.resolve(file))) {
      case Reading.Read read -> read.protocol();
      case Reading.Broken broken ->
          throw new IllegalStateException(
              String.join("\n", broken.problems().stream().map(Problem::toString).toList()));
    };
  }

  /// The tests run in the module's folder, or in the one above it.
  private static Path folder() {
    Path here = Path.of("protocols");
    return Files.isDirectory(here) ? here : Path.of("..").resolve("protocols");
  }
}
