package vermilion.proof.episode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import vermilion.clinical.Concern;
import vermilion.episode.AlertClock;
import vermilion.episode.Author;
import vermilion.episode.MassageGate;
import vermilion.episode.Standing;
import vermilion.testing.Seeded;

/// The search goes on once from two states that it takes for one. Here both are gone on from.
final class EpisodeMergeTest {

  private static final int PAIRS = 60;
  private static final Duration LONG_AGO = Duration.ofHours(100);

  private static final List<EpisodeCertificate.Dig> DIGS =
      List.of(
          new EpisodeCertificate.Dig(EpisodeFault.LEAN, 3),
          new EpisodeCertificate.Dig(EpisodeFault.LUMP, 2),
          new EpisodeCertificate.Dig(contacts(), 2),
          new EpisodeCertificate.Dig(EpisodeFault.SILENCE, 3),
          new EpisodeCertificate.Dig(EpisodeFault.MASSAGE, 2));

  private static EpisodeWorld contacts() {
    return EpisodeWorlds.alerts(
        EpisodeWorlds.OPEN,
        new EpisodeAlertMenu(
            EpisodeFault.BARE, List.of(Concern.OCCLUSION), EpisodeAlertMenu.Kind.CONTACTS));
  }

  /// Two states with one footprint.
  private record Pair(EpisodeTrial.State one, EpisodeTrial.State other) {}

  @Seeded(10)
  void two_states_that_are_taken_for_one_behave_alike_at_every_next_step(SplittableRandom random) {
    EpisodeCertificate.Dig dig = DIGS.get(random.nextInt(DIGS.size()));
    EpisodeTrial trial = new EpisodeTrial(EpisodeSystem.engine(dig.world().hours()), dig.world());
    List<Pair> pairs = merged(trial, dig);

    assertThat(pairs).as(dig.world().name()).hasSizeGreaterThan(PAIRS);
    for (int i = 0; i < PAIRS; i++) {
      Pair pair = pairs.get(random.nextInt(pairs.size()));
      List<String> one = steps(trial, dig.world(), pair.one());
      List<String> other = steps(trial, dig.world(), pair.other());
      assertThat(other).hasSameSizeAs(one);
      for (int step = 0; step < one.size(); step++) {
        assertThat(other.get(step))
            .as(() -> dig.world().name() + ": " + told(dig.world(), pair))
            .isEqualTo(one.get(step));
      }
    }
  }

  private static String told(EpisodeWorld world, Pair pair) {
    return told(world, pair.one()) + " / " + told(world, pair.other());
  }

  private static String told(EpisodeWorld world, EpisodeTrial.State state) {
    EpisodeTrial.Found end =
        new EpisodeTrial.Found(EpisodeLaw.ONCE, "it is merged", state.trail(), state.now());
    return new EpisodeStory(world.guideline(), end).story();
  }

  /// All pairs that a search so deep would merge, but for those of the very same event.
  private static List<Pair> merged(EpisodeTrial trial, EpisodeCertificate.Dig dig) {
    Map<String, EpisodeTrial.State> known = new HashMap<>();
    List<Pair> pairs = new ArrayList<>();
    List<EpisodeTrial.State> frontier = new ArrayList<>(List.of(trial.begun()));
    for (int level = 0; level < dig.depth(); level++) {
      List<EpisodeTrial.State> states = frontier;
      frontier = new ArrayList<>();
      for (EpisodeTrial.State state : states) {
        for (Instant now : dig.world().menu().instants(state.standing())) {
          for (EpisodeTrial.State next : nexts(trial, dig.world(), trial.waits(state, now))) {
            EpisodeTrial.State first = known.putIfAbsent(trial.footprint(next), next);
            if (first == null) {
              frontier.add(next);
            } else {
              pairs.add(new Pair(first, next));
            }
          }
        }
      }
    }
    return pairs;
  }

  private static List<EpisodeTrial.State> nexts(
      EpisodeTrial trial, EpisodeWorld world, EpisodeTrial.State state) {
    List<EpisodeTrial.State> nexts = new ArrayList<>();
    for (EpisodeWorld.Choice choice : world.menu().choices(state.episode(), state.standing())) {
      for (Author by : List.of(EpisodeWorld.PATIENT, EpisodeWorld.CLINICIAN)) {
        trial.sends(state, choice, by).next().ifPresent(nexts::add);
      }
    }
    return nexts;
  }

  /// Every next step, with what comes of it.
  private static List<String> steps(
      EpisodeTrial trial, EpisodeWorld world, EpisodeTrial.State state) {
    List<String> steps = new ArrayList<>();
    for (Instant now : world.menu().instants(state.standing())) {
      EpisodeTrial.State waited = trial.waits(state, now);
      steps.add(
          Duration.between(state.now(), now) + shown(waited.standing()) + trial.footprint(waited));
      for (EpisodeWorld.Choice choice : world.menu().choices(waited.episode(), waited.standing())) {
        for (Author by : EpisodeWorld.AUTHORS) {
          EpisodeTrial.Tried tried = trial.sends(waited, choice, by);
          steps.add(
              choice.event().type()
                  + tried.decision().getClass().getSimpleName()
                  + tried.next().map(next -> shown(next.standing()) + trial.footprint(next)));
        }
      }
    }
    return steps;
  }

  /// How an episode stands, relative to now.
  private static String shown(Standing standing) {
    Instant now = standing.now();
    StringBuilder shown = new StringBuilder();
    for (AlertClock.State state : standing.alerts()) {
      shown.append(state.alert().concern()).append(state.level()).append(state.overdue());
      shown.append(ago(state.actBy(), now));
      shown.append(ago(state.goAt(), now)).append(ago(state.checkAt(), now)).append('\n');
    }
    shown.append(standing.held()).append(standing.massageReminder().isPresent());
    shown.append(ago(standing.nextChange(), now));
    String gate =
        switch (standing.gate()) {
          case MassageGate.Open open -> "open " + open.occurrence().id() + open.form();
          case MassageGate.Refused refused ->
              refused.reason() + refused.detail() + ago(refused.until(), now);
        };
    return shown.append(gate).toString();
  }

  /// How long ago in seconds; what no deadline looks back at is all the same.
  private static String ago(Optional<Instant> instant, Instant now) {
    return instant
        .map(at -> " " + Math.min(Duration.between(at, now).toSeconds(), LONG_AGO.toSeconds()))
        .orElse(" none");
  }
}
