package vermilion.triage;

/// What later assessments need to know of an earlier check-in, contact or human answer. Immutable.
///
/// @param atSecond when it was given
/// @param report what it was
/// @param trace what was found of it
record Past(long atSecond, Report report, Assessment.Trace trace) {

  private static final Assessment.Trace NOTHING = new Assessment.Trace(0, 0, new int[] {}, false);

  static Past answered(long atSecond) {
    return new Past(atSecond, Report.ANSWERED, NOTHING);
  }

  /// The index of the answer that a change of the question at a place is measured against, or -1.
  int baselineAt(int place) {
    return place < trace.baseline().length ? trace.baseline()[place] : -1;
  }

  /// Whether a concern, by its place in the declaration, was raised.
  boolean raised(int concern) {
    return (trace.concerns() & (1 << concern)) != 0;
  }

  /// Whether this is a contact that is counted about a concern: one that a rule raises for these
  /// answers or for milder ones, so that a worse answer never counts for less.
  boolean isContactAbout(int concern) {
    return report == Report.CONTACT && (trace.counted() & (1 << concern)) != 0;
  }

  /// Whether nothing but the rule `bruise` fired and pain was answered under 4.
  boolean onlyMildBruise() {
    return trace.onlyMildBruise();
  }
}
