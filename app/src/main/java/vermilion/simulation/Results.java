package vermilion.simulation;

import vermilion.protocol.Protocol;

/// What a simulation came to.
public final class Results {
  final Protocol protocol;
  final Simulation.Terms terms;

  /// The patients whose complications come at their rates.
  final Tally cohort;

  /// Those who were made to have one.
  final Tally made;

  Results(Protocol protocol, Simulation.Terms terms, Tally cohort, Tally made) {
    this.protocol = protocol;
    this.terms = terms;
    this.cohort = cohort;
    this.made = made;
  }

  /// How many true complications were reported by an answer and never led to an alert of the level
  /// that they need.
  public long missed() {
    long missed = 0;
    for (Complication one : Complication.values()) {
      missed += cohort.told[one.ordinal()].missed + made.told[one.ordinal()].missed;
    }
    return missed;
  }
}
