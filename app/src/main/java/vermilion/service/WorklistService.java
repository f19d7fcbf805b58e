package vermilion.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vermilion.clinical.Urgency;
import vermilion.episode.Episode;
import vermilion.episode.Standing;

/// Says who needs a human now, in the order in which they need one.
public final class WorklistService {

  /// Of the lines that could not be written in time, so many are computed for a page.
  private static final int MOST_LATE = 1_000;

  /// A page does not wait for more counts than this to be made true; the clock does all of them.
  private static final int MOVES_OF_A_PAGE = 200;

  private static final Urgency[] LEVELS = Urgency.values();

  private final Worklist worklist;
  private final EpisodeService episodes;
  private final LineClock clock;
  private final Map<String, Map<EpisodeRef, Sealed>> cards = new ConcurrentHashMap<>();

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

  /// A digest over the lines of those who wait now, by which a change is known. Alerts whose time
  /// has come are computed anew first.
  ///
  /// @throws JournalFailure when the store does not answer: then nothing is known
  Bytes mark(String clinic) {
    clock.run(limit -> worklist.changing(clinic, episodes.now(), limit));
    return worklist.mark(clinic);
  }

  private Page read(String clinic) {
    Map<EpisodeRef, Line> lines = new LinkedHashMap<>();
    Worklist.Others others = readWaiting(clinic, lines);
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
    return new Page(at, sorted, others);
  }

  /// A card that was read, and the seal under which it was.
  private record Sealed(Bytes seal, WorklistCard card) {}

  /// Keeps the cards of those who wait, and of nobody else, so that the next look opens only what
  /// has changed.
  private Worklist.Others readWaiting(String clinic, Map<EpisodeRef, Line> lines) {
    Map<EpisodeRef, Sealed> known = cards.getOrDefault(clinic, Map.of());
    Worklist.Everybody everybody =
        worklist.everybody(
            clinic,
            (episode, seal) -> {
              Sealed kept = known.get(episode);
              return kept != null && kept.seal().equals(seal);
            });
    Map<EpisodeRef, Sealed> now = new HashMap<>(2 * everybody.waiting().size());
    for (Worklist.Waiting one : everybody.waiting()) {
      Sealed kept = known.get(one.episode());
      Optional<WorklistCard> card =
          kept != null && kept.seal().equals(one.seal())
              ? Optional.of(kept.card())
              : WorklistCardCodec.read(one.card());
      card.ifPresent(read -> now.put(one.episode(), new Sealed(one.seal(), read)));
      line(one, card).ifPresent(line -> lines.put(line.ref(), line));
    }
    cards.put(clinic, now);
    return everybody.others();
  }

  /// A line that a server wrote whose clock ran ahead shows what is still to come, such as a later
  /// deadline: it is not believed before its time.
  private Optional<Line> line(Worklist.Waiting one, Optional<WorklistCard> card) {
    boolean known = one.levelRank() < LEVELS.length && !one.updated().isAfter(episodes.now());
    return known && card.isPresent()
        ? Optional.of(new Line(one.episode(), LEVELS[one.levelRank()], one.deadline(), card.get()))
        : fromRecord(one.episode());
  }

  /// The line of an episode without its card; empty where nobody waits for her.
  private Optional<Line> fromRecord(EpisodeRef ref) {
    if (!(episodes.find(ref) instanceof Lookup.Found(Episode episode))) {
      return Optional.empty();
    }
    Standing standing = episodes.standing(ref, episode);
    Urgency level = WorklistRow.levelOf(standing);
    return level.atLeast(Urgency.SOON)
        ? Optional.of(
            new Line(
                ref, level, WorklistRow.deadlineOf(standing), WorklistCard.of(episode, standing)))
        : Optional.empty();
  }

  /// Computes the lines anew whose time has come, alerts first: the alert clock. The first time it
  /// opens the cards of all who wait, so that nobody's first look has to.
  ///
  /// @return how many
  /// @throws IllegalStateException when one could not be computed; all others are
  public int tick(String clinic) {
    LineClock.Run alerts = clock.run(limit -> worklist.changing(clinic, episodes.now(), limit));
    LineClock.Run courses = clock.run(limit -> worklist.moving(clinic, episodes.now(), limit));
    alerts.complain(clinic);
    courses.complain(clinic);
    if (!cards.containsKey(clinic)) {
      readWaiting(clinic, new HashMap<>());
    }
    return alerts.written() + courses.written();
  }
}
