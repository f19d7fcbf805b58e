package vermilion.service;

import java.util.Optional;
import vermilion.episode.Assessed;

/// What became of one event that somebody sent.
///
/// @param id the event
/// @param status accepted, duplicate or refused
/// @param seq its place in the episode, where it has one
/// @param assessed what its answers come to, where it had any
/// @param why why it was refused, in plain words
public record Outcome(
    String id,
    Status status,
    Optional<Long> seq,
    Optional<Assessed> assessed,
    Optional<String> why) {

  /// What became of it.
  public enum Status {
    /// It is durable now.
    ACCEPTED("accepted"),
    /// It was durable already.
    DUPLICATE("duplicate"),
    /// It is not kept, and `why` says why.
    REFUSED("refused");

    private final String id;

    Status(String id) {
      this.id = id;
    }

    /// The id used in JSON.
    public String id() {
      return id;
    }
  }

  static Outcome refused(String id, String why) {
    return new Outcome(id, Status.REFUSED, Optional.empty(), Optional.empty(), Optional.of(why));
  }
}
