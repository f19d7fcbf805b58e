package vermilion.episode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a patient has left at an instant, and what of it waits for the clinic. It changes no alert:
/// whatever was open stays open, at its level and with its clock (H-36).
///
/// @param stopped since when nobody asks her anything and nobody waits to hear of her; empty where
///   she is followed up
/// @param requests the ways in which she leaves, in the order of [Leave]
public record Leaving(Optional<Instant> stopped, List<Request> requests) {

  /// Copies the list.
  public Leaving {
    requests = List.copyOf(requests);
  }

  /// One way in which she leaves.
  ///
  /// @param leave in which way
  /// @param asked when the server first had it
  /// @param text what she added
  /// @param answer what the clinic answered
  /// @param overdue whether the clinic has let its time pass
  public record Request(
      Leave leave, Instant asked, Optional<String> text, Optional<Answer> answer, boolean overdue) {

    /// Whether the clinic still has to answer.
    public boolean waits() {
      return answer.isEmpty();
    }

    /// By when it answers.
    public Instant actBy() {
      return asked.plus(leave.within());
    }
  }

  /// The clinic's answer.
  ///
  /// @param by who
  /// @param at when
  /// @param text what she reads
  public record Answer(String by, Instant at, String text) {}

  /// What waits for the clinic, in the order of [Leave].
  public List<Request> waiting() {
    List<Request> waiting = new ArrayList<>();
    for (Request one : requests) {
      if (one.waits()) {
        waiting.add(one);
      }
    }
    return waiting;
  }

  /// By when the clinic has to have answered the first of them.
  public Optional<Instant> actBy() {
    return waiting().stream().map(Request::actBy).min(Instant::compareTo);
  }

  List<Instant> changes() {
    return waiting().stream().map(Request::actBy).toList();
  }
}
