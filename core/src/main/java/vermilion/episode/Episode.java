package vermilion.episode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermilion.json.Fields;
import vermilion.protocol.MassageOrder;
import vermilion.protocol.Order;
import vermilion.schedule.MassageCourse;
import vermilion.schedule.Occurrence;
import vermilion.schedule.PlanVersion;
import vermilion.schedule.Plans;
import vermilion.time.Waking;
import vermilion.time.WakingText;
import vermilion.time.WallClock;
import vermilion.time.WallClocks;
import vermilion.time.ZoneName;
import vermilion.time.Zones;

/// One patient after one treatment: everything that follows from the events of her record.
/// Immutable, and safe to share.
public final class Episode {

  /// The most events of one episode.
  public static final int MOST_EVENTS = 10_000;

  private final Fold fold;
  private final Plans plans;
  private final List<Occurrence> occurrences;

  private Episode(Fold fold) {
    this.fold = fold;
    this.plans = plans(fold);
    this.occurrences = plans.occurrences();
  }

  /// Folds the events of an episode, in order of their places.
  ///
  /// @param guideline the exact version of the protocol that the first event names
  /// @param entries the events; the first is [EpisodeEvent.Opened], places run from 1 without gaps
  /// @throws IllegalArgumentException when they do not: a record with a hole is never read as if
  ///   whole
  public static Episode of(Guideline guideline, List<Entry> entries) {
    return of(guideline, entries, Zones::parse);
  }

  /// Folds the events of an episode where only some zones are known, as on a phone.
  ///
  /// @param walls the zones that are known
  public static Episode of(Guideline guideline, List<Entry> entries, WallClocks walls) {
    if (entries.isEmpty() || !(entries.getFirst().event() instanceof EpisodeEvent.Opened)) {
      throw new IllegalArgumentException("an episode begins with the event opened");
    }
    return new Episode(walked(new Fold(guideline, walls), entries));
  }

  private static Fold walked(Fold fold, List<Entry> entries) {
    for (Entry entry : entries) {
      if (entry.seq() != fold.entries.size() + 1) {
        throw new IllegalArgumentException(
            "event "
                + entry.id()
                + " has place "
                + entry.seq()
                + ", expected "
                + (fold.entries.size() + 1));
      }
      fold.add(entry);
    }
    return fold;
  }

  /// This episode with further events, which alone are walked through.
  public Episode with(List<Entry> further) {
    return new Episode(walked(fold.copy(), further));
  }

  /// What the patient is followed up by.
  public Guideline guideline() {
    return fold.guideline;
  }

  /// The event that opened the episode.
  public EpisodeEvent.Opened opened() {
    return fold.opened();
  }

  /// All events, in order.
  public List<Entry> entries() {
    return List.copyOf(fold.entries);
  }

  /// The place of the last event.
  public long seq() {
    return fold.entries.size();
  }

  /// When the server had the last event; the next one is never earlier.
  public Instant lastReceived() {
    return fold.entries.getLast().received();
  }

  /// All assessed answers, in order.
  public List<Assessed> assessed() {
    return List.copyOf(fold.assessed);
  }

  /// What was assessed in an event, if it was.
  public Optional<Assessed> assessed(long seq) {
    return fold.assessed.stream().filter(one -> one.entry().seq() == seq).findFirst();
  }

  /// The versions of the plan.
  public Plans plans() {
    return plans;
  }

  /// All dated things to do under all versions of the plan.
  public List<Occurrence> occurrences() {
    return occurrences;
  }

  /// The order in force, if any was signed and not stopped.
  public Optional<Order> order() {
    return fold.planChanges.getLast().order();
  }

  /// By what the patient is reminded of her check-ins, if anybody has said.
  public Optional<EpisodeEvent.RemindersSet> reminders() {
    return Optional.ofNullable(fold.reminders);
  }

  /// Whether something is known of the patient.
  public boolean knows(RecordFact fact) {
    return fold.knows(fact);
  }

  /// The helpers whom the patient has let in and who are in now.
  public List<Confidant> confidants() {
    return fold.confidants.in();
  }

  /// What is wrong with letting a helper in, if anything is.
  Optional<Fields.Problem> whyNotLetIn(EpisodeEvent.ConfidantLetIn event) {
    return fold.confidants.whyNot(event);
  }

  /// Whether a helper of this name may answer for her now.
  boolean mayAnswer(String name) {
    return fold.confidants.may(name, Confidant.Right.ANSWER);
  }

  /// How things stand at an instant of the server's clock.
  public Standing at(Instant now, ClinicHours hours) {
    return Standing.of(fold, plans, occurrences, new Standing.Clock(now, hours));
  }

  /// All that what comes later can depend on; see [Footprint].
  ///
  /// @param standing how it stands at the instant asked for
  /// @param hours the clinic's hours
  /// @param dated whether the hour itself matters
  public String footprint(Standing standing, ClinicHours hours, boolean dated) {
    Optional<Silence> silence =
        dated
            ? Optional.of(Standing.silence(fold, plans, occurrences, standing.now()))
            : Optional.empty();
    return Footprint.of(fold, standing, new AlertClock(hours, plans), silence);
  }

  /// The zones that are known where the episode is read.
  WallClocks walls() {
    return fold.walls;
  }

  Optional<String> whyNotBegin(Standing standing, String occurrence) {
    return standing.whyNotBegin(fold, plans, occurrences, occurrence);
  }

  private static Plans plans(Fold fold) {
    List<PlanVersion> versions = new ArrayList<>();
    for (Fold.PlanChange change : fold.planChanges) {
      Instant from = change.entry().received();
      boolean sameMoment = !versions.isEmpty() && !from.isAfter(versions.getLast().from());
      int number = sameMoment ? versions.removeLast().number() : versions.size() + 1;
      versions.add(
          new PlanVersion(
              number, from, wallOf(fold, change), wakingOf(change), courseOf(fold, change)));
    }
    return new Plans(fold.guideline.spec(), fold.opened().treatment().at(), versions);
  }

  private static Optional<MassageCourse> courseOf(Fold fold, Fold.PlanChange change) {
    Optional<MassageOrder> massage = change.order().flatMap(Order::massage);
    if (massage.isEmpty()) {
      return Optional.empty();
    }
    // A change of zone carries the course on from its own signature.
    Instant signed = change.entry().received();
    for (Fold.PlanChange earlier : fold.planChanges) {
      if (earlier.order().equals(change.order())
          && earlier.entry().event() instanceof EpisodeEvent.OrderSigned
          && earlier.entry().seq() <= change.entry().seq()) {
        signed = earlier.entry().received();
      }
    }
    return Optional.of(new MassageCourse(massage.get(), signed));
  }

  /// The zone of a change; events with an unknown one are refused before they are kept.
  private static WallClock wallOf(Fold fold, Fold.PlanChange change) {
    return fold.walls.find(change.zone()) instanceof ZoneName.Known known
        ? known.wall()
        : WallClock.utc();
  }

  private static Waking wakingOf(Fold.PlanChange change) {
    return WakingText.parse(change.waking()).orElse(Waking.USUAL);
  }
}
