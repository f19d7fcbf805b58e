package vermilion.episode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vermilion.time.DueWindow;

/// What a patient has left, while her events are folded, and the times in which she was asked
/// nothing.
final class LeaveBook {

  private final @Nullable Asked[] asked = new @Nullable Asked[Leave.values().length];
  private final List<Stop> stops = new ArrayList<>();

  /// One way in which she leaves.
  private record Asked(Instant at, Optional<String> text, Optional<Leaving.Answer> answer) {}

  /// A time in which nobody asked her anything, from after `from` to `until`.
  private record Stop(Instant from, Instant until) {}

  /// Takes over all that another book holds; what it holds never changes.
  void addAll(LeaveBook other) {
    System.arraycopy(other.asked, 0, asked, 0, asked.length);
    stops.addAll(other.stops);
  }

  /// A second asking while the first waits is the first: its time is not set back.
  void asked(EpisodeEvent.LeaveAsked event, Entry entry) {
    Asked known = asked[event.leave().ordinal()];
    boolean waits = known != null && known.answer().isEmpty();
    Instant at = known != null && waits ? known.at() : entry.received();
    Optional<String> text =
        event.text().isEmpty() && known != null && waits ? known.text() : event.text();
    put(event.leave(), new Asked(at, text, Optional.empty()), entry);
  }

  void takenBack(EpisodeEvent.LeaveTakenBack event, Entry entry) {
    put(event.leave(), null, entry);
  }

  void answered(EpisodeEvent.LeaveAnswered event, Entry entry) {
    Asked known = asked[event.leave().ordinal()];
    if (known != null) {
      Leaving.Answer answer = new Leaving.Answer(entry.by().name(), entry.received(), event.text());
      put(event.leave(), new Asked(known.at(), known.text(), Optional.of(answer)), entry);
    }
  }

  private void put(Leave leave, @Nullable Asked now, Entry entry) {
    boolean was = isStopped();
    asked[leave.ordinal()] = now;
    if (!was && isLeft()) {
      stops.add(new Stop(entry.received(), Instant.MAX));
    } else if (was && !isLeft()) {
      Stop last = stops.removeLast();
      if (last.from().isBefore(entry.received())) {
        stops.add(new Stop(last.from(), entry.received()));
      }
    }
  }

  /// A clinic that she wants to leave follows her up until it has handed her over; what she wants
  /// to be rid of herself ends at once.
  private boolean isLeft() {
    Asked clinic = asked[Leave.CLINIC.ordinal()];
    return asked[Leave.CHECK_INS.ordinal()] != null
        || asked[Leave.ERASURE.ordinal()] != null
        || (clinic != null && clinic.answer().isPresent());
  }

  /// Whether she is asked nothing now.
  boolean isStopped() {
    return !stops.isEmpty() && stops.getLast().until().equals(Instant.MAX);
  }

  /// Whether nothing was waited for at an instant; at the very one on which she stopped it was.
  boolean isStoppedAt(Instant at) {
    for (Stop stop : stops) {
      if (stop.from().isBefore(at) && !at.isAfter(stop.until())) {
        return true;
      }
    }
    return false;
  }

  /// Whether she was asked nothing in any part of a window.
  boolean isStoppedIn(DueWindow window) {
    for (Stop stop : stops) {
      if (window.opens().isBefore(stop.until()) && window.closes().isAfter(stop.from())) {
        return true;
      }
    }
    return false;
  }

  /// The times in which she was asked nothing, as text; empty where there are none.
  String stops() {
    return stops.isEmpty() ? "" : " " + stops;
  }

  Leaving at(Instant now) {
    List<Leaving.Request> requests = new ArrayList<>();
    for (Leave leave : Leave.values()) {
      Asked one = asked[leave.ordinal()];
      if (one != null) {
        boolean overdue = one.answer().isEmpty() && !now.isBefore(one.at().plus(leave.within()));
        requests.add(new Leaving.Request(leave, one.at(), one.text(), one.answer(), overdue));
      }
    }
    return new Leaving(
        isStopped() ? Optional.of(stops.getLast().from()) : Optional.empty(), requests);
  }
}
