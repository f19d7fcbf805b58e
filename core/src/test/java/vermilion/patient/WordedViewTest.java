package vermilion.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static vermilion.patient.BundleText.object;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vermilion.episode.Author;
import vermilion.episode.Entry;
import vermilion.episode.Episode;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.Guideline;
import vermilion.episode.ToldCourse;
import vermilion.json.Json;
import vermilion.protocol.Advice;
import vermilion.protocol.Protocol;
import vermilion.protocol.Texts;
import vermilion.testing.Seeded;
import vermilion.time.Elapsed;

/// What a patient reads under a protocol that has words and advice.
final class WordedViewTest {

  private static final List<Advice> ADVICE =
      List.of(
          advice("touch", 0, Optional.of(24L)),
          advice("dentist", 0, Optional.of(336L)),
          advice("balm", 6, Optional.empty()));

  private static Advice advice(String id, long from, Optional<Long> until) {
    return new Advice(
        id,
        until.isPresent(),
        Elapsed.ofHours(from),
        until.map(Elapsed::ofHours),
        List.of(),
        List.of());
  }

  /// Every rule has words for her, words for staff, and what to do meanwhile; several say the same.
  private static Protocol worded(Protocol bare) {
    Map<String, List<String>> words = new LinkedHashMap<>();
    words.put("title", List.of("Lip filler"));
    for (int i = 0; i < bare.rules().size(); i++) {
      String rule = "rule." + bare.rules().get(i).id();
      words.put(rule + ".patient", List.of("Reason " + i % 4));
      words.put(rule + ".staff", List.of("Between us " + i));
      words.put(rule + ".meanwhile", List.of("Stop.", "Stop. Sit down.", "Wait " + i % 20));
    }
    for (String level : List.of("emergency", "urgent", "same-day", "soon", "routine")) {
      words.put("level." + level + ".title", List.of("Title of " + level));
      words.put("level." + level + ".meanwhile", List.of("Stop. Sit down.", "Stay near help."));
    }
    words.put("advice.touch.title", List.of("Touching"));
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
        ADVICE,
        bare.massage(),
        List.of(new Texts("en", true, words)),
        List.of(),
        List.of());
  }

  private static Episode episode(ToldCourse told) {
    Protocol bare = told.episode().guideline().protocol();
    return Episode.of(Guideline.of(worded(bare)), told.episode().entries());
  }

  private static TreatingClinic clinic(String use) {
    return new TreatingClinic(
        "Lip Clinic", "020 7946 0018", "020 7946 0123", "999", "St Example's", "1 Road", use, true);
  }

  private static PhoneBundle bundle(ToldCourse told, String use) {
    return new PhoneBundle(
        "e1", ToldCourse.patient(), "/card/k", "en", clinic(use), told.hours(), episode(told));
  }

  private static PhoneEpisode phone(ToldCourse told, String use) {
    String text = bundle(told, use).json(told.now()).text();
    return PhoneBundle.read(text) instanceof PhoneBundle.Reading.Read read
        ? new PhoneEpisode(read.bundle())
        : new PhoneEpisode(bundle(told, use));
  }

  private static Json.Obj part(Json.Obj whole, String name) {
    return (Json.Obj) whole.find(name).orElseThrow();
  }

  private static List<String> lines(Json.Obj part, String name) {
    List<String> lines = new ArrayList<>();
    for (Json line : ((Json.Arr) part.find(name).orElseThrow()).items()) {
      lines.add(((Json.Str) line).value());
    }
    return lines;
  }

  @Seeded(60)
  void a_phone_reads_the_words_that_the_server_shows(SplittableRandom random) {
    ToldCourse told = ToldCourse.tell(random);
    for (String use : List.of("monitoring", "information")) {
      PhoneBundle bundle = bundle(told, use);
      PhoneEpisode phone = phone(told, use);
      for (int hours = 0; hours < 700; hours += 90) {
        Instant at = told.now().plus(Duration.ofHours(hours));
        String server =
            new PatientView(
                    bundle.episode(),
                    bundle.episode().at(at, told.hours()),
                    bundle.clinic(),
                    bundle.card(),
                    bundle.language())
                .json(bundle.id(), told.hours())
                .text();
        assertThat(phone.view(at)).isEqualTo(server).doesNotContain("Between us");
      }
    }
  }

  @Test
  void an_alert_says_two_reasons_and_no_line_that_another_says_with_more() {
    ToldCourse told = ToldCourse.tell(new SplittableRandom(5));
    PhoneEpisode phone = phone(told, "monitoring");
    Instant at = told.now().plusSeconds(60);
    String event =
        """
        {"id":"00000000-0000-4000-8000-000000000001","type":"check-in","at":"2026-01-13T10:30:00Z",
        "form":"full","complete":false,"answers":{"vision":"yes","colour":"pale","pain":8}}\
        """;
    assertThat(phone.decide(event, at)).contains("\"accepted\"");

    Json.Obj status = part(object(phone.view(at)), "status");

    assertThat(status.find("levelTitle")).contains(new Json.Str("Title of emergency"));
    assertThat(lines(status, "because")).hasSizeBetween(1, 2).doesNotHaveDuplicates();
    assertThat(lines(status, "meanwhile"))
        .contains("Stop. Sit down.", "Stay near help.")
        .doesNotContain("Stop.")
        .doesNotHaveDuplicates();
  }

  @Test
  void advice_is_for_later_for_now_and_free() {
    ToldCourse told = ToldCourse.tell(new SplittableRandom(5));
    Instant treated = told.episode().opened().treatment().at();
    PhoneEpisode phone = phone(told, "monitoring");

    assertThat(states(phone.view(treated.plus(Duration.ofHours(2)))))
        .containsExactly("touch now", "dentist now", "balm later");
    assertThat(states(phone.view(treated.plus(Duration.ofHours(24)))))
        .containsExactly("touch free", "dentist now", "balm now");
  }

  private static List<String> states(String view) {
    Json.Arr avoid = (Json.Arr) part(object(view), "today").find("avoid").orElseThrow();
    List<String> states = new ArrayList<>();
    for (Json one : avoid.items()) {
      Json.Obj advice = (Json.Obj) one;
      states.add(
          ((Json.Str) advice.find("id").orElseThrow()).value()
              + " "
              + ((Json.Str) advice.find("state").orElseThrow()).value());
    }
    return states;
  }

  @Test
  void words_about_levels_go_out_only_where_levels_are_shown() {
    ToldCourse told = ToldCourse.tell(new SplittableRandom(7));
    Protocol whole = episode(told).guideline().protocol();
    Protocol shown = OwnRecord.of(whole, "en", true);
    Protocol hidden = OwnRecord.of(whole, "en", false);

    assertThat(shown.texts().getFirst().words().keySet())
        .contains("title", "level.urgent.title")
        .anyMatch(key -> key.startsWith("rule.") && key.endsWith(".patient"))
        .noneMatch(key -> key.endsWith(".staff"));
    assertThat(hidden.texts().getFirst().words().keySet())
        .contains("title", "advice.touch.title")
        .noneMatch(key -> key.startsWith("rule.") || key.startsWith("level."));
  }

  @Test
  void what_staff_heard_is_withheld_and_what_she_wrote_herself_stays() {
    EpisodeEvent.Contacted call =
        new EpisodeEvent.Contacted("none", true, Map.of(), Optional.empty(), Optional.of("cries"));
    Instant at = Instant.parse("2026-01-13T10:30:00Z");
    Entry byNurse = new Entry(2, "a", at, at, new Author(Author.Role.CLINICIAN, "Nurse"), call);
    Entry byHer = new Entry(3, "b", at, at, new Author(Author.Role.PATIENT, "patient"), call);

    assertThat(OwnRecord.of(byHer)).isEqualTo(byHer);
    assertThat(((EpisodeEvent.Contacted) OwnRecord.of(byNurse).event()).text())
        .contains(OwnRecord.WITHHELD);
  }
}
