package vermilion.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermilion.clinical.Urgency;
import vermilion.episode.AlertClock;
import vermilion.episode.Entry;
import vermilion.episode.Episode;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.Standing;
import vermilion.episode.Treatment;
import vermilion.protocol.MassageLimits;
import vermilion.protocol.MassageOrder;
import vermilion.service.CareCard;
import vermilion.service.Clinic;
import vermilion.service.ErasureRefusals;
import vermilion.service.WorklistCard;
import vermilion.time.UtcText;
import vermilion.web.page.Fact;
import vermilion.web.page.FormValues;
import vermilion.web.page.Frame;
import vermilion.web.page.OpenAlert;
import vermilion.web.page.SignedOrder;
import vermilion.web.page.TimeLeft;
import vermilion.web.page.TimelineEntry;
import vermilion.web.page.TimelinePage;

/// Fills the page of one patient.
final class TimelineView {

  private final Clinic clinic;
  private final Episode episode;
  private final Standing standing;
  private final AlertWords words;

  TimelineView(Clinic clinic, Episode episode, Standing standing) {
    this.clinic = clinic;
    this.episode = episode;
    this.standing = standing;
    this.words = new AlertWords(episode);
  }

  /// What only the request knows.
  ///
  /// @param id the id of the episode
  /// @param form what was typed and refused
  /// @param patientLink the patient's link, shown once
  /// @param card the address of the emergency card
  /// @param reach her links and phones
  /// @param record whose record it is, and whether it must be kept
  record Around(
      String id,
      FormValues form,
      Optional<String> patientLink,
      String card,
      Reach reach,
      Optional<ErasureRefusals.Whose> record) {}

  TimelinePage page(Frame frame, Around around) {
    return new TimelinePage(
        frame,
        around.id(),
        episode.opened().patient().name(),
        about(),
        episode.seq(),
        CareWords.now(CareCard.of(standing.care()), standing.now(), clinic.hours().zone()),
        facts(),
        alerts(),
        new LeaveWords(standing, clinic.hours().zone()).cards(around.record()),
        hold(),
        order(),
        around.form(),
        episode.guideline().protocol().massage().orElse(MassageLimits.BRIEF),
        WorklistView.course(WorklistCard.pain(episode)),
        entries(),
        around.patientLink(),
        around.card(),
        new PhonesView(standing.now(), clinic.hours().zone())
            .card(around.reach(), episode.reminders()),
        new ConfidantsView(standing.now(), clinic.hours().zone())
            .rows(episode.confidants(), around.reach()));
  }

  String about() {
    Instant treated = episode.opened().treatment().at();
    return "Day "
        + Math.max(0, Duration.between(treated, standing.now()).toDays())
        + " · "
        + Words.elapsed(treated, standing.now())
        + " · her clock "
        + Words.weekdayAndTime(standing.now(), standing.plan().zone())
        + ", "
        + standing.plan().zone().getId();
  }

  private List<Fact> facts() {
    Treatment treatment = episode.opened().treatment();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Treated", Words.dayAndTime(treatment.at(), clinic.hours().zone())));
    add(facts, "Product", treatment.product());
    facts.add(new Fact("Filler", treatment.filler().id().replace('-', ' ')));
    add(facts, "Lot", treatment.lot());
    add(facts, "Expires", treatment.expiry());
    add(facts, "Amount", treatment.volumeMl().isEmpty() ? "" : treatment.volumeMl() + " ml");
    treatment.syringes().forEach(syringe -> facts.add(new Fact("Syringe", Words.syringe(syringe))));
    add(facts, "Sites", String.join("; ", treatment.sites()));
    add(facts, "Practitioner", treatment.practitioner());
    facts.add(new Fact("Born", episode.opened().patient().birthDate()));
    facts.add(
        new Fact("Cold sores before", episode.opened().known().coldSores() ? "yes" : "not known"));
    var protocol = episode.guideline().protocol();
    facts.add(
        new Fact(
            "Protocol",
            protocol.id()
                + " version "
                + protocol.version()
                + (protocol.isDraft() ? ", draft, not signed" : ", signed")));
    return facts;
  }

  private static void add(List<Fact> facts, String name, String value) {
    if (!value.isEmpty()) {
      facts.add(new Fact(name, value));
    }
  }

  List<OpenAlert> alerts() {
    List<OpenAlert> alerts = new ArrayList<>();
    for (AlertClock.State state : standing.alerts()) {
      alerts.add(
          new OpenAlert(
              state.alert().id(),
              state.level().id(),
              Words.level(state.level()),
              Words.dayAndTime(state.since(), clinic.hours().zone()),
              state.actBy().map(UtcText::of).orElse(""),
              state
                  .actBy()
                  .map(at -> TimeLeft.words(Duration.between(standing.now(), at)))
                  .orElse(""),
              state.overdue(),
              words.because(state.alert()),
              String.join(", ", state.alert().rules()),
              words.missing(state.alert()),
              words.told(state),
              state
                  .alert()
                  .seen()
                  .map(ack ->
                      ack.by()
                          + ", "
                          + Words.shortTime(ack.at(), standing.now(), clinic.hours().zone()))));
    }
    return alerts;
  }

  private Optional<String> hold() {
    return standing.held()
        ? Optional.of(
            "All massage is held: an answer was same day or worse, and no clinician has lifted the"
                + " hold since.")
        : Optional.empty();
  }

  private SignedOrder order() {
    Optional<MassageOrder> massage = episode.order().flatMap(order -> order.massage());
    Optional<Entry> signed = lastOrder();
    String by =
        signed
            .map(entry ->
                entry.by().name()
                    + ", "
                    + Words.dayAndTime(entry.received(), clinic.hours().zone()))
            .orElse("");
    long done =
        episode.entries().stream()
            .filter(entry -> entry.event() instanceof EpisodeEvent.MassageStarted)
            .count();
    String doneWords = done == 0 ? "" : done == 1 ? "Done once" : "Done " + done + " times";
    return massage
        .map(order -> new SignedOrder(isRunning(), sentence(order), by, doneWords))
        .orElseGet(() -> new SignedOrder(false, "No massage is ordered.", by, doneWords));
  }

  private boolean isRunning() {
    return lastDate().map(date -> !standing.today().isAfter(date)).orElse(false);
  }

  private Optional<LocalDate> lastDate() {
    return episode.occurrences().stream()
        .filter(one -> one.activity().equals("massage"))
        .map(one -> one.localDate())
        .max(LocalDate::compareTo);
  }

  private String sentence(MassageOrder order) {
    return order.minutes()
        + " min, "
        + order.perDay()
        + " a day for "
        + order.days()
        + (order.days() == 1 ? " day" : " days")
        + " from hour "
        + order.startHours()
        + ": "
        + String.join("; ", order.where())
        + lastDate().map(date -> ", until " + date).orElse("")
        + ".";
  }

  private Optional<Entry> lastOrder() {
    return episode.entries().reversed().stream()
        .filter(entry ->
            entry.event() instanceof EpisodeEvent.OrderSigned
                || entry.event() instanceof EpisodeEvent.OrderStopped)
        .findFirst();
  }

  private List<TimelineEntry> entries() {
    List<TimelineEntry> entries = new ArrayList<>();
    for (Entry entry : episode.entries().reversed()) {
      entries.add(entry(entry));
    }
    return entries;
  }

  TimelineEntry entry(Entry entry) {
    Optional<Urgency> level = episode.assessed(entry.seq()).map(one -> one.level());
    return new TimelineEntry(
        UtcText.of(entry.received()),
        Words.dayAndTime(entry.received(), clinic.hours().zone()),
        Words.elapsed(episode.opened().treatment().at(), entry.moment()),
        title(entry),
        ConfidantsView.by(entry.by()),
        lines(entry),
        photo(entry),
        level.map(Urgency::id).orElse(""),
        level.map(Words::level).orElse(""));
  }

  /// What staff recorded of a call is not what she told by herself.
  private static String title(Entry entry) {
    boolean call = entry.event() instanceof EpisodeEvent.Contacted && !entry.by().isHers();
    return call ? "Telephone call, recorded by staff" : EventWords.title(entry.event());
  }

  private static String photo(Entry entry) {
    return entry.event() instanceof EpisodeEvent.PhotoTaken taken && taken.picture().isPresent()
        ? entry.id()
        : "";
  }

  private List<String> lines(Entry entry) {
    List<String> lines = new ArrayList<>(EventWords.lines(entry.event()));
    if (entry.event() instanceof EpisodeEvent.ConfidantEnded ended) {
      lines.addAll(ConfidantsView.name(episode, ended));
    }
    episode.assessed(entry.seq()).ifPresent(one -> lines.addAll(words.answers(one)));
    if (entry.clocksDisagree()) {
      lines.add("By her phone's clock: " + UtcText.of(entry.at()));
    }
    return lines;
  }
}
