package vermilion.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static vermilion.patient.BundleText.object;
import static vermilion.patient.BundleText.read;
import static vermilion.patient.BundleText.why;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vermilion.episode.ToldCourse;
import vermilion.json.Json;
import vermilion.testing.Seeded;

final class PhoneBundleTest {
  private static TreatingClinic clinic(String use) {
    return new TreatingClinic(
        "Lip Clinic", "020 7946 0018", "020 7946 0123", "999", "St Example's", "1 Road", use, true);
  }

  private static PhoneBundle bundle(ToldCourse told, String use) {
    return new PhoneBundle(
        "e1", ToldCourse.patient(), "/card/k", "en", clinic(use), told.hours(), told.episode());
  }

  private static String view(ToldCourse told, PhoneBundle bundle, Instant at) {
    return new PatientView(
            told.episode(),
            told.episode().at(at, told.hours()),
            bundle.clinic(),
            bundle.card(),
            bundle.language())
        .json(bundle.id(), told.hours())
        .text();
  }

  @Seeded(150)
  void a_phone_sees_what_the_server_sees(SplittableRandom random) {
    ToldCourse told = ToldCourse.tell(random);
    PhoneBundle bundle = bundle(told, random.nextBoolean() ? "monitoring" : "information");
    PhoneEpisode phone = new PhoneEpisode(read(bundle.json(told.now()).text()));

    for (int i = 0; i < 8; i++) {
      Instant at = told.now().plusMillis(random.nextLong(-100_000_000L, 40 * 86_400_000L));
      assertThat(phone.view(at)).isEqualTo(view(told, bundle, at));
    }
  }

  @Seeded(60)
  void a_bundle_that_was_read_is_written_back_the_same(SplittableRandom random) {
    ToldCourse told = ToldCourse.tell(random);
    String text = bundle(told, "monitoring").json(told.now()).text();

    assertThat(read(text).json(told.now()).text()).isEqualTo(text);
  }

  @Seeded(60)
  void nothing_that_staff_wrote_for_staff_is_sent(SplittableRandom random) {
    ToldCourse told = ToldCourse.tell(random);
    Json.Obj bundle = bundle(told, "monitoring").json(told.now());

    // The maker of events gives every reason of an order one of these.
    assertThat(bundle.text()).doesNotContain("agreed", "old bruise", "asked her doctor");
    for (Json event : ((Json.Arr) bundle.find("events").orElseThrow()).items()) {
      Json.Obj body = (Json.Obj) ((Json.Obj) event).find("body").orElseThrow();
      switch (text(body, "type")) {
        case "note" -> assertThat(text(body, "text")).isEqualTo("kept by the clinic");
        case "rang" ->
            assertThat(body.find("note"))
                .isIn(Optional.empty(), Optional.of(new Json.Str("kept by the clinic")));
        case "hold-lifted", "level-lowered", "order-stopped", "review-cancelled" ->
            assertThat(text(body, "reason")).isEqualTo("kept by the clinic");
        default -> {}
      }
    }
  }

  @Test
  void it_is_the_same_text_for_most_of_a_year() {
    ToldCourse told = ToldCourse.tell(new SplittableRandom(3));
    PhoneBundle bundle = bundle(told, "monitoring");
    String now = bundle.json(told.now()).text();

    assertThat(bundle.json(told.now().plus(Duration.ofHours(5))).text()).isEqualTo(now);
    assertThat(bundle.json(told.now().plus(Duration.ofDays(800))).text()).isNotEqualTo(now);
  }

  @Test
  void what_is_decided_on_the_phone_is_in_the_next_view() {
    ToldCourse told = ToldCourse.tell(new SplittableRandom(5));
    PhoneEpisode phone = new PhoneEpisode(read(bundle(told, "monitoring").json(told.now()).text()));
    Instant at = told.now().plusSeconds(60);
    String event =
        """
        {"id":"00000000-0000-4000-8000-000000000001","type":"check-in","at":"2026-01-13T10:30:00Z",
        "form":"full","complete":false,"answers":{"vision":"yes"}}\
        """;

    Json.Obj decided = object(phone.decide(event, at));
    assertThat(text(decided, "status")).isEqualTo("accepted");
    assertThat(text((Json.Obj) decided.find("assessment").orElseThrow(), "level"))
        .isEqualTo("emergency");
    assertThat(decided.members())
        .extracting(Json.Member::name)
        .containsExactly("id", "status", "assessment", "why");
    Json.Obj view = object(phone.view(at));
    assertThat(text((Json.Obj) view.find("status").orElseThrow(), "level")).isEqualTo("emergency");
    assertThat(text(object(phone.decide(event, at)), "status")).isEqualTo("duplicate");
  }

  @Test
  void in_the_use_information_the_phone_says_no_level() {
    ToldCourse told = ToldCourse.tell(new SplittableRandom(5));
    String text = bundle(told, "information").json(told.now()).text();
    PhoneEpisode phone = new PhoneEpisode(read(text));
    String event =
        """
        {"id":"00000000-0000-4000-8000-000000000001","type":"check-in","at":"2026-01-13T10:30:00Z",
        "form":"full","complete":false,"answers":{"vision":"yes"}}\
        """;

    Json.Obj decided = object(phone.decide(event, told.now()));
    assertThat(text(decided, "status")).isEqualTo("accepted");
    assertThat(decided.find("assessment")).isEmpty();
    assertThat(object(phone.view(told.now())).find("course").orElseThrow().text())
        .doesNotContain("\"level\"");
  }

  @Test
  void what_is_no_event_is_refused_with_the_reason() {
    ToldCourse told = ToldCourse.tell(new SplittableRandom(5));
    PhoneEpisode phone = new PhoneEpisode(read(bundle(told, "monitoring").json(told.now()).text()));

    assertThat(phone.decide("[]", told.now()))
        .isEqualTo(
            "{\"id\":\"\",\"status\":\"refused\",\"assessment\":null,"
                + "\"why\":\"the event is not a JSON object\"}");
    Json.Obj decided = object(phone.decide("{\"id\":\"x\",\"type\":\"photo-taken\"}", told.now()));
    assertThat(text(decided, "id")).isEqualTo("x");
    assertThat(text(decided, "why"))
        .contains("id is", "at is absent", "; ", "occurrence is absent");
    String note =
        """
        {"id":"00000000-0000-4000-8000-000000000001","type":"note","at":"2026-01-13T10:30:00Z",
        "text":"x"}\
        """;
    assertThat(phone.decide(note, told.now())).contains("\"status\":\"refused\"", "patient may");
  }

  @Test
  void a_bundle_that_is_not_whole_is_refused_with_the_reason() {
    ToldCourse told = ToldCourse.tell(new SplittableRandom(4));
    String text = bundle(told, "monitoring").json(told.now()).text();

    assertThat(told.episode().seq()).isGreaterThan(3);
    assertThat(why(text)).isEqualTo("read");
    assertThat(why("")).isEqualTo("the bundle is not a JSON object");
    assertThat(why("[]")).isEqualTo("the bundle is not a JSON object");
    assertThat(why("{}")).isEqualTo("the bundle holds no protocol");
    assertThat(why("{\"protocol\":{}}")).contains("expected");
    assertThat(why(text.replace("{\"v\":1,\"episode\"", "{\"v\":2,\"episode\"")))
        .isEqualTo("v is 2, expected a whole number from 1 to 1");
    assertThat(why(text.replace("\"seq\":2,\"received\"", "\"seq\":3,\"received\"")))
        .isEqualTo("the record of the bundle is not whole");
    assertThat(why(text.replace("\"zone\":\"Europe/London\",\"offset\":0", "\"zone\":\"\"")))
        .contains("zone");
  }

  private static String text(Json.Obj object, String name) {
    return ((Json.Str) object.find(name).orElseThrow()).value();
  }
}
