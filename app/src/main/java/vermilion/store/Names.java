package vermilion.store;

import vermilion.service.EpisodeRef;

/// The shape of a clinic's id, for the ports that take it as bare text.
final class Names {

  private Names() {}

  /// Refuses what is not the id of a clinic.
  static void clinic(String clinic) {
    EpisodeRef shape = new EpisodeRef(clinic, "any");
    assert shape.clinic().equals(clinic);
  }
}
