package vermilion.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What is not the same work is no comparison.
final class AgreementTest {
  @BeforeAll
  static void find_the_protocols() {
    System.setProperty(LipHa.FOLDER, "../protocols");
  }

  @Test
  void the_calendar_libraries_expand_every_rule_to_the_same_instants() {
    for (var rule : DailyRule.ALL) {
      assertThatCode(rule::demandAgreement).doesNotThrowAnyException();
    }
  }

  @Test
  void kie_gives_every_check_in_the_level_that_vermilion_gives_it() {
    var sides = new TriageSides(DmnModel.Shape.ONE_TABLE, DmnTriage.Engine.ALPHA_NETWORK, 1000, 17);

    assertThat(sides.demandAgreement()).doesNotContain(0);
  }

  @Test
  void the_middle_of_an_even_number_of_figures_lies_between_two() {
    assertThat(Spread.of(List.of(4.0, 1.0, 3.0, 2.0))).isEqualTo(new Spread(2.5, 1, 4));
    assertThat(Spread.of(List.of(9.0, 1.0, 3.0))).isEqualTo(new Spread(3, 1, 9));
  }
}
