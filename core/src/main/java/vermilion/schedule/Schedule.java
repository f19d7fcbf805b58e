package vermilion.schedule;

import java.time.Instant;
import java.util.Collections;
import java.util.List;

/// Turns a protocol, an order and a patient's zone into dated occurrences.
///
/// A pure function: the same terms give the same occurrences, with the same ids, on every machine.
public final class Schedule {
  private Schedule() {}

  /// All occurrences under these terms, by opening and then by id.
  ///
  /// An order outside the engine's limits gives no massage at all.
  public static List<Occurrence> expand(PlanTerms terms) {
    var massages = new MassagePlan(terms.treated());
    return Collections.unmodifiableList(
        Expansion.of(terms.spec(), terms.treated(), part(terms), massages));
  }

  /// The massage windows alone, as numbers: the massages of [#expand], in their order.
  public static MassageWindows massage(PlanTerms terms) {
    return Expansion.massage(terms.treated(), part(terms));
  }

  private static Expansion.Part part(PlanTerms terms) {
    var course = terms.massage().map(order -> new MassageCourse(order, terms.notBefore()));
    var version =
        new PlanVersion(terms.planVersion(), terms.treated(), terms.zone(), terms.waking(), course);
    return new Expansion.Part(version, Instant.MIN, Instant.MAX);
  }
}
