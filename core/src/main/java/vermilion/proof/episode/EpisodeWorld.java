package vermilion.proof.episode;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import vermilion.episode.Author;
import vermilion.episode.ClinicHours;
import vermilion.episode.Episode;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.Guideline;
import vermilion.episode.Standing;

/// A small world that is searched to its end: one patient, what has happened already, and what may
/// happen next and when.
///
/// @param name what it is about
/// @param guideline what the patient is followed up by
/// @param hours when the clinic is open
/// @param opened how the episode begins
/// @param recorded when it was recorded
/// @param before what has happened before the search begins
/// @param menu what may happen in it
/// @param dated whether the hour itself matters: where nothing is planned any more and nobody
///   sleeps it does not
record EpisodeWorld(
    String name,
    Guideline guideline,
    ClinicHours hours,
    EpisodeEvent.Opened opened,
    Instant recorded,
    List<Past> before,
    Menu menu,
    boolean dated) {

  /// The patient.
  static final Author PATIENT = new Author(Author.Role.PATIENT, "the patient");

  /// A clinician.
  static final Author CLINICIAN = new Author(Author.Role.CLINICIAN, "the nurse");

  /// Another system.
  static final Author SERVICE = new Author(Author.Role.SERVICE, "a service");

  /// Everybody who may send an event.
  static final List<Author> AUTHORS = List.of(PATIENT, CLINICIAN, SERVICE);

  EpisodeWorld {
    before = List.copyOf(before);
  }

  /// Something that has happened before the search begins.
  ///
  /// @param at how long after the recording
  /// @param by who sent it
  /// @param event what
  record Past(Duration at, Author by, EpisodeEvent event) {}

  /// Something that may happen.
  ///
  /// @param event what
  /// @param late how long it waited on a phone before it was received
  record Choice(EpisodeEvent event, Duration late) {
    static Choice of(EpisodeEvent event) {
      return new Choice(event, Duration.ZERO);
    }
  }

  /// What may happen in a world.
  interface Menu {
    /// The instants, from the last event on, at which the next may come.
    List<Instant> instants(Standing standing);

    /// What may come, if anybody may send it.
    List<Choice> choices(Episode episode, Standing standing);
  }
}
