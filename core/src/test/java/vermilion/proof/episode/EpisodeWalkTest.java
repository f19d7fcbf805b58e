package vermilion.proof.episode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import vermilion.episode.Author;
import vermilion.testing.Seeded;

/// Holds the laws at states that no search reaches: after courses of tens and hundreds of events,
/// every event that any world knows is tried from each state on the way.
///
/// The laws speak of one step, or of one wait. If they hold at every step from every state, they
/// hold for every course, however long; this looks whether they do from states that lie deep.
final class EpisodeWalkTest {

  private static final int SHORTEST = 20;
  private static final int LONGEST = 160;

  @Seeded(25)
  void from_every_state_of_a_long_course_every_step_keeps_every_law(SplittableRandom random) {
    EpisodeWorld world = EpisodeEverything.world(random);
    EpisodeTrial trial = new EpisodeTrial(EpisodeSystem.engine(world.hours()), world);
    int length = random.nextInt(SHORTEST, LONGEST);

    EpisodeTrial.State last = walked(trial, world, length, random);

    assertThat(trial.found())
        .as(() -> new EpisodeStory(world.guideline(), trial.found().getFirst()).story())
        .isEmpty();
    assertThat(last.episode().seq()).isEqualTo(length + 1);
  }

  @Seeded(3)
  void a_hold_that_is_forgotten_after_thirty_events_is_found(SplittableRandom random) {
    EpisodeWorld world = EpisodeEverything.world(random);
    EpisodeSystem forgetful =
        FaultyEngine.showing(
            EpisodeSystem.engine(world.hours()),
            (episode, was) -> episode.seq() > 30 ? FaultyEngine.held(was, false) : was);
    EpisodeTrial trial = new EpisodeTrial(forgetful, world);

    EpisodeTrial.State last = walked(trial, world, LONGEST, random);

    assertThat(trial.found()).extracting(EpisodeTrial.Found::law).contains(EpisodeLaw.HOLD_STANDS);
    assertThat(last.episode().seq()).isGreaterThanOrEqualTo(30);
  }

  /// Walks on until a law is broken, or to the end.
  private static EpisodeTrial.State walked(
      EpisodeTrial trial, EpisodeWorld world, int length, SplittableRandom random) {
    EpisodeTrial.State state = trial.begun();
    for (int i = 0; i < length && trial.found().isEmpty(); i++) {
      state = step(trial, world, state, random);
    }
    return state;
  }

  /// Tries every event from a state, and goes on with one that was accepted: each type of event is
  /// as likely as any other.
  private static EpisodeTrial.State step(
      EpisodeTrial trial, EpisodeWorld world, EpisodeTrial.State state, SplittableRandom random) {
    List<Instant> instants = world.menu().instants(state.standing());
    instants.forEach(now -> trial.waits(state, now));
    EpisodeTrial.State waited = trial.waits(state, next(state.now(), instants, random));
    Map<String, List<EpisodeTrial.Tried>> accepted = new TreeMap<>();
    for (EpisodeWorld.Choice choice : world.menu().choices(waited.episode(), waited.standing())) {
      Author by = EpisodeWorld.AUTHORS.get(random.nextInt(EpisodeWorld.AUTHORS.size()));
      EpisodeTrial.Tried tried = trial.sends(waited, choice, by);
      if (tried.next().isPresent()) {
        accepted.computeIfAbsent(choice.event().type(), _ -> new ArrayList<>()).add(tried);
      }
    }
    List<List<EpisodeTrial.Tried>> types = List.copyOf(accepted.values());
    if (types.isEmpty()) {
      // Nothing went without breaking a law.
      return waited;
    }
    List<EpisodeTrial.Tried> type = types.get(random.nextInt(types.size()));
    EpisodeTrial.Tried taken = type.get(random.nextInt(type.size()));
    trial.sendsAgain(taken.next().orElseThrow(), taken);
    return taken.next().orElseThrow();
  }

  /// Mostly soon, often when something changes, now and then much later.
  private static Instant next(Instant now, List<Instant> instants, SplittableRandom random) {
    int kind = random.nextInt(20);
    if (kind < 10) {
      return now.plus(Duration.ofMinutes(random.nextInt(90)));
    }
    int most = kind < 19 ? (instants.size() + 1) / 2 : instants.size();
    return instants.get(random.nextInt(most));
  }
}
