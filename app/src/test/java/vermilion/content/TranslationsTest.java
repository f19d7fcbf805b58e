package vermilion.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vermilion.clinical.Question;
import vermilion.proof.protocol.ContentDiff;
import vermilion.protocol.Protocol;
import vermilion.protocol.Texts;

/// Holds the shipped translations to the English as far as a machine can: whether they say the same
/// is for a clinician who reads both (H-7).
final class TranslationsTest {
  private static final Protocol LIP_HA = ShippedProtocols.LIP_HA;
  private static final Texts ENGLISH = LIP_HA.textsIn("en");

  /// Arabic says one, two and six in words where they are counted.
  private static final Map<String, String> IN_WORDS =
      Map.of(
          "ساعة واحدة", "1",
          "متر واحد", "1",
          "يومين", "2",
          "ساعتين", "2",
          "أسبوعين", "2",
          "لليلتين", "2",
          "ثانيتين", "2",
          "الست ", "6");

  private static final Pattern NUMBER = Pattern.compile("\\[S\\d+]|\\d+(?:[.,]\\d+)?");

  private static final Pattern FALSE_COMFORT =
      Pattern.compile(
          "\\bnormal|\\banormal|no se preocupe|todo está bien|ne vous inquiétez pas|tout va bien"
              + "|keine sorge|alles in ordnung|harmlos|unbedenklich|inofensiv|طبيعي|لا تقلق|لا داعي",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern MEDICINE =
      Pattern.compile(
          "\\b\\d+([.,]\\d+)?\\s*(mg|ml|ui|ie|mcg|comprimid|comprimé|tablett)"
              + "|ibuprof|aspirin|paracetamol|paracétamol|antihist|aciclovir|إيبوبروفين|أسبرين|باراسيتامول",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  @ParameterizedTest
  @ValueSource(strings = {"es", "fr", "de", "ar"})
  void a_translation_has_every_text_line_for_line(String language) {
    Texts texts = LIP_HA.textsIn(language);

    assertThat(texts.language()).isEqualTo(language);
    assertThat(texts.reviewed()).isFalse();
    assertThat(texts.words().keySet()).isEqualTo(ENGLISH.words().keySet());
    List<String> notTranslated = new ArrayList<>();
    texts
        .words()
        .forEach((key, lines) -> {
          assertThat(lines).as(key).hasSameSizeAs(ENGLISH.lines(key));
          if (lines.equals(ENGLISH.lines(key)) && lines.getFirst().contains(" ")) {
            notTranslated.add(key);
          }
        });
    assertThat(notTranslated).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"es", "fr", "de", "ar"})
  void a_translation_says_the_same_numbers_and_sources(String language) {
    List<String> other = new ArrayList<>();
    LIP_HA
        .textsIn(language)
        .words()
        .forEach((key, lines) -> {
          if (!numbers(lines).equals(numbers(ENGLISH.lines(key)))) {
            other.add(key + ": " + lines);
          }
        });
    assertThat(other).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"es", "fr", "de", "ar"})
  void no_two_answers_of_a_question_read_the_same(String language) {
    for (Question question : LIP_HA.questions()) {
      Set<String> said = new HashSet<>();
      for (String answer : question.answerIds()) {
        LIP_HA
            .textsIn(language)
            .find("answer." + question.id() + "." + answer)
            .ifPresent(words -> assertThat(said.add(words)).as(question.id()).isTrue());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"es", "fr", "de", "ar"})
  void no_translation_comforts_falsely_or_names_a_medicine(String language) {
    for (Protocol protocol : List.of(LIP_HA, ShippedProtocols.LIP_UNKNOWN)) {
      protocol
          .textsIn(language)
          .words()
          .forEach((key, lines) ->
              assertThat(String.join(" ", lines))
                  .as(key)
                  .doesNotContainPattern(FALSE_COMFORT)
                  .doesNotContainPattern(MEDICINE));
    }
  }

  /// Spanish says usted, French vous and German Sie, everywhere.
  @ParameterizedTest
  @CsvSource({
    "es, '\\b(tú|tu|tus|te|ti|contigo|vosotros)\\b'",
    "fr, '\\b(tu|toi|ton|ta|tes)\\b'",
    "de, '\\b(du|dich|dir|dein|deine|deiner|deinen|deinem)\\b'"
  })
  void a_patient_is_addressed_in_one_way(String language, String familiar) {
    Pattern pattern =
        Pattern.compile(
            familiar,
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    LIP_HA
        .textsIn(language)
        .words()
        .forEach((key, lines) ->
            assertThat(String.join(" ", lines)).as(key).doesNotContainPattern(pattern));
  }

  @ParameterizedTest
  @CsvSource({
    "es, número de emergencias, línea de urgencias de la clínica, Primero llame., 1 hora, urgencias",
    "fr, numéro d'urgence, ligne d'urgence de la clinique, Appelez d'abord., 1 heure, aux urgences",
    "de, Notruf, Notfallnummer der Praxis, Rufen Sie zuerst an., 1 Stunde, Notaufnahme",
    "ar, برقم الطوارئ, بخط الطوارئ في العيادة, اتصلوا أولًا., ساعة واحدة, قسم الطوارئ"
  })
  void an_urgent_text_says_whom_to_call_and_to_call_first(
      String language, String number, String line, String first, String hour, String department) {
    Texts texts = LIP_HA.textsIn(language);

    assertThat(texts.find("level.emergency.title").orElseThrow()).contains(number);
    assertThat(texts.find("level.urgent.title").orElseThrow()).contains(line);
    assertThat(texts.find("level.urgent.text").orElseThrow()).startsWith(first).contains(hour);
    assertThat(texts.find("always.twenty-minutes").orElseThrow()).contains("20", department);
  }

  /// The base says there that a practitioner may turn massage on.
  @ParameterizedTest
  @ValueSource(strings = {"en", "es", "fr", "de", "ar"})
  void an_unknown_filler_has_its_own_words_about_massage(String language) {
    Texts own = ShippedProtocols.LIP_UNKNOWN.textsIn(language);
    Texts base = LIP_HA.textsIn(language);

    for (String key : List.of("title", "massage.off", "massage.evidence")) {
      assertThat(own.find(key)).as(key).isPresent().isNotEqualTo(base.find(key));
    }
    assertThat(own.lines("always.red-flags")).isEqualTo(base.lines("always.red-flags"));
    assertThat(own.lines("always.for-the-doctor").getFirst())
        .doesNotContain("hyaluronic", "hialurónico", "hyaluronique", "Hyaluron", "الهيالورونيك");
  }

  @Test
  void where_the_english_is_said_otherwise_the_base_s_translation_falls_away() {
    Reading reading =
        Written.whole(
            Written.HEAD
                + """
                texts:
                  en: {reviewed: no, photos: {how: [Ask us how.]}}
                  es: {reviewed: no, photos: {how: [Pregunte cómo.]}}
                """);

    assertThat(reading).isInstanceOf(Reading.Read.class);
    Reading.Read read = (Reading.Read) reading;
    assertThat(read.protocol().textsIn("es").lines("photos.how")).containsExactly("Pregunte cómo.");
    assertThat(read.protocol().textsIn("de").lines("photos.how")).containsExactly("Ask us how.");
    assertThat(read.protocol().textsIn("de").find("title"))
        .isEqualTo(LIP_HA.textsIn("de").find("title"));
    assertThat(read.warnings())
        .extracting(Problem::found)
        .contains("1 texts missing in fr", "1 texts missing in de", "1 texts missing in ar")
        .doesNotContain("1 texts missing in es");
  }

  @Test
  void a_change_of_words_is_told_under_its_language() throws IOException {
    String shipped = Files.readString(ShippedProtocols.FOLDER.resolve("lip-ha.yaml"));
    Reading.Read changed =
        (Reading.Read)
            Written.whole(shipped.replace("none-of-these: Nichts davon", "none-of-these: Nein"));

    assertThat(ContentDiff.between(LIP_HA, changed.protocol()))
        .containsExactly(
            new ContentDiff.Difference(
                "texts/de/words/always.none-of-these/lines/1", "Nichts davon", "Nein"));
  }

  private static Map<String, Integer> numbers(List<String> lines) {
    String text = String.join(" ", lines);
    for (Map.Entry<String, String> word : IN_WORDS.entrySet()) {
      text = text.replace(word.getKey(), " " + word.getValue() + " ");
    }
    Map<String, Integer> numbers = new TreeMap<>();
    Matcher found = NUMBER.matcher(text);
    while (found.find()) {
      numbers.merge(found.group().replace(',', '.'), 1, Integer::sum);
    }
    return numbers;
  }
}
