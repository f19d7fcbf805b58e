package vermilion.proof.episode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vermilion.episode.Author;
import vermilion.episode.Decision;
import vermilion.episode.Entry;
import vermilion.episode.Episode;
import vermilion.episode.EventCodec;
import vermilion.episode.Standing;

/// Holds every law against one step at a time: against the time in which nothing happens, and
/// against an event that somebody sends. Which steps are taken is another's to say.
final class EpisodeTrial {

  /// How far ahead it is looked where no change is announced.
  private static final Duration FAR = Duration.ofDays(60);

  private final EpisodeSystem system;
  private final EpisodeWorld world;
  private final EpisodeReport report = new EpisodeReport();
  private final EpisodeTimeLaws time = new EpisodeTimeLaws(report);
  private final EpisodeStepLaws steps = new EpisodeStepLaws(report);
  private final EpisodeMassageLaws massage = new EpisodeMassageLaws(report);
  private final Map<EpisodeLaw, Found> found = new EnumMap<>(EpisodeLaw.class);
  private long transitions;

  EpisodeTrial(EpisodeSystem system, EpisodeWorld world) {
    this.system = system;
    this.world = world;
  }

  /// A way through a world: its last event, and the way to it.
  record Trail(@Nullable Trail before, Entry entry) {
    List<Entry> entries() {
      List<Entry> entries = before == null ? new ArrayList<>() : before.entries();
      entries.add(entry);
      return entries;
    }
  }

  /// A law that was broken.
  ///
  /// @param law which
  /// @param although what happened instead
  /// @param trail the events that led there
  /// @param now when it is seen
  record Found(EpisodeLaw law, String although, Trail trail, Instant now) {}

  /// Where a way through a world has come to.
  ///
  /// @param trail the way
  /// @param episode what it made of the episode
  /// @param memory what is remembered of it
  /// @param now when
  /// @param standing how the episode stands then
  record State(
      Trail trail, Episode episode, EpisodeMemory memory, Instant now, Standing standing) {}

  /// An event that was sent, and what came of it.
  ///
  /// @param sent what was sent
  /// @param by who sent it
  /// @param decision what was decided
  /// @param next the state with it, where it was accepted and broke no law
  record Tried(EventCodec.Sent sent, Author by, Decision decision, Optional<State> next) {}

  /// The laws that were broken, each by the first way that was found.
  List<Found> found() {
    return List.copyOf(found.values());
  }

  /// How often each law was looked at.
  EpisodeReport report() {
    return report;
  }

  /// How many events were tried.
  long transitions() {
    return transitions;
  }

  /// The state in which the world begins.
  State begun() {
    Instant now = world.recorded();
    EventCodec.Sent opening = new EventCodec.Sent(id(1), now, world.opened());
    Decision decision = system.open(world.guideline(), opening, EpisodeWorld.CLINICIAN, now);
    Episode episode = accepted(decision).after();
    Trail trail = new Trail(null, accepted(decision).entry());
    EpisodeMemory memory = EpisodeMemory.opened(world.opened(), now);
    for (EpisodeWorld.Past past : world.before()) {
      now = world.recorded().plus(past.at());
      EventCodec.Sent sent = new EventCodec.Sent(id(episode.seq() + 1), now, past.event());
      Standing stood = system.at(episode, now);
      memory = memory.looked(stood);
      Decision.Accepted next = accepted(system.decide(episode, sent, past.by(), now));
      episode = next.after();
      trail = new Trail(trail, next.entry());
      memory = memory.heard(stood, episode).looked(system.at(episode, now));
    }
    return new State(trail, episode, memory, now, system.at(episode, now));
  }

  private Decision.Accepted accepted(Decision decision) {
    if (decision instanceof Decision.Accepted accepted) {
      return accepted;
    }
    throw new IllegalStateException("world " + world.name() + " does not begin: " + decision);
  }

  private static String id(long seq) {
    String digits = Long.toString(seq);
    return "00000000-0000-0000-0000-" + "0".repeat(12 - digits.length()) + digits;
  }

  /// The state at a later instant, if nothing happens until then.
  State waits(State state, Instant now) {
    Standing stood = system.at(state.episode(), now);
    State waited =
        new State(state.trail(), state.episode(), state.memory().looked(stood), now, stood);
    time.passed(state.standing(), stood);
    time.unchased(state.memory(), state.standing(), stood);
    looks(waited);
    announced(waited);
    note(waited.trail(), now);
    return waited;
  }

  private void looks(State state) {
    Standing standing = state.standing();
    time.deadlines(state.memory(), standing);
    massage.stands(state.memory(), state.episode(), standing, system.massageReminder(standing));
  }

  private void announced(State state) {
    Instant next = state.standing().nextChange().orElse(state.now().plus(FAR));
    if (next.minusSeconds(1).isAfter(state.now())) {
      time.unchanged(state.standing(), system.at(state.episode(), next.minusSeconds(1)));
    }
  }

  /// Sends an event.
  Tried sends(State state, EpisodeWorld.Choice choice, Author by) {
    Episode before = state.episode();
    EventCodec.Sent sent =
        new EventCodec.Sent(id(before.seq() + 1), state.now().minus(choice.late()), choice.event());
    Decision decision = system.decide(before, sent, by, state.now());
    transitions++;
    Optional<State> next =
        decision instanceof Decision.Accepted accepted
            ? Optional.of(after(state, accepted))
            : Optional.empty();
    EpisodeStep step =
        new EpisodeStep(
            state.memory(),
            before,
            state.standing(),
            by,
            choice.event(),
            decision,
            next.map(State::standing));
    steps.stepped(step);
    massage.stepped(step);
    next.ifPresent(this::looks);
    Trail trail =
        next.isPresent()
            ? next.get().trail()
            : new Trail(
                state.trail(),
                new Entry(before.seq() + 1, sent.id(), sent.at(), state.now(), by, sent.event()));
    boolean fine = note(trail, state.now());
    return new Tried(sent, by, decision, fine ? next : Optional.empty());
  }

  private State after(State state, Decision.Accepted accepted) {
    Standing standing = system.at(accepted.after(), state.now());
    EpisodeMemory memory = state.memory().heard(state.standing(), accepted.after());
    Trail trail = new Trail(state.trail(), accepted.entry());
    return new State(trail, accepted.after(), memory.looked(standing), state.now(), standing);
  }

  /// Sends an accepted event again, a moment later.
  void sendsAgain(State next, Tried tried) {
    report.looked(EpisodeLaw.ONCE);
    Decision again =
        system.decide(next.episode(), tried.sent(), tried.by(), next.now().plusSeconds(1));
    if (!(again instanceof Decision.Duplicate)) {
      report.broken(EpisodeLaw.ONCE, "it was taken twice");
      note(next.trail(), next.now());
    }
  }

  /// All of a state that what comes later can depend on.
  String footprint(State state) {
    return state.episode().footprint(state.standing(), world.hours(), world.dated())
        + state.memory().footprint(state.standing(), world.dated());
  }

  /// Keeps what broke a law, if anything did; says whether nothing did.
  private boolean note(Trail trail, Instant now) {
    EpisodeReport.Broken broken = report.taken();
    if (broken == null) {
      return true;
    }
    found.putIfAbsent(broken.law(), new Found(broken.law(), broken.although(), trail, now));
    return false;
  }
}
