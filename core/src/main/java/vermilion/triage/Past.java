package vermilion.triage;

/// What later assessments need to know of an earlier check-in, contact or human answer. Immutable.
///
/// @param atSecond when it was given
/// @param report what it was
/// @param baseline for each question the index of the answer that a change is measured against, or
///   -1
/// @param concerns the concerns raised, a bit for each in declaration order
/// @param onlyMildBruise whether nothing but the rule `bruise` fired and pain was answered under 4
@SuppressWarnings(
    "ArrayRecordComponent") // never handed out, never compared; boxing would cost the speed
record Past(long atSecond, Report report, int[] baseline, int concerns, boolean onlyMildBruise) {

  private static final int[] NO_BASELINE = {};

  static Past answered(long atSecond) {
    return new Past(atSecond, Report.ANSWERED, NO_BASELINE, 0, false);
  }

  /// The baseline index of the question at a place, or -1.
  int baselineAt(int place) {
    return place < baseline.length ? baseline[place] : -1;
  }

  boolean raised(int concern) {
    return (concerns & (1 << concern)) != 0;
  }
}
