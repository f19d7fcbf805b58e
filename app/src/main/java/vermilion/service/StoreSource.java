package vermilion.service;

import java.nio.file.Path;
import java.util.Optional;

/// Opens stores on disks.
public interface StoreSource {

  /// Whether a folder holds a store already.
  boolean isStore(Path folder);

  /// Opens the store in a folder, which is made if there is none.
  ///
  /// @param folder where the record lies
  /// @param masterKey the file of the master key, where it does not lie in the folder
  /// @throws JournalFailure when it cannot be opened
  Store open(Path folder, Optional<Path> masterKey);
}
