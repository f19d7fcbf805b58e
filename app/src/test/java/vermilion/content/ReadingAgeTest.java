package vermilion.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What the formula says, how good the count of syllables is, and what is measured together.
final class ReadingAgeTest {

  /// Words of our own texts; the number before them is how many syllables they have, said aloud.
  private static final String OUR_OWN =
      """
      1 back balm bath best bite black bleed blood blue breathe bruise burn call came card care change
      1 cheeks chin choose clean close cloth cold comes cool could count cream droop droops edge eyes
      1 faint fast feels firm flakes gloss grey grows hands hard healed heard hives hoarse hour hours
      1 hurt hurts kiss late least leave legs lips looked lump lumps means mixed mouth moves nails
      1 named neck nights nose numb ones page pain pale patch peels phone pick place please pools
      1 press raised rash rest scab screen shake shelf shown signed skin sleep smile smoke soft some
      1 speech spreads squeeze stage stayed stiff stopped straight straw strong swell swells takes
      1 talked taste these thick those throat throbs through tight time tongue touch treat turned vape
      1 voice waits warm wash weak weeks wheeze white whole worse wrap wrong wrote
      2 about above acid after again ahead alone along also around away balloons before began between
      2 bigger bleeding blisters blotchy body breathing bruises calling changes checking circles clearly
      2 clinic colder colour common confused contact crisis crooked darker daylight degrees dental
      2 dentist dissolved doctor double dribble dusky early ended even every eyelid facials feeling fever
      2 filler finger fluid going growing headache hurting inside itchy kissing laser leaflet level
      2 lightly limit lipstick little many massage massaged matter measured metre minutes mirror needle
      2 never number numbing often older only open other people person photo pressing pressure product
      2 puffy purple putting redness relief reply review routine sauna seconds session sleeping slower
      2 slowly smoking someone something sudden sunbed swallow swelling swimming swollen themselves
      2 thinner timer tingles tiny today touching treatment unless until very warning within worried yellow
      3 alcohol anything clinician department exercise infection together uneven
      4 adrenaline emergency practitioner temperature
      """;

  /// Harder words, for which the count was not made.
  private static final String OTHERS =
      """
      1 tired washed lived nurse
      2 because science create really being quiet evening business patient syringe tissue vaccine wanted
      2 needed boxes noses places ankle apples bottle weather garden kitchen station
      3 different remember ideas hospital chocolate beautiful family favourite library medicine oxygen
      3 pharmacy physician prescription recipe surgery video violet nursery telephone holiday yesterday
      4 usually interesting vegetable operation radiator reliable society experience experiment
      5 antibiotic
      """;

  @Test
  void the_syllables_of_our_own_words_are_counted_as_they_are_said() {
    assertThat(wrong(OUR_OWN)).hasSizeLessThanOrEqualTo(counted(OUR_OWN).size() / 50);
  }

  @Test
  void one_in_ten_of_harder_words_is_counted_wrong() {
    assertThat(counted(OTHERS)).hasSizeGreaterThan(55);
    assertThat(wrong(OTHERS)).hasSizeLessThanOrEqualTo(counted(OTHERS).size() / 10);
  }

  @Test
  void no_word_is_wrong_by_more_than_one_syllable() {
    for (String list : List.of(OUR_OWN, OTHERS)) {
      counted(list)
          .forEach((word, syllables) ->
              assertThat(ReadingAge.syllables(word)).as(word).isCloseTo(syllables, within(1)));
    }
  }

  /// 12 words, 2 sentences, 13 syllables: 0.39 x 6 + 11.8 x 13 / 12 - 15.59 + 5.
  @Test
  void the_formula_is_that_of_flesch_and_kincaid_and_five_years() {
    assertThat(ReadingAge.of(List.of("The cat sat on the mat.", "It was a warm water day.")))
        .isCloseTo(0.39 * 6 + 11.8 * 13 / 12 - 10.59, within(1e-9));
    assertThat(
            ReadingAge.of(
                List.of(
                    "Immediate ophthalmological evaluation is recommended following any"
                        + " deterioration of visual acuity subsequent to the procedure.")))
        .isGreaterThan(18);
  }

  @Test
  void a_text_without_a_word_has_no_age() {
    assertThat(ReadingAge.count(List.of("...", ""))).isZero();
    assertThatThrownBy(() -> ReadingAge.of(List.of("...")))
        .hasMessageContaining("no word in [...]");
  }

  @Test
  void the_words_that_weigh_most_are_named_the_longest_first() {
    assertThat(
            ReadingAge.heaviest(
                List.of("Go to the emergency department.", "A clinician looks at the Department.")))
        .containsExactly("emergency", "clinician", "department");
  }

  /// A name is allowed only where it is the one on the box.
  @Test
  void only_names_of_products_are_allowed_to_be_long() {
    assertThat(ReadingAge.NAMES).containsExactly("hyaluronic", "hydroxylapatite");
    assertThat(ReadingAge.heaviest(List.of("Hyaluronic acid"))).isEmpty();
  }

  @Test
  void a_long_text_is_measured_alone_and_short_ones_with_their_screen_or_section() {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    texts.put("a.x.ask", List.of("One two three four five six."));
    texts.put("a.x.help", List.of("One two three four five six.", "One two three four five six."));
    texts.put("a.x.answers.no", List.of("One two three four five six."));
    texts.put("a.y.ask", List.of("Six more words stand just here."));
    texts.put("b.only", List.of("Never measured."));
    texts.put("a.z", List.of("And six more words stand here."));

    assertThat(PlainWords.passages(texts))
        .extracting(PlainWords.Passage::paths)
        .containsExactly(
            List.of("a.x.help"), List.of("a.x.ask", "a.x.answers.no"), List.of("a.y.ask", "a.z"));
  }

  @Test
  void what_is_too_hard_is_told_with_its_age_and_words() {
    Map<String, List<String>> texts =
        Map.of(
            "levels.urgent.text",
            List.of(
                "Immediately communicate any deterioration to the responsible practitioner of the"
                    + " emergency department."));

    assertThat(PlainWords.tooHard(texts))
        .singleElement()
        .extracting(PlainWords.Hard::found)
        .asString()
        .matches(
            "a reading age of \\d+\\.\\d \\(deterioration, immediately, communicate, emergency,"
                + " practitioner\\)");
  }

  private static List<String> wrong(String list) {
    List<String> wrong = new ArrayList<>();
    counted(list)
        .forEach((word, syllables) -> {
          int found = ReadingAge.syllables(word);
          if (found != syllables) {
            wrong.add(word + " " + syllables + ", counted " + found);
          }
        });
    return wrong;
  }

  private static Map<String, Integer> counted(String list) {
    Map<String, Integer> counted = new LinkedHashMap<>();
    for (String line : list.lines().toList()) {
      String[] words = line.strip().split(" ", -1);
      for (int i = 1; i < words.length; i++) {
        counted.put(words[i], Integer.parseInt(words[0]));
      }
    }
    return counted;
  }
}
