package vermilion.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vermilion.protocol.Protocol;

/// Holds every English word that a patient reads to the house's voice: plain, never a comfort that
/// is not known, never a dose (H-1, H-14).
final class PatientWordsTest {
  private static final double OLDEST = 11;

  /// Fewer words than this are a label, and no formula says anything about a label.
  private static final int FEWEST_WORDS = 12;

  private static final Pattern DOSE =
      Pattern.compile(
          "\\b\\d+([.,]\\d+)?\\s*(mg|ml|iu|mcg|units?|tablets?|pills?)\\b"
              + "|\\b(ibuprofen|aspirin|paracetamol|acetaminophen|antihistamine|aciclovir)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern FALSE_COMFORT =
      Pattern.compile(
          "\\bnormal\\w*|\\babnormal\\w*|don't worry|do not worry|nothing to worry|all is well"
              + "|\\bharmless\\b|\\bperfectly\\b|you are fine|congratulations",
          Pattern.CASE_INSENSITIVE);
  private static final List<String> FOR_STAFF = List.of("for-the-doctor", ".staff");

  @Test
  void a_child_of_eleven_can_read_every_screen() {
    List<String> hard = new ArrayList<>();
    for (Protocol protocol : List.of(ShippedProtocols.LIP_HA, ShippedProtocols.LIP_UNKNOWN)) {
      screens(protocol)
          .forEach((screen, lines) -> {
            double age = ReadingAge.of(lines);
            if (age > OLDEST) {
              hard.add(protocol.id() + " " + screen + " needs age " + age + ": " + lines);
            }
          });
    }
    assertThat(hard).isEmpty();
  }

  @Test
  void no_text_says_that_anything_is_normal() {
    patientLines().forEach(line -> assertThat(line).doesNotContainPattern(FALSE_COMFORT));
  }

  @Test
  void no_text_names_a_medicine_or_a_dose() {
    patientLines().forEach(line -> assertThat(line).doesNotContainPattern(DOSE));
  }

  @Test
  void an_urgent_text_says_call_first() {
    assertThat(line("level.urgent.title")).startsWith("Call");
    assertThat(line("level.urgent.text")).startsWith("Call first.");
    assertThat(line("always.twenty-minutes")).contains("20 minutes", "emergency department");
  }

  @Test
  void what_is_expected_is_called_common_and_says_when_to_call() {
    assertThat(line("level.self-care.title")).contains("common");
    assertThat(line("level.self-care.text")).contains("Call us if");
  }

  @Test
  void a_blood_thinner_is_never_stopped_by_the_patient() {
    assertThat(line("advice.blood-thinner.text")).contains("Never stop it");
  }

  @Test
  void the_formula_tells_a_plain_text_from_a_hard_one() {
    assertThat(ReadingAge.of(List.of("The cat sat on the mat. It was a warm day."))).isLessThan(7);
    assertThat(
            ReadingAge.of(
                List.of(
                    "Immediate ophthalmological evaluation is recommended following any"
                        + " deterioration of visual acuity subsequent to the procedure.")))
        .isGreaterThan(18);
  }

  @Test
  void the_patterns_find_what_they_forbid() {
    assertThat("This is perfectly normal.").containsPattern(FALSE_COMFORT);
    assertThat("Take 400 mg twice.").containsPattern(DOSE);
    assertThat("1500 IU of it").containsPattern(DOSE);
    assertThat("Use 2 tablets").containsPattern(DOSE);
  }

  private static String line(String key) {
    return ShippedProtocols.LIP_HA.textsIn("en").find(key).orElseThrow();
  }

  private static List<String> patientLines() {
    List<String> lines = new ArrayList<>();
    for (Protocol protocol : List.of(ShippedProtocols.LIP_HA, ShippedProtocols.LIP_UNKNOWN)) {
      protocol
          .textsIn("en")
          .words()
          .forEach((key, words) -> {
            if (FOR_STAFF.stream().noneMatch(key::endsWith)) {
              lines.addAll(words);
            }
          });
    }
    assertThat(lines).hasSizeGreaterThan(300);
    return lines;
  }

  /// The texts that are read together: all of a question with its answers, of a level, of a rule.
  private static Map<String, List<String>> screens(Protocol protocol) {
    Map<String, List<String>> screens = new TreeMap<>();
    new TreeMap<>(protocol.textsIn("en").words())
        .forEach((key, lines) -> {
          if (FOR_STAFF.stream().noneMatch(key::endsWith)) {
            screens.computeIfAbsent(screenOf(key), _ -> new ArrayList<>()).addAll(lines);
          }
        });
    screens.values().removeIf(lines -> words(lines) < FEWEST_WORDS);
    assertThat(screens).hasSizeGreaterThan(60);
    return screens;
  }

  private static String screenOf(String key) {
    String asked = key.startsWith("answer.") ? key.replaceFirst("answer", "question") : key;
    String[] parts = asked.split("\\.", -1);
    boolean two = parts.length > 2 && !key.startsWith("massage.");
    return two ? parts[0] + "." + parts[1] : asked.toLowerCase(Locale.ROOT);
  }

  private static int words(List<String> lines) {
    return String.join(" ", lines).split("\\s+", -1).length;
  }
}
