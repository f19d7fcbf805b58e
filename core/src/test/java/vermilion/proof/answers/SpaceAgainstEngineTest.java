package vermilion.proof.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import vermilion.clinical.Concern;
import vermilion.testing.Seeded;
import vermilion.triage.Assessment;
import vermilion.triage.BriefForms;
import vermilion.triage.BriefRules;
import vermilion.triage.Rule;
import vermilion.triage.SafetyFloor;
import vermilion.triage.Triage;

/// The proof and the engine read the same rules alike: in any state that can be, they give the same
/// level.
final class SpaceAgainstEngineTest {
  private static final List<Rule> RULES = SafetyFloor.under(BriefRules.RULES);
  private static final Space SPACE =
      new Space(BriefForms.QUESTIONS, BriefForms.FORMS, new Bounds(BriefForms.FORMS, RULES));
  private static final Table TABLE = new Table(SPACE, RULES);
  private static final List<Cube> IMPOSSIBLE = Impossible.in(SPACE);
  private static final Reenactment ENGINE =
      new Reenactment(SPACE, Triage.ofTable(BriefForms.QUESTIONS, BriefForms.FORMS, RULES));

  @Seeded(50)
  void a_state_without_history_has_the_level_that_the_engine_gives_it(SplittableRandom random) {
    int possible = 0;
    for (int i = 0; i < 400; i++) {
      int[] state = someState(random, random.nextInt(20));
      if (isPossible(state)) {
        possible++;
        Assessment said = ENGINE.assess(state, List.of());
        assertThat(said.level()).as(new Story(SPACE).of(state)).isEqualTo(TABLE.level(state));
        for (Concern concern : Concern.values()) {
          boolean counted = TABLE.counted(concern).stream().anyMatch(cube -> cube.holds(state));
          if (said.concerns().contains(concern)) {
            assertThat(counted).as(new Story(SPACE).of(state)).isTrue();
          }
        }
      }
    }
    assertThat(possible).isGreaterThan(100);
  }

  @Seeded(50)
  void one_thing_said_before_has_the_same_weight_in_both(SplittableRandom random) {
    for (int i = 0; i < 200; i++) {
      int[] state = someState(random, random.nextInt(6));
      Space.Band band = SPACE.bands().get(random.nextInt(SPACE.bands().size()));
      if (SPACE.at(band.dimension()).kind() != Dimension.Kind.CONCERN_BEFORE) {
        int value = 1 + random.nextInt(SPACE.at(band.dimension()).size() - 1);
        say(state, band, value);
        if (isPossible(state)) {
          assertThat(ENGINE.assess(state, List.of(ENGINE.said(state, band))).level())
              .as(new Story(SPACE).of(state))
              .isEqualTo(TABLE.level(state));
        }
      }
    }
  }

  /// Puts an earlier answer into every band that it lies in, and the concern that it raises.
  private static void say(int[] state, Space.Band said, int value) {
    String question = SPACE.at(said.dimension()).name();
    String answer = SPACE.at(said.dimension()).values().get(value);
    long now = SPACE.secondOf(state[SPACE.hour]);
    state[said.dimension()] = value;
    for (Space.Band band : SPACE.bands()) {
      Dimension dimension = SPACE.at(band.dimension());
      boolean within = band.youngest() <= said.youngest() && said.youngest() <= band.oldest();
      if (within && dimension.name().equals(question) && now - said.youngest() >= from(band)) {
        state[band.dimension()] = dimension.values().indexOf(answer);
      }
      if (within && dimension.kind() == Dimension.Kind.CONCERN_BEFORE && now >= said.youngest()) {
        state[band.dimension()] = 0;
        boolean raised =
            ENGINE
                .assessEarlier(state, new Reenactment.Earlier(said.youngest(), question, answer))
                .concerns()
                .contains(band.key());
        state[band.dimension()] = raised ? Space.YES : Space.NO;
      }
    }
  }

  private static long from(Space.Band band) {
    return band.key() instanceof Bounds.Baseline baseline ? baseline.fromSecond() : 0;
  }

  private static boolean isPossible(int[] state) {
    return IMPOSSIBLE.stream().noneMatch(cube -> cube.holds(state));
  }

  /// Some form at some hour, mildly answered apart from a few answers.
  private static int[] someState(SplittableRandom random, int answers) {
    int[] state = new int[SPACE.size()];
    for (int dimension : List.of(SPACE.form, SPACE.hour, SPACE.coldSores, SPACE.trigger)) {
      state[dimension] = random.nextInt(SPACE.at(dimension).size());
    }
    state[SPACE.filler] = random.nextInt(SPACE.at(SPACE.filler).size());
    Shrink usual = new Shrink(SPACE);
    for (int i = 0; i < answers; i++) {
      int dimension = SPACE.answer(random.nextInt(SPACE.questions.size()));
      state[dimension] = random.nextInt(SPACE.at(dimension).size());
    }
    for (int place = 0; place < SPACE.questions.size(); place++) {
      int dimension = SPACE.answer(place);
      if (state[dimension] == 0 && random.nextInt(4) > 0) {
        state[dimension] = usual.usual(state, dimension);
      }
    }
    return state;
  }
}
