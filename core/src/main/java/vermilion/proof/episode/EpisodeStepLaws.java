package vermilion.proof.episode;

import static vermilion.proof.episode.EpisodeLaw.ANSWER_STOPS;
import static vermilion.proof.episode.EpisodeLaw.COVER_ENDS;
import static vermilion.proof.episode.EpisodeLaw.KEPT_AS_SENT;
import static vermilion.proof.episode.EpisodeLaw.ONE_CONCERN;
import static vermilion.proof.episode.EpisodeLaw.ONLY_A_CLINICIAN_LOWERS;
import static vermilion.proof.episode.EpisodeLaw.OWN_ROLE;
import static vermilion.proof.episode.EpisodeLaw.REPORT_COUNTS;
import static vermilion.proof.episode.EpisodeLaw.REPORT_IS_TAKEN;
import static vermilion.proof.episode.EpisodeLaw.REPORT_NEVER_CALMS;
import static vermilion.proof.episode.EpisodeLaw.SEEN_IS_NOT_ANSWERED;
import static vermilion.proof.episode.EpisodeLaw.SILENCE_ENDS;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vermilion.clinical.Concern;
import vermilion.clinical.Urgency;
import vermilion.episode.Alert;
import vermilion.episode.AlertClock;
import vermilion.episode.Assessed;
import vermilion.episode.Author;
import vermilion.episode.CareEvent;
import vermilion.episode.Decision;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.RecordFact;
import vermilion.episode.Standing;
import vermilion.triage.Assessment;

/// The laws of one event: what it may do to the alerts that are open, and what it must (clinical
/// brief 1) (H-1, H-3, H-22).
final class EpisodeStepLaws {

  private static final Duration URGENT_COVER = Duration.ofDays(1);
  private static final Duration COVER = Duration.ofDays(3);

  private final EpisodeReport report;

  EpisodeStepLaws(EpisodeReport report) {
    this.report = report;
  }

  void stepped(EpisodeStep step) {
    boolean told =
        step.event() instanceof EpisodeEvent.CheckedIn
            || step.event() instanceof EpisodeEvent.Contacted;
    if (told) {
      report.looked(REPORT_IS_TAKEN);
    }
    if (!(step.decision() instanceof Decision.Accepted accepted)) {
      if (told) {
        report.broken(REPORT_IS_TAKEN, "it was refused");
      }
      return;
    }
    role(step);
    report.looked(KEPT_AS_SENT);
    if (!accepted.entry().event().equals(step.event())
        || !accepted.entry().by().equals(step.by())) {
      report.broken(KEPT_AS_SENT, "something else was kept");
    }
    if (step.event() instanceof EpisodeEvent.LevelLowered lowering) {
      limits(lowering, step);
    }
    for (AlertClock.State was : step.stood().alerts()) {
      alert(was, step);
    }
    accepted.after().assessed(accepted.after().seq()).ifPresent(one -> counts(one, step));
  }

  private void role(EpisodeStep step) {
    report.looked(OWN_ROLE);
    boolean clinicians =
        switch (step.event()) {
          case EpisodeEvent.Opened _, EpisodeEvent.OrderSigned _ -> true;
          case EpisodeEvent.OrderStopped _, EpisodeEvent.HoldLifted _ -> true;
          case EpisodeEvent.LevelLowered _, EpisodeEvent.Acknowledged _ -> true;
          case EpisodeEvent.MessageSent _, EpisodeEvent.LeaveAnswered _, CareEvent _ -> true;
          case EpisodeEvent.FactRecorded event -> !event.holds() && suspends(event.fact());
          case EpisodeEvent.CheckedIn _, EpisodeEvent.Contacted _ -> false;
          case EpisodeEvent.MassageStarted _, EpisodeEvent.MassageEnded _ -> false;
          case EpisodeEvent.ZoneChanged _, EpisodeEvent.PhotoTaken _ -> false;
          case EpisodeEvent.Noted _, EpisodeEvent.RemindersSet _ -> false;
          case EpisodeEvent.LeaveAsked _, EpisodeEvent.LeaveTakenBack _ -> false;
          case EpisodeEvent.ConfidantLetIn _, EpisodeEvent.ConfidantEnded _ -> false;
        };
    boolean hers =
        step.event() instanceof EpisodeEvent.LeaveAsked
            || step.event() instanceof EpisodeEvent.LeaveTakenBack
            || step.event() instanceof EpisodeEvent.ConfidantLetIn;
    boolean fact = step.event() instanceof EpisodeEvent.FactRecorded;
    boolean patient = step.by().role() == Author.Role.PATIENT;
    if ((clinicians && !step.isByClinician()) || (fact && patient) || (hers && !patient)) {
      report.broken(OWN_ROLE, "it was taken from a " + step.by().role().id());
    }
  }

  private static boolean suspends(RecordFact fact) {
    return switch (fact) {
      case HYALURONIDASE, REVIEW_PENDING, DENTAL_WORK, BLOOD_THINNER, OLDER_FILLER -> true;
      case COLD_SORES, ILLNESS, VACCINE -> false;
    };
  }

  private void limits(EpisodeEvent.LevelLowered lowering, EpisodeStep step) {
    report.looked(ONLY_A_CLINICIAN_LOWERS);
    AlertClock.State was = EpisodeStep.alert(step.stood(), lowering.concern());
    String broken = "";
    if (was == null || was.alert().concern() == Concern.SILENCE) {
      broken = "there was nothing that a clinician lowers";
    } else if (was.level() == Urgency.EMERGENCY) {
      broken = "it was an emergency";
    } else if (lowering.level().atLeast(was.level())) {
      broken = "it was raised";
    } else if (was.level() == Urgency.URGENT && !lowering.seen()) {
      broken = "it was urgent and nobody had seen her";
    } else {
      Duration most = was.level() == Urgency.URGENT ? URGENT_COVER : COVER;
      Instant now = step.now();
      boolean within = lowering.until().isAfter(now) && !lowering.until().isAfter(now.plus(most));
      broken = within ? "" : "the lowering ends later than it may, or before it began";
    }
    if (!broken.isEmpty()) {
      report.broken(ONLY_A_CLINICIAN_LOWERS, "a lowering was taken although " + broken);
    }
  }

  /// What the event did to one alert that was open.
  private void alert(AlertClock.State was, EpisodeStep step) {
    Concern concern = was.alert().concern();
    AlertClock.State is = EpisodeStep.alert(step.stands().orElseThrow(), concern);
    switch (step.event()) {
      case EpisodeEvent.LevelLowered lowering when lowering.concern() == concern ->
          report.looked(ONLY_A_CLINICIAN_LOWERS);
      case EpisodeEvent.Acknowledged mark when mark.alert().equals(was.alert().id()) -> {
        if (mark.how() == EpisodeEvent.How.SEEN) {
          seen(was, is);
        } else {
          answered(was, is);
        }
      }
      case EpisodeEvent.LevelLowered _, EpisodeEvent.Acknowledged _ -> kept(ONE_CONCERN, was, is);
      default -> {
        if (concern == Concern.SILENCE && isCompleteCheckIn(step.event())) {
          report.looked(SILENCE_ENDS);
        } else {
          kept(concern == Concern.SILENCE ? SILENCE_ENDS : REPORT_NEVER_CALMS, was, is);
        }
      }
    }
  }

  private static boolean isCompleteCheckIn(EpisodeEvent event) {
    return switch (event) {
      case EpisodeEvent.CheckedIn form -> form.complete() && isCheckIn(form.form());
      case EpisodeEvent.Contacted form -> form.complete() && isCheckIn(form.form());
      default -> false;
    };
  }

  private static boolean isCheckIn(String form) {
    return form.equals("full") || form.equals("look") || form.equals("late");
  }

  /// Nothing of it may be milder, later, or gone.
  private void kept(EpisodeLaw law, AlertClock.State was, AlertClock.@Nullable State is) {
    report.looked(law);
    if (!isLevelKept(law, was, is) || is == null) {
      return;
    }
    String about = was.alert().concern().id();
    if (isSetBack(was.actBy(), is.actBy())) {
      report.broken(law, "the time by which a human acts about " + about + " was set back");
    } else if (isSetBack(was.goAt(), is.goAt())) {
      report.broken(law, "the time at which she goes to the hospital was set back");
    } else if (isSetBack(was.checkAt(), is.checkAt())) {
      report.broken(law, "the time at which she is asked whether she is seen was set back");
    } else if (was.overdue() && !is.overdue()) {
      report.broken(law, "the alert about " + about + " fell silent");
    }
  }

  private boolean isLevelKept(EpisodeLaw law, AlertClock.State was, AlertClock.@Nullable State is) {
    Concern concern = was.alert().concern();
    if (is == null) {
      report.broken(law, "the alert about " + concern.id() + " was closed");
      return false;
    }
    if (!is.level().atLeast(was.level())) {
      report.broken(law, EpisodeTimeLaws.fell(concern, was.level(), is.level()));
      return false;
    }
    return true;
  }

  private static boolean isSetBack(Optional<Instant> was, Optional<Instant> is) {
    return was.isPresent() && (is.isEmpty() || is.get().isAfter(was.get()));
  }

  private void seen(AlertClock.State was, AlertClock.@Nullable State is) {
    report.looked(SEEN_IS_NOT_ANSWERED);
    if (!isLevelKept(SEEN_IS_NOT_ANSWERED, was, is) || is == null) {
      return;
    }
    boolean ring = was.alert().clocks().stream().anyMatch(EpisodeStepLaws::rings);
    boolean milder = !was.level().atLeast(Urgency.URGENT);
    boolean stopped = (milder || ring) && is.actBy().isEmpty() && was.actBy().isPresent();
    if (stopped || (milder && isSetBack(was.actBy(), is.actBy()))) {
      report.broken(SEEN_IS_NOT_ANSWERED, "reading it stopped the clock");
    } else if (isSetBack(was.goAt(), is.goAt())) {
      report.broken(SEEN_IS_NOT_ANSWERED, "reading it keeps her from the hospital");
    } else if (milder && was.overdue() && !is.overdue()) {
      report.broken(SEEN_IS_NOT_ANSWERED, "reading it silenced the alert");
    }
  }

  private static boolean rings(Alert.Running clock) {
    return clock.ringBy().isPresent() && clock.answered().isEmpty();
  }

  private void answered(AlertClock.State was, AlertClock.@Nullable State is) {
    report.looked(ANSWER_STOPS);
    if (!isLevelKept(ANSWER_STOPS, was, is) || is == null) {
      return;
    }
    if (is.actBy().isPresent() || is.overdue() || is.goAt().isPresent()) {
      report.broken(ANSWER_STOPS, "it rings on though somebody spoke to her");
    } else if (is.level().atLeast(Urgency.URGENT) && is.checkAt().isEmpty()) {
      report.broken(ANSWER_STOPS, "nobody asks her after an hour whether she is being seen");
    }
  }

  /// What was reported counts at the level of its rules, but for what a clinician lowered.
  private void counts(Assessed one, EpisodeStep step) {
    report.looked(REPORT_COUNTS);
    report.looked(COVER_ENDS);
    for (Concern concern : Concern.values()) {
      Urgency rules = Urgency.SELF_CARE;
      for (Assessment.Fired rule : one.assessment().fired()) {
        rules = rule.concern() == concern ? rules.worse(rule.level()) : rules;
      }
      EpisodeCover cover = step.memory().cover(concern);
      boolean lowered = cover != null && rules.atLeast(cover.level());
      boolean covered = cover != null && cover.holds(one);
      Urgency least = cover != null && lowered && covered ? cover.level() : rules;
      Urgency counted = foundAbout(one, concern);
      if (!counted.atLeast(least.worse(raisedAbout(one, concern)))) {
        report.broken(
            lowered ? COVER_ENDS : REPORT_COUNTS,
            concern.id() + " counts as " + counted.id() + " and not as " + least.id());
      }
      shown(concern, counted, step.stands().orElseThrow());
    }
  }

  private static Urgency foundAbout(Assessed one, Concern concern) {
    Urgency level = Urgency.SELF_CARE;
    for (Assessed.Finding finding : one.findings()) {
      level = finding.concern() == concern ? level.worse(finding.level()) : level;
    }
    return level;
  }

  /// The least that a contact counts as for having come again, or without a form.
  private static Urgency raisedAbout(Assessed one, Concern concern) {
    Urgency level = Urgency.SELF_CARE;
    for (Assessment.Raise raise : one.assessment().raises()) {
      boolean message = raise.reason() == Assessment.Reason.MESSAGE;
      if (raise.concern() == concern) {
        level = level.worse(message ? Urgency.SOON : one.assessment().level());
      }
    }
    return level;
  }

  private void shown(Concern concern, Urgency level, Standing stands) {
    AlertClock.State is = EpisodeStep.alert(stands, concern);
    boolean shown = is != null && is.level().atLeast(level);
    if (level.atLeast(Urgency.SOON) && !shown) {
      report.broken(REPORT_COUNTS, "no alert about " + concern.id() + " is " + level.id());
    }
  }
}
