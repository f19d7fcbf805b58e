package vermilion.store;

import java.util.Optional;
import vermilion.service.JournalFailure;

/// Where the master key comes from.
interface MasterKeySource {

  /// The key; empty when there is none yet.
  ///
  /// @throws JournalFailure when what is there is no key or is open to others
  Optional<MasterKey> read();

  /// The key, which is made first if there is none and this kind of source makes keys.
  MasterKey readOrMake();

  /// The key that `store` was begun with.
  ///
  /// @param id of that key
  /// @throws JournalFailure when there is none here, or another one
  default MasterKey keyOf(String store, String id) {
    MasterKey key = read().orElseThrow(() -> missing(store, id));
    if (!key.id().equals(id)) {
      throw wrong(store, key.id(), id);
    }
    return key;
  }

  /// Where it is, in words for an operator; never the key.
  @Override
  String toString();

  /// The refusal of a store whose key is gone.
  default JournalFailure missing(String store, String id) {
    return failure(
        "is missing, and "
            + store
            + " was begun with master key "
            + id
            + "; put that key back from its safe copy: without it nobody can read the record");
  }

  /// The refusal of a store whose key is another one.
  default JournalFailure wrong(String store, String found, String id) {
    return failure(
        "holds key "
            + found
            + ", but "
            + store
            + " was begun with master key "
            + id
            + "; put that key back from its safe copy, or end a change of keys that was broken off:"
            + " vermilion rotate-key");
  }

  /// A refusal that names the source.
  default JournalFailure failure(String what) {
    return new JournalFailure(JournalFailure.Kind.MASTER_KEY, this + " " + what);
  }
}
