package vermilion.service;

import java.time.Instant;
import java.util.Optional;
import vermilion.episode.Standing;
import vermilion.episode.Task;

/// How far a patient for whom nobody is waited for has come with her check-ins: what the count
/// below the worklist says of her, and nothing of who or why.
///
/// @param place where she is
/// @param until when time alone brings her to another place, if ever
public record CheckInCourse(Place place, Optional<Instant> until) {

  /// Nobody has asked her anything yet.
  public static final CheckInCourse NOT_BEGUN =
      new CheckInCourse(Place.NOT_YET_ASKED, Optional.empty());

  /// Where a patient is.
  public enum Place {
    /// She has had no check-in yet.
    NOT_YET_ASKED(0),
    /// She answered the last check-in that was due.
    ANSWERED(1),
    /// She did not answer the last one.
    MISSED(2),
    /// She has one open and has not answered it yet.
    OPEN(3),
    /// Her last check-in is past. The largest code: whoever counts leaves these out by an index.
    FINISHED(4);

    private final int code;

    Place(int code) {
      this.code = code;
    }

    /// The number under which a store keeps it.
    public int code() {
      return code;
    }

    /// The place with a code; a number that is none is a row of somebody who has to be asked anew.
    public static Place of(int code) {
      for (Place place : values()) {
        if (place.code == code) {
          return place;
        }
      }
      return NOT_YET_ASKED;
    }
  }

  /// The course of an episode as it stands.
  static CheckInCourse of(Standing standing) {
    Task.State last = Task.State.COMING;
    boolean waiting = false;
    boolean coming = false;
    Optional<Instant> until = Optional.empty();
    for (Task task : standing.tasks()) {
      if (task.activity().startsWith("check-in")) {
        waiting |= task.state() == Task.State.OPEN;
        coming |= task.state() == Task.State.COMING;
        last = task.state() == Task.State.COMING ? last : task.state();
        until = earlier(until, change(task));
      }
    }
    if (waiting) {
      return new CheckInCourse(Place.OPEN, until);
    }
    return new CheckInCourse(coming ? place(last) : Place.FINISHED, until);
  }

  private static Place place(Task.State last) {
    return switch (last) {
      case DONE -> Place.ANSWERED;
      case MISSED -> Place.MISSED;
      case COMING, OPEN -> Place.NOT_YET_ASKED;
    };
  }

  private static Optional<Instant> change(Task task) {
    return switch (task.state()) {
      case COMING -> Optional.of(task.window().opens());
      case OPEN -> Optional.of(task.window().closes());
      case DONE, MISSED -> Optional.empty();
    };
  }

  private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isPresent() ? one : other;
    }
    return one.get().isBefore(other.get()) ? one : other;
  }
}
