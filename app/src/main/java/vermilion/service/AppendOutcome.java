package vermilion.service;

import java.util.List;
import java.util.UUID;

/// What became of an append. Only [Appended] means that the events are durable; after any other
/// case nothing of the request was written, save the audit entry of a refused body.
public sealed interface AppendOutcome {

  /// Every event of the request is durable, once.
  ///
  /// When every one of them was there already, nothing was written: not the worklist line, not the
  /// audit entries. That is a retry, and the first try wrote them.
  ///
  /// @param seq where the episode stands now
  /// @param receipts one for each event, in the order of the request
  record Appended(long seq, List<Receipt> receipts) implements AppendOutcome {

    /// Keeps its own copy of the receipts.
    public Appended {
      receipts = List.copyOf(receipts);
    }
  }

  /// These ids are taken by other content (another body, or another episode of the clinic); the
  /// clinic's audit now holds who brought them, when, and fingerprints of both bodies.
  ///
  /// @param ids the refused events, in the order of the request
  record OtherBody(List<UUID> ids) implements AppendOutcome {

    /// Keeps its own copy of the ids.
    public OtherBody {
      ids = List.copyOf(ids);
    }
  }

  /// The episode does not stand where the decision saw it: read again, decide again.
  ///
  /// @param currentSeq where it stands
  record Conflict(long currentSeq) implements AppendOutcome {}

  /// The clinic has no such episode.
  ///
  /// @param episode what was asked for
  record NoEpisode(EpisodeRef episode) implements AppendOutcome {}

  /// The patient's key was destroyed; nothing can be added for this patient in this clinic.
  ///
  /// @param patient whose
  record Erased(UUID patient) implements AppendOutcome {}

  /// The episode has reached [Journal#EVENTS_PER_EPISODE_MAX] or [Journal#EPISODE_BYTES_MAX].
  ///
  /// @param currentSeq where it stands
  record Full(long currentSeq) implements AppendOutcome {}

  /// Too many requests wait before this one; try again in a while. Nothing was taken.
  record Busy() implements AppendOutcome {}
}
