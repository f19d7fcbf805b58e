package vermilion.service;

import java.nio.file.Path;
import java.time.Instant;

/// Opens stores.
public interface StoreSource {

  /// Whether a record lies there already.
  ///
  /// @throws JournalFailure when the place cannot be reached
  boolean isStore(StorePlace place);

  /// Opens the store at a place; one that is not there yet is made.
  ///
  /// @throws JournalFailure when it cannot be opened
  Store open(StorePlace place);

  /// Puts a backup into the empty store of a place; never over another.
  ///
  /// @param at the server's clock
  /// @throws JournalFailure when it cannot be restored there
  Restored restore(Path backup, StorePlace to, Instant at);

  /// Moves the record in a SQLite file into the empty store of another place.
  ///
  /// @throws JournalFailure when it cannot be moved there
  Restored move(Path journal, StorePlace to);

  /// Changes the master key of a place.
  ///
  /// @throws JournalFailure when it cannot be changed; run again, it goes on
  KeyChange changeKey(StorePlace place, Instant at);

  /// The line of a new master key, for a vault that makes none itself.
  String newKey();
}
