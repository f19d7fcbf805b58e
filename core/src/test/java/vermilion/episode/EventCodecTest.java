package vermilion.episode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vermilion.json.Fields;
import vermilion.json.Json;
import vermilion.json.JsonText;
import vermilion.testing.Seeded;

/// The one form in which the phone, the API and the journal hold events.
final class EventCodecTest {

  private static final String ID = "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9";

  private static final List<String> TYPES =
      List.of(
          "opened",
          "check-in",
          "contact",
          "massage-started",
          "massage-ended",
          "order-signed",
          "order-stopped",
          "hold-lifted",
          "level-lowered",
          "acknowledged",
          "zone-changed",
          "fact-recorded",
          "photo-taken",
          "message-sent",
          "note",
          "leave-asked",
          "leave-taken-back",
          "leave-answered",
          "reminders-set",
          "helper-let-in",
          "helper-ended",
          "taken-over",
          "rang",
          "review-booked",
          "review-cancelled");

  private static List<String> problems(String json) {
    Json.Obj object = (Json.Obj) ((JsonText.Reading.Value) JsonText.read(json)).value();
    return switch (EventCodec.readSent(object)) {
      case EventCodec.Reading.Read<EventCodec.Sent> _ -> List.of();
      case EventCodec.Reading.Broken<EventCodec.Sent> broken ->
          broken.problems().stream().map(Fields.Problem::sentence).toList();
    };
  }

  private static String sent(String type, String fields) {
    return "{\"id\":\""
        + ID
        + "\",\"type\":\""
        + type
        + "\",\"at\":\"2026-01-13T10:00:00Z\""
        + (fields.isEmpty() ? "" : ",")
        + fields
        + "}";
  }

  @Seeded(40)
  void every_type_of_event_is_read_back_as_it_was_written(SplittableRandom random) {
    EventMaker maker = new EventMaker(random);
    List<EpisodeEvent> events = maker.eachType();
    assertThat(events.stream().map(EpisodeEvent::type)).containsExactlyElementsOf(TYPES);
    for (EpisodeEvent event : events) {
      EventCodec.Sent sent =
          new EventCodec.Sent(
              maker.uuid(), Course.TREATED.plusMillis(random.nextInt(1_000_000)), event);
      Author by = maker.pick(List.of(Course.PATIENT, Course.NURSE, Course.SERVICE, Course.HELPER));
      String body = EventCodec.body(sent, by);

      assertThat(EventCodec.readBody(body))
          .as(body)
          .isEqualTo(new EventCodec.Reading.Read<>(new EventCodec.Stored(sent, by)));
      // Through bytes too: what is hashed is what is read.
      String bytes = new String(body.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
      assertThat(bytes).isEqualTo(body);
    }
  }

  @Test
  void every_stored_sample_of_the_first_version_is_read_for_ever() throws IOException {
    List<String> samples = new ArrayList<>(TYPES);
    samples.addAll(
        List.of(
            "photo-taken.kept",
            "contact.called",
            "opened.syringes",
            "leave-asked.clinic",
            "check-in.helper"));
    for (String name : samples) {
      String type = name.substring(0, (name + ".").indexOf('.'));
      String body = sample(name);
      EventCodec.Reading<EventCodec.Stored> reading = EventCodec.readBody(body);

      assertThat(reading)
          .as(name)
          .isInstanceOfSatisfying(
              EventCodec.Reading.Read.class,
              read -> {
                EventCodec.Stored stored = (EventCodec.Stored) read.value();
                assertThat(stored.sent().event().type()).isEqualTo(type);
                assertThat(EventCodec.body(stored.sent(), stored.by())).isEqualTo(body);
              });
    }
  }

  private static String sample(String type) throws IOException {
    String name = "/events/v1/" + type + ".json";
    try (InputStream in = EventCodecTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }

  @Seeded(10)
  void a_body_cut_anywhere_is_broken_and_never_throws(SplittableRandom random) {
    for (EpisodeEvent event : new EventMaker(random).eachType()) {
      String body = EventCodec.body(new EventCodec.Sent(ID, Course.TREATED, event), Course.NURSE);
      for (int end = 0; end < body.length(); end++) {
        assertThat(EventCodec.readBody(body.substring(0, end)))
            .isInstanceOf(EventCodec.Reading.Broken.class);
      }
    }
  }

  @Seeded(10)
  void a_body_without_one_of_its_members_is_read_or_broken_and_never_throws(
      SplittableRandom random) {
    for (EpisodeEvent event : new EventMaker(random).eachType()) {
      String body = EventCodec.body(new EventCodec.Sent(ID, Course.TREATED, event), Course.NURSE);
      Json.Obj whole = (Json.Obj) ((JsonText.Reading.Value) JsonText.read(body)).value();
      for (Json.Member member : whole.members()) {
        for (Json other : List.of(new Json.Null(), Json.Num.of(-1), new Json.Str(" "), whole)) {
          Json.Builder changed = Json.object();
          for (Json.Member one : whole.members()) {
            changed.put(one.name(), one.name().equals(member.name()) ? other : one.value());
          }
          EventCodec.readBody(changed.build().text());
        }
      }
    }
  }

  @Test
  void a_body_that_is_no_object_or_of_a_later_version_is_broken() {
    for (String body : List.of("", "[]", "1", "{", "null")) {
      assertThat(EventCodec.readBody(body))
          .isEqualTo(
              new EventCodec.Reading.Broken<>(
                  List.of(new Fields.Problem("body", "not a JSON object", "a stored event"))));
    }
    String body =
        EventCodec.body(
            new EventCodec.Sent(ID, Course.TREATED, new EpisodeEvent.Noted("x")), Course.NURSE);
    assertThat(EventCodec.readBody(body.replace("\"v\":1", "\"v\":2")))
        .isInstanceOf(EventCodec.Reading.Broken.class);
    assertThat(EventCodec.readBody(body.replace("Nurse B", "x".repeat(121))))
        .isInstanceOf(EventCodec.Reading.Broken.class);
    assertThat(EventCodec.readBody(body.replace("Nurse B", "")))
        .isInstanceOf(EventCodec.Reading.Broken.class);
  }

  @Test
  void what_may_be_left_out_has_its_usual_value() {
    assertThat(problems(sent("check-in", ""))).isEmpty();
    assertThat(problems(sent("contact", ""))).isEmpty();
    assertThat(problems(sent("massage-ended", "\"seconds\":60"))).isEmpty();
    assertThat(problems(sent("acknowledged", "\"alert\":\"lump.2\""))).isEmpty();
    assertThat(problems(sent("fact-recorded", "\"fact\":\"vaccine\""))).isEmpty();
    assertThat(problems(sent("order-signed", "\"order\":{\"practitioner\":\"A\"}"))).isEmpty();
    assertThat(
            problems(sent("order-signed", "\"order\":{\"practitioner\":\"A\",\"massage\":null}")))
        .isEmpty();
  }

  @Test
  void an_id_is_a_uuid_in_lower_case() {
    for (String id :
        List.of(
            ID.replace('a', 'A'),
            ID.substring(1),
            ID + "0",
            ID.replace("-", "0"),
            ID.replace('0', 'g'),
            ID.replace('0', '/'),
            ID.replace('0', ':'),
            ID.replace("a1b", "-1b"),
            "")) {
      assertThat(problems(sent("note", "\"text\":\"x\"").replace(ID, id))).as(id).hasSize(1);
    }
  }

  @Test
  void every_bad_field_is_named_at_once() {
    assertThat(problems("{}"))
        .containsExactly(
            "id is absent, expected text of 1 to 36 characters",
            "at is absent, expected an instant such as 2026-03-28T15:00:00Z",
            "type is absent, expected one of [check-in, contact, massage-started, massage-ended,"
                + " order-signed, order-stopped, hold-lifted, level-lowered, acknowledged,"
                + " zone-changed, note, fact-recorded, photo-taken, message-sent,"
                + " leave-asked, leave-taken-back, leave-answered, reminders-set, helper-let-in,"
                + " helper-ended, taken-over, rang, review-booked, review-cancelled, opened]");
    assertThat(problems(sent("massage-start", "\"occurrence\":\"x\"")))
        .hasSize(1)
        .first()
        .asString()
        .endsWith("did you mean massage-started?");
    assertThat(
            problems(sent("level-lowered", "\"concern\":\"lumps\",\"level\":\"low\",\"until\":1")))
        .hasSize(4)
        .anyMatch(problem -> problem.startsWith("concern is \"lumps\""))
        .anyMatch(problem -> problem.startsWith("level is \"low\""))
        .anyMatch(problem -> problem.startsWith("until is 1"))
        .anyMatch(problem -> problem.startsWith("reason is absent"));
    assertThat(
            problems(
                sent(
                    "check-in",
                    "\"form\":1,\"complete\":\"yes\",\"answers\":{\"pain\":true},\"note\":\"x\"")))
        .containsExactly(
            "form is 1, expected text of at most 80 characters",
            "complete is \"yes\", expected true or false",
            "answers.pain is true, expected a word, a whole number or null",
            "note is \"x\", expected no such field");
  }

  @Test
  void a_photo_that_is_kept_names_its_view_and_its_hash() {
    String hash = "0123456789abcdef".repeat(4);
    assertThat(problems(photo("front", hash, "null"))).isEmpty();
    assertThat(problems(photo("front", hash, "\"" + ID + "\""))).isEmpty();
    assertThat(problems(photo("behind", hash, "null"))).hasSize(1);
    assertThat(problems(photo("left", hash.toUpperCase(Locale.ROOT), "null")))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("photo.hash is ");
    assertThat(problems(photo("left", hash.substring(1), "null"))).hasSize(1);
    assertThat(problems(photo("left", hash, "\"me\""))).hasSize(1);
    assertThat(problems(sent("photo-taken", "\"photo\":{}"))).hasSize(2);
  }

  private static String photo(String view, String hash, String message) {
    return sent(
        "photo-taken",
        "\"photo\":{\"view\":\""
            + view
            + "\",\"hash\":\""
            + hash
            + "\",\"message\":"
            + message
            + "}");
  }

  @Test
  void a_reason_is_never_blank() {
    for (String type : List.of("order-stopped", "hold-lifted")) {
      assertThat(problems(sent(type, "\"reason\":\" \"")))
          .containsExactly("reason is \" \", expected text of 1 to 2000 characters");
    }
  }

  @Test
  void every_field_of_an_opening_has_its_bounds() {
    String json =
        sent(
            "opened",
            "\"patient\":{\"name\":\"\",\"birthDate\":\"1991-02-29\",\"zone\":\"x\",\"waking\":5},"
                + "\"treatment\":{\"at\":\"x\",\"filler\":\"ha\",\"lot\":\""
                + "x".repeat(41)
                + "\",\"expiry\":\"2027-13-01\",\"volumeMl\":20.001,\"sites\":\"lips\"},"
                + "\"protocol\":\"\",\"protocolVersion\":0,\"known\":{\"coldSores\":1}");
    assertThat(problems(json).stream().map(problem -> problem.substring(0, problem.indexOf(' '))))
        .containsExactly(
            "patient.name",
            "patient.birthDate",
            "patient.waking",
            "treatment.at",
            "treatment.filler",
            "treatment.lot",
            "treatment.expiry",
            "treatment.volumeMl",
            "treatment.sites",
            "protocol",
            "protocolVersion",
            "known.coldSores");
  }

  @Test
  void dates_are_real_dates() {
    for (String date : List.of("1992-02-29", "2000-02-29", "1900-01-01", "1991-12-31")) {
      assertThat(born(date)).as(date).isEmpty();
    }
    for (String date :
        List.of(
            "1991-02-29",
            "1900-02-29",
            "1899-12-31",
            "1991-04-31",
            "1991-4-30",
            "199a-04-30",
            "1991/04/30",
            "19910430",
            "1991-00-10")) {
      assertThat(born(date)).as(date).hasSize(1);
    }
  }

  private static List<String> born(String date) {
    return problems(
        sent(
            "opened",
            "\"patient\":{\"name\":\"A\",\"birthDate\":\""
                + date
                + "\",\"zone\":\"x\"},\"treatment\":{\"at\":\"2026-01-13T10:00:00Z\","
                + "\"filler\":\"unknown\"},\"protocol\":\"p\",\"protocolVersion\":1"));
  }

  @Test
  void volumes_are_millilitres_up_to_twenty() {
    for (String volume : List.of("0", "0.5", "\"1.25\"", "20", "20.000", "19.999", "null")) {
      assertThat(volume(volume)).as(volume).isEmpty();
    }
    for (String volume :
        List.of(
            "20.001", "21", "100", "-1", "1.2345", "\"1.\"", "\".5\"", "1e1", "\"\u0661\"", "[]")) {
      assertThat(volume(volume)).as(volume).hasSize(1);
    }
  }

  private static List<String> volume(String volume) {
    return problems(
        sent(
            "opened",
            "\"patient\":{\"name\":\"A\",\"birthDate\":\"1991-04-30\",\"zone\":\"x\"},"
                + "\"treatment\":{\"at\":\"2026-01-13T10:00:00Z\",\"filler\":\"unknown\","
                + "\"volumeMl\":"
                + volume
                + "},\"protocol\":\"p\",\"protocolVersion\":1"));
  }

  @Test
  void an_order_file_is_read_by_the_same_words() {
    String json =
        "{\"practitioner\":\"Dr A\",\"massage\":{\"startHours\":48,\"minutes\":1,\"perDay\":2,"
            + "\"days\":3,\"where\":[\"upper lip, left\"],\"reason\":null}}";
    Json.Obj object = (Json.Obj) ((JsonText.Reading.Value) JsonText.read(json)).value();
    List<Fields.Problem> problems = new ArrayList<>();

    assertThat(EventCodec.readOrder(Fields.of(object, problems)).massage()).contains(Course.USUAL);
    assertThat(problems).isEmpty();
  }

  @Test
  void there_is_a_sample_of_every_type() {
    TreeSet<String> types = new TreeSet<>();
    for (EpisodeEvent event : new EventMaker(new SplittableRandom(1)).eachType()) {
      types.add(event.type());
    }
    assertThat(types).containsExactlyInAnyOrderElementsOf(TYPES);
    int kinds = EpisodeEvent.class.getPermittedSubclasses().length - 1;
    assertThat(types).hasSize(kinds + CareEvent.class.getPermittedSubclasses().length);
  }
}
