package vermilion.episode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import vermilion.clinical.Answers;
import vermilion.clinical.Concern;
import vermilion.clinical.Filler;
import vermilion.clinical.Question;
import vermilion.clinical.Unsure;
import vermilion.clinical.Urgency;
import vermilion.protocol.MassageOrder;
import vermilion.protocol.Order;

/// Makes events from a seed: of every type, likely and unlikely, and all that the codec can hold.
final class EventMaker {

  private static final List<String> FORMS =
      List.of("full", "full", "full", "look", "late", "gate", "airway");
  private static final List<String> ZONES =
      List.of("Europe/London", "Asia/Tokyo", "America/New_York", "Pacific/Chatham", "Pacific/Apia");
  private static final List<String> WAKING =
      List.of("07:30-22:30", "14:00-06:00", "09:00-12:00", "06:00-06:00");

  private final SplittableRandom random;

  EventMaker(SplittableRandom random) {
    this.random = random;
  }

  String uuid() {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  EpisodeEvent.Opened opened() {
    return new EpisodeEvent.Opened(
        new Patient(
            words(), 1930 + random.nextInt(70) + "-02-28", pick(ZONES), pick(WAKING), "en-GB"),
        new Treatment(
            Course.TREATED.minusSeconds(random.nextInt(86_400)),
            chance(70) ? Filler.HYALURONIC_ACID : pick(List.of(Filler.values())),
            optionalWords(),
            optionalWords(),
            chance(50) ? "" : "2028-02-29",
            chance(50) ? "" : "0." + random.nextInt(1000),
            chance(50) ? List.of() : List.of(words(), "upper lip"),
            optionalWords(),
            chance(50) ? List.of() : List.of(syringe(), syringe())),
        "brief",
        1,
        new EpisodeEvent.KnownBefore(chance(50), chance(50), chance(50)));
  }

  private Syringe syringe() {
    return new Syringe(
        optionalWords(),
        optionalWords(),
        chance(50) ? "" : "2028-02-29",
        chance(50) ? "" : "(01)09506000134352",
        chance(50) ? "" : "0." + random.nextInt(1000),
        chance(80) ? "" : words());
  }

  /// Any event but an opening, about what stands in an episode where that is needed.
  EpisodeEvent event(Standing standing, Episode episode) {
    if (standing.gate() instanceof MassageGate.Open open && chance(60)) {
      return lastIsClear(episode, standing.now())
          ? new EpisodeEvent.MassageStarted(open.occurrence().id())
          : new EpisodeEvent.CheckedIn(open.form(), true, Course.calm(open.form(), standing.now()));
    }
    if (standing.held() && chance(20)) {
      return new EpisodeEvent.HoldLifted(words());
    }
    if (episode.order().isEmpty() && chance(15)) {
      return new EpisodeEvent.OrderSigned(order());
    }
    return switch (random.nextInt(17)) {
      case 0, 1, 2, 3 -> checkedIn(standing.now());
      case 4, 5 -> contacted(standing.now());
      case 6 -> new EpisodeEvent.MassageStarted(occurrence(standing, episode));
      case 7 -> new EpisodeEvent.MassageEnded(random.nextInt(600), chance(20), someAnswers(20));
      case 8 -> new EpisodeEvent.OrderSigned(order());
      case 9 -> chance(80) ? acknowledged(standing) : new EpisodeEvent.OrderStopped(words());
      case 10 -> new EpisodeEvent.HoldLifted(words());
      case 11 -> lowered(standing);
      case 12 -> acknowledged(standing);
      case 13 -> new EpisodeEvent.ZoneChanged(pick(ZONES), pick(WAKING));
      case 14 -> new EpisodeEvent.FactRecorded(pick(List.of(RecordFact.values())), chance(60));
      case 15 -> leaving();
      default ->
          chance(50)
              ? photo(occurrence(standing, episode))
              : chance(50) ? new EpisodeEvent.MessageSent(words()) : aside(standing.now());
    };
  }

  /// What nobody's urgency depends on.
  private EpisodeEvent aside(Instant now) {
    return switch (random.nextInt(9)) {
      case 5, 6, 7, 8 -> pick(care(now));
      case 0 -> new EpisodeEvent.RemindersSet(ReminderWay.TEXT, Optional.of("+447700900123"));
      case 1 -> letIn();
      case 2 -> new EpisodeEvent.ConfidantEnded(uuid());
      default -> new EpisodeEvent.Noted(words());
    };
  }

  /// What staff did for her.
  private List<CareEvent> care(Instant now) {
    Optional<String> some = chance(50) ? Optional.empty() : Optional.of(words());
    return List.of(
        new CareEvent.TakenOver(),
        new CareEvent.Rang(pick(List.of(CareEvent.Outcome.values())), some),
        new CareEvent.ReviewBooked(now.plusSeconds(1 + random.nextInt(500_000)), words(), some),
        new CareEvent.ReviewCancelled(words()));
  }

  /// Leaves, comes back more often than that, or is answered.
  private EpisodeEvent leaving() {
    Leave leave = pick(List.of(Leave.values()));
    if (chance(30)) {
      return new EpisodeEvent.LeaveAsked(
          leave, chance(50) ? Optional.empty() : Optional.of(words()));
    }
    return chance(60)
        ? new EpisodeEvent.LeaveTakenBack(leave)
        : new EpisodeEvent.LeaveAnswered(leave, words());
  }

  private static boolean lastIsClear(Episode episode, Instant now) {
    Entry last = episode.entries().getLast();
    return last.event() instanceof EpisodeEvent.CheckedIn
        && last.received().plusSeconds(900).isAfter(now);
  }

  /// A photo that stayed on the phone, or one that the clinic keeps.
  private EpisodeEvent.PhotoTaken photo(String occurrence) {
    if (chance(30)) {
      return new EpisodeEvent.PhotoTaken(occurrence);
    }
    String hash = Long.toHexString(random.nextLong() | 1L << 63).repeat(4);
    Optional<String> message = chance(50) ? Optional.empty() : Optional.of(uuid());
    EpisodeEvent.View view = pick(List.of(EpisodeEvent.View.values()));
    return new EpisodeEvent.PhotoTaken(
        chance(50) ? Optional.empty() : Optional.of(occurrence),
        Optional.of(new EpisodeEvent.Picture(view, hash, message)));
  }

  /// One event of each type.
  List<EpisodeEvent> eachType() {
    Instant now = Course.TREATED.plusSeconds(random.nextInt(1_000_000));
    List<EpisodeEvent> all =
        new ArrayList<>(
            List.of(
                opened(),
                checkedIn(now),
                contacted(now),
                new EpisodeEvent.MassageStarted(words()),
                new EpisodeEvent.MassageEnded(random.nextInt(3601), chance(50), someAnswers(50)),
                new EpisodeEvent.OrderSigned(order()),
                new EpisodeEvent.OrderStopped(words()),
                new EpisodeEvent.HoldLifted(words()),
                new EpisodeEvent.LevelLowered(
                    pick(List.of(Concern.values())),
                    pick(List.of(Urgency.values())),
                    now,
                    chance(50),
                    words()),
                new EpisodeEvent.Acknowledged(words(), pick(List.of(EpisodeEvent.How.values()))),
                new EpisodeEvent.ZoneChanged(pick(ZONES), pick(WAKING)),
                new EpisodeEvent.FactRecorded(pick(List.of(RecordFact.values())), chance(50)),
                photo(words()),
                new EpisodeEvent.MessageSent(words()),
                new EpisodeEvent.Noted(words()),
                new EpisodeEvent.LeaveAsked(
                    pick(List.of(Leave.values())),
                    chance(50) ? Optional.empty() : Optional.of(words())),
                new EpisodeEvent.LeaveTakenBack(pick(List.of(Leave.values()))),
                new EpisodeEvent.LeaveAnswered(pick(List.of(Leave.values())), words()),
                new EpisodeEvent.RemindersSet(ReminderWay.TEXT, Optional.of("+447700900123")),
                letIn(),
                new EpisodeEvent.ConfidantEnded(uuid())));
    all.addAll(care(now));
    return all;
  }

  private EpisodeEvent letIn() {
    List<Confidant.Right> may =
        List.of(Confidant.Right.values()).stream().filter(_ -> chance(60)).toList();
    String name = words();
    return new EpisodeEvent.ConfidantLetIn(
        name.substring(0, Math.min(20, name.length())),
        chance(50) ? Optional.empty() : Optional.of("020 7946 0003"),
        may);
  }

  private EpisodeEvent checkedIn(Instant now) {
    String form = pick(FORMS);
    boolean complete = chance(80);
    return new EpisodeEvent.CheckedIn(form, complete, answers(form, complete, now));
  }

  private EpisodeEvent contacted(Instant now) {
    String form = chance(40) ? "none" : pick(FORMS);
    boolean complete = chance(80);
    Map<String, String> answers =
        form.equals("none") ? someAnswers(5) : answers(form, complete, now);
    Optional<Concern> concern =
        chance(50) ? Optional.empty() : Optional.of(pick(List.of(Concern.values())));
    return new EpisodeEvent.Contacted(
        form,
        complete,
        answers,
        concern,
        chance(50) ? Optional.empty() : Optional.of(words()),
        chance(80) ? Optional.empty() : Optional.of("020 7946 0018"));
  }

  /// Mostly calm, with a few other answers.
  private Map<String, String> answers(String form, boolean complete, Instant now) {
    if (!complete) {
      return someAnswers(20);
    }
    Map<String, String> answers = new LinkedHashMap<>(Course.calm(form, now));
    for (int i = random.nextInt(4); i > 0; i--) {
      answers.putAll(someAnswers(5));
    }
    if (chance(5) && !answers.isEmpty()) {
      answers.remove(answers.keySet().iterator().next());
    }
    return answers;
  }

  private Map<String, String> someAnswers(int percent) {
    Map<String, String> answers = new LinkedHashMap<>();
    for (Question question : BriefProtocol.PROTOCOL.questions()) {
      if (chance(percent)) {
        answers.put(question.id(), answer(question));
      }
    }
    return answers;
  }

  private String answer(Question question) {
    if (question.answers() instanceof Answers.Text) {
      return words();
    }
    boolean offered = !(question.unsure() instanceof Unsure.NotOffered);
    return offered && chance(8) ? Question.UNSURE : pick(question.answerIds());
  }

  private Order order() {
    return new Order(words(), chance(20) ? Optional.empty() : Optional.of(massage()));
  }

  private MassageOrder massage() {
    return new MassageOrder(
        chance(70) ? 24 + random.nextInt(60) : random.nextInt(200),
        1 + random.nextInt(5),
        1 + random.nextInt(4),
        1 + random.nextInt(7),
        List.of("upper lip, left"),
        "light",
        chance(70) ? Optional.of("agreed") : Optional.empty(),
        chance(50) ? Optional.of("old bruise") : Optional.empty(),
        chance(50) ? Optional.of("asked her doctor") : Optional.empty());
  }

  private EpisodeEvent acknowledged(Standing standing) {
    String alert = standing.alerts().isEmpty() ? "lump.1" : pick(standing.alerts()).alert().id();
    return new EpisodeEvent.Acknowledged(alert, pick(List.of(EpisodeEvent.How.values())));
  }

  private EpisodeEvent lowered(Standing standing) {
    Concern concern =
        standing.alerts().isEmpty()
            ? pick(List.of(Concern.values()))
            : pick(standing.alerts()).alert().concern();
    Urgency level = pick(List.of(Urgency.values()));
    Instant until = standing.now().plus(Duration.ofMinutes(random.nextInt(5000)));
    return new EpisodeEvent.LevelLowered(concern, level, until, chance(80), words());
  }

  private String occurrence(Standing standing, Episode episode) {
    if (standing.gate() instanceof MassageGate.Open open && chance(80)) {
      return open.occurrence().id();
    }
    return pick(episode.occurrences()).id();
  }

  private String optionalWords() {
    return chance(50) ? "" : words();
  }

  /// Words with everything in them that text may hold.
  String words() {
    List<String> parts = new ArrayList<>(List.of("lip"));
    for (int i = random.nextInt(3); i > 0; i--) {
      parts.add(
          pick(List.of("lip", "\u00e9\"\\", "\ud83d\ude00", "a\nb", "\u2028", "\ud83d", "x")));
    }
    return String.join(" ", parts);
  }

  <T> T pick(List<T> options) {
    return options.get(random.nextInt(options.size()));
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
