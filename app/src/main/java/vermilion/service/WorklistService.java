package vermilion.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermilion.clinical.Urgency;
import vermilion.episode.Episode;
import vermilion.episode.Standing;

/// Says who needs a human now, in the order in which they need one.
public final class WorklistService {

  /// Of the lines that could not be written in time, so many are computed for a page.
  private static final int MOST_LATE = 1_000;

  /// A page does not wait for more counts than this to be made true; the clock does all of them.
  private static final int MOVES_OF_A_PAGE = 200;

  private final Worklist worklist;
  private final EpisodeService episodes;
  private final LineClock clock;

  /// Reads the worklist of a store.
  public WorklistService(Worklist worklist, EpisodeService episodes) {
    this.worklist = worklist;
    this.episodes = episodes;
    this.clock = new LineClock(episodes);
  }

  /// One patient who waits for a human.
  ///
  /// @param ref her episode
  /// @param level how urgent
  /// @param actBy by when a human has to have acted, if anybody still has to
  /// @param card what is known
  public record Line(EpisodeRef ref, Urgency level, Optional<Instant> actBy, WorklistCard card) {}

  /// The worklist of a clinic at one instant.
  ///
  /// @param at the instant
  /// @param lines who waits, most urgent first, then the one with the least time left
  /// @param others everybody else, counted, so that nobody can be lost between the lines
  public record Page(Instant at, List<Line> lines, Worklist.Others others) {
    /// Copies the lines.
    public Page {
      lines = List.copyOf(lines);
    }
  }

  /// The worklist of a clinic now. Lines whose time has come are computed anew first, so that
  /// nothing waits for a timer to be seen; what the store cannot take now is shown nevertheless.
  public Page page(String clinic) {
    try {
      clock.run(limit -> worklist.changing(clinic, episodes.now(), limit));
      clock.once(worklist.moving(clinic, episodes.now(), MOVES_OF_A_PAGE));
      return read(clinic);
    } catch (JournalFailure e) {
      // The clock reports it; whoever looks has to see what is true all the same.
      return read(clinic);
    }
  }

  private Page read(String clinic) {
    Worklist.Everybody everybody = worklist.everybody(clinic);
    Map<EpisodeRef, Line> lines = new LinkedHashMap<>();
    for (WorklistEntry entry : everybody.waiting()) {
      line(entry).ifPresent(line -> lines.put(line.ref(), line));
    }
    Instant at = episodes.now();
    for (EpisodeRef late : worklist.changing(clinic, at, MOST_LATE)) {
      fromRecord(late).ifPresentOrElse(line -> lines.put(late, line), () -> lines.remove(late));
    }
    List<Line> sorted = new ArrayList<>(lines.values());
    sorted.sort(
        Comparator.comparing(Line::level)
            .reversed()
            .thenComparing(line -> line.actBy().orElse(Instant.MAX))
            .thenComparing(line -> line.ref().episode()));
    return new Page(at, sorted, everybody.others());
  }

  /// A line that a server wrote whose clock ran ahead shows what is still to come, such as a later
  /// deadline: it is not believed before its time.
  private Optional<Line> line(WorklistEntry entry) {
    WorklistRow row = entry.row();
    boolean known =
        row.levelRank() < Urgency.values().length && !entry.updated().isAfter(episodes.now());
    Optional<WorklistCard> card = known ? WorklistCardCodec.read(row.card()) : Optional.empty();
    return card.isPresent()
        ? Optional.of(
            new Line(
                entry.episode(), Urgency.values()[row.levelRank()], row.deadline(), card.get()))
        : fromRecord(entry.episode());
  }

  /// The line of an episode without its card; empty where nobody waits for her.
  private Optional<Line> fromRecord(EpisodeRef ref) {
    if (!(episodes.find(ref) instanceof Lookup.Found(Episode episode))) {
      return Optional.empty();
    }
    Standing standing = episodes.standing(ref, episode);
    return standing.level().atLeast(Urgency.SOON)
        ? Optional.of(
            new Line(ref, standing.level(), standing.actBy(), WorklistCard.of(episode, standing)))
        : Optional.empty();
  }

  /// Computes the lines anew whose time has come, alerts first: the alert clock.
  ///
  /// @return how many
  /// @throws IllegalStateException when one could not be computed; all others are
  public int tick(String clinic) {
    LineClock.Run alerts = clock.run(limit -> worklist.changing(clinic, episodes.now(), limit));
    LineClock.Run courses = clock.run(limit -> worklist.moving(clinic, episodes.now(), limit));
    alerts.complain(clinic);
    courses.complain(clinic);
    return alerts.written() + courses.written();
  }
}
