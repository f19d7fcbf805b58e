package vermilion.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vermilion.clinical.Urgency;
import vermilion.episode.Episode;
import vermilion.episode.Standing;
import vermilion.episode.Task;

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
  /// @param others everybody else, counted, so that nobody can be lost between the lines
  public record Page(Instant at, List<Line> lines, Others others) {
    /// Copies the lines.
    public Page {
      lines = List.copyOf(lines);
    }
  }

  /// The patients for whom nothing is due from anybody.
  ///
  /// @param answered who answered the last check-in that was due
  /// @param missed who did not answer the last one
  /// @param open who has a check-in open and has not answered it yet
  /// @param notYetAsked who has had no check-in yet
  /// @param finished whose last check-in is past
  public record Others(int answered, int missed, int open, int notYetAsked, int finished) {
    /// How many they are.
    public int all() {
      return answered + missed + open + notYetAsked + finished;
    }
  }

  /// The worklist of a clinic now. Lines whose time has come are computed anew first, so that
  /// nothing waits for a timer to be seen.
  public Page page(String clinic) {
    tick(clinic);
    List<Line> lines = new ArrayList<>();
    Counting others = new Counting();
    for (WorklistEntry entry : worklist.worklist(clinic, MOST_LINES)) {
      if (episodes.find(entry.episode()) instanceof Lookup.Found found) {
        Standing standing = episodes.standing(entry.episode(), found.episode());
        if (standing.level().atLeast(Urgency.SOON)) {
          lines.add(new Line(entry.episode(), found.episode(), standing));
        } else {
          others.add(standing);
        }
      }
    }
    lines.sort(
        Comparator.comparing((Line line) -> line.standing().level())
            .reversed()
            .thenComparing(line -> line.standing().actBy().orElse(Instant.MAX))
            .thenComparing(line -> line.ref().episode()));
    return new Page(episodes.now(), lines, others.counted());
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

  private static final class Counting {

    private int answered;
    private int missed;
    private int open;
    private int notYetAsked;
    private int finished;

    void add(Standing standing) {
      Task.State last = Task.State.COMING;
      boolean waiting = false;
      boolean coming = false;
      for (Task task : standing.tasks()) {
        if (task.activity().startsWith("check-in")) {
          waiting |= task.state() == Task.State.OPEN;
          coming |= task.state() == Task.State.COMING;
          last = task.state() == Task.State.COMING ? last : task.state();
        }
      }
      if (waiting) {
        open++;
      } else if (!coming) {
        finished++;
      } else {
        count(last);
      }
    }

    private void count(Task.State last) {
      switch (last) {
        case DONE -> answered++;
        case MISSED -> missed++;
        case COMING, OPEN -> notYetAsked++;
      }
    }

    Others counted() {
      return new Others(answered, missed, open, notYetAsked, finished);
    }
  }
}
