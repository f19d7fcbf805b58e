package vermilion.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vermilion.protocol.Protocol;

/// Holds every English word that a patient reads to the house's voice: plain, never a comfort that
/// is not known, never a dose (H-1, H-14).
final class PatientWordsTest {
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
  void a_child_of_eleven_can_read_every_text() {
    for (String file : List.of("lip-ha.yaml", "lip-unknown.yaml")) {
      Reading reading = ProtocolReader.read(ShippedProtocols.FOLDER.resolve(file));
      assertThat(((Reading.Read) reading).warnings())
          .extracting(Problem::toString)
          .noneMatch(warning -> warning.contains("reading age"));
    }
  }

  @Test
  void a_text_that_is_too_hard_is_told_at_its_place() {
    Reading reading =
        Written.whole(
            Written.HEAD
                + """
                texts:
                  en:
                    reviewed: yes
                    photos:
                      how:
                        - Position yourself immediately opposite a homogeneously coloured wall and
                          communicate with somebody responsible for photography.
                """);

    assertThat(((Reading.Read) reading).warnings())
        .filteredOn(warning -> warning.found().startsWith("a reading age of "))
        .singleElement()
        .asString()
        .startsWith("test.yaml:11:9: found a reading age of 2")
        .contains("homogeneously", "communicate", "expected at most 11: shorter sentences");
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
}
