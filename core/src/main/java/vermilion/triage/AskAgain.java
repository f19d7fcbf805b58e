package vermilion.triage;

/// A look that a rule asks for, sooner than the next check-in.
///
/// @param form the form to ask
/// @param afterMinutes when, after the answer that the rule fired on
/// @param everyMinutes how often again after that; 0: once
/// @param untilMinutes when the repeats end by themselves, after the first answer
public record AskAgain(String form, int afterMinutes, int everyMinutes, int untilMinutes) {

  /// Asks once.
  public static AskAgain once(String form, int afterMinutes) {
    return new AskAgain(form, afterMinutes, 0, afterMinutes);
  }

  /// Refuses times that never come.
  public AskAgain {
    if (afterMinutes < 1
        || everyMinutes < 0
        || untilMinutes < afterMinutes
        || untilMinutes > 1440) {
      throw new IllegalArgumentException(
          "asks again after "
              + afterMinutes
              + ", every "
              + everyMinutes
              + ", until "
              + untilMinutes
              + " minutes; expected 1 <= after <= until <= 1440");
    }
  }
}
