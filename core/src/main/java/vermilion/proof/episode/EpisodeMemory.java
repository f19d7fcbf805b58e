package vermilion.proof.episode;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vermilion.clinical.Concern;
import vermilion.clinical.Urgency;
import vermilion.episode.AlertClock;
import vermilion.episode.Assessed;
import vermilion.episode.Author;
import vermilion.episode.Episode;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.Leave;
import vermilion.episode.RecordFact;
import vermilion.episode.Standing;
import vermilion.protocol.MassageOrder;
import vermilion.protocol.Order;

/// What somebody would remember who reads the events alone and trusts the engine with nothing but
/// its triage: what waits for whom since when, what holds massage, what a clinician lowered. The
/// laws compare the engine with it.
final class EpisodeMemory {

  private static final Duration RING = Duration.ofHours(1);

  /// What waits for an answer about one concern.
  ///
  /// @param waiting for each level the first unanswered report at it
  /// @param seenAt when a human last read it, or the beginning of time
  /// @param ringBy when a human has to have rung
  record Trouble(Map<Urgency, Instant> waiting, Instant seenAt, Optional<Instant> ringBy) {
    static final Trouble NONE = new Trouble(Map.of(), Instant.MIN, Optional.empty());

    Trouble reported(Urgency level, Instant now, boolean ring) {
      Map<Urgency, Instant> longer = new EnumMap<>(Urgency.class);
      longer.putAll(waiting);
      // A report joins one that waits already and is as urgent: that one's deadline is the earlier.
      if (waiting.keySet().stream().noneMatch(known -> known.atLeast(level))) {
        longer.put(level, now);
      }
      Optional<Instant> by = ring && ringBy.isEmpty() ? Optional.of(now.plus(RING)) : ringBy;
      return new Trouble(longer, seenAt, by);
    }
  }

  private static final EpisodeMemory START = new EpisodeMemory();

  private boolean mustHold;
  private Instant liftedAt = Instant.MIN;
  private Map<Concern, Trouble> troubles = new EnumMap<>(Concern.class);
  private Map<Concern, Instant> loweredAt = new EnumMap<>(Concern.class);
  private Map<Concern, EpisodeCover> covers = new EnumMap<>(Concern.class);
  private Map<RecordFact, Instant> facts = new EnumMap<>(RecordFact.class);
  private Optional<MassageOrder> order = Optional.empty();
  private boolean infected;
  private boolean bruised;

  /// How she leaves, and whether the clinic has answered that.
  private Map<Leave, Boolean> leaves = new EnumMap<>(Leave.class);

  private EpisodeGateAnswers gate = EpisodeGateAnswers.NONE;

  private EpisodeMemory() {}

  /// What is remembered of an episode that has just been opened.
  static EpisodeMemory opened(EpisodeEvent.Opened event, Instant now) {
    EpisodeMemory memory = START.copy();
    memory.fact(RecordFact.COLD_SORES, event.known().coldSores(), now);
    memory.fact(RecordFact.BLOOD_THINNER, event.known().bloodThinner(), now);
    memory.fact(RecordFact.OLDER_FILLER, event.known().olderFiller(), now);
    return memory;
  }

  boolean mustHold() {
    return mustHold;
  }

  Trouble trouble(Concern concern) {
    return troubles.getOrDefault(concern, Trouble.NONE);
  }

  @Nullable EpisodeCover cover(Concern concern) {
    return covers.get(concern);
  }

  @Nullable Instant since(RecordFact fact) {
    return facts.get(fact);
  }

  Optional<MassageOrder> order() {
    return order;
  }

  boolean infected() {
    return infected;
  }

  boolean bruised() {
    return bruised;
  }

  /// Whether nobody asks her anything: she said so, wants to be erased, or was handed over.
  boolean stopped() {
    return leaves.containsKey(Leave.CHECK_INS)
        || leaves.containsKey(Leave.ERASURE)
        || leaves.getOrDefault(Leave.CLINIC, false);
  }

  EpisodeGateAnswers gate() {
    return gate;
  }

  /// What is remembered once somebody has looked how the episode stands.
  EpisodeMemory looked(Standing standing) {
    for (AlertClock.State state : standing.alerts()) {
      Instant lowered = loweredAt.getOrDefault(state.alert().concern(), Instant.MIN);
      boolean rose = state.since().isAfter(liftedAt) && !state.since().equals(lowered);
      if (!mustHold && rose && state.level().holdsMassage()) {
        EpisodeMemory memory = copy();
        memory.mustHold = true;
        return memory;
      }
    }
    return this;
  }

  /// What is remembered after an event.
  ///
  /// @param stood how the episode stood before it
  /// @param after the episode with it as its last
  EpisodeMemory heard(Standing stood, Episode after) {
    EpisodeMemory memory = copy();
    var entry = after.entries().getLast();
    boolean clinician = entry.by().role() == Author.Role.CLINICIAN;
    Instant now = entry.received();
    switch (entry.event()) {
      case EpisodeEvent.CheckedIn _, EpisodeEvent.Contacted _, EpisodeEvent.MassageEnded _ ->
          after.assessed(after.seq()).ifPresent(memory::reported);
      case EpisodeEvent.HoldLifted _ when clinician -> {
        memory.mustHold = false;
        memory.infected = false;
        memory.liftedAt = now;
      }
      case EpisodeEvent.LevelLowered event when clinician -> memory.lowered(event, after, now);
      case EpisodeEvent.Acknowledged event -> memory.marked(event, stood, now);
      case EpisodeEvent.FactRecorded event -> memory.fact(event.fact(), event.holds(), now);
      case EpisodeEvent.OrderSigned event -> memory.order = massage(event.order());
      case EpisodeEvent.OrderStopped _ -> memory.order = Optional.empty();
      case EpisodeEvent.LeaveAsked event -> memory.leaves.put(event.leave(), false);
      case EpisodeEvent.LeaveTakenBack event -> memory.leaves.remove(event.leave());
      case EpisodeEvent.LeaveAnswered event -> memory.leaves.put(event.leave(), true);
      default -> {}
    }
    return memory;
  }

  private static Optional<MassageOrder> massage(Order order) {
    return order.massage();
  }

  private void reported(Assessed one) {
    Instant now = one.entry().received();
    covers.values().removeIf(cover -> !cover.holds(one));
    for (Assessed.Finding finding : one.findings()) {
      if (finding.level().atLeast(Urgency.SOON)) {
        troubles.put(
            finding.concern(),
            trouble(finding.concern()).reported(finding.level(), now, finding.ring()));
        infected |= finding.concern() == Concern.INFECTION;
      }
      mustHold |= finding.level().holdsMassage();
    }
    bruised = EpisodeGateAnswers.bruised(one).orElse(bruised);
    gate = gate.after(one);
  }

  private void lowered(EpisodeEvent.LevelLowered event, Episode after, Instant now) {
    Concern concern = event.concern();
    troubles.remove(concern);
    if (event.level().atLeast(Urgency.SOON)) {
      Trouble left = Trouble.NONE.reported(event.level(), now, false);
      troubles.put(concern, new Trouble(left.waiting(), now, Optional.empty()));
    }
    loweredAt.put(concern, now);
    EpisodeCover.of(event, after).ifPresent(cover -> covers.put(concern, cover));
  }

  private void marked(EpisodeEvent.Acknowledged event, Standing stood, Instant now) {
    for (AlertClock.State state : stood.alerts()) {
      Concern concern = state.alert().concern();
      if (state.alert().id().equals(event.alert())) {
        Trouble known = trouble(concern);
        troubles.put(
            concern,
            event.how() == EpisodeEvent.How.SPEAKING
                ? new Trouble(Map.of(), now, Optional.empty())
                : new Trouble(known.waiting(), now, known.ringBy()));
      }
    }
  }

  private void fact(RecordFact fact, boolean holds, Instant now) {
    if (holds) {
      facts.put(fact, now);
    } else {
      facts.remove(fact);
    }
  }

  private EpisodeMemory copy() {
    EpisodeMemory copy = new EpisodeMemory();
    copy.mustHold = mustHold;
    copy.liftedAt = liftedAt;
    copy.troubles.putAll(troubles);
    copy.loweredAt.putAll(loweredAt);
    copy.covers.putAll(covers);
    copy.facts.putAll(facts);
    copy.leaves.putAll(leaves);
    copy.order = order;
    copy.infected = infected;
    copy.bruised = bruised;
    copy.gate = gate;
    return copy;
  }

  /// What of it can matter later, relative to an instant; what is long past is all the same.
  ///
  /// @param standing how the episode stands at that instant
  /// @param dated whether the hour itself matters, and so an order may follow at any hour
  String footprint(Standing standing, boolean dated) {
    Instant now = standing.now();
    StringBuilder text = new StringBuilder();
    text.append('\n').append(mustHold).append(infected).append(bruised);
    text.append(dated || order.isPresent() ? gate.footprint(now) : "");
    for (AlertClock.State state : standing.alerts()) {
      Concern concern = state.alert().concern();
      Trouble trouble = trouble(concern);
      text.append(concern.id());
      trouble
          .waiting()
          .forEach((level, at) -> {
            boolean seen = level.atLeast(Urgency.URGENT) && !trouble.seenAt().isBefore(at);
            text.append(level).append(ago(at, now)).append(seen);
          });
      text.append(!trouble.seenAt().isBefore(state.since()));
      // What is read at this very second counts for a report of the same second.
      text.append(trouble.seenAt().equals(now));
      text.append(!trouble.seenAt().isBefore(state.alert().opened()));
      text.append(state.since().equals(loweredAt.get(concern)));
      trouble.ringBy().ifPresent(by -> text.append("ring").append(ago(by, now)));
    }
    covers.forEach((concern, cover) -> text.append(concern).append(cover.footprint(now)));
    leaves.forEach((leave, answered) -> text.append(leave).append(answered));
    return text.toString();
  }

  /// Seconds, at most 100 hours: no deadline is longer.
  static long ago(Instant instant, Instant now) {
    return Math.min(now.getEpochSecond() - instant.getEpochSecond(), 360_000);
  }
}
