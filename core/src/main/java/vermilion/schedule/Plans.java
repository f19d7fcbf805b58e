package vermilion.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vermilion.protocol.ScheduleSpec;

/// All versions of one patient's plan.
///
/// The version in force at an instant is the newest one that has begun by then; before any has
/// begun it is the first. An occurrence belongs to the version in force when it opens and keeps it
/// for ever, so a new version never renames or moves what has opened before.
///
/// @param spec the check-ins and photos of the protocol
/// @param treated the recorded end of the injection
/// @param versions 1 to [#MOST_VERSIONS], their numbers rising
public record Plans(ScheduleSpec spec, Instant treated, List<PlanVersion> versions) {
  /// The most versions of one plan.
  public static final int MOST_VERSIONS = 1000;

  /// Copies the list, and refuses none, too many, and numbers that do not rise.
  public Plans {
    versions = List.copyOf(versions);
    if (versions.isEmpty() || versions.size() > MOST_VERSIONS) {
      throw new IllegalArgumentException(
          versions.size() + " plan versions, expected 1 to " + MOST_VERSIONS);
    }
    for (var i = 1; i < versions.size(); i++) {
      if (versions.get(i).number() <= versions.get(i - 1).number()) {
        throw new IllegalArgumentException(
            "plan version " + versions.get(i).number() + " after " + versions.get(i - 1).number());
      }
    }
  }

  /// The version in force at `instant`.
  public PlanVersion at(Instant instant) {
    for (var i = versions.size() - 1; i > 0; i--) {
      if (!versions.get(i).from().isAfter(instant)) {
        return versions.get(i);
      }
    }
    return versions.getFirst();
  }

  /// All occurrences, by opening and then by id.
  public List<Occurrence> occurrences() {
    var massages = new MassagePlan(treated);
    var untils = untils();
    var all = new ArrayList<Occurrence>();
    var from = Instant.MIN;
    for (var i = 0; i < untils.length; i++) {
      // Empty when the clock went back and a later version began before this one.
      if (from.isBefore(untils[i])) {
        all.addAll(
            Expansion.of(
                spec, treated, new Expansion.Part(versions.get(i), from, untils[i]), massages));
      }
      from = untils[i];
    }
    return List.copyOf(all);
  }

  /// Where each version ends: where the earliest of those after it begins.
  private Instant[] untils() {
    var untils = new Instant[versions.size()];
    var until = Instant.MAX;
    for (var i = untils.length - 1; i >= 0; i--) {
      untils[i] = until;
      var from = versions.get(i).from();
      until = from.isBefore(until) ? from : until;
    }
    return untils;
  }
}
