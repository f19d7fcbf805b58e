package vermilion.proof.episode;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vermilion.clinical.Answers;
import vermilion.clinical.Filler;
import vermilion.clinical.Form;
import vermilion.clinical.Question;
import vermilion.episode.ClinicHours;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.Guideline;
import vermilion.episode.Patient;
import vermilion.episode.Treatment;
import vermilion.protocol.MassageOrder;
import vermilion.protocol.Order;
import vermilion.time.Elapsed;

/// The worlds that are searched, each small enough to be searched to its end and all together about
/// everything that an episode may do.
final class EpisodeWorlds {

  /// A Tuesday; the year has no change of clocks for ten weeks.
  static final Instant TREATED = Instant.parse("2026-01-13T10:00:00Z");

  /// A clinic that never closes, and one that never opens: the two deadlines of `same-day`.
  static final ClinicHours OPEN =
      new ClinicHours(ZoneOffset.UTC, LocalTime.MIN, LocalTime.MAX, EnumSet.allOf(DayOfWeek.class));

  static final ClinicHours SHUT =
      new ClinicHours(ZoneOffset.UTC, LocalTime.MIN, LocalTime.MAX, Set.of());

  static final ClinicHours OFFICE =
      new ClinicHours(
          ZoneOffset.UTC,
          LocalTime.of(9, 0),
          LocalTime.of(18, 0),
          EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));

  /// Somebody who never sleeps.
  static final String SLEEPLESS = "00:00-00:00";

  private static final String USUAL = "07:30-22:30";
  private static final Optional<String> NO_REASON = Optional.empty();
  private static final Duration LATE = Duration.ofDays(30);

  private EpisodeWorlds() {}

  /// The alerts about some concerns, long after the plan is over: what is done to them by reports,
  /// readers, answers, lowerings and time.
  static EpisodeWorld alerts(ClinicHours hours, EpisodeAlertMenu menu) {
    Guideline every = menu.guideline();
    return new EpisodeWorld(
        menu.kind() + " about " + menu.concerns(),
        every,
        hours,
        opened(every, SLEEPLESS, Filler.HYALURONIC_ACID),
        TREATED.plus(LATE),
        List.of(),
        menu,
        false);
  }

  /// The first three days, in which silence is a sign.
  static EpisodeWorld silence(Guideline guideline) {
    return new EpisodeWorld(
        "silence",
        guideline,
        OFFICE,
        opened(guideline, USUAL, Filler.HYALURONIC_ACID),
        TREATED,
        List.of(),
        new EpisodeSilenceMenu(guideline),
        true);
  }

  /// The same days, in which she leaves and comes back.
  static EpisodeWorld leaving(Guideline guideline) {
    return new EpisodeWorld(
        "leaving",
        guideline,
        OFFICE,
        opened(guideline, USUAL, Filler.HYALURONIC_ACID),
        TREATED,
        List.of(),
        new EpisodeLeavingMenu(guideline),
        true);
  }

  /// What a protocol's own answers do at an hour, with a massage ordered where it may be.
  static EpisodeWorld reports(
      Guideline guideline, Duration hour, List<EpisodeSheets.Sheet> sheets) {
    Order order = new Order("Dr A", guideline.protocol().massage().map(_ -> order(NO_REASON)));
    boolean orders = guideline.protocol().fillers().contains(Filler.HYALURONIC_ACID);
    return new EpisodeWorld(
        "reports at hour " + hour.toHours(),
        guideline,
        OFFICE,
        opened(guideline, USUAL, guideline.protocol().fillers().getFirst()),
        TREATED.plus(hour).minus(Duration.ofHours(1)),
        orders
            ? List.of(
                new EpisodeWorld.Past(
                    Duration.ZERO, EpisodeWorld.CLINICIAN, new EpisodeEvent.OrderSigned(order)))
            : List.of(),
        new EpisodeReportMenu(guideline, sheets, hour),
        true);
  }

  /// A massage in its days.
  static EpisodeWorld massage(Guideline guideline, EpisodeMassageMenu.Width width) {
    Order order = new Order("Dr A", Optional.of(order(NO_REASON)));
    Map<String, String> calm = calm(guideline, "full", Duration.ofHours(49));
    return new EpisodeWorld(
        width + " massage",
        guideline,
        OFFICE,
        opened(guideline, USUAL, Filler.HYALURONIC_ACID),
        TREATED.plus(Duration.ofHours(46)),
        List.of(
            new EpisodeWorld.Past(
                Duration.ZERO, EpisodeWorld.CLINICIAN, new EpisodeEvent.OrderSigned(order)),
            new EpisodeWorld.Past(
                Duration.ofHours(3),
                EpisodeWorld.PATIENT,
                new EpisodeEvent.CheckedIn("full", true, calm)),
            // Thursday at five in the afternoon: the first window is open.
            new EpisodeWorld.Past(
                Duration.ofHours(9), EpisodeWorld.SERVICE, new EpisodeEvent.Noted("window"))),
        new EpisodeMassageMenu(guideline, width),
        true);
  }

  /// An order inside all limits.
  static MassageOrder order(Optional<String> reason) {
    return new MassageOrder(
        48,
        1,
        2,
        3,
        List.of("upper lip"),
        MassageOrder.USUAL_PRESSURE,
        Optional.empty(),
        reason,
        reason);
  }

  static EpisodeEvent.Opened opened(Guideline guideline, String waking, Filler filler) {
    return new EpisodeEvent.Opened(
        new Patient("a patient", "1990-01-01", "UTC", waking, "en"),
        new Treatment(
            TREATED, filler, "brand", "lot", "", "0.5", List.of("upper"), "Dr A", List.of()),
        guideline.protocol().id(),
        guideline.protocol().version(),
        EpisodeEvent.KnownBefore.NOTHING);
  }

  /// The least worrying answer to everything that a form asks at an hour.
  static Map<String, String> calm(Guideline guideline, String form, Duration hour) {
    Elapsed elapsed = new Elapsed(hour.toSeconds());
    Map<String, String> calm = new LinkedHashMap<>();
    for (Form.Item item : guideline.protocol().form(form).orElseThrow().items()) {
      Question question = guideline.protocol().questions().find(item.question()).orElseThrow();
      boolean words = question.answers() instanceof Answers.Text;
      if (item.isAskedAt(elapsed) && item.onlyIf().isEmpty() && !words) {
        calm.put(question.id(), question.answerIds().getFirst());
      }
    }
    return calm;
  }
}
