package vermilion.proof.episode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vermilion.clinical.Concern;
import vermilion.clinical.Form;
import vermilion.clinical.Urgency;
import vermilion.episode.AlertClock;
import vermilion.episode.Assessed;
import vermilion.episode.Episode;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.Guideline;
import vermilion.episode.RecordFact;
import vermilion.episode.Standing;
import vermilion.protocol.Order;
import vermilion.protocol.PhotoPoint;

/// What may happen to the alerts about some concerns, when nothing else goes on.
///
/// @param guideline what the patient is followed up by
/// @param concerns which concerns
/// @param kind which of it
record EpisodeAlertMenu(Guideline guideline, List<Concern> concerns, Kind kind)
    implements EpisodeWorld.Menu {

  /// Which part of all that may happen.
  enum Kind {
    /// She answers what she is asked; everything that may happen then.
    WIDE,
    /// The same, each kind once.
    NARROW,
    /// Each kind of event, each at once or when something changes.
    LEAN,
    /// She comes by herself.
    CONTACTS
  }

  private static final List<Urgency> LEAN =
      List.of(Urgency.SELF_CARE, Urgency.SOON, Urgency.SAME_DAY, Urgency.URGENT);

  private static final Duration PAST_ALL = Duration.ofHours(100);
  private static final Duration ONE_CONTACT = Duration.ofHours(1);

  @Override
  public List<Instant> instants(Standing standing) {
    Instant now = standing.now();
    TreeSet<Instant> instants = new TreeSet<>();
    instants.add(now);
    if (kind == Kind.CONTACTS) {
      instants.add(now.plus(ONE_CONTACT).plusSeconds(1));
      instants.add(now.plus(Duration.ofDays(1)));
      instants.add(now.plus(Duration.ofDays(3)));
    } else {
      standing.nextChange().ifPresent(next -> addAround(next, instants));
      instants.add(kind == Kind.LEAN ? now : now.plus(PAST_ALL));
    }
    return List.copyOf(instants.tailSet(now));
  }

  private void addAround(Instant next, Set<Instant> instants) {
    instants.add(next);
    if (kind == Kind.WIDE) {
      instants.add(next.minusSeconds(1));
    }
  }

  @Override
  public List<EpisodeWorld.Choice> choices(Episode episode, Standing standing) {
    List<EpisodeEvent> events = new ArrayList<>();
    for (Concern concern : concerns) {
      reports(concern, episode, events);
      lowerings(concern, standing.now(), events);
    }
    for (AlertClock.State state : standing.alerts()) {
      events.add(new EpisodeEvent.Acknowledged(state.alert().id(), EpisodeEvent.How.SEEN));
      events.add(new EpisodeEvent.Acknowledged(state.alert().id(), EpisodeEvent.How.SPEAKING));
    }
    others(episode, events);
    return events.stream().map(EpisodeWorld.Choice::of).toList();
  }

  private void lowerings(Concern concern, Instant now, List<EpisodeEvent> events) {
    events.add(lowering(concern, Urgency.ROUTINE, now, true));
    if (kind == Kind.LEAN) {
      return;
    }
    events.add(lowering(concern, Urgency.ROUTINE, now, false));
    events.add(lowering(concern, Urgency.SOON, now, true));
    if (kind == Kind.WIDE) {
      events.add(lowering(concern, Urgency.SOON, now, false));
      events.add(lowering(concern, Urgency.SAME_DAY, now, true));
      events.add(lowering(concern, Urgency.SAME_DAY, now, false));
    }
  }

  /// After seeing her for as long as anybody may who has; else for as long as anybody may at all.
  private static EpisodeEvent lowering(Concern concern, Urgency level, Instant now, boolean seen) {
    Instant until = now.plus(Duration.ofHours(seen ? 24 : 72));
    return new EpisodeEvent.LevelLowered(concern, level, until, seen, "looked at it");
  }

  private void reports(Concern concern, Episode episode, List<EpisodeEvent> events) {
    Map<String, String> calm = EpisodeWorlds.calm(guideline, "full", Duration.ofDays(30));
    if (kind == Kind.CONTACTS) {
      events.add(contact(calm, concern, Urgency.ROUTINE));
      events.add(contact(calm, concern, Urgency.SAME_DAY));
      events.add(
          new EpisodeEvent.Contacted(
              Form.NONE, true, Map.of(), Optional.of(concern), Optional.of("hello")));
      events.add(new EpisodeEvent.CheckedIn("full", true, calm));
      return;
    }
    for (Urgency level : kind == Kind.LEAN ? LEAN : EpisodeEvery.LEVELS) {
      events.add(new EpisodeEvent.CheckedIn("full", true, sheet(calm, concern, level)));
    }
    // One message in a course: how contacts count each other is a world of its own.
    if (kind == Kind.LEAN && episode.assessed().stream().noneMatch(Assessed::contact)) {
      events.add(EpisodeSilenceMenu.message(concern));
    }
    if (kind != Kind.WIDE) {
      return;
    }
    events.add(new EpisodeEvent.Contacted("full", true, calm, Optional.empty(), Optional.empty()));
    Map<String, String> missing = new LinkedHashMap<>(calm);
    missing.remove(EpisodeEvery.question(concern));
    events.add(new EpisodeEvent.CheckedIn("full", true, missing));
    events.add(new EpisodeEvent.CheckedIn("full", false, missing));
  }

  private static EpisodeEvent contact(Map<String, String> calm, Concern concern, Urgency level) {
    return new EpisodeEvent.Contacted(
        "full", true, sheet(calm, concern, level), Optional.empty(), Optional.empty());
  }

  private static Map<String, String> sheet(
      Map<String, String> calm, Concern concern, Urgency level) {
    Map<String, String> sheet = new LinkedHashMap<>(calm);
    sheet.put(EpisodeEvery.question(concern), level.id());
    return sheet;
  }

  /// One of each kind that is not about alerts.
  static void others(Episode episode, List<EpisodeEvent> events) {
    events.add(new EpisodeEvent.HoldLifted("seen, well"));
    events.add(new EpisodeEvent.Noted("a note"));
    events.add(new EpisodeEvent.FactRecorded(RecordFact.VACCINE, false));
    events.add(new EpisodeEvent.ZoneChanged("UTC", EpisodeWorlds.SLEEPLESS));
    events.add(new EpisodeEvent.OrderStopped("no massage"));
    if (episode.order().isEmpty()) {
      events.add(new EpisodeEvent.OrderSigned(new Order("", Optional.empty())));
    }
    events.add(new EpisodeEvent.MassageStarted("1/massage/2026-01-15/1"));
    events.add(new EpisodeEvent.MassageEnded(60, false, Map.of("colour", "usual")));
    events.add(episode.opened());
    episode.occurrences().stream()
        .filter(one -> one.activity().equals(PhotoPoint.ACTIVITY))
        .findFirst()
        .ifPresent(one -> events.add(new EpisodeEvent.PhotoTaken(one.id())));
  }
}
