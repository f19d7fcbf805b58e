package vermilion.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vermilion.clinical.Urgency;
import vermilion.episode.Episode;
import vermilion.episode.Standing;

/// Says who needs a human now, in the order in which they need one.
public final class WorklistService {

  /// The most lines that are read; a clinic with more open episodes than this has other troubles.
  private static final int MOST_LINES = 20_000;

  private static final int MOST_CHANGES = 1_000;

  private final Worklist worklist;
  private final EpisodeService episodes;

  /// Reads the worklist of a store.
  public WorklistService(Worklist worklist, EpisodeService episodes) {
    this.worklist = worklist;
    this.episodes = episodes;
  }

  /// One patient who waits for a human.
  ///
  /// @param ref her episode
  /// @param episode what is known
  /// @param standing how it stands now
  public record Line(EpisodeRef ref, Episode episode, Standing standing) {}

  /// The worklist of a clinic at one instant.
  ///
  /// @param at the instant
  /// @param lines who waits, most urgent first, then the one with the least time left
  /// @param others how many other patients are followed up with nothing due from anybody
  public record Page(Instant at, List<Line> lines, int others) {
    /// Copies the lines.
    public Page {
      lines = List.copyOf(lines);
    }
  }

  /// The worklist of a clinic now. Lines whose time has come are computed anew first, so that
  /// nothing waits for a timer to be seen.
  public Page page(String clinic) {
    tick(clinic);
    List<Line> lines = new ArrayList<>();
    int others = 0;
    for (WorklistEntry entry : worklist.worklist(clinic, MOST_LINES)) {
      boolean waits = entry.row().levelRank() >= Urgency.SOON.ordinal();
      if (waits && episodes.find(entry.episode()) instanceof Lookup.Found found) {
        Standing standing = episodes.standing(entry.episode(), found.episode());
        lines.add(new Line(entry.episode(), found.episode(), standing));
      } else {
        others++;
      }
    }
    lines.sort(
        Comparator.comparing((Line line) -> line.standing().level())
            .reversed()
            .thenComparing(line -> line.standing().actBy().orElse(Instant.MAX))
            .thenComparing(line -> line.ref().episode()));
    return new Page(episodes.now(), lines, others);
  }

  /// Computes the lines anew whose time has come: the alert clock.
  ///
  /// @return how many
  public int tick(String clinic) {
    List<WorklistEntry> changing = worklist.changing(clinic, episodes.now(), MOST_CHANGES);
    for (WorklistEntry entry : changing) {
      episodes.refresh(entry.episode());
    }
    return changing.size();
  }
}
