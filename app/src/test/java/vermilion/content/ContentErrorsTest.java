package vermilion.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Mistakes in everything but rules, questions and forms; what a test writes begins in line 6.
final class ContentErrorsTest {

  @Test
  void an_unknown_key_is_told_with_what_was_meant() {
    assertThat(Written.problems("quesitons: []\n"))
        .containsExactly(
            "test.yaml:6:1: found \"quesitons\", expected one of format, protocol, version, status, signature, based-on, fillers, questions, forms, rules, check-ins, photos, advice, massage, texts, sources; did you mean questions?");
  }

  @Test
  void an_empty_protocol_lacks_every_section() {
    assertThat(Written.problemsOfWhole("format: 2\nprotocol: Test\nversion: 0\nstatus: done\n"))
        .containsExactly(
            "test.yaml:1:1: found no key advice, expected advice: what to avoid until when",
            "test.yaml:1:1: found no key check-ins, expected check-ins: when each form is asked",
            "test.yaml:1:1: found no key fillers, expected fillers: one of hyaluronic-acid, calcium-hydroxylapatite, poly-l-lactic-acid, other, unknown",
            "test.yaml:1:1: found no key forms, expected forms: which questions are asked together",
            "test.yaml:1:1: found no key massage, expected massage: never, or what may be ordered",
            "test.yaml:1:1: found no key photos, expected photos: when photos are taken",
            "test.yaml:1:1: found no key questions, expected questions: what may be asked",
            "test.yaml:1:1: found no key rules, expected rules: when an answer is how urgent",
            "test.yaml:1:1: found no key sources, expected sources: the documents that the statements stand on",
            "test.yaml:1:1: found no key texts, expected texts: the words for patients, under en and others",
            "test.yaml:1:9: found \"2\", expected 1, the version of the protocol language",
            "test.yaml:2:11: found \"Test\", expected a name of small letters, digits and hyphens, such as pain-course",
            "test.yaml:3:10: found \"0\", expected a whole number from 1",
            "test.yaml:4:9: found \"done\", expected draft or signed");
  }

  @Test
  void a_draft_with_a_signature_is_refused() {
    assertThat(Written.problems("signature: {by: Dr A, date: 2026-11-01}\n"))
        .containsExactly(
            "test.yaml:6:12: found a signature under a draft, expected status: signed, or none");
  }

  @Test
  void a_signed_protocol_needs_a_name_and_a_date() {
    String signed = "format: 1\nprotocol: test\nversion: 1\nstatus: signed\n";
    assertThat(Written.problemsOfWhole(signed))
        .contains(
            "test.yaml:4:9: found signed without a signature, expected signature: by and date");
    assertThat(Written.problemsOfWhole(signed + "signature: {by: Dr A, date: 2026-02-30}\n"))
        .contains("test.yaml:5:29: found \"2026-02-30\", expected a date as YYYY-MM-DD");
  }

  @Test
  void a_base_must_be_there_have_its_version_and_stand_alone() {
    assertThat(based("lip-hx.yaml version 1"))
        .containsExactly(
            "test.yaml:5:11: found no readable file lip-hx.yaml, expected a protocol file");
    assertThat(based("../lip-ha.yaml version 1"))
        .containsExactly(
            "test.yaml:5:11: found \"../lip-ha.yaml\", expected a file beside this one, such as: lip-ha.yaml version 1");
    assertThat(based("lip-ha.yaml"))
        .containsExactly(
            "test.yaml:5:22: found the end, expected version and a number, as in: lip-ha.yaml version 1");
    assertThat(based("lip-ha.yaml version 7"))
        .containsExactly(
            "test.yaml:5:31: found \"7\", expected the version of the base, which is 1");
    assertThat(based("lip-unknown.yaml version 1"))
        .singleElement()
        .asString()
        .startsWith("lip-unknown.yaml:")
        .endsWith(":1: found a base that is based on another, expected a base that stands alone");
    assertThat(based("[a]"))
        .containsExactly(
            "test.yaml:5:11: found a list, expected a file beside this one, such as: lip-ha.yaml version 1");
  }

  @Test
  void a_signed_protocol_is_not_based_on_a_draft() {
    assertThat(
            Written.problemsOfWhole(
                """
                format: 1
                protocol: test
                version: 1
                status: signed
                signature: {by: Dr A, date: 2026-11-01}
                based-on: lip-ha.yaml version 1
                """))
        .containsExactly(
            "test.yaml:6:31: found a signed protocol based on a draft, expected a base that is signed too");
  }

  @Test
  void a_mistake_in_the_base_is_told_with_the_name_of_the_base() {
    Reading reading =
        ProtocolReader.read(
            "test.yaml",
            file ->
                (file.equals("test.yaml") ? Written.HEAD : "format: 1\nversion: 1\nrulse: []\n")
                    .getBytes(StandardCharsets.UTF_8));
    assertThat(Written.problems(reading))
        .contains(
            "lip-ha.yaml:3:1: found \"rulse\", expected one of format, protocol, version, status, signature, based-on, fillers, questions, forms, rules, check-ins, photos, advice, massage, texts, sources; did you mean rules?");
  }

  @Test
  void fillers_are_known_and_stand_once() {
    assertThat(Written.problems("fillers: [unknown, unknown, hyaluronic-acids]\n"))
        .containsExactly(
            "test.yaml:6:20: found \"unknown\", expected each family once",
            "test.yaml:6:29: found \"hyaluronic-acids\", expected one of hyaluronic-acid, calcium-hydroxylapatite, poly-l-lactic-acid, other, unknown; did you mean hyaluronic-acid?");
    assertThat(Written.problems("fillers: []\n"))
        .containsExactly(
            "test.yaml:1:1: found no filler family, expected one of hyaluronic-acid, calcium-hydroxylapatite, poly-l-lactic-acid, other, unknown");
  }

  @Test
  void check_ins_rise_stand_once_and_name_a_form() {
    assertThat(
            Written.problems(
                """
                check-ins:
                  full: 4 h, 2 h, day 500, 12 h 3, soon
                  look: [4 h, -1 h]
                  lok: 6 h
                  sources: [SD]
                """))
        .containsExactly(
            "test.yaml:7:14: found \"2 h\", expected a time after 4 h, in rising order",
            "test.yaml:7:19: found \"day 500\", expected at most day 400",
            "test.yaml:7:33: found \"3\", expected a comma, or the end of the line",
            "test.yaml:7:36: found \"soon\", expected a time from 0 on, such as 48 h, day 7 or month 2",
            "test.yaml:8:10: found \"4 h\", expected one check-in at a time; one stands at test.yaml:7:9",
            "test.yaml:8:15: found \"-1\", expected a time from 0 on, such as 48 h, day 7 or month 2",
            "test.yaml:9:3: found \"lok\", expected one of full, look, late, gate, airway, sources; did you mean look?");
    assertThat(Written.problems("check-ins: never\n"))
        .containsExactly(
            "test.yaml:6:12: found \"never\", expected the keys full, look, late, gate, airway, sources");
  }

  @Test
  void too_many_photos_are_refused() {
    StringBuilder times = new StringBuilder("0 h");
    for (int i = 1; i < 40; i++) {
      times.append(", day ").append(i);
    }
    assertThat(Written.problems("photos:\n  at: " + times + "\n  sources: [SD]\n"))
        .containsExactly("test.yaml:7:3: found 40 photos, expected at most 32");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {id: touch, avoid: 48 h to 24 h, sources: [SD]} | 'test.yaml:7:32: found a window that ends before it begins, expected a time after 48 h'
          {id: touch, avoid: -1 h to 24 h, sources: [SD]} | 'test.yaml:7:24: found "-1", expected a time from 0 on, such as 48 h, day 7 or month 2'
          {id: touch, avoid: 0 h, sources: [SD]} | 'test.yaml:7:27: found the end, expected to and a time, as in: 0 h to 48 h'
          {id: touch, avoid: 0 h to 4 h only, sources: [SD]} | 'test.yaml:7:35: found "only", expected the end of the line'
          {id: touch, sources: [SD]} | 'test.yaml:7:5: found neither avoid nor allow, expected one of them, such as: 0 h to 48 h; or: from 6 h'
          {id: touch, avoid: from 0 h, allow: from 0 h, sources: [SD]} | 'test.yaml:7:5: found both avoid and allow, expected one of them, such as: 0 h to 48 h; or: from 6 h'
          {id: touch, avoid: from 0 h} | 'test.yaml:7:5: found no key sources, expected sources: keys of sources; SD for the project''s own proposal'
          {id: touch, avoid: from 0 h, sources: [X0]} | 'test.yaml:7:44: found "X0", expected a key of the sources below'
          {id: touch, avoid: from 0 h, includes: [masage], sources: [SD]} | 'test.yaml:7:45: found "masage", expected ids of other advice, or massage; did you mean massage?'
          """)
  void advice_that_cannot_be_understood_is_told(String advice, String problem) {
    assertThat(Written.problems("advice:\n  - " + advice + "\n"))
        .containsExactly(String.valueOf(problem));
  }

  @Test
  void massage_is_never_looser_than_the_engine() {
    assertThat(
            Written.problems(
                """
                massage:
                  start: {usual: 12 h, free-from: 24 h, with-reason-from: 6 h, latest: day 10}
                  minutes: {usual: 6, most: 10}
                  per-day: {usual: 5, most: 4}
                  days: {usual: 0, most: 8}
                  sources: [SD]
                """))
        .containsExactly(
            "test.yaml:7:18: found \"12 h\", expected hours from 48 h to 168 h",
            "test.yaml:7:35: found \"24 h\", expected hours from 48 h to 168 h",
            "test.yaml:7:59: found \"6 h\", expected hours from 24 h to 168 h",
            "test.yaml:7:72: found \"day 10\", expected hours from 48 h to 168 h",
            "test.yaml:8:20: found \"6\", expected a whole number from 1 to 5",
            "test.yaml:8:29: found \"10\", expected a whole number from 1 to 5",
            "test.yaml:9:20: found \"5\", expected a whole number from 1 to 4",
            "test.yaml:10:17: found \"0\", expected a whole number from 1 to 7",
            "test.yaml:10:26: found \"8\", expected a whole number from 1 to 7");
  }

  @Test
  void massage_is_never_or_has_limits_and_a_gate() {
    assertThat(Written.problems("massage: always\n"))
        .containsExactly(
            "test.yaml:6:10: found \"always\", expected never, or the keys start, minutes, per-day, days");
    assertThat(Written.problems("massage: {start: {usual: 48.5 h}}\n"))
        .containsExactly(
            "test.yaml:6:10: found no key days, expected days: usual and most",
            "test.yaml:6:10: found no key minutes, expected minutes: usual and most",
            "test.yaml:6:10: found no key per-day, expected per-day: usual and most",
            "test.yaml:6:10: found no key sources, expected sources: keys of sources; SD for the project's own proposal",
            "test.yaml:6:18: found no key free-from, expected free-from: hours from 48 h to 168 h",
            "test.yaml:6:18: found no key latest, expected latest: hours from 48 h to 168 h",
            "test.yaml:6:18: found no key with-reason-from, expected with-reason-from: hours from 24 h to 168 h",
            "test.yaml:6:26: found \"48.5\", expected a time from 0 on, such as 48 h, day 7 or month 2");
  }

  @Test
  void a_text_that_is_missing_unknown_or_empty_is_told() {
    assertThat(
            Written.problems(
                """
                texts:
                  en:
                    reviewed: perhaps
                    photos: {how: [one, '']}
                    activities: {check-in: [a], check-ni: b}
                """))
        .containsExactly(
            "test.yaml:8:15: found \"perhaps\", expected reviewed: yes or no, whether a clinician has read the red-flag texts",
            "test.yaml:9:25: found nothing, expected words",
            "test.yaml:10:5: found no text activities.check-in-late, expected the words for it in English",
            "test.yaml:10:5: found no text activities.check-in-look, expected the words for it in English",
            "test.yaml:10:5: found no text activities.look-again, expected the words for it in English",
            "test.yaml:10:5: found no text activities.massage, expected the words for it in English",
            "test.yaml:10:5: found no text activities.photo, expected the words for it in English",
            "test.yaml:10:18: found no text activities.check-in, expected the words for it in English",
            "test.yaml:10:28: found a list or keys, expected one text",
            "test.yaml:10:33: found \"check-ni\", expected a text that this protocol uses; did you mean check-in?");
  }

  @Test
  void english_is_required_and_other_languages_fall_back_to_it() {
    Reading reading =
        Written.whole(
            Written.HEAD
                + """
                texts:
                  nl: {reviewed: yes, title: Lippen}
                """);
    assertThat(reading).isInstanceOf(Reading.Read.class);
    Reading.Read read = (Reading.Read) reading;
    assertThat(read.warnings())
        .filteredOn(warning -> warning.place().file().equals("test.yaml"))
        .extracting(Problem::toString)
        .containsExactly(
            "test.yaml:7:3: found 285 texts missing in nl, expected all; English is shown in their place");
    assertThat(read.protocol().textsIn("nl").find("title")).contains("Lippen");
    assertThat(read.protocol().textsIn("nl").reviewed()).isTrue();
    assertThat(read.protocol().textsIn("nl").find("level.urgent.title"))
        .isEqualTo(read.protocol().textsIn("en").find("level.urgent.title"));
    assertThat(Written.problems("texts:\n  x: {reviewed: no}\n"))
        .containsExactly("test.yaml:7:3: found \"x\", expected a language tag such as en or pt-BR");
  }

  @Test
  void sources_have_a_quality_and_a_reference() {
    assertThat(Written.problems("sources:\n  S1: {quality: C, reference: x}\n  S2: {}\n"))
        .contains(
            "test.yaml:7:17: found \"C\", expected one of A, A*, A via B, B on A, B, GK, SD",
            "test.yaml:8:7: found no key quality, expected quality: one of A, A*, A via B, B on A,"
                + " B, GK, SD",
            "test.yaml:8:7: found no key reference, expected reference: who, what, where, when");
  }

  @Test
  void a_source_that_nothing_cites_is_warned_of() throws IOException {
    String shipped = Files.readString(ShippedProtocols.FOLDER.resolve("lip-ha.yaml"));
    Reading reading = Written.whole(shipped + "  X9: {quality: A, reference: x}\n");
    assertThat(((Reading.Read) reading).warnings())
        .filteredOn(problem -> !problem.found().startsWith("reviewed: no"))
        .extracting(problem -> problem.found() + ", expected " + problem.expected())
        .containsExactly("the source X9, cited by nothing, expected a statement that cites it");
  }

  @Test
  void at_most_a_hundred_problems_are_told_in_the_order_of_the_file() {
    StringBuilder lines = new StringBuilder("rules:\n");
    for (int i = 0; i < 300; i++) {
      lines
          .append("  - {id: r")
          .append(i)
          .append(", concern: x, level: y, when: z, sources: []}\n");
    }
    Reading.Broken broken = (Reading.Broken) Written.whole(Written.HEAD + lines);
    assertThat(broken.problems()).hasSize(100).extracting(Problem::place).isSorted();
    assertThat(broken.problems().getFirst().place()).isEqualTo(new Place("test.yaml", 7, 23));
  }

  private static List<String> based(String base) {
    return Written.problemsOfWhole(
        "format: 1\nprotocol: test\nversion: 1\nstatus: draft\nbased-on: " + base + "\n");
  }
}
