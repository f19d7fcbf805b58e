package vermilion.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vermilion.clinical.Filler;
import vermilion.protocol.Protocol;

/// Which episodes may be opened.
final class OpeningTest {

  private static final Decider DECIDER = new Decider(Course.HOURS);
  private static final String ID = "00000000-0000-0000-0000-00000000abcd";

  private static Decision open(EpisodeEvent event, Author by) {
    return DECIDER.open(
        BriefProtocol.GUIDELINE,
        new EventCodec.Sent(ID, Course.TREATED, event),
        by,
        Course.TREATED);
  }

  private static String refusal(EpisodeEvent event) {
    return open(event, Course.NURSE) instanceof Decision.Refused refused
        ? refused.why()
        : "accepted";
  }

  private static EpisodeEvent.Opened opened(Patient patient, Treatment treatment) {
    return new EpisodeEvent.Opened(
        patient, treatment, "brief", 1, EpisodeEvent.KnownBefore.NOTHING);
  }

  private static final Patient ADA = Course.patient("1991-04-30", "Europe/London", "07:30-22:30");
  private static final Treatment LIPS = Course.treatment(Course.TREATED, Filler.HYALURONIC_ACID);

  // Opening.

  @Test
  void a_clinician_or_a_system_that_feeds_the_clinic_opens_an_episode() {
    assertThat(open(opened(ADA, LIPS), Course.NURSE)).isInstanceOf(Decision.Accepted.class);
    assertThat(open(opened(ADA, LIPS), Course.SERVICE)).isInstanceOf(Decision.Accepted.class);
    assertThat(open(opened(ADA, LIPS), Course.PATIENT))
        .isInstanceOfSatisfying(
            Decision.Refused.class,
            no ->
                assertThat(no.why())
                    .isEqualTo("type is opened, expected a clinician to open an episode"));
  }

  @Test
  void an_episode_begins_with_its_opening_and_has_one() {
    assertThat(refusal(new EpisodeEvent.Noted("hello")))
        .startsWith("type is note, expected opened");
    assertThat(Course.begun().refusal(Course.NURSE, opened(ADA, LIPS)))
        .isEqualTo("type is opened, expected another type: the episode is open already");
  }

  @Test
  void another_protocol_or_version_does_not_open_under_this_one() {
    EpisodeEvent.Opened other =
        new EpisodeEvent.Opened(ADA, LIPS, "brief", 2, EpisodeEvent.KnownBefore.NOTHING);
    assertThat(refusal(other))
        .isEqualTo("protocolVersion is brief version 2, expected brief version 1");
    assertThat(
            refusal(
                new EpisodeEvent.Opened(ADA, LIPS, "bref", 1, EpisodeEvent.KnownBefore.NOTHING)))
        .contains("bref version 1");
  }

  @Test
  void a_record_is_never_read_by_another_version() {
    List<Entry> entries = new ArrayList<>(Course.begun().episode().entries());
    Entry first = entries.getFirst();
    entries.set(
        0,
        new Entry(
            1,
            first.id(),
            first.at(),
            first.received(),
            first.by(),
            new EpisodeEvent.Opened(ADA, LIPS, "brief", 2, EpisodeEvent.KnownBefore.NOTHING)));

    assertThatThrownBy(() -> Episode.of(BriefProtocol.GUIDELINE, entries))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an episode under protocol brief version 2 is read by brief version 1");
  }

  @Test
  void a_record_with_a_hole_or_without_a_beginning_is_never_read_as_if_whole() {
    List<Entry> entries = Course.begun().hour(4).checkIn().hour(13).checkIn().episode().entries();

    assertThatThrownBy(() -> Episode.of(BriefProtocol.GUIDELINE, List.of()))
        .hasMessageContaining("begins with the event opened");
    assertThatThrownBy(() -> Episode.of(BriefProtocol.GUIDELINE, entries.subList(1, 3)))
        .hasMessageContaining("begins with the event opened");
    assertThatThrownBy(() ->
            Episode.of(BriefProtocol.GUIDELINE, List.of(entries.getFirst(), entries.getLast())))
        .hasMessageContaining("has place 3, expected 2");
  }

  private static Treatment with(Syringe... syringes) {
    return new Treatment(
        LIPS.at(),
        LIPS.filler(),
        "Brand",
        "L1",
        "",
        "0.7",
        LIPS.sites(),
        "Dr A",
        List.of(syringes));
  }

  @Test
  void an_expired_syringe_needs_a_reason() {
    String day = Course.TREATED.toString().substring(0, 10);
    Syringe last = new Syringe("Brand", "L1", day, "", "0.5", "");
    Syringe late = new Syringe("Brand", "L2", "2026-01-01", "", "0.5", "");
    Syringe coded = new Syringe("", "", "", "(01)09506000134352(17)251231", "", "");
    String reason = "the only one of its kind, agreed with the patient";
    Syringe agreed = new Syringe("Brand", "L2", "2026-01-01", "", "0.5", reason);

    assertThat(refusal(opened(ADA, with(last, agreed)))).isEqualTo("accepted");
    assertThat(refusal(opened(ADA, with(last, late))))
        .isEqualTo(
            "treatment.syringes[1].reason is absent, expected why it was used, since it expired on"
                + " 2026-01-01, before the day of the treatment");
    assertThat(refusal(opened(ADA, with(coded)))).contains("it expired on 2025-12-31");
  }

  @Test
  void the_code_of_a_syringe_is_its_own() {
    String code = "(01)09506000134352(17)270531(10)ab1";
    assertThat(refusal(opened(ADA, with(new Syringe("", "AB1", "2027-05-31", code, "", "")))))
        .isEqualTo("accepted");
    assertThat(refusal(opened(ADA, with(new Syringe("", "AB2", "2027-05-30", code, "", "")))))
        .contains("treatment.syringes[0].lot is AB2, expected ab1, as its code says")
        .contains("treatment.syringes[0].expiry is 2027-05-30, expected 2027-05-31, as its code");
    assertThat(refusal(opened(ADA, with(new Syringe("", "", "", "(01)1", "", "")))))
        .contains("treatment.syringes[0].udi is (01)1, expected a GS1 code. At character 5");
  }

  @Test
  void a_patient_is_an_adult_on_the_day() {
    assertThat(refusal(opened(Course.patient("2008-01-13", "Europe/London", "07:30-22:30"), LIPS)))
        .isEqualTo("accepted");
    assertThat(refusal(opened(Course.patient("2008-01-14", "Europe/London", "07:30-22:30"), LIPS)))
        .isEqualTo("patient.birthDate is 2008-01-14, expected a patient of 18 or older");
    assertThat(refusal(opened(Course.patient("2999-01-01", "Europe/London", "07:30-22:30"), LIPS)))
        .contains("patient.birthDate");
  }

  @Test
  void an_unknown_zone_or_a_waking_day_that_is_none_is_refused_with_a_hint() {
    assertThat(refusal(opened(Course.patient("1991-04-30", "Europe/Londn", "07:30-09:00"), LIPS)))
        .isEqualTo(
            "zone is Europe/Londn, expected a zone such as Europe/London; did you mean"
                + " Europe/London?; waking is 07:30-09:00, expected waking hours of three hours or"
                + " more, such as 07:30-22:30");
    assertThat(refusal(opened(Course.patient("1991-04-30", "Moon", "07:30-22:30"), LIPS)))
        .startsWith("zone is Moon");
  }

  @Test
  void a_treatment_lies_neither_in_the_future_nor_years_ago() {
    Instant now = Course.TREATED;
    assertThat(refusal(treatedAt(now.plusSeconds(3600)))).isEqualTo("accepted");
    assertThat(refusal(treatedAt(now.plusSeconds(3601)))).contains("treatment.at");
    assertThat(refusal(treatedAt(now.minus(Duration.ofDays(366 * 5))))).isEqualTo("accepted");
    assertThat(refusal(treatedAt(now.minus(Duration.ofDays(366 * 5)).minusSeconds(1))))
        .contains("not over five years ago");
  }

  private static EpisodeEvent treatedAt(Instant at) {
    return opened(ADA, Course.treatment(at, Filler.HYALURONIC_ACID));
  }

  @Test
  void a_filler_that_the_protocol_is_not_for_is_refused() {
    var brief = BriefProtocol.PROTOCOL;
    var narrow =
        new Protocol(
            brief.id(),
            1,
            brief.signature(),
            List.of(Filler.HYALURONIC_ACID),
            brief.questions(),
            brief.forms(),
            brief.rules(),
            brief.checkIns(),
            brief.photos(),
            brief.advice(),
            brief.massage(),
            brief.texts(),
            brief.sources(),
            brief.citations());
    EpisodeEvent event = opened(ADA, Course.treatment(Course.TREATED, Filler.OTHER));

    Decision decision =
        DECIDER.open(
            Guideline.of(narrow),
            new EventCodec.Sent(ID, Course.TREATED, event),
            Course.NURSE,
            Course.TREATED);
    assertThat(decision)
        .isInstanceOfSatisfying(
            Decision.Refused.class,
            no ->
                assertThat(no.why())
                    .isEqualTo(
                        "treatment.filler is other, expected a family that protocol brief is for:"
                            + " [hyaluronic-acid]"));
  }
}
