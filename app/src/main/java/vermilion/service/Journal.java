package vermilion.service;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The record: for each episode of each clinic an append-only, gapless run of events.
///
/// Bodies are opaque here; the codec belongs to the core. Each patient of a clinic has one data key
/// from the first event on, and what is kept of a body is sealed under it. Every call blocks until
/// its answer is durable, and may be made from any thread.
public interface Journal {

  /// The largest body of one event.
  int BODY_BYTES_MAX = 64 * 1024;

  /// The largest card of one worklist line.
  int CARD_BYTES_MAX = 4 * 1024;

  /// The most events that one request may bring.
  int EVENTS_PER_REQUEST_MAX = 100;

  /// The most events that one episode may hold.
  int EVENTS_PER_EPISODE_MAX = 20_000;

  /// The most body bytes that one episode may hold together.
  long EPISODE_BYTES_MAX = 32L * 1024 * 1024;

  /// Opens the episode of `first` for `patient` and appends its events, all in one transaction.
  ///
  /// A patient who is new to the clinic gets a data key here. An episode that exists already with
  /// the same events is a retry and answers as one; with other events it is a
  /// [AppendOutcome.Conflict]. The expectation of `first` is not looked at: an episode opens at 0.
  AppendOutcome open(UUID patient, AppendRequest first);

  /// Does nothing while appends can be taken.
  ///
  /// @throws JournalFailure with the reason for which writing stopped until a new start
  void checkWritable();

  /// Appends to an episode that was opened.
  ///
  /// Looked at in this order: ids taken by other content refuse the whole request; events that are
  /// there already, byte for byte, answer with their old place; if any event is left (or there was
  /// none), the expectation must hold.
  AppendOutcome append(AppendRequest request);

  /// The events after `afterSeq` (0: all of them), checked on the way: every body opens, no number
  /// is missing, and the last one is the last that was written.
  ReadOutcome read(EpisodeRef episode, long afterSeq);

  /// The register of `clinic` after `afterOrdinal`, in order of opening, at most `limit`.
  List<EpisodeEntry> episodes(String clinic, long afterOrdinal, int limit);

  /// One line of the register.
  Optional<EpisodeEntry> entry(EpisodeRef episode);

  /// The episodes of one patient of `clinic`, in order of opening.
  List<EpisodeEntry> episodesOf(String clinic, UUID patient);

  /// The clinics that have a register, a setting or a token, in order of their ids.
  List<String> clinics();

  /// Destroys the data key of `patient` in `clinic`, deletes what was derived from the record, and
  /// keeps that in the audit. There is no way back.
  Erasure destroyKey(String clinic, UUID patient, String actor, Instant at);

  /// Walks every chain of the store and names the first place that is not as it was written.
  default Verification verify() {
    return verify(EventLook.NONE);
  }

  /// The same, showing every event that can be opened on the way.
  Verification verify(EventLook look);
}
