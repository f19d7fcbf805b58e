package vermilion.episode;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vermilion.clinical.Concern;
import vermilion.clinical.Question;
import vermilion.clinical.Urgency;
import vermilion.protocol.Order;

/// All of an episode that what comes later can depend on, as text: two episodes with one footprint
/// stand alike, whatever happens to them from now on.
///
/// Names, words, ids and places in the record are left out, since nothing is decided by them, and
/// so are the looks that were asked for again, which nothing else depends on. So are times that are
/// so long past that no rule looks back at them. Instants stand as seconds before or after now.
/// Where the hour itself matters (a plan, a sleeping patient, a clinic that closes) it is part of
/// the footprint; where nothing is planned any more and nobody sleeps it is left out, and the same
/// trouble a week later is the same.
public final class Footprint {

  /// No clock of an alert runs longer than this: two days, then a day, a night and an hour.
  private static final Duration CLOCKS = Duration.ofHours(100);

  /// No contact and no other answer is looked back at for longer.
  private static final Duration HISTORY = Duration.ofDays(7);

  private static final Duration ILL = Duration.ofDays(28);

  /// No answer to a patient who leaves is waited for longer.
  private static final Duration LEAVES = Duration.ofDays(15);

  private final Fold fold;
  private final Standing standing;
  private final Instant now;
  private final AlertClock clock;
  private final StringBuilder text = new StringBuilder();

  private Footprint(Fold fold, Standing standing, AlertClock clock) {
    this.fold = fold;
    this.standing = standing;
    this.now = standing.now();
    this.clock = clock;
  }

  /// Reads the footprint of an episode at an instant.
  ///
  /// @param standing how it stands then
  /// @param silence the silence that may come; nothing where the hour itself does not matter
  static String of(Fold fold, Standing standing, AlertClock clock, Optional<Silence> silence) {
    Footprint footprint = new Footprint(fold, standing, clock);
    footprint.text.append(standing.held() ? "held" : "free");
    standing.alerts().forEach(state -> footprint.alert(state.alert()));
    footprint.lowerings();
    footprint.known();
    footprint.answers(silence.isPresent());
    footprint.leaving();
    silence.ifPresent(footprint::dated);
    return footprint.text.toString();
  }

  private void alert(Alert alert) {
    text.append('\n').append(alert.concern().id());
    boolean later = !alert.seqs().isEmpty() && alert.seqs().getLast() > fold.liftedBySeq;
    text.append(alert.concern() == Concern.INFECTION && later ? " new" : "");
    Urgency answered = Urgency.SELF_CARE;
    for (Alert.Running running : alert.clocks()) {
      AlertClock.State state = stateOf(alert, running);
      boolean urgent = state.level().atLeast(Urgency.URGENT);
      if (running.answered().isEmpty()) {
        running(running, state);
      } else if (urgent) {
        text.append(" spoken ").append(state.level().id()).append(ago(state.since(), CLOCKS));
      } else {
        // An answered clock that is no longer urgent runs no more; it keeps up its level alone.
        answered = answered.worse(state.level());
      }
    }
    text.append(" answered ").append(answered.id());
  }

  private AlertClock.State stateOf(Alert alert, Alert.Running running) {
    Alert alone =
        new Alert(
            alert.id(),
            alert.concern(),
            alert.opened(),
            alert.rules(),
            alert.seqs(),
            alert.seen(),
            List.of(running));
    return clock.at(alone, now);
  }

  private void running(Alert.Running running, AlertClock.State state) {
    text.append(' ').append(running.level().id()).append(ago(running.since(), CLOCKS));
    running.ringBy().ifPresent(ring -> text.append(" ring").append(ago(ring, CLOCKS)));
    boolean read = running.seen().filter(ack -> !ack.at().isBefore(state.since())).isPresent();
    text.append(state.level().atLeast(Urgency.URGENT) && read ? " read" : "");
  }

  /// How long ago an instant is in seconds; what is longer ago than `most` is all the same.
  private String ago(Instant instant, Duration most) {
    long seconds = now.getEpochSecond() - instant.getEpochSecond();
    return " " + Math.min(seconds, most.toSeconds());
  }

  private void lowerings() {
    for (Concern concern : Concern.values()) {
      Lowering lowering = fold.loweringOf(concern);
      if (lowering != null && lowering.until().isAfter(now)) {
        text.append("\nlowered ").append(concern.id()).append(' ').append(lowering.level().id());
        text.append(ago(lowering.until(), CLOCKS)).append(lowering.covered());
        ranks(lowering.answers()::baselineAt);
      }
      Assessed last = fold.lastAbout(concern);
      if (last != null && standing.alerts().stream().anyMatch(one -> isAbout(one, concern))) {
        text.append("\nlast ").append(concern.id()).append(last.assessment().fired());
        ranks(last.assessment()::baselineAt);
      }
    }
  }

  private static boolean isAbout(AlertClock.State state, Concern concern) {
    return state.alert().concern() == concern;
  }

  /// The index of the answer at a place, or -1.
  private interface Sheet {
    int at(int place);
  }

  private void ranks(Sheet sheet) {
    int place = 0;
    for (Question question : fold.guideline.triage().questions()) {
      int index = sheet.at(place++);
      text.append(index < 0 ? -1 : question.rankOf(index)).append(',');
    }
  }

  private void known() {
    for (RecordFact fact : RecordFact.values()) {
      Fold.KnownFact last = fold.last(fact);
      if (last != null && last.holds()) {
        text.append('\n').append(fact.id());
        text.append(isRecent(fact) ? ago(last.at(), ILL) : "");
      }
    }
    text.append("\norder ").append(fold.planChanges.getLast().order());
  }

  private void leaving() {
    if (!fold.confidants.in().isEmpty()) {
      text.append("\nhelpers ").append(fold.confidants.in());
    }
    text.append(standing.care().isBooked() ? "\nreview" : "");
    for (Leaving.Request one : standing.leaving().requests()) {
      text.append("\nleaves ").append(one.leave().id());
      text.append(one.waits() ? ago(one.asked(), LEAVES) : " answered");
    }
  }

  /// Whether it counts for some time only.
  private static boolean isRecent(RecordFact fact) {
    return switch (fact) {
      case ILLNESS, VACCINE, DENTAL_WORK -> true;
      case COLD_SORES, BLOOD_THINNER, OLDER_FILLER, HYALURONIDASE, REVIEW_PENDING -> false;
    };
  }

  /// What was answered: of a whole week all contacts, the last word on the colour, and of a quarter
  /// of an hour everything. A human's answer parts contacts from each other, and does nothing else
  /// later.
  ///
  /// @param dated whether an order may yet come of which these answers are the gate
  private void answers(boolean dated) {
    String colour = "";
    boolean parted = true;
    int spoken = 0;
    for (Assessed one : fold.assessed) {
      Optional<String> said = one.sheet().valueAt(one.sheet().questions().placeOf("colour"));
      colour = said.orElse(colour);
      boolean contact = one.contact() && isWithin(one.entry().moment(), HISTORY);
      if (contact) {
        while (spoken < fold.speaking.size()
            && fold.speaking.get(spoken).seq() < one.entry().seq()) {
          spoken++;
          text.append(parted ? "" : "\nspoke");
          parted = true;
        }
        parted = false;
      }
      if (contact || isGate(one, dated)) {
        answer(one);
      }
    }
    text.append(parted || spoken == fold.speaking.size() ? "" : "\nspoke");
    text.append("\ncolour ").append(colour);
  }

  private void answer(Assessed one) {
    text.append('\n').append(one.form()).append(one.complete()).append(one.contact());
    text.append(ago(one.entry().moment(), HISTORY)).append(ago(one.entry().received(), HISTORY));
    text.append(one.sheet()).append(one.assessment().rules()).append(one.assessment().raises());
  }

  /// Whether it is one of the answers that may still let a massage begin, or withhold it.
  private boolean isGate(Assessed one, boolean dated) {
    return (dated || isOrdered())
        && !one.entry().received().plus(Gatekeeper.GATE_HOLDS).isBefore(now);
  }

  private boolean isOrdered() {
    return fold.planChanges.getLast().order().flatMap(Order::massage).isPresent();
  }

  private boolean isWithin(Instant instant, Duration span) {
    return !instant.plus(span).isBefore(now);
  }

  /// Adds the hour, and all that makes one hour another than the next: the plan, the sessions, the
  /// check-ins that are due and what a silence may come of.
  private void dated(Silence silence) {
    text.append("\nat ").append(now);
    for (Fold.PlanChange change : fold.planChanges) {
      text.append('\n').append(change.zone()).append(change.waking());
      text.append(change.entry().event().type()).append(change.entry().received());
      text.append(change.order());
    }
    for (Fold.Session session : fold.sessions) {
      text.append('\n').append(session.occurrence());
    }
    if (!fold.sessions.isEmpty()) {
      Fold.Session last = fold.sessions.getLast();
      text.append(last.ended() == null ? last.started().received() : last.ended());
    }
    for (Task task : standing.tasks()) {
      if (task.activity().startsWith("check-in") && task.window().contains(now)) {
        text.append('\n').append(task.id()).append(task.state());
      }
    }
    text.append('\n').append(silence.footprint());
  }
}
