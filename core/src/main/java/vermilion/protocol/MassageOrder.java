package vermilion.protocol;

import java.util.List;
import java.util.Optional;

/// The massage that one practitioner orders for one patient. Nothing else in the product can cause
/// a massage.
///
/// Any values may be held; [OrderCheck] says whether they are allowed. A reason without a letter or
/// a digit is no reason and is held as none, so that an empty box on a page never permits anything.
///
/// @param startHours hours after the injection from which sessions may open
/// @param minutes length of one session
/// @param perDay sessions a day
/// @param days local dates with at least one session, after which the order expires by itself
/// @param where named spots, the patient's own left and right
/// @param pressure how lightly, in the practitioner's words
/// @param reason why it starts between 24 and 48 h, where it does
/// @param bruiseReason why it may go on over a bruise, where it may
/// @param riskReason why it is ordered in spite of a blood thinner or older filler, where it is
public record MassageOrder(
    int startHours,
    int minutes,
    int perDay,
    int days,
    List<String> where,
    String pressure,
    Optional<String> reason,
    Optional<String> bruiseReason,
    Optional<String> riskReason) {
  /// How lightly, where the practitioner says nothing else (clinical brief 4).
  public static final String USUAL_PRESSURE = "as light as putting on balm";

  /// Copies the list, so that a signed order can never change.
  public MassageOrder {
    where = List.copyOf(where);
    reason = reason.filter(OrderText::saysSomething);
    bruiseReason = bruiseReason.filter(OrderText::saysSomething);
    riskReason = riskReason.filter(OrderText::saysSomething);
  }

  /// Whether its numbers are inside what the engine allows anybody. An order outside is never
  /// carried out, however it came to be stored (H-5).
  public boolean isWithinEngineLimits() {
    return startHours >= MassageLimits.ENGINE_EARLIEST_HOURS
        && startHours <= MassageLimits.ENGINE_LATEST_START_HOURS
        && minutes >= 1
        && minutes <= MassageLimits.ENGINE_MOST_MINUTES
        && perDay >= 1
        && perDay <= MassageLimits.ENGINE_MOST_PER_DAY
        && days >= 1
        && days <= MassageLimits.ENGINE_MOST_DAYS;
  }
}
