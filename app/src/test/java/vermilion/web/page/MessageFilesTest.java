package vermilion.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vermilion.json.Json;

/// Holds the message files of all languages together, and the pages to them (H-7).
class MessageFilesTest {

  /// The plural forms that a language has for whole numbers as they occur here.
  private static final Map<String, Set<String>> PLURALS =
      Map.of(
          "en", Set.of("one", "other"),
          "es", Set.of("one", "other"),
          "fr", Set.of("one", "other"),
          "de", Set.of("one", "other"),
          "ar", Set.of("zero", "one", "two", "few", "many", "other"));

  /// Nobody knows it of one patient, in any language (H-1).
  private static final Pattern FALSE_COMFORT =
      Pattern.compile(
          "\\bnorma(l|le|les|ux|lmente)\\b|طبيعي|harmlos|inofensiv|inoffensi|keine Sorge"
              + "|no se preocupe|ne vous inquiétez",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern DOSE = Pattern.compile("\\d\\s*(mg|mcg|UI|IE|IU)\\b|\\d\\s*ملغ");

  private static final Pattern COMMENT =
      Pattern.compile("(?s)/\\*.*?\\*/|(?m)(^|\\s)//.*$|^import .*$");
  private static final Pattern FAULT =
      Pattern.compile("new (Error|ServerSilent)\\((?:`[^`]*`|'[^']*')");
  private static final Pattern LITERAL =
      Pattern.compile("'((?:[^'\\\\\\n]|\\\\.)*)'|\"((?:[^\"\\\\\\n]|\\\\.)*)\"|`([^`]*)`");
  private static final Pattern TEXT =
      Pattern.compile("^[A-Z][a-z]+$|[A-Z][a-z]+ [a-z]|[a-z]+ [a-z]+.*[.?!]$|^[A-Z][a-z ]+[.?!…]$");

  /// Names of the wire, and of the languages themselves.
  private static final Set<String> NO_TEXT =
      Set.of("Accept", "Authorization", "English", "Deutsch");

  @Test
  void every_language_says_everything_that_english_says() {
    Map<String, Json> english = MessageFiles.messages("en");
    for (String language : MessageFiles.languages()) {
      assertThat(MessageFiles.messages(language).keySet())
          .as(language)
          .containsExactlyInAnyOrderElementsOf(english.keySet());
    }
  }

  @Test
  void a_translation_has_the_values_lines_and_forms_of_its_source() {
    Map<String, Json> english = MessageFiles.messages("en");
    for (String language : MessageFiles.languages()) {
      MessageFiles.messages(language)
          .forEach((key, message) -> {
            Json source = english.getOrDefault(key, message);
            assertThat(message).as(language + " " + key).hasSameClassAs(source);
            assertThat(places(message)).as(language + " " + key).isEqualTo(places(source));
            if (message instanceof Json.Arr lines) {
              assertThat(lines.items()).as(key).hasSameSizeAs(((Json.Arr) source).items());
            }
            if (message instanceof Json.Obj forms) {
              assertThat(forms.members().stream().map(Json.Member::name))
                  .as(language + " " + key)
                  .containsExactlyInAnyOrderElementsOf(PLURALS.getOrDefault(language, Set.of()));
            }
          });
    }
  }

  @Test
  void a_section_lies_in_one_file() {
    for (String language : MessageFiles.languages()) {
      assertThat(MessageFiles.laterFile(language).members())
          .isNotEmpty()
          .extracting(Json.Member::name)
          .doesNotContainAnyElementsOf(
              MessageFiles.file(language).members().stream().map(Json.Member::name).toList());
    }
  }

  /// One or two things may be said without their number; every other form says it.
  private static Set<String> places(Json message) {
    Set<String> places = new TreeSet<>();
    MessageFiles.texts(message).forEach(text -> places.addAll(MessageFiles.places(text)));
    return places;
  }

  @Test
  void the_pages_use_every_key_and_no_other() {
    Set<String> keys = MessageFiles.messages("en").keySet();
    Set<String> used = MessageFiles.used();
    assertThat(used).hasSizeGreaterThan(200);
    assertThat(used).allSatisfy(use -> assertThat(keys).anyMatch(pattern(use).asMatchPredicate()));
    List<Pattern> uses = used.stream().map(MessageFilesTest::pattern).toList();
    assertThat(keys)
        .allSatisfy(key -> assertThat(uses).anyMatch(use -> use.matcher(key).matches()));
  }

  private static Pattern pattern(String use) {
    return Pattern.compile(Pattern.quote(use).replace("*", "\\E[a-z0-9-]+\\Q"));
  }

  @Test
  void no_text_is_left_in_the_code_of_the_pages() {
    List<String> left = new ArrayList<>();
    for (Path module : MessageFiles.modules()) {
      for (String text : textsIn(MessageFiles.read(module))) {
        left.add(module.getFileName() + ": " + text);
      }
    }
    assertThat(left).isEmpty();
  }

  @Test
  void a_text_that_is_left_in_the_code_is_found() {
    assertThat(textsIn("h('p', { class: 'card gap' }, 'Call the clinic now.')")).hasSize(1);
    assertThat(textsIn("top('Close', toToday)")).containsExactly("Close");
    assertThat(textsIn("h('p', null, `Seen by ${name} at ${when}.`)")).hasSize(1);
    assertThat(textsIn("say('today.next') // Words in a comment.\nthrow new Error('It broke.')"))
        .isEmpty();
  }

  private static List<String> textsIn(String code) {
    String bare = FAULT.matcher(COMMENT.matcher(code).replaceAll(" ")).replaceAll(" ");
    return LITERAL
        .matcher(bare)
        .results()
        .map(MessageFilesTest::literal)
        .map(text -> text.replaceAll("\\$\\{[^}]*}", ""))
        .filter(text -> TEXT.matcher(text).find() && !NO_TEXT.contains(text))
        .toList();
  }

  private static String literal(MatchResult found) {
    for (int group = 1; group <= 3; group++) {
      if (found.group(group) != null) {
        return found.group(group);
      }
    }
    return "";
  }

  @Test
  void no_language_comforts_without_knowing_or_names_a_dose() {
    for (String language : MessageFiles.languages()) {
      MessageFiles.messages(language)
          .forEach((key, message) ->
              assertThat(MessageFiles.texts(message))
                  .as(language + " " + key)
                  .allSatisfy(text ->
                      assertThat(text)
                          .isNotBlank()
                          .doesNotContainPattern(FALSE_COMFORT)
                          .doesNotContainPattern(DOSE)));
    }
    assertThat("Das ist normal.").containsPattern(FALSE_COMFORT);
  }

  @Test
  void every_language_says_whether_a_clinician_has_reviewed_its_red_flags() {
    List<String> offered = new ArrayList<>();
    PageWords.LANGUAGES.forEach(language -> offered.add(language.value()));
    assertThat(MessageFiles.languages()).containsExactlyInAnyOrderElementsOf(offered);
    for (String language : MessageFiles.languages()) {
      assertThat(MessageFiles.file(language).find("reviewed"))
          .as(language)
          .contains(new Json.Bool(false));
      assertThat(MessageFiles.read(MessageFiles.WEB.resolve("static/p/say.js")))
          .contains("['" + language + "', '");
    }
  }
}
