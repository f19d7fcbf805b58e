package vermilion.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vermilion.clinical.Urgency;
import vermilion.episode.AlertClock;
import vermilion.episode.Assessed;
import vermilion.episode.Standing;

/// Watches one simulated life as the clinic would see it, and counts.
final class Watch {
  private final Tally tally;
  private final Body body;
  private final Reader reader;
  private final Map<String, Known> known = new TreeMap<>();
  private final boolean[] led = new boolean[Tally.LEVELS];
  private Urgency worst = Urgency.SELF_CARE;
  private Urgency worstAnswer = Urgency.SELF_CARE;
  private double alertHour = Double.POSITIVE_INFINITY;
  private Tally.Voice voice = Tally.Voice.TIME;
  private boolean reported;
  private boolean later;

  Watch(Tally tally, Body body, Reader reader) {
    this.tally = tally;
    this.body = body;
    this.reader = reader;
  }

  /// An alert as it was last seen.
  private record Known(Urgency level, int clocks, boolean overdue) {}

  /// An alert that rings: it has opened, risen, or been reported anew once answered.
  record Ring(String alert, Urgency level) {}

  /// Notes an answer.
  void heard(Assessed one, Map<String, String> answers, Tally.Voice by, Moment moment) {
    worst = worst.worse(one.level());
    worstAnswer = worstAnswer.worse(one.level());
    if (!moment.sick()) {
      return;
    }
    Complication has = body.complication().orElseThrow();
    boolean enough = one.level().atLeast(has.level());
    if (!reported && has.isShownBy(answers)) {
      reported = true;
      later = !enough && !isAlerted();
    }
    if (enough) {
      alerted(by, moment);
    }
  }

  /// Notes how things stand.
  ///
  /// @return what rings anew
  List<Ring> see(Standing standing, Moment moment) {
    List<Ring> anew = new ArrayList<>();
    worst = worst.worse(standing.level());
    for (AlertClock.State state : standing.alerts()) {
      String id = state.alert().id();
      int clocks = state.alert().clocks().size();
      Known before = known.put(id, new Known(state.level(), clocks, state.overdue()));
      if (state.overdue() && (before == null || !before.overdue())) {
        tally.unanswered++;
      }
      boolean rings =
          before == null || !before.level().atLeast(state.level()) || before.clocks() < clocks;
      if (rings) {
        tally.alerts[state.level().ordinal()][moment.day()]++;
        anew.add(new Ring(id, state.level()));
        lead(state);
        if (moment.sick() && has(state.level())) {
          alerted(Tally.Voice.TIME, moment);
        }
      }
    }
    return anew;
  }

  /// When and how far a life has come.
  ///
  /// @param hour after the treatment
  /// @param sick whether the complication shows
  record Moment(double hour, boolean sick) {
    int day() {
      return Math.clamp((long) (hour / 24), 0, Tally.DAYS - 1);
    }

    static Moment of(Instant treated, Instant now, boolean sick) {
      return new Moment((now.getEpochSecond() - treated.getEpochSecond()) / 3600.0, sick);
    }
  }

  /// Whether an alert of the level that her complication needs has come.
  boolean isAlerted() {
    return alertHour < Double.POSITIVE_INFINITY;
  }

  /// Counts the whole life.
  void close() {
    tally.patients[reader.ordinal()]++;
    Optional<Complication> has = body.complication();
    if (has.isEmpty()) {
      tally.usual[reader.ordinal()]++;
      count(tally.everAnswered[reader.ordinal()], worstAnswer);
      count(tally.everRang[reader.ordinal()], worst);
      return;
    }
    int place = has.get().ordinal();
    tally.complications[place]++;
    Tally.Told told = tally.told[place];
    told.cases++;
    told.reported += reported ? 1 : 0;
    told.missed += reported && !isAlerted() ? 1 : 0;
    told.later += reported && later ? 1 : 0;
    if (isAlerted()) {
      told.by[voice.ordinal()]++;
      told.delays.add(alertHour - body.onset());
    }
  }

  private static void count(long[] atLeast, Urgency worst) {
    for (int level = 0; level <= worst.ordinal(); level++) {
      atLeast[level]++;
    }
  }

  private boolean has(Urgency level) {
    return body.complication().filter(one -> level.atLeast(one.level())).isPresent();
  }

  private void alerted(Tally.Voice by, Moment moment) {
    if (!isAlerted()) {
      alertHour = moment.hour();
      voice = by;
    }
  }

  /// The rule behind the first alert of each level in a usual course.
  private void lead(AlertClock.State state) {
    int level = state.level().ordinal();
    if (body.complication().isPresent() || led[level]) {
      return;
    }
    led[level] = true;
    boolean byTime = state.level() != state.alert().level();
    List<String> rules = state.alert().rules();
    tally.leads(byTime || rules.isEmpty() ? "time" : rules.getFirst(), state.level());
  }
}
