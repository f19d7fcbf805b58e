package vermilion.store;

import vermilion.service.StorePlace;

/// The database of a place.
final class Databases {

  private Databases() {}

  static Database at(StorePlace place) {
    return place.database().isPresent()
        ? new PostgresDatabase(place.database().get())
        : SqliteDatabase.inUse(place.data().resolve(SqliteStore.FILE), 0);
  }
}
