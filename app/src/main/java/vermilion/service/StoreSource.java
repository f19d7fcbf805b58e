package vermilion.service;

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
}
