package vermilion.protocol;

import java.util.List;
import java.util.Optional;
import vermilion.clinical.Filler;

/// What became of an order that a practitioner wants to sign: accepted, or refused with every limit
/// that it breaks (clinical brief 4).
public sealed interface OrderCheck {
  /// The most characters of a practitioner's name.
  int MOST_NAME_CHARS = 120;

  /// The most named spots.
  int MOST_SPOTS = 8;

  /// The most characters of a named spot.
  int MOST_SPOT_CHARS = 80;

  /// The most characters of the wording of the pressure.
  int MOST_PRESSURE_CHARS = 200;

  /// The most characters of a reason.
  int MOST_REASON_CHARS = 500;

  /// Inside every limit; may be signed.
  ///
  /// @param order the order as it was asked for
  record Accepted(Order order) implements OrderCheck {}

  /// Outside at least one limit; may not be signed.
  ///
  /// @param broken all of the limits that it breaks, in the order of the form
  record Refused(List<Broken> broken) implements OrderCheck {
    /// Refuses to refuse without a cause.
    public Refused {
      broken = List.copyOf(broken);
      if (broken.isEmpty()) {
        throw new IllegalArgumentException("an order refused without a broken limit");
      }
    }
  }

  /// One limit that an order breaks.
  ///
  /// @param limit the field of the order, for example `startHours` or `where[2]`; or `filler`
  /// @param value what the order says there, long text cut short
  /// @param allowed what it may say
  /// @param sentence both in plain words, for the practitioner
  record Broken(String limit, String value, String allowed, String sentence) {}

  /// Checks an order against every limit at once.
  ///
  /// @param limits the protocol's limits, or empty: no massage under this protocol
  /// @param filler what was injected
  /// @param riskFact whether the record holds a blood thinner, or older or unknown filler in the
  ///   lip
  /// @param order what the practitioner wants to sign
  static OrderCheck check(
      Optional<MassageLimits> limits, Filler filler, boolean riskFact, Order order) {
    var broken = new BrokenLimits();
    broken.text("practitioner", order.practitioner(), MOST_NAME_CHARS);
    if (order.massage().isPresent()) {
      broken.massage(limits, filler, riskFact, order.massage().get());
    }
    var list = broken.list();
    return list.isEmpty() ? new Accepted(order) : new Refused(list);
  }
}
