package vermilion.proof.episode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vermilion.episode.Author;
import vermilion.episode.EpisodeEvent;

/// Searches a world breadth first, so that the first way found to break a law is a shortest one.
/// States with equal footprints are gone on from once.
final class EpisodeSearch {

  /// For so many events all authors are tried with all events.
  private static final int WIDE = 2;

  private final EpisodeTrial trial;
  private final EpisodeWorld world;
  private final Set<Key> known = new HashSet<>();
  private List<EpisodeTrial.State> frontier = new ArrayList<>();
  private int wide = WIDE;
  private long digest;
  private boolean stopAtFirst;
  private int level;
  private int last;

  EpisodeSearch(EpisodeSystem system, EpisodeWorld world) {
    this.trial = new EpisodeTrial(system, world);
    this.world = world;
  }

  /// What a search came to.
  ///
  /// @param states how many states are different
  /// @param transitions how many events were tried in them
  /// @param digest the same number for the same engine: a hash over all states in order
  /// @param found the laws that were broken, each by a shortest way
  /// @param report how often each law was looked at
  record Outcome(
      long states,
      long transitions,
      long digest,
      List<EpisodeTrial.Found> found,
      EpisodeReport report) {}

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
    keep(trial.begun());
    for (level = 0; level < depth && !isOver(); level++) {
      List<EpisodeTrial.State> states = frontier;
      frontier = new ArrayList<>();
      for (EpisodeTrial.State state : states) {
        if (!isOver()) {
          goOn(state, true);
        }
      }
    }
    return new Outcome(known.size(), trial.transitions(), digest, trial.found(), trial.report());
  }

  private boolean isOver() {
    return stopAtFirst && !trial.found().isEmpty();
  }

  /// Keeps a state to go on from, unless one like it is known; says whether it does.
  private boolean keep(EpisodeTrial.State state) {
    Key key = Key.of(trial.footprint(state));
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

  private void goOn(EpisodeTrial.State state, boolean further) {
    for (Instant now : world.menu().instants(state.standing())) {
      EpisodeTrial.State waited = trial.waits(state, now);
      if (further) {
        for (EpisodeWorld.Choice choice :
            world.menu().choices(waited.episode(), waited.standing())) {
          for (Author by : authors(choice.event())) {
            tries(waited, choice, by);
          }
        }
      }
    }
  }

  private void tries(EpisodeTrial.State state, EpisodeWorld.Choice choice, Author by) {
    EpisodeTrial.Tried tried = trial.sends(state, choice, by);
    if (tried.next().isPresent() && keep(tried.next().get())) {
      trial.sendsAgain(tried.next().get(), tried);
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
}
