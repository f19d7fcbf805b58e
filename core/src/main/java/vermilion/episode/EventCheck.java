package vermilion.episode;

import java.time.Instant;

/// Judges an event that its sender may send.
interface EventCheck {

  /// Says all that is wrong with an event.
  ///
  /// @param now the server's clock
  void check(Episode episode, EpisodeEvent event, Instant now, Refusals refusals);
}
