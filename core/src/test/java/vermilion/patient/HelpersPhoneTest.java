package vermilion.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static vermilion.patient.BundleText.object;
import static vermilion.patient.BundleText.read;
import static vermilion.patient.BundleText.why;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import vermilion.episode.Author;
import vermilion.episode.Confidant;
import vermilion.episode.ToldCourse;
import vermilion.json.Json;

/// What the phone of a helper holds, and what it can do.
final class HelpersPhoneTest {

  private static final ToldCourse TOLD = ToldCourse.helped();
  private static final Confidant SAM = TOLD.episode().confidants().getFirst();
  private static final Confidant KIM = TOLD.episode().confidants().getLast();

  private static PhoneBundle hers() {
    TreatingClinic clinic =
        new TreatingClinic("Lip Clinic", "1", "2", "999", "St E", "1 Road", "monitoring", true);
    return new PhoneBundle(
        "e1", ToldCourse.patient(), "/card/k", "en", clinic, TOLD.hours(), TOLD.episode());
  }

  private static String sent(Confidant helper) {
    return hers().forHelper(helper).json(TOLD.now()).text();
  }

  @Test
  void it_holds_no_letter_no_address_and_no_number_of_another() {
    assertThat(hers().json(TOLD.now()).text())
        .contains("private", "private@example.org", "020 7946 0003", "written by Sam");
    assertThat(sent(SAM))
        .doesNotContain("private", "020 7946 0003")
        .contains(OwnRecord.WITHHELD, "written by Sam");
    // His own number and his own words he may have, and no other's.
    assertThat(sent(KIM)).doesNotContain("private", "written by Sam").contains("020 7946 0003");
  }

  @Test
  void it_shows_what_the_server_shows_a_helper() {
    PhoneEpisode phone = new PhoneEpisode(read(sent(SAM)));
    PhoneBundle hers = hers();
    for (long hours : List.of(-5L, 0L, 7L, 30L, 200L)) {
      Instant at = TOLD.now().plus(Duration.ofHours(hours));
      String shown =
          new PatientView(
                  TOLD.episode(),
                  TOLD.episode().at(at, TOLD.hours()),
                  hers.clinic(),
                  hers.card(),
                  hers.language())
              .forHelper(SAM)
              .json(hers.id(), TOLD.hours())
              .text();
      assertThat(phone.view(at)).isEqualTo(shown).contains("\"name\":\"Sam\"");
      assertThat(shown).doesNotContain("private", "\"name\":\"Kim\"", "020 7946 0003");
    }
  }

  @Test
  void it_says_who_reported_what_is_open() {
    PhoneEpisode phone = new PhoneEpisode(read(sent(SAM)));
    assertThat(phone.view(TOLD.now())).contains("\"reportedBy\":\"clinic\",\"heard\"");
    phone.decide(
        event("check-in", "\"form\":\"look\",\"complete\":false,\"answers\":{\"vision\":\"yes\"}"),
        TOLD.now());
    assertThat(phone.view(TOLD.now())).contains("\"reportedBy\":\"patient\",\"helper\":\"Sam\"");
  }

  @Test
  void what_it_sends_is_his_and_not_hers() {
    PhoneBundle bundle = read(sent(SAM));
    PhoneEpisode phone = new PhoneEpisode(bundle);
    assertThat(bundle.writer()).isEqualTo(new Author(Author.Role.CONFIDANT, "Sam"));
    assertThat(phone.decide(event("leave-asked", "\"leave\":\"erasure\""), TOLD.now()))
        .contains("a type that a helper may send");
    String worry = "\"form\":\"full\",\"complete\":false,\"answers\":{\"vision\":\"yes\"}";
    assertThat(phone.decide(event("check-in", worry), TOLD.now()))
        .contains("\"status\":\"accepted\"", "\"level\":\"emergency\"");
  }

  @Test
  void a_bundle_of_a_helper_who_is_not_in_is_refused() {
    String stranger = sent(SAM).replace("\"helper\":\"" + SAM.id(), "\"helper\":\"x" + SAM.id());
    assertThat(why(stranger)).isEqualTo("the bundle is of a helper who is not in");
  }

  @Test
  void a_record_that_does_not_begin_or_begins_twice_is_refused() {
    Json.Obj whole = object(hers().json(TOLD.now()).text());
    String notWhole = "the record of the bundle is not whole";
    assertThat(why(whole.text())).isEqualTo("read");
    assertThat(why(withEvents(whole, _ -> List.of()))).isEqualTo(notWhole);
    assertThat(why(withEvents(whole, all -> all.subList(1, all.size())))).isEqualTo(notWhole);
    assertThat(why(withEvents(whole, HelpersPhoneTest::openedAgain))).isEqualTo(notWhole);
    Json.Obj other =
        object(whole.text().replace("\"protocol\":\"brief\"", "\"protocol\":\"other\""));
    assertThat(why(other.text())).isEqualTo(notWhole);
  }

  private static List<Json> openedAgain(List<Json> all) {
    String first = ((Json.Obj) all.getFirst()).text();
    List<Json> twice = new ArrayList<>(all);
    twice.set(1, object(first.replace("\"seq\":1", "\"seq\":2")));
    return twice;
  }

  private static String withEvents(Json.Obj bundle, UnaryOperator<List<Json>> change) {
    List<Json.Member> members = new ArrayList<>();
    for (Json.Member member : bundle.members()) {
      members.add(
          member.name().equals("events")
              ? new Json.Member(
                  "events", new Json.Arr(change.apply(((Json.Arr) member.value()).items())))
              : member);
    }
    return new Json.Obj(members).text();
  }

  private static String event(String type, String more) {
    return "{\"id\":\"00000000-0000-4000-8000-000000000001\",\"type\":\""
        + type
        + "\",\"at\":\"2026-01-13T18:00:00Z\","
        + more
        + "}";
  }
}
