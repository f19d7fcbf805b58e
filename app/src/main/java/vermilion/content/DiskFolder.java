package vermilion.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A folder on a disk.
///
/// @param path the folder
record DiskFolder(Path path) implements Folder {

  /// At most one byte more than a protocol may have is read, so that nothing large is ever held.
  @Override
  public byte[] bytes(String file) throws IOException {
    Path found = path.resolve(file);
    if (Files.isRegularFile(found) && Files.size(found) > YamlReader.MOST_BYTES) {
      throw new TooLarge(Files.size(found));
    }
    try (InputStream in = Files.newInputStream(found)) {
      return in.readNBytes(YamlReader.MOST_BYTES + 1);
    }
  }

  /// A file is too large to be a protocol.
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1;
    private final long size;

    TooLarge(long size) {
      super(size + " bytes");
      this.size = size;
    }

    long size() {
      return size;
    }
  }
}
