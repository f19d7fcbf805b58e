package vermilion.content;

import java.io.IOException;

/// Where protocol files lie side by side.
@FunctionalInterface
public interface Folder {

  /// The bytes of a file.
  ///
  /// @param file a file's name, without any folder
  /// @throws IOException when there is no such file, or it cannot be read
  byte[] bytes(String file) throws IOException;
}
