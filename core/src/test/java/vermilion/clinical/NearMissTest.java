package vermilion.clinical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NearMissTest {
  private static final List<String> WORDS = List.of("vision", "pain", "pain-course", "colour");

  @Test
  void a_letter_left_out_added_or_changed_is_near() {
    assertThat(NearMiss.of("vison", WORDS)).contains("vision");
    assertThat(NearMiss.of("visiion", WORDS)).contains("vision");
    assertThat(NearMiss.of("vixion", WORDS)).contains("vision");
  }

  @Test
  void two_letters_swapped_are_one_slip() {
    assertThat(NearMiss.of("pian", WORDS)).contains("pain");
    assertThat(NearMiss.of("oclour", WORDS)).contains("colour");
  }

  @Test
  void the_nearest_wins_and_the_first_of_equals() {
    assertThat(NearMiss.of("pain-curse", WORDS)).contains("pain-course");
    assertThat(NearMiss.of("b", List.of("a", "c"))).contains("a");
  }

  @Test
  void what_is_far_from_everything_has_no_near_miss() {
    assertThat(NearMiss.of("swelling", WORDS)).isEmpty();
    assertThat(NearMiss.of("pa", WORDS)).isEmpty();
    assertThat(NearMiss.of("", WORDS)).isEmpty();
    assertThat(NearMiss.of("vision", List.of())).isEmpty();
  }

  @Test
  void only_the_beginning_of_a_very_long_word_is_looked_at() {
    assertThat(NearMiss.of("x".repeat(1_000_000), WORDS)).isEmpty();
  }
}
