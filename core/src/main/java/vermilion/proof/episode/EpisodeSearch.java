package vermilion.proof.episode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vermilion.episode.Author;
import vermilion.episode.Decision;
import vermilion.episode.Entry;
import vermilion.episode.Episode;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.EventCodec;
import vermilion.episode.Standing;

/// Searches a world breadth first, so that the first way found to break a law is a shortest one.
/// States with equal footprints are gone on from once.
final class EpisodeSearch {

  /// How far ahead it is looked where no change is announced.
  private static final Duration FAR = Duration.ofDays(60);

  /// For so many events all authors are tried with all events.
  private static final int WIDE = 2;

  private int wide = WIDE;

  private final EpisodeSystem system;
  private final EpisodeWorld world;
  private final EpisodeReport report = new EpisodeReport();
  private final EpisodeTimeLaws time = new EpisodeTimeLaws(report);
  private final EpisodeStepLaws steps = new EpisodeStepLaws(report);
  private final EpisodeMassageLaws massage = new EpisodeMassageLaws(report);
  private final Map<EpisodeLaw, Found> found = new EnumMap<>(EpisodeLaw.class);
  private final Set<Key> known = new HashSet<>();
  private List<State> frontier = new ArrayList<>();
  private long transitions;
  private long digest;
  private boolean stopAtFirst;
  private int level;
  private int last;

  EpisodeSearch(EpisodeSystem system, EpisodeWorld world) {
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

  /// What a search came to.
  ///
  /// @param states how many states are different
  /// @param transitions how many events were tried in them
  /// @param digest the same number for the same engine: a hash over all states in order
  /// @param found the laws that were broken, each by a shortest way
  /// @param report how often each law was looked at
  record Outcome(
      long states, long transitions, long digest, List<Found> found, EpisodeReport report) {}

  /// Two hashes of a footprint; that two different ones share both does not happen.
  private record Key(long one, long other) {
    static Key of(String footprint) {
      long one = 0xcbf29ce484222325L;
      long other = 0x9e3779b97f4a7c15L;
      for (int i = 0; i < footprint.length(); i++) {
        one = (one ^ footprint.charAt(i)) * 0x100000001b3L;
        other = Long.rotateLeft(other, 5) * 0x2545f4914f6cdd1dL + footprint.charAt(i);
      }
      return new Key(one, other ^ other >>> 29);
    }
  }

  private record State(Trail trail, Episode episode, EpisodeMemory memory, Instant now) {}

  /// Stops once one law is broken.
  EpisodeSearch stoppingAtFirst() {
    stopAtFirst = true;
    return this;
  }

  /// Lets what anybody may send be sent by one alone: the certificate tries the others.
  EpisodeSearch byOneAuthor() {
    wide = 0;
    return this;
  }

  /// Searches all ways of so many events.
  Outcome run(int depth) {
    last = depth;
    level = -1;
    begin();
    for (level = 0; level < depth && !isOver(); level++) {
      List<State> states = frontier;
      frontier = new ArrayList<>();
      for (State state : states) {
        if (!isOver()) {
          goOn(state, true);
        }
      }
    }
    return new Outcome(known.size(), transitions, digest, List.copyOf(found.values()), report);
  }

  private boolean isOver() {
    return stopAtFirst && !found.isEmpty();
  }

  private void begin() {
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
    keep(new State(trail, episode, memory, now), system.at(episode, now));
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

  /// Keeps a state to go on from, unless one like it is known; says whether it does.
  private boolean keep(State state, Standing standing) {
    String footprint =
        state.episode().footprint(standing, world.hours(), world.dated())
            + state.memory().footprint(standing);
    Key key = Key.of(footprint);
    digest = digest * 31 + key.one();
    boolean unknown = known.add(key);
    if (unknown && level + 1 < last) {
      frontier.add(state);
    } else if (unknown) {
      // The last ones are looked at at once: there are too many to keep.
      goOn(state, false);
    }
    return unknown;
  }

  private void goOn(State state, boolean further) {
    Standing standing = system.at(state.episode(), state.now());
    for (Instant now : world.menu().instants(standing)) {
      Standing stood = system.at(state.episode(), now);
      EpisodeMemory memory = state.memory().looked(stood);
      State waited = new State(state.trail(), state.episode(), memory, now);
      time.passed(standing, stood);
      looks(waited, stood);
      announced(waited, stood);
      note(waited);
      if (further) {
        for (EpisodeWorld.Choice choice : world.menu().choices(state.episode(), stood)) {
          for (Author by : authors(choice.event())) {
            tries(waited, stood, choice, by);
          }
        }
      }
    }
  }

  /// Who tries to send it. What anybody may send is the same event from each of them; after the
  /// first two events only one does.
  private List<Author> authors(EpisodeEvent event) {
    boolean anybody =
        switch (event) {
          case EpisodeEvent.CheckedIn _, EpisodeEvent.Contacted _ -> true;
          case EpisodeEvent.ZoneChanged _ -> true;
          default -> false;
        };
    return anybody && level >= wide ? List.of(EpisodeWorld.PATIENT) : EpisodeWorld.AUTHORS;
  }

  private void looks(State state, Standing standing) {
    time.deadlines(state.memory(), standing);
    massage.stands(state.memory(), state.episode(), standing, system.massageReminder(standing));
  }

  private void announced(State state, Standing standing) {
    Instant next = standing.nextChange().orElse(state.now().plus(FAR));
    if (next.minusSeconds(1).isAfter(state.now())) {
      time.unchanged(standing, system.at(state.episode(), next.minusSeconds(1)));
    }
  }

  private void tries(State state, Standing stood, EpisodeWorld.Choice choice, Author by) {
    Episode before = state.episode();
    EventCodec.Sent sent =
        new EventCodec.Sent(id(before.seq() + 1), state.now().minus(choice.late()), choice.event());
    Decision decision = system.decide(before, sent, by, state.now());
    transitions++;
    Optional<Standing> stands = Optional.empty();
    State next = state;
    if (decision instanceof Decision.Accepted accepted) {
      Standing standing = system.at(accepted.after(), state.now());
      stands = Optional.of(standing);
      EpisodeMemory memory = state.memory().heard(stood, accepted.after()).looked(standing);
      Trail trail = new Trail(state.trail(), accepted.entry());
      next = new State(trail, accepted.after(), memory, state.now());
    } else {
      Entry refused =
          new Entry(before.seq() + 1, sent.id(), sent.at(), state.now(), by, sent.event());
      next = new State(new Trail(state.trail(), refused), before, state.memory(), state.now());
    }
    EpisodeStep step =
        new EpisodeStep(state.memory(), before, stood, by, choice.event(), decision, stands);
    steps.stepped(step);
    massage.stepped(step);
    if (stands.isPresent()) {
      looks(next, stands.get());
    }
    boolean fine = note(next);
    if (fine && stands.isPresent() && keep(next, stands.get())) {
      once(next, sent, by);
    }
  }

  /// The same event again, a moment later.
  private void once(State state, EventCodec.Sent sent, Author by) {
    report.looked(EpisodeLaw.ONCE);
    Decision again = system.decide(state.episode(), sent, by, state.now().plusSeconds(1));
    if (!(again instanceof Decision.Duplicate)) {
      report.broken(EpisodeLaw.ONCE, "it was taken twice");
      note(state);
    }
  }

  /// Keeps what broke a law, if anything did; says whether nothing did.
  private boolean note(State state) {
    EpisodeReport.Broken broken = report.taken();
    if (broken == null) {
      return true;
    }
    found.putIfAbsent(
        broken.law(), new Found(broken.law(), broken.although(), state.trail(), state.now()));
    return false;
  }
}
