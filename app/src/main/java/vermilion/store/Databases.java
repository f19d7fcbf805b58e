package vermilion.store;

import vermilion.service.JournalFailure;
import vermilion.service.JournalFailure.Kind;
import vermilion.service.StorePlace;

/// The database of a place.
final class Databases {

  private Databases() {}

  static Database at(StorePlace place) {
    if (place.database().isPresent()) {
      throw new JournalFailure(
          Kind.STORAGE_FAILED, "PostgreSQL is not in this build yet: " + place.database().get());
    }
    return SqliteDatabase.inUse(place.data().resolve(SqliteStore.FILE), 0);
  }
}
