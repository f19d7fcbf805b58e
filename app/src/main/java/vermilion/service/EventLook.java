package vermilion.service;

/// Is shown every event that a walk over the record opens.
public interface EventLook {

  /// Looks at nothing.
  EventLook NONE = (episode, body) -> {};

  /// One event.
  ///
  /// @param episode whose
  /// @param body what was written
  void event(EpisodeRef episode, Bytes body);
}
