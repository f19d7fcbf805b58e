package vermilion.proof.episode;

import static vermilion.proof.episode.EpisodeLaw.CHANGE_IS_ANNOUNCED;
import static vermilion.proof.episode.EpisodeLaw.DEADLINE_ESCALATES;
import static vermilion.proof.episode.EpisodeLaw.DEADLINE_RUNS;
import static vermilion.proof.episode.EpisodeLaw.NOT_CHASED;
import static vermilion.proof.episode.EpisodeLaw.TIME_ONLY_RAISES;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import vermilion.clinical.Concern;
import vermilion.clinical.Urgency;
import vermilion.episode.AlertClock;
import vermilion.episode.Standing;

/// The laws of the time in which nothing happens: what it may change, and what it must.
final class EpisodeTimeLaws {

  private static final Duration SOON = Duration.ofDays(2);

  /// Half a day, the longest night that a patient may name, and an hour (clinical brief 1).
  private static final Duration SAME_DAY = Duration.ofHours(12 + 21 + 1);

  private static final Duration READ = Duration.ofMinutes(10);
  private static final Duration GO = Duration.ofMinutes(20);

  private final EpisodeReport report;

  EpisodeTimeLaws(EpisodeReport report) {
    this.report = report;
  }

  /// Compares how one episode stands at two instants.
  void passed(Standing earlier, Standing later) {
    report.looked(TIME_ONLY_RAISES);
    if (earlier.held() && !later.held()) {
      report.broken(TIME_ONLY_RAISES, "the hold ended though nothing happened");
    }
    for (AlertClock.State was : earlier.alerts()) {
      Concern concern = was.alert().concern();
      AlertClock.State is = EpisodeStep.alert(later, concern);
      if (is == null) {
        report.broken(TIME_ONLY_RAISES, "the alert about " + concern.id() + " closed by itself");
      } else if (!is.level().atLeast(was.level())) {
        report.broken(TIME_ONLY_RAISES, fell(concern, was.level(), is.level()));
      } else if (was.overdue() && !is.overdue()) {
        report.broken(TIME_ONLY_RAISES, "the alert about " + concern.id() + " fell silent");
      }
    }
  }

  /// Looks that nothing was waited for from a patient who has said that she stops.
  void unchased(EpisodeMemory memory, Standing earlier, Standing later) {
    if (!memory.stopped()) {
      return;
    }
    report.looked(NOT_CHASED);
    AlertClock.State was = EpisodeStep.alert(earlier, Concern.SILENCE);
    AlertClock.State is = EpisodeStep.alert(later, Concern.SILENCE);
    int known = was == null ? 0 : was.alert().clocks().size();
    if (is != null && is.alert().clocks().size() > known) {
      report.broken(NOT_CHASED, "a silence began though she had stopped her check-ins");
    }
  }

  static String fell(Concern concern, Urgency was, Urgency is) {
    return "the level about " + concern.id() + " fell from " + was.id() + " to " + is.id();
  }

  /// Compares now with the last second before the change that was announced.
  void unchanged(Standing now, Standing justBefore) {
    report.looked(CHANGE_IS_ANNOUNCED);
    boolean same = now.alerts().size() == justBefore.alerts().size();
    for (AlertClock.State was : now.alerts()) {
      AlertClock.State is = EpisodeStep.alert(justBefore, was.alert().concern());
      same &= is != null && is.level() == was.level() && is.overdue() == was.overdue();
    }
    if (!same || now.held() != justBefore.held()) {
      report.broken(CHANGE_IS_ANNOUNCED, "it changed before the time that was announced");
    }
  }

  /// Looks whether somebody will be called for everything that waits.
  void deadlines(EpisodeMemory memory, Standing standing) {
    for (AlertClock.State state : standing.alerts()) {
      report.looked(DEADLINE_RUNS);
      report.looked(DEADLINE_ESCALATES);
      Concern concern = state.alert().concern();
      EpisodeMemory.Trouble trouble = memory.trouble(concern);
      if (concern == Concern.SILENCE) {
        silence(trouble, state, standing.now());
        continue;
      }
      for (Map.Entry<Urgency, Instant> one : trouble.waiting().entrySet()) {
        waits(new Waiting(one.getKey(), one.getValue(), trouble.seenAt()), state, standing.now());
      }
      Optional<Instant> ring = trouble.ringBy();
      if (ring.isPresent() && isLater(state.actBy(), ring.get())) {
        report.broken(DEADLINE_RUNS, "nobody has to ring within the hour about " + concern.id());
      }
    }
  }

  /// A silence that nobody has spoken to her about since it began.
  private void silence(EpisodeMemory.Trouble trouble, AlertClock.State state, Instant now) {
    if (!trouble.seenAt().isBefore(state.alert().opened())) {
      return;
    }
    Instant begun = state.since();
    Duration most = state.level() == Urgency.SOON ? SOON : SAME_DAY;
    due(state, begun.plus(most), now);
  }

  /// A report that nobody has answered.
  ///
  /// @param level its level
  /// @param since when
  /// @param seenAt when a human last read the alert
  private record Waiting(Urgency level, Instant since, Instant seenAt) {
    boolean isSeenSince(Instant instant) {
      return !seenAt.isBefore(instant);
    }
  }

  private void waits(Waiting one, AlertClock.State state, Instant now) {
    Urgency level = levelBy(one, state.alert().concern(), now);
    if (!state.level().atLeast(level)) {
      report.broken(
          DEADLINE_ESCALATES,
          "the alert about "
              + state.alert().concern().id()
              + " is still "
              + state.level().id()
              + " though nobody answered in time");
    }
    if (one.level().atLeast(Urgency.URGENT)) {
      urgent(one, state, now);
    } else if (!hasBecomeUrgent(one, state)) {
      Instant limit = one.since().plus(one.level() == Urgency.SOON ? SOON : SAME_DAY);
      due(state, now.isBefore(limit) ? limit : limit.plus(SAME_DAY), now);
    }
  }

  /// Whether time has made an alert urgent for a report that was milder, and then sends her to the
  /// hospital, rings, or has been read.
  private static boolean hasBecomeUrgent(Waiting one, AlertClock.State state) {
    boolean rose = state.level().atLeast(Urgency.URGENT);
    boolean calls = state.goAt().isPresent() || state.overdue();
    return rose && (calls || one.isSeenSince(state.since()));
  }

  /// What an unanswered report must have become by now.
  private static Urgency levelBy(Waiting one, Concern concern, Instant now) {
    Urgency level = one.level();
    Instant since = one.since();
    if (level == Urgency.SOON && !now.isBefore(since.plus(SOON))) {
      level = Urgency.SAME_DAY;
      since = since.plus(SOON);
    }
    boolean vital =
        concern == Concern.OCCLUSION
            || concern == Concern.INFECTION
            || concern == Concern.NUMB
            || concern == Concern.SWELLING;
    boolean over = level == Urgency.SAME_DAY && !now.isBefore(since.plus(SAME_DAY));
    return over && vital ? Urgency.URGENT : level;
  }

  private void urgent(Waiting one, AlertClock.State state, Instant now) {
    if (!one.isSeenSince(one.since())) {
      due(state, one.since().plus(READ), now);
    }
    Instant go = one.since().plus(GO);
    if (one.level() == Urgency.URGENT
        && state.level() == one.level()
        && isLater(state.goAt(), go)) {
      report.broken(DEADLINE_RUNS, "she is never told to go to the emergency department");
    }
    if (!now.isBefore(go) && !state.overdue()) {
      report.broken(DEADLINE_ESCALATES, "nobody has spoken to her in 20 minutes and nothing rings");
    }
  }

  /// A human must have acted by an instant at the latest; past it, it rings.
  private void due(AlertClock.State state, Instant limit, Instant now) {
    String about = state.alert().concern().id();
    if (isLater(state.actBy(), limit)) {
      report.broken(DEADLINE_RUNS, "nobody has to act in time about " + about);
    } else if (!now.isBefore(state.actBy().orElse(limit)) && !state.overdue()) {
      report.broken(
          DEADLINE_ESCALATES, "the deadline about " + about + " passed and nothing rings");
    }
  }

  private static boolean isLater(Optional<Instant> instant, Instant limit) {
    return instant.isEmpty() || instant.get().isAfter(limit);
  }
}
