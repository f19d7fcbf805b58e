package vermilion.simulation;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// What is still to happen in one simulated life, in order of time and then of planning.
final class Agenda {
  private static final Comparator<Step> ORDER =
      Comparator.comparing(Step::at).thenComparingLong(Step::order);

  private final PriorityQueue<Step> steps = new PriorityQueue<>(ORDER);
  private long planned;

  /// What happens.
  enum Kind {
    /// The patient is reminded of a check-in.
    REMIND,
    /// The patient answers a check-in.
    CHECK_IN,
    /// A look that a rule asked for opens.
    AGAIN,
    /// The patient answers it.
    LOOK,
    /// The patient opens "I am worried now".
    CONTACT,
    /// The patient calls, and staff note it.
    CALL,
    /// Somebody of the clinic answers an alert.
    ANSWER,
    /// Somebody of the clinic settles a concern.
    SETTLE
  }

  /// One thing that happens.
  ///
  /// @param number which check-in, or which contact
  /// @param what the form, the alert or the concern
  record Step(Instant at, long order, Kind kind, int number, String what) {}

  void add(Instant at, Kind kind, int number, String what) {
    steps.add(new Step(at, planned++, kind, number, what));
  }

  @Nullable Step next() {
    return steps.peek();
  }

  void done() {
    steps.remove();
  }
}
