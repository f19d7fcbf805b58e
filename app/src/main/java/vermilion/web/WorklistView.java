package vermilion.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermilion.protocol.Texts;
import vermilion.service.Clinic;
import vermilion.service.Guidelines;
import vermilion.service.Worklist;
import vermilion.service.WorklistCard;
import vermilion.service.WorklistService;
import vermilion.time.UtcText;
import vermilion.web.page.Cut;
import vermilion.web.page.EveryoneElse;
import vermilion.web.page.Frame;
import vermilion.web.page.PainCourse;
import vermilion.web.page.TimeLeft;
import vermilion.web.page.WorklistPage;
import vermilion.web.page.WorklistRow;

/// Fills the worklist page.
final class WorklistView {

  private final Clinic clinic;
  private final Guidelines guidelines;
  private final Instant now;

  WorklistView(Clinic clinic, Guidelines guidelines, Instant now) {
    this.clinic = clinic;
    this.guidelines = guidelines;
    this.now = now;
  }

  /// Nobody reads thousands of lines: the most urgent are shown, and how many there are.
  static final int ROWS = 200;

  WorklistPage page(Frame frame, WorklistService.Page page, int from) {
    List<WorklistRow> rows = new ArrayList<>();
    int first = Math.min(from, page.lines().size() / ROWS * ROWS);
    for (WorklistService.Line line :
        page.lines().subList(first, Math.min(first + ROWS, page.lines().size()))) {
      rows.add(row(line));
    }
    Worklist.Others others = page.others();
    return new WorklistPage(
        frame,
        Words.weekdayAndTime(now, clinic.hours().zone()),
        "",
        rows,
        new Cut(first, ROWS, page.lines().size()),
        new EveryoneElse(
            others.answered(),
            others.missed(),
            others.open(),
            others.notYetAsked(),
            others.finished()));
  }

  private WorklistRow row(WorklistService.Line line) {
    WorklistCard card = line.card();
    if (card.alerts().isEmpty()) {
      return leaver(line);
    }
    WorklistCard.Waiting worst = card.alerts().getFirst();
    List<String> toTake = new ArrayList<>();
    for (WorklistCard.Waiting alert : card.alerts()) {
      if (alert.marks().seenBy().isEmpty()) {
        toTake.add(alert.id());
      }
    }
    return new WorklistRow(
        line.ref().episode(),
        worst.level().id(),
        Words.level(worst.level()),
        line.actBy().map(UtcText::of).orElse(""),
        line.actBy().map(at -> TimeLeft.words(Duration.between(now, at))).orElse(""),
        card.alerts().stream().anyMatch(alert -> alert.times().overdue()) || isLate(card),
        card.person().name(),
        about(card),
        LeaveWords.mark(card),
        AlertWords.why(card.why(), texts(card.person())),
        String.join(", ", worst.rules()),
        course(card.pain()),
        told(card.person(), worst),
        toldDetail(worst),
        toTake,
        taken(worst.marks()),
        more(line));
  }

  private WorklistRow.More more(WorklistService.Line line) {
    WorklistCard.Latest latest = line.card().latest();
    List<WorklistCard.Waiting> alerts = line.card().alerts();
    Optional<Instant> since =
        alerts.stream()
            .filter(alert -> alert.times().actBy().isPresent())
            .filter(alert -> alert.times().actBy().equals(line.actBy()))
            .map(alert -> alert.times().since())
            .findFirst();
    return new WorklistRow.More(
        latest.seq(),
        since.map(UtcText::of).orElse(""),
        since.isPresent() && line.actBy().isPresent()
            ? WorklistRow.More.left(
                Duration.between(since.get(), line.actBy().get()),
                Duration.between(now, line.actBy().get()))
            : 0,
        alerts.stream()
            .skip(1)
            .map(alert -> Words.level(alert.level()) + ": " + String.join(", ", alert.rules()))
            .toList(),
        CareWords.now(latest.care(), now, clinic.hours().zone()),
        latest.care().takenOver().map(ack -> ack.by()).orElse(""),
        latest.photo().orElse(""));
  }

  /// The line of somebody for whom nothing is open but that she leaves.
  private WorklistRow leaver(WorklistService.Line line) {
    WorklistCard card = line.card();
    return new WorklistRow(
        line.ref().episode(),
        line.level().id(),
        Words.level(line.level()),
        line.actBy().map(UtcText::of).orElse(""),
        line.actBy().map(at -> TimeLeft.words(Duration.between(now, at))).orElse(""),
        isLate(card),
        card.person().name(),
        about(card),
        LeaveWords.mark(card),
        "",
        "",
        course(card.pain()),
        LeaveWords.told(card.left()),
        "",
        List.of(),
        Optional.empty(),
        more(line));
  }

  private static boolean isLate(WorklistCard card) {
    return card.left().waiting().stream().anyMatch(WorklistCard.Asked::overdue);
  }

  private String told(WorklistCard.Person person, WorklistCard.Waiting worst) {
    String told = AlertWords.told(worst.level(), texts(person));
    return worst
        .times()
        .goAt()
        .map(at ->
            told
                + "; to the emergency department at "
                + Words.shortTime(at, now, clinic.hours().zone()))
        .orElse(told);
  }

  /// Delivery is not receipt: what is known is when she reported, for the page that told her is the
  /// answer to that report.
  private String toldDetail(WorklistCard.Waiting worst) {
    if (worst.marks().recorded()) {
      return "staff recorded what she said; her app shows it when she opens it";
    }
    return worst.marks().reported()
        ? "on her screen since "
            + Words.shortTime(worst.times().opened(), now, clinic.hours().zone())
        : "Not told yet: this version sends no reminders";
  }

  private Optional<String> taken(WorklistCard.Marks marks) {
    return marks
        .seenBy()
        .flatMap(by ->
            marks.seenAt().map(at -> by + ", " + Words.shortTime(at, now, clinic.hours().zone())));
  }

  /// The words of the protocol that she is followed up by; where it is not installed any more, ids
  /// stand in their place.
  private Texts texts(WorklistCard.Person person) {
    return guidelines
        .find(person.protocol(), person.version())
        .map(guideline -> guideline.protocol().textsIn("en"))
        .orElseGet(() -> new Texts("en", false, Map.of()));
  }

  private String about(WorklistCard card) {
    WorklistCard.Injected injected = card.injected();
    StringBuilder about = new StringBuilder(Words.elapsed(injected.at(), now));
    about.append(" · ").append(injected.product());
    if (!injected.volumeMl().isEmpty()) {
      about.append(' ').append(injected.volumeMl()).append(" ml");
    }
    if (!injected.lot().isEmpty()) {
      about.append(" · lot ").append(injected.lot());
    }
    for (WorklistCard.Callable one : card.callable()) {
      about.append(" · may be called: ").append(one.name()).append(", ").append(one.phone());
    }
    return about.toString();
  }

  /// The pain that was told, as a line.
  static PainCourse course(List<WorklistCard.Pain> pain) {
    List<PainCourse.Point> points = new ArrayList<>();
    for (WorklistCard.Pain one : pain) {
      points.add(new PainCourse.Point(one.seconds() / 3600.0, one.level()));
    }
    return new PainCourse(points);
  }
}
