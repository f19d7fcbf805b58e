package vermilion.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// The plots can be opened, read out, and seen in the dark.
final class SvgPlotsTest {
  private static final Map<String, String> PLOTS =
      SvgPlots.of(Simulation.run(Runs.LIP_HA, Runs.terms(20, 2)));

  @Test
  void every_plot_is_a_picture_with_a_title_and_its_figures_in_words() throws Exception {
    assertThat(PLOTS.keySet())
        .containsExactly("alerts-by-day.svg", "onset-to-alert.svg", "over-triage.svg");
    for (String plot : PLOTS.values()) {
      Document read =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(plot.getBytes(StandardCharsets.UTF_8)));
      Element svg = read.getDocumentElement();

      assertThat(svg.getAttribute("role")).isEqualTo("img");
      assertThat(svg.getAttribute("aria-labelledby")).isEqualTo("title words");
      assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isNotBlank();
      assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
          .hasSizeGreaterThan(100)
          .containsPattern("\\d");
      assertThat(plot).contains("made-up patients", "prefers-color-scheme:dark");
    }
  }

  @Test
  void colours_are_the_tokens_of_the_house() throws IOException {
    String sheet =
        Files.readString(Runs.ROOT.resolve("app/src/main/resources/web/static/tokens.css"));
    int dark = sheet.indexOf("prefers-color-scheme: dark");
    for (String[] token : Svg.TOKENS) {
      assertThat(sheet.substring(0, dark)).contains("--" + token[0] + ": " + token[1] + ";");
      assertThat(sheet.substring(dark)).contains("--" + token[0] + ": " + token[2] + ";");
    }
  }

  @Test
  void numbers_are_written_one_way() {
    assertThat(Figures.decimal(-0.06, 1)).isEqualTo("-0.1");
    assertThat(Figures.decimal(12.049, 1)).isEqualTo("12.0");
    assertThat(Figures.percent(1, 3)).isEqualTo("33.3");
    assertThat(Figures.percent(0, 0)).isEqualTo("-");
    assertThat(Figures.minutes(59)).isEqualTo("59 min");
    assertThat(Figures.minutes(142)).isEqualTo("2 h 22 min");
    assertThat(Figures.minutes(129 * 60)).isEqualTo("5 d 9 h");
  }
}
