package vermilion.service;

import java.time.Instant;
import java.util.List;

/// Reads the worklist lines that appends have written; rows in other clinics do not exist for it.
public interface Worklist {

  /// The lines of `clinic`, highest rank first, then earliest deadline, at most `limit`.
  List<WorklistEntry> worklist(String clinic, int limit);

  /// Everybody of `clinic`, as of one moment.
  Everybody everybody(String clinic);

  /// The episodes of `clinic` whose line has a `nextChange` before or at `until`, earliest first,
  /// at most `limit`: what the alert clock must compute again.
  List<EpisodeRef> changing(String clinic, Instant until, int limit);

  /// The episodes of `clinic` whose course goes on before or at `until`, earliest first, at most
  /// `limit`: who is counted as what time has made untrue.
  List<EpisodeRef> moving(String clinic, Instant until, int limit);

  /// The line of an episode as it is kept.
  KeptLine line(EpisodeRef episode);

  /// The episodes with a line in `clinic` that are not in its register, or whose patient was
  /// erased: there is none, unless somebody wrote past the journal.
  List<EpisodeRef> strays(String clinic);

  /// Takes a line off that belongs to no episode.
  ///
  /// @return whether it is off; `false` when the store is too busy
  boolean removeStray(EpisodeRef episode);

  /// Everybody of a clinic.
  ///
  /// @param waiting the lines of those who wait for a human, worst first, then the earliest
  ///   deadline; a card that does not open is left out, since the record has all of it
  /// @param others how many others there are, by their course; whoever is not in these lines and
  ///   not on a course any more has finished
  record Everybody(List<WorklistEntry> waiting, Others others) {
    /// Copies the lines.
    public Everybody {
      waiting = List.copyOf(waiting);
    }
  }

  /// The patients for whom nothing is due from anybody.
  ///
  /// @param answered who answered the last check-in that was due
  /// @param missed who did not answer the last one
  /// @param open who has a check-in open and has not answered it yet
  /// @param notYetAsked who has had no check-in yet
  /// @param finished whose last check-in is past
  record Others(int answered, int missed, int open, int notYetAsked, int finished) {
    /// How many they are.
    public int all() {
      return answered + missed + open + notYetAsked + finished;
    }
  }

  /// What is kept as the line of an episode.
  sealed interface KeptLine {
    /// There is none.
    record None() implements KeptLine {}

    /// It can be read.
    ///
    /// @param entry what it says
    record Whole(WorklistEntry entry) implements KeptLine {}

    /// It is there and its card cannot be opened.
    record Damaged() implements KeptLine {}
  }
}
