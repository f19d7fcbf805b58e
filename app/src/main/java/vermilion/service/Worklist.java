package vermilion.service;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Reads the worklist lines that appends have written; rows in other clinics do not exist for it.
public interface Worklist {

  /// The lines of `clinic`, highest rank first, then earliest deadline, at most `limit`.
  List<WorklistEntry> worklist(String clinic, int limit);

  /// Everybody of `clinic`, as of one moment.
  ///
  /// @param known the cards that need not be opened again
  Everybody everybody(String clinic, Known known);

  /// The episodes of `clinic` whose line has a `nextChange` before or at `until`, earliest first,
  /// at most `limit`: what the alert clock must compute again.
  List<EpisodeRef> changing(String clinic, Instant until, int limit);

  /// The episodes of `clinic` whose course goes on before or at `until`, earliest first, at most
  /// `limit`: who is counted as what time has made untrue.
  List<EpisodeRef> moving(String clinic, Instant until, int limit);

  /// A digest over the lines of those who wait in `clinic`: the same as long as none of them was
  /// written, has come or has gone, whichever server wrote.
  Bytes mark(String clinic);

  /// The line of an episode as it is kept.
  KeptLine line(EpisodeRef episode);

  /// The episodes with a line in `clinic` that are not in its register, or whose patient was
  /// erased: there is none, unless somebody wrote past the journal.
  List<EpisodeRef> strays(String clinic);

  /// Takes a line off that belongs to no episode.
  ///
  /// @return whether it is off; `false` when the store is too busy
  boolean removeStray(EpisodeRef episode);

  /// Which cards the asker has already.
  interface Known {
    /// Nothing is known.
    Known NOTHING = (_, _) -> false;

    /// Whether the asker has the card of this episode under this seal.
    boolean knows(EpisodeRef episode, Bytes seal);
  }

  /// Everybody of a clinic.
  ///
  /// @param waiting those who wait for a human, worst first, then the earliest deadline
  /// @param others how many others there are, by their course; whoever does not wait and is not on
  ///   a course any more has finished
  record Everybody(List<Waiting> waiting, Others others) {
    /// Copies the lines.
    public Everybody {
      waiting = List.copyOf(waiting);
    }
  }

  /// Who waits for a human.
  ///
  /// @param episode whose line
  /// @param levelRank how urgent, larger is worse
  /// @param deadline by when a human must have acted, if anyone must
  /// @param updated when the line was written, by the clock of the server that wrote it
  /// @param seal names the card: no other card has it; none where there is no card
  /// @param card the card; none where the asker knows it, where there is none and where it does not
  ///   open, since the record has all that it said
  record Waiting(
      EpisodeRef episode,
      int levelRank,
      Optional<Instant> deadline,
      Instant updated,
      Bytes seal,
      Bytes card) {
    /// The same with its card.
    public Waiting with(Bytes opened) {
      return new Waiting(episode, levelRank, deadline, updated, seal, opened);
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
