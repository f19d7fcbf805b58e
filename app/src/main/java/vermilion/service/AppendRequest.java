package vermilion.service;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/// Everything that one decision writes, kept whole or not at all.
///
/// @param episode where to
/// @param actor who brings the events, for the audit
/// @param received the server's clock, cut to the millisecond; the journal keeps the later of this
///   and the last one kept in the episode
/// @param expectedSeq the last sequence number that the decision saw, or empty for "whatever it is"
/// @param events in order, at most [Journal#EVENTS_PER_REQUEST_MAX]; may be empty when only the
///   worklist or the audit changes
/// @param worklist what becomes of the episode's worklist line
/// @param audit entries to keep in the same transaction
public record AppendRequest(
    EpisodeRef episode,
    String actor,
    Instant received,
    OptionalLong expectedSeq,
    List<NewEvent> events,
    WorklistChange worklist,
    List<AuditEntry> audit) {

  /// Refuses too many events or entries and a negative expectation.
  public AppendRequest {
    Shape.line("actor", actor, Shape.ACTOR_CHARS_MAX);
    received = Times.kept(received);
    events = Shape.atMost("events", events, Journal.EVENTS_PER_REQUEST_MAX);
    audit = Shape.atMost("audit", audit, Journal.EVENTS_PER_REQUEST_MAX);
    if (expectedSeq.isPresent() && expectedSeq.getAsLong() < 0) {
      throw new IllegalArgumentException(
          "expected seq is " + expectedSeq.getAsLong() + "; expected 0 or more");
    }
  }

  /// A request that appends `events` wherever the episode stands and touches nothing else.
  public static AppendRequest of(
      EpisodeRef episode, String actor, Instant received, List<NewEvent> events) {
    return new AppendRequest(
        episode, actor, received, OptionalLong.empty(), events, WorklistChange.NONE, List.of());
  }

  /// The same, refused with [AppendOutcome.Conflict] unless the episode stands at `seq`.
  public AppendRequest expecting(long seq) {
    return new AppendRequest(
        episode, actor, received, OptionalLong.of(seq), events, worklist, audit);
  }

  /// The same with another fate for the worklist line.
  public AppendRequest with(WorklistChange change) {
    return new AppendRequest(episode, actor, received, expectedSeq, events, change, audit);
  }

  /// The same with these audit entries.
  public AppendRequest auditing(List<AuditEntry> entries) {
    return new AppendRequest(episode, actor, received, expectedSeq, events, worklist, entries);
  }

  /// The bytes that the events carry together.
  public long bodyBytes() {
    long bytes = 0;
    for (NewEvent event : events) {
      bytes += event.body().size();
    }
    return bytes;
  }
}
