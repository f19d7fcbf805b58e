package vermilion.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ContrastTest {

  private static final Pattern RAW_COLOUR =
      Pattern.compile("#[0-9a-fA-F]{3,8}\\b(?![^{]*\\{)|\\b(rgb|hsl)a?\\(");

  @Test
  void every_text_can_be_read_on_every_ground_it_meets_in_light_and_dark() {
    assertThat(Contrast.faults(Stylesheets.ofTheProduct())).isEmpty();
  }

  @Test
  void the_check_sees_the_pairs_that_matter() {
    var pairs = Contrast.pairs(Stylesheets.ofTheProduct());
    assertThat(pairs)
        .hasSizeGreaterThan(50)
        .contains(
            "on-emergency on emergency",
            "on-accent on accent",
            "urgent on urgent-soft",
            "soft on accent-soft",
            "ok on card");
  }

  @Test
  void a_pale_text_is_found() {
    var bad =
        ":root { --pale: #b9b9b9; --card: #ffffff; } .hint { color: var(--pale); background: var(--card); }";
    assertThat(Contrast.faults(Stylesheets.of(bad)))
        .hasSize(2)
        .first()
        .asString()
        .contains("pale on card");
  }

  @Test
  void a_text_that_only_the_dark_scheme_spoils_is_found() {
    var bad =
        ":root { --ink: #000000; --card: #ffffff; } @media (prefers-color-scheme: dark) { :root { --card: #222222; } }"
            + " .hint { color: var(--ink); background: var(--card); }";
    assertThat(Contrast.faults(Stylesheets.of(bad)))
        .singleElement()
        .asString()
        .startsWith("dark: ink on card");
  }

  @Test
  void the_ratio_is_that_of_the_guideline() {
    assertThat(Contrast.ratio("#000000", "#ffffff")).isCloseTo(21, within(0.001));
    assertThat(Contrast.ratio("#777777", "#ffffff")).isCloseTo(4.478, within(0.001));
  }

  @Test
  void no_colour_is_written_outside_the_tokens() {
    for (var file : Stylesheets.all().entrySet()) {
      if (!file.getKey().equals("tokens.css")) {
        assertThat(RAW_COLOUR.matcher(file.getValue()).results().map(found -> found.group()))
            .as(file.getKey())
            .isEmpty();
      }
    }
  }

  @Test
  void the_check_for_colours_outside_the_tokens_can_fail() {
    assertThat(RAW_COLOUR.matcher(".a { color: #fff; }").find()).isTrue();
    assertThat(RAW_COLOUR.matcher(".a { color: rgb(1, 2, 3); }").find()).isTrue();
  }
}
