package vermilion.episode;

import java.time.LocalDate;
import vermilion.clinical.DeviceLabel;

/// What is wrong with the syringes of a treatment: a code that cannot be read or that is of another
/// syringe, and one that had expired on the clinic's day of the treatment without a reason.
final class SyringeCheck {

  private final LocalDate treated;
  private final Refusals refusals;

  private SyringeCheck(LocalDate treated, Refusals refusals) {
    this.treated = treated;
    this.refusals = refusals;
  }

  static void check(Treatment treatment, ClinicHours hours, Refusals refusals) {
    SyringeCheck check = new SyringeCheck(hours.wall().dateAt(treatment.at()), refusals);
    for (int i = 0; i < treatment.syringes().size(); i++) {
      check.look("treatment.syringes[" + i + "].", treatment.syringes().get(i));
    }
  }

  private void look(String place, Syringe syringe) {
    String expiry = syringe.expiry();
    if (!syringe.udi().isEmpty()) {
      switch (DeviceLabel.read(syringe.udi(), treated.getYear())) {
        case DeviceLabel.Reading.Wrong wrong ->
            refusals.add(place + "udi", syringe.udi(), "a GS1 code. " + wrong.sentence());
        case DeviceLabel.Reading.Read read -> {
          compare(place + "lot", syringe.lot(), read.label().lot());
          compare(place + "expiry", expiry, read.label().expiry());
          expiry = expiry.isEmpty() ? read.label().expiry() : expiry;
        }
      }
    }
    // Both are written as YYYY-MM-DD, whose order as text is the order of the days.
    boolean expired = !expiry.isEmpty() && expiry.compareTo(treated.toString()) < 0;
    if (expired && syringe.reason().isEmpty()) {
      refusals.add(
          place + "reason",
          "absent",
          "why it was used, since it expired on " + expiry + ", before the day of the treatment");
    }
  }

  private void compare(String field, String given, String label) {
    if (!given.isEmpty() && !label.isEmpty() && !given.equalsIgnoreCase(label)) {
      refusals.add(field, given, label + ", as its code says");
    }
  }
}
