package vermilion.simulation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vermilion.clinical.Concern;
import vermilion.clinical.Form;
import vermilion.clinical.Urgency;
import vermilion.episode.AlertClock;
import vermilion.episode.Assessed;
import vermilion.episode.Author;
import vermilion.episode.Decision;
import vermilion.episode.Episode;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.EventCodec;
import vermilion.episode.Patient;
import vermilion.episode.Standing;
import vermilion.episode.Task;
import vermilion.episode.Treatment;
import vermilion.schedule.Occurrence;
import vermilion.schedule.Reminders;
import vermilion.time.DueWindow;
import vermilion.time.WakingClock;
import vermilion.triage.AskAgain;

/// One simulated patient from the treatment to the last check-in: event by event through the
/// decider and the fold that a real patient goes through.
final class Life {
  private static final Author PATIENT = new Author(Author.Role.PATIENT, "patient");
  private static final Author CLINIC = new Author(Author.Role.CLINICIAN, "clinician");
  private static final ZoneId ZONE = ZoneId.of("Europe/London");
  private static final LocalDate FIRST_MONDAY =
      LocalDate.of(2026, 1, 1).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
  private static final List<String> WAKING =
      List.of("07:30-22:30", "07:30-22:30", "07:30-22:30", "06:30-21:30", "09:00-00:30");
  private static final int MOST_STEPS = 5000;

  /// Shares and times that are assumed [SD].
  private static final double CALLS = 0.3;

  private static final double ANSWERS_AGAIN_HOURS = 0.2;
  private static final double COMES_BACK_HOURS = 10;
  private static final double TREATED_AFTER_HOURS = 1;
  private static final double RECOVERS_HOURS = 48;
  private static final double SEEN_AFTER_HOURS = 0.5;

  private final World world;
  private final Person person;
  private final Tally tally;
  private final Mind mind;
  private final Staff staff;
  private final Watch watch;
  private final Agenda agenda = new Agenda();
  private final List<Answered> answered = new ArrayList<>();
  private final Instant treated;
  private final WakingClock waking;
  private final List<Occurrence> checkIns = new ArrayList<>();
  private Episode episode;
  private Standing standing;
  private Instant now;
  private double cured = Double.POSITIVE_INFINITY;
  private int ids = 1;
  private int rings;

  /// Who lives.
  ///
  /// @param body her hidden truth
  /// @param reader how she answers
  /// @param dice her luck
  record Person(Body body, Reader reader, Dice dice) {}

  private record Answered(String form, Instant at) {}

  private Life(World world, Person person, Tally tally) {
    this.world = world;
    this.person = person;
    this.tally = tally;
    this.mind =
        new Mind(
            world.protocol().questions(),
            person.reader(),
            person.dice(),
            world.misreading(person.reader()));
    this.staff = new Staff(person.dice());
    this.watch = new Watch(tally, person.body(), person.reader());
    this.treated = treatedAt(person.dice());
    this.now = treated;
    this.episode = accepted(world.decider().open(world.guideline(), sent(opened()), CLINIC, now));
    this.standing = episode.at(now, Staff.HOURS);
    this.waking = episode.plans().at(now).clock();
  }

  /// Lives one life and adds what it came to.
  static void live(World world, Person person, Tally tally) {
    Life life = new Life(world, person, tally);
    life.planCheckIns();
    life.planWorries();
    life.run();
    life.watch.close();
  }

  private void run() {
    for (int steps = 0; steps < MOST_STEPS; steps++) {
      Agenda.Step step = agenda.next();
      Optional<Instant> change = standing.nextChange();
      if (step != null && (change.isEmpty() || !step.at().isAfter(change.get()))) {
        agenda.done();
        now = step.at().isBefore(now) ? now : step.at();
        act(step);
      } else if (change.isPresent()) {
        now = change.get();
        see();
      } else {
        return;
      }
    }
    throw new IllegalStateException("a life of more than " + MOST_STEPS + " steps");
  }

  private void act(Agenda.Step step) {
    switch (step.kind()) {
      case REMIND -> {
        if (isOpen(checkIns.get(step.number()))) {
          tally.reminders[moment().day()]++;
        }
      }
      case CHECK_IN -> {
        if (isOpen(checkIns.get(step.number()))) {
          tally.answered++;
          fillIn(step.what(), false, Tally.Voice.CHECK_IN);
        }
      }
      case AGAIN -> openAgain(step.what());
      case LOOK -> {
        if (isAsked(step.what())) {
          fillIn(step.what(), false, Tally.Voice.LOOK_AGAIN);
        }
      }
      case CONTACT -> contact(step);
      case CALL -> {
        tally.contacts++;
        tally.calls++;
        call();
      }
      case ANSWER -> answer(step.what());
      case SETTLE -> settle(step.what());
    }
  }

  // What is planned.

  private static Instant treatedAt(Dice dice) {
    int week = (int) dice.between(0, 52, "week");
    int day = week * 7 + (int) dice.between(0, 5, "weekday");
    int minute = (int) dice.between(9.5 * 60, 17.5 * 60, "minute");
    return FIRST_MONDAY.plusDays(day).atTime(minute / 60, minute % 60).atZone(ZONE).toInstant();
  }

  private EpisodeEvent.Opened opened() {
    String hours = WAKING.get((int) person.dice().between(0, WAKING.size(), "waking"));
    boolean sores = person.body().knownColdSores();
    return new EpisodeEvent.Opened(
        new Patient("patient", "1990-01-01", ZONE.getId(), hours, "en"),
        new Treatment(treated, world.filler(), "", "", "", "", List.of(), "clinician", List.of()),
        world.protocol().id(),
        world.protocol().version(),
        new EpisodeEvent.KnownBefore(sores, false, false));
  }

  private void planCheckIns() {
    Dice dice = person.dice();
    Reader.Keeping keeping = person.reader().keeping();
    for (Occurrence one : episode.occurrences()) {
      if (!one.activity().startsWith("check-in")) {
        continue;
      }
      int number = checkIns.size();
      checkIns.add(one);
      tally.asked++;
      DueWindow window = one.window();
      Reminders reminders = Reminders.of(window, waking);
      reminders.first().ifPresent(at -> agenda.add(at, Agenda.Kind.REMIND, number, ""));
      reminders.second().ifPresent(at -> agenda.add(at, Agenda.Kind.REMIND, number, ""));
      long slot = (window.opens().getEpochSecond() - treated.getEpochSecond()) / 60;
      if (reminders.first().isPresent()
          && dice.comes(keeping.shareAt(slot / 60.0), "keeps", slot)) {
        double wait = dice.wait(keeping.delayHours(), "delay", slot);
        Instant at = waking.nextAwake(plus(reminders.first().get(), wait));
        if (window.contains(at)) {
          agenda.add(at, Agenda.Kind.CHECK_IN, number, formOf(one));
        }
      }
    }
  }

  private static String formOf(Occurrence one) {
    return switch (one.activity()) {
      case "check-in" -> "full";
      default -> one.activity().substring("check-in-".length());
    };
  }

  private void planWorries() {
    Dice dice = person.dice();
    if (dice.comes(person.reader().worries(), "worries")) {
      Instant at = waking.nextAwake(plus(treated, dice.between(4, 120, "worries-at")));
      boolean calls = dice.comes(CALLS, "calls");
      agenda.add(at, calls ? Agenda.Kind.CALL : Agenda.Kind.CONTACT, 0, "");
    }
    person.body().complication().ifPresent(one -> planNoticing(one.noticing()));
  }

  private void planNoticing(Complication.Noticing noticing) {
    double weight =
        switch (person.reader()) {
          case SILENT -> 0.4;
          case CARELESS -> 0.7;
          case CAREFUL, LAY -> 1;
          case OVER_CAREFUL -> 1.3;
        };
    Dice dice = person.dice();
    if (dice.comes(noticing.share() * weight, "notices")) {
      double wait = dice.wait(noticing.meanHours(), "notices-after", 0);
      Instant at = plus(treated, person.body().onset() + wait);
      agenda.add(noticing.wakes() ? at : waking.nextAwake(at), Agenda.Kind.CONTACT, 1, "");
    }
  }

  private static Instant plus(Instant from, double hours) {
    return from.plusSeconds(1 + (long) (hours * 3600));
  }

  // What the patient does.

  private boolean isOpen(Occurrence one) {
    return one.window().contains(now)
        && answered.stream()
            .noneMatch(given ->
                one.window().contains(given.at())
                    && (given.form().equals("full") || given.form().equals(formOf(one))));
  }

  private void fillIn(String form, boolean worried, Tally.Voice voice) {
    Form asked = world.form(form).orElseThrow();
    double hour = moment().hour();
    Mind.Sheet sheet = mind.fill(asked, hour, person.body().at(hour, cured));
    EpisodeEvent event =
        worried
            ? new EpisodeEvent.Contacted(
                form, sheet.complete(), sheet.answers(), Optional.empty(), Optional.empty())
            : new EpisodeEvent.CheckedIn(form, sheet.complete(), sheet.answers());
    if (sheet.complete()) {
      answered.add(new Answered(form, now));
    }
    tell(event, sheet.answers(), voice);
  }

  /// She has a complication and is not cured: she comes again where nobody has answered.
  private void contact(Agenda.Step step) {
    if (step.number() > 0 && !moment().sick()) {
      return;
    }
    tally.contacts++;
    fillIn("full", true, Tally.Voice.CONTACT);
    if (step.number() == 1) {
      Instant again = waking.nextAwake(plus(now, COMES_BACK_HOURS));
      agenda.add(again, Agenda.Kind.CONTACT, 2, "");
    }
  }

  private void call() {
    Concern about = person.dice().comes(0.5, "calls-about") ? Concern.SWELLING : Concern.LOOK;
    tell(
        new EpisodeEvent.Contacted(
            Form.NONE, true, Map.of(), Optional.of(about), Optional.of("a call")),
        Map.of(),
        Tally.Voice.CONTACT);
  }

  private void tell(EpisodeEvent event, Map<String, String> answers, Tally.Voice voice) {
    send(event, PATIENT);
    Assessed one = episode.assessed(episode.seq()).orElseThrow();
    watch.heard(one, answers, voice, moment());
    for (AskAgain again : one.assessment().askAgain()) {
      int every = again.everyMinutes() > 0 ? again.everyMinutes() : again.untilMinutes();
      for (int after = again.afterMinutes(); after <= again.untilMinutes(); after += every) {
        agenda.add(now.plusSeconds(after * 60L), Agenda.Kind.AGAIN, 0, again.form());
      }
    }
    see();
  }

  private void openAgain(String form) {
    boolean rings = waking.isAwake(now) || form.equals("airway");
    if (rings && isAsked(form)) {
      tally.reminders[moment().day()]++;
      long slot = now.getEpochSecond() - treated.getEpochSecond();
      if (person.dice().comes(person.reader().keeping().early(), "keeps-again", slot)) {
        double wait = person.dice().wait(ANSWERS_AGAIN_HOURS, "again-after", slot);
        agenda.add(plus(now, wait), Agenda.Kind.LOOK, 0, form);
      }
    }
  }

  private boolean isAsked(String form) {
    standing = episode.at(now, Staff.HOURS);
    for (Task task : standing.tasks()) {
      if (task.activity().equals("look-again")
          && task.form().equals(form)
          && task.state() == Task.State.OPEN) {
        return true;
      }
    }
    return false;
  }

  // What the clinic does.

  private void answer(String alert) {
    Optional<AlertClock.State> open = find(alert);
    if (open.isEmpty() || open.get().alert().answered().isPresent()) {
      return;
    }
    tally.callsToPatients++;
    boolean found = moment().sick() && watch.isAlerted();
    if (found) {
      cured = moment().hour() + TREATED_AFTER_HOURS;
    }
    send(new EpisodeEvent.Acknowledged(alert, EpisodeEvent.How.SPEAKING), CLINIC);
    boolean ill = found || (person.body().complication().isPresent() && cured < 1e9);
    agenda.add(
        plus(now, ill ? RECOVERS_HOURS : SEEN_AFTER_HOURS),
        Agenda.Kind.SETTLE,
        0,
        open.get().alert().concern().id());
    see();
  }

  /// A clinician who has seen or spoken to her lowers what is left of it.
  private void settle(String concern) {
    for (AlertClock.State state : episode.at(now, Staff.HOURS).alerts()) {
      Concern about = state.alert().concern();
      boolean may = about != Concern.SILENCE && state.level() != Urgency.EMERGENCY;
      if (about.id().equals(concern) && may && state.alert().answered().isPresent()) {
        Instant until = now.plusSeconds((state.level() == Urgency.URGENT ? 24 : 72) * 3600L);
        send(new EpisodeEvent.LevelLowered(about, Urgency.ROUTINE, until, true, "settled"), CLINIC);
        see();
        return;
      }
    }
  }

  private Optional<AlertClock.State> find(String alert) {
    for (AlertClock.State state : episode.at(now, Staff.HOURS).alerts()) {
      if (state.alert().id().equals(alert)) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }

  private void see() {
    standing = episode.at(now, Staff.HOURS);
    for (Watch.Ring ring : watch.see(standing, moment())) {
      Instant at = staff.answers(ring.level(), now, rings++);
      agenda.add(at, Agenda.Kind.ANSWER, 0, ring.alert());
    }
  }

  private Watch.Moment moment() {
    Watch.Moment plain = Watch.Moment.of(treated, now, false);
    boolean sick = plain.hour() >= person.body().onset() && plain.hour() < cured;
    return new Watch.Moment(plain.hour(), sick);
  }

  private void send(EpisodeEvent event, Author by) {
    episode = accepted(world.decider().decide(episode, sent(event), by, now));
  }

  private EventCodec.Sent sent(EpisodeEvent event) {
    return new EventCodec.Sent(new UUID(0, ids++).toString(), now, event);
  }

  private static Episode accepted(Decision decision) {
    return switch (decision) {
      case Decision.Accepted one -> one.after();
      case Decision.Duplicate one -> throw new IllegalStateException("duplicate " + one.seq());
      case Decision.Refused one -> throw new IllegalStateException(one.why());
    };
  }
}
