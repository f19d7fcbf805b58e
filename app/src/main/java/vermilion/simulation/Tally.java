package vermilion.simulation;

import java.util.Map;
import java.util.TreeMap;
import vermilion.clinical.Urgency;

/// What is counted over simulated patients. Sums alone, so that the order in which patients are
/// added never shows.
final class Tally {
  static final int DAYS = 400;
  static final int LEVELS = Urgency.values().length;

  /// Alerts by level and day: each time one opens, rises, or is reported anew once answered.
  final long[][] alerts = new long[LEVELS][DAYS];

  /// Reminders by day.
  final long[] reminders = new long[DAYS];

  /// Usual courses by reader.
  final long[] usual = new long[Reader.values().length];

  /// How many of them ever gave an answer of at least a level.
  final long[][] everAnswered = new long[Reader.values().length][LEVELS];

  /// How many of them ever had an alert of at least a level, by answers, silence or a deadline.
  final long[][] everRang = new long[Reader.values().length][LEVELS];

  /// Usual courses by the rule that led the first alert of each level.
  final Map<String, long[]> leadingRules = new TreeMap<>();

  final long[] patients = new long[Reader.values().length];
  final long[] complications = new long[Complication.values().length];
  final Told[] told = new Told[Complication.values().length];
  long asked;
  long answered;
  long contacts;
  long calls;
  long callsToPatients;
  long unanswered;

  Tally() {
    for (int i = 0; i < told.length; i++) {
      told[i] = new Told();
    }
  }

  /// How true complications of one kind were told.
  static final class Told {
    final Delays delays = new Delays();
    final long[] by = new long[Voice.values().length];
    long cases;
    long reported;

    /// Reported, and never an alert of its level.
    long missed;

    /// Reported in an answer that did not raise it at once, and raised later.
    long later;

    void add(Told other) {
      delays.add(other.delays);
      sum(by, other.by);
      cases += other.cases;
      reported += other.reported;
      missed += other.missed;
      later += other.later;
    }
  }

  /// Through what an alert came.
  enum Voice {
    /// A check-in that the plan asked for.
    CHECK_IN("check-in"),
    /// A look that a rule asked for.
    LOOK_AGAIN("look-again"),
    /// A worry that she brought.
    CONTACT("contact"),
    /// Time: silence, or a deadline that passed.
    TIME("time");

    private final String id;

    Voice(String id) {
      this.id = id;
    }

    String id() {
      return id;
    }
  }

  void leads(String rule, Urgency level) {
    leadingRules.computeIfAbsent(rule, _ -> new long[LEVELS])[level.ordinal()]++;
  }

  void add(Tally other) {
    for (int i = 0; i < LEVELS; i++) {
      sum(alerts[i], other.alerts[i]);
    }
    sum(reminders, other.reminders);
    sum(usual, other.usual);
    sum(patients, other.patients);
    sum(complications, other.complications);
    for (int i = 0; i < usual.length; i++) {
      sum(everAnswered[i], other.everAnswered[i]);
      sum(everRang[i], other.everRang[i]);
    }
    for (int i = 0; i < told.length; i++) {
      told[i].add(other.told[i]);
    }
    other.leadingRules.forEach(
        (rule, counts) -> sum(leadingRules.computeIfAbsent(rule, _ -> new long[LEVELS]), counts));
    asked += other.asked;
    answered += other.answered;
    contacts += other.contacts;
    calls += other.calls;
    callsToPatients += other.callsToPatients;
    unanswered += other.unanswered;
  }

  private static void sum(long[] into, long[] from) {
    for (int i = 0; i < into.length; i++) {
      into[i] += from[i];
    }
  }
}
