package vermilion.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermilion.episode.Alert;
import vermilion.episode.AlertClock;
import vermilion.episode.Assessed;
import vermilion.episode.Episode;
import vermilion.episode.Treatment;
import vermilion.service.Clinic;
import vermilion.service.WorklistService;
import vermilion.time.UtcText;
import vermilion.web.page.EveryoneElse;
import vermilion.web.page.Frame;
import vermilion.web.page.PainCourse;
import vermilion.web.page.TimeLeft;
import vermilion.web.page.WorklistPage;
import vermilion.web.page.WorklistRow;

/// Fills the worklist page.
final class WorklistView {

  private final Clinic clinic;
  private final Instant now;

  WorklistView(Clinic clinic, Instant now) {
    this.clinic = clinic;
    this.now = now;
  }

  WorklistPage page(Frame frame, WorklistService.Page page) {
    List<WorklistRow> rows = new ArrayList<>();
    for (WorklistService.Line line : page.lines()) {
      rows.add(row(line));
    }
    WorklistService.Others others = page.others();
    return new WorklistPage(
        frame,
        Words.weekdayAndTime(now, clinic.hours().zone()),
        "",
        rows,
        new EveryoneElse(
            others.answered(),
            others.missed(),
            others.open(),
            others.notYetAsked(),
            others.finished()));
  }

  private WorklistRow row(WorklistService.Line line) {
    Episode episode = line.episode();
    AlertClock.State worst = line.standing().alerts().getFirst();
    AlertWords words = new AlertWords(episode);
    Optional<Instant> due = line.standing().actBy();
    List<String> toTake = new ArrayList<>();
    for (AlertClock.State state : line.standing().alerts()) {
      if (state.alert().seen().isEmpty()) {
        toTake.add(state.alert().id());
      }
    }
    return new WorklistRow(
        line.ref().episode(),
        worst.level().id(),
        Words.level(worst.level()),
        due.map(UtcText::of).orElse(""),
        due.map(at -> TimeLeft.words(Duration.between(now, at))).orElse(""),
        line.standing().alerts().stream().anyMatch(AlertClock.State::overdue),
        episode.opened().patient().name(),
        about(episode),
        words.why(worst.alert()),
        String.join(", ", worst.alert().rules()),
        pain(episode),
        told(words, worst),
        toldDetail(worst),
        toTake,
        worst.alert().seen().map(this::taken));
  }

  private String told(AlertWords words, AlertClock.State state) {
    String told = words.told(state);
    return state.goAt().isPresent()
        ? told
            + "; to the emergency department at "
            + Words.shortTime(state.goAt().get(), now, clinic.hours().zone())
        : told;
  }

  /// Delivery is not receipt: what is known is when she reported, for the page that told her is the
  /// answer to that report.
  private String toldDetail(AlertClock.State state) {
    if (state.alert().seqs().isEmpty()) {
      return "Not told yet: this version sends no reminders";
    }
    return "on her screen since "
        + Words.shortTime(state.alert().opened(), now, clinic.hours().zone());
  }

  private String taken(Alert.Ack ack) {
    return ack.by() + ", " + Words.shortTime(ack.at(), now, clinic.hours().zone());
  }

  private String about(Episode episode) {
    Treatment treatment = episode.opened().treatment();
    StringBuilder about = new StringBuilder(Words.elapsed(treatment.at(), now));
    about
        .append(" · ")
        .append(treatment.product().isEmpty() ? treatment.filler().id() : treatment.product());
    if (!treatment.volumeMl().isEmpty()) {
      about.append(' ').append(treatment.volumeMl()).append(" ml");
    }
    if (!treatment.lot().isEmpty()) {
      about.append(" · lot ").append(treatment.lot());
    }
    return about.toString();
  }

  static PainCourse pain(Episode episode) {
    List<PainCourse.Point> points = new ArrayList<>();
    Instant treated = episode.opened().treatment().at();
    for (Assessed one : episode.assessed()) {
      PatientView.value(one, "pain")
          .filter(value -> !value.equals("unsure"))
          .ifPresent(value -> {
            double hours = Duration.between(treated, one.entry().moment()).toSeconds() / 3600.0;
            points.add(new PainCourse.Point(hours, Integer.parseInt(value)));
          });
    }
    return new PainCourse(points);
  }
}
