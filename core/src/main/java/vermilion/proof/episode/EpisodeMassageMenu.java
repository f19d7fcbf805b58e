package vermilion.proof.episode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import vermilion.clinical.Concern;
import vermilion.clinical.Urgency;
import vermilion.episode.AlertClock;
import vermilion.episode.Episode;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.Guideline;
import vermilion.episode.MassageGate;
import vermilion.episode.RecordFact;
import vermilion.episode.Standing;
import vermilion.protocol.Order;

/// What may happen around a massage.
///
/// @param guideline what the patient is followed up by
/// @param width how much of it
record EpisodeMassageMenu(Guideline guideline, Width width) implements EpisodeWorld.Menu {

  /// How much of all that may happen.
  enum Width {
    /// Everything.
    WIDE,
    /// Each kind of event, two of all that suspends, and one change of the plan in a course, at
    /// once or when the gate changes.
    LEAN
  }

  /// The opening, the order and one change.
  private static final int PLANS = 3;

  private static final List<RecordFact> SUSPENDING =
      List.of(
          RecordFact.HYALURONIDASE,
          RecordFact.REVIEW_PENDING,
          RecordFact.DENTAL_WORK,
          RecordFact.BLOOD_THINNER,
          RecordFact.OLDER_FILLER);

  @Override
  public List<Instant> instants(Standing standing) {
    Instant now = standing.now();
    TreeSet<Instant> instants = new TreeSet<>();
    instants.add(now);
    if (width == Width.WIDE) {
      instants.add(now.plus(EpisodeGateAnswers.FRESH).plusSeconds(1));
      instants.add(now.plus(Duration.ofDays(2)));
    }
    if (standing.gate() instanceof MassageGate.Refused refused) {
      refused.until().ifPresent(instants::add);
    }
    return List.copyOf(instants.tailSet(now));
  }

  @Override
  public List<EpisodeWorld.Choice> choices(Episode episode, Standing standing) {
    List<EpisodeEvent> events = new ArrayList<>();
    Duration hour = Duration.between(EpisodeWorlds.TREATED, standing.now());
    Map<String, String> calm = EpisodeWorlds.calm(guideline, "full", hour);
    events.add(new EpisodeEvent.CheckedIn("full", true, calm));
    events.add(new EpisodeEvent.CheckedIn("gate", true, calm(hour)));
    events.add(new EpisodeEvent.CheckedIn("gate", true, but(calm(hour), "colour", "bruised")));
    events.add(new EpisodeEvent.CheckedIn("full", true, but(calm, "colour", "pale")));
    if (guideline.triage().questions().placeOf(EpisodeEvery.question(Concern.INFECTION)) >= 0) {
      String question = EpisodeEvery.question(Concern.INFECTION);
      events.add(new EpisodeEvent.CheckedIn("full", true, but(calm, question, Urgency.SOON.id())));
    }
    for (RecordFact fact : width == Width.LEAN ? SUSPENDING.subList(1, 3) : SUSPENDING) {
      events.add(new EpisodeEvent.FactRecorded(fact, true));
      events.add(new EpisodeEvent.FactRecorded(fact, false));
    }
    clinic(standing, events);
    String session =
        standing.gate() instanceof MassageGate.Open open
            ? open.occurrence().id()
            : episode.occurrences().stream()
                .filter(one -> one.activity().equals("massage"))
                .findFirst()
                .map(one -> one.id())
                .orElse("none");
    events.add(new EpisodeEvent.MassageStarted(session));
    EpisodeAlertMenu.others(episode, events);
    if (width == Width.LEAN && episode.plans().versions().size() >= PLANS) {
      events.removeIf(EpisodeMassageMenu::changesPlan);
    }
    return events.stream().map(EpisodeWorld.Choice::of).toList();
  }

  private static boolean changesPlan(EpisodeEvent event) {
    return event instanceof EpisodeEvent.OrderSigned
        || event instanceof EpisodeEvent.OrderStopped
        || event instanceof EpisodeEvent.ZoneChanged;
  }

  private void clinic(Standing standing, List<EpisodeEvent> events) {
    events.add(signed(Optional.empty()));
    if (width == Width.WIDE) {
      events.add(signed(Optional.of("agreed with her")));
    }
    for (AlertClock.State state : standing.alerts()) {
      events.add(new EpisodeEvent.Acknowledged(state.alert().id(), EpisodeEvent.How.SPEAKING));
      events.add(
          new EpisodeEvent.LevelLowered(
              state.alert().concern(),
              Urgency.ROUTINE,
              standing.now().plus(Duration.ofDays(1)),
              true,
              "looked at it"));
    }
  }

  private static EpisodeEvent signed(Optional<String> reason) {
    return new EpisodeEvent.OrderSigned(
        new Order("Dr A", Optional.of(EpisodeWorlds.order(reason))));
  }

  private Map<String, String> calm(Duration hour) {
    return EpisodeWorlds.calm(guideline, "gate", hour);
  }

  private static Map<String, String> but(
      Map<String, String> sheet, String question, String answer) {
    Map<String, String> changed = new LinkedHashMap<>(sheet);
    changed.put(question, answer);
    return changed;
  }
}
