package vermilion.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vermilion.clinical.Question;
import vermilion.episode.Episode;
import vermilion.episode.Guideline;
import vermilion.episode.ToldCourse;
import vermilion.protocol.Protocol;
import vermilion.protocol.Texts;
import vermilion.testing.Seeded;

/// The words of a patient who reads another language than the protocol was written in (H-7).
final class PatientWordsTest {

  /// A protocol in English and in a French that says the same with "le" before it.
  private static Protocol worded(Protocol bare, boolean reviewed) {
    Map<String, List<String>> english = new LinkedHashMap<>();
    english.put("title", List.of("Lip filler"));
    english.put("always.not-sure", List.of("Not sure"));
    english.put("always.look-again", List.of("Look again."));
    for (String level : List.of("emergency", "urgent", "same-day", "soon", "routine")) {
      english.put("level." + level + ".title", List.of("Title of " + level));
    }
    for (Question question : bare.questions()) {
      english.put("question." + question.id() + ".text", List.of("Ask " + question.id()));
      for (String answer : question.answerIds()) {
        english.put("answer." + question.id() + "." + answer, List.of("Say " + answer));
      }
    }
    Map<String, List<String>> french = new LinkedHashMap<>();
    english.forEach((key, lines) -> french.put(key, List.of("le " + lines.getFirst())));
    return new Protocol(
        bare.id(),
        bare.version(),
        bare.signature(),
        bare.fillers(),
        bare.questions(),
        bare.forms(),
        bare.rules(),
        bare.checkIns(),
        bare.photos(),
        bare.advice(),
        bare.massage(),
        List.of(new Texts("en", false, english), new Texts("fr", reviewed, french)),
        List.of(),
        List.of());
  }

  private static PhoneBundle bundle(ToldCourse told, String language, boolean reviewed) {
    Episode bare = told.episode();
    Guideline guideline = Guideline.of(worded(bare.guideline().protocol(), reviewed));
    TreatingClinic clinic =
        new TreatingClinic("Lip Clinic", "1", "2", "999", "St E", "1 Road", "monitoring", true);
    return new PhoneBundle(
        "e1",
        ToldCourse.patient(),
        "/card/k",
        language,
        clinic,
        told.hours(),
        Episode.of(guideline, bare.entries()));
  }

  private static String server(ToldCourse told, PhoneBundle bundle, Instant at) {
    return new PatientView(
            bundle.episode(),
            bundle.episode().at(at, told.hours()),
            bundle.clinic(),
            bundle.card(),
            bundle.language())
        .json(bundle.id(), told.hours())
        .text();
  }

  @Seeded(20)
  void a_phone_shows_the_language_that_was_chosen_as_the_server_does(SplittableRandom random) {
    ToldCourse told = ToldCourse.tell(random);
    for (String language : List.of("en", "fr", "fr-CA", "tr")) {
      PhoneBundle bundle = bundle(told, language, random.nextBoolean());
      String sent = bundle.json(told.now()).text();
      assertThat(PhoneBundle.read(sent)).isInstanceOf(PhoneBundle.Reading.Read.class);
      PhoneEpisode phone =
          new PhoneEpisode(((PhoneBundle.Reading.Read) PhoneBundle.read(sent)).bundle());
      String shown = phone.view(told.now());
      assertThat(shown).isEqualTo(server(told, bundle, told.now()));
      assertThat(shown.contains("\"title\":\"le Lip filler\""))
          .isEqualTo(language.startsWith("fr"));
    }
  }

  @Test
  void where_nobody_has_reviewed_a_language_the_english_of_red_flags_stands_beside_it() {
    ToldCourse told = ToldCourse.tell(new SplittableRandom(1));
    Protocol bare = told.episode().guideline().protocol();
    String draft = server(told, bundle(told, "fr", false), told.now());
    for (Question question : bare.questions()) {
      assertThat(draft).contains("\"text\":\"le Ask " + question.id() + "\"");
      assertThat(draft.contains("\"text\":\"Ask " + question.id() + "\""))
          .as(question.id())
          .isEqualTo(question.redFlag());
    }
    assertThat(draft).contains("\"lookAgain\":\"Look again.\"", "\"reviewed\":false");
    assertThat(server(told, bundle(told, "fr", true), told.now()))
        .doesNotContain("\"source\"", "\"Ask ");
    assertThat(server(told, bundle(told, "en", false), told.now())).doesNotContain("\"source\"");
  }
}
