package vermilion.service;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import vermilion.clinical.Urgency;
import vermilion.episode.Episode;
import vermilion.episode.Standing;

/// One line of a clinic's worklist: the little that must be sorted, counted and searched without
/// opening the record.
///
/// Rank, deadline, next change and course are in the clear and say nothing about who or why.
/// Whatever a screen wants to show beside them belongs into `card`, which is kept under the
/// patient's key and goes when the key goes.
///
/// @param levelRank how urgent, larger is worse
/// @param deadline by when a human must have acted, if anyone must
/// @param nextChange when this row is to be computed again though nothing happens, if ever
/// @param course what she is counted as while nobody has to act
/// @param card opaque bytes for the screen, at most [Journal#CARD_BYTES_MAX]; may be empty
public record WorklistRow(
    int levelRank,
    Optional<Instant> deadline,
    Optional<Instant> nextChange,
    CheckInCourse course,
    Bytes card) {

  /// The least rank that waits for a human; the rows below it are only counted.
  public static final int LEAST_WAITING = Urgency.SOON.ordinal();

  /// Refuses a card that is too large.
  public WorklistRow {
    if (card.size() > Journal.CARD_BYTES_MAX) {
      throw new IllegalArgumentException(
          "worklist card has "
              + card.size()
              + " bytes; expected at most "
              + Journal.CARD_BYTES_MAX);
    }
  }

  /// A row of somebody who has not been asked anything yet.
  public WorklistRow(
      int levelRank, Optional<Instant> deadline, Optional<Instant> nextChange, Bytes card) {
    this(levelRank, deadline, nextChange, CheckInCourse.NOT_BEGUN, card);
  }

  /// The row of an episode as it stands. Who has to be looked at gets a card; all others are
  /// counted by their course, which nobody asks of the former.
  public static WorklistRow of(Episode episode, Standing standing) {
    CheckInCourse course = CheckInCourse.of(standing);
    Urgency level = levelOf(standing);
    boolean waits = level.atLeast(Urgency.SOON);
    return new WorklistRow(
        level.ordinal(),
        deadlineOf(standing),
        standing.nextChange(),
        waits ? new CheckInCourse(course.place(), Optional.empty()) : course,
        waits ? WorklistCardCodec.write(WorklistCard.of(episode, standing)) : Bytes.NONE);
  }

  /// How urgent her line is: her alerts, and `soon` where she leaves and nobody has answered
  /// (H-36).
  static Urgency levelOf(Standing standing) {
    boolean leaves = !standing.leaving().waiting().isEmpty();
    return leaves ? standing.level().worse(Urgency.SOON) : standing.level();
  }

  /// By when a human has to have acted for her.
  static Optional<Instant> deadlineOf(Standing standing) {
    return Stream.of(standing.actBy(), standing.leaving().actBy())
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }

  /// Whether somebody has to be looked at.
  public boolean waits() {
    return levelRank >= LEAST_WAITING;
  }
}
