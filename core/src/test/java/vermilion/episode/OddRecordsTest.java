package vermilion.episode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vermilion.clinical.Concern;
import vermilion.clinical.Filler;
import vermilion.clinical.Urgency;
import vermilion.protocol.MassageOrder;
import vermilion.protocol.Order;

/// Records as another version, an import or a restored file may bring them: whatever stands in one
/// is folded, and nothing in it opens a gate.
final class OddRecordsTest {

  private static Episode fold(EpisodeEvent... events) {
    List<Entry> entries = new ArrayList<>(Course.begun().episode().entries());
    for (EpisodeEvent event : events) {
      long seq = entries.size() + 1L;
      Instant at = Course.TREATED.plusSeconds(60 * seq);
      entries.add(new Entry(seq, new UUID(9, seq).toString(), at, at, Course.NURSE, event));
    }
    return Episode.of(BriefProtocol.GUIDELINE, entries);
  }

  private static Standing standing(EpisodeEvent... events) {
    return fold(events).at(Course.atHour(3), Course.HOURS);
  }

  @Test
  void a_lowering_of_nothing_changes_nothing() {
    Standing standing =
        standing(
            new EpisodeEvent.LevelLowered(Concern.LUMP, Urgency.SOON, Course.atHour(9), true, "x"));
    assertThat(standing.alerts()).isEmpty();
  }

  @Test
  void a_mark_on_an_alert_that_is_not_there_changes_nothing() {
    assertThat(standing(new EpisodeEvent.Acknowledged("lump.7", EpisodeEvent.How.SEEN)).alerts())
        .isEmpty();
  }

  @Test
  void a_form_that_nobody_knows_is_read_for_its_answers() {
    Episode episode =
        fold(new EpisodeEvent.CheckedIn("fulll", true, Map.of("colour", "pale", "colur", "x")));

    assertThat(episode.assessed().getFirst().level()).isEqualTo(Urgency.URGENT);
    assertThat(episode.assessed().getFirst().form()).isEqualTo("fulll");
  }

  @Test
  void a_zone_that_nobody_knows_counts_as_utc_and_her_hours_as_the_usual_ones() {
    Standing standing = standing(new EpisodeEvent.ZoneChanged("Moon/Base", "awake"));

    assertThat(standing.plan().zone()).hasToString("Z");
    assertThat(standing.plan().waking()).hasToString("Waking[from=07:30, until=22:30]");
  }

  @Test
  void an_end_without_a_beginning_is_no_session() {
    Standing standing = standing(new EpisodeEvent.MassageEnded(60, false, Map.of("pain", "8")));

    assertThat(standing.held()).isTrue();
    assertThat(standing.gate())
        .isInstanceOfSatisfying(
            MassageGate.Refused.class, refused -> assertThat(refused.doneToday()).isZero());
  }

  @Test
  void an_order_outside_the_engines_limits_gives_no_session() {
    var wild =
        new MassageOrder(
            0,
            60,
            9,
            90,
            List.of("all"),
            "hard",
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Episode episode = fold(new EpisodeEvent.OrderSigned(new Order("Dr A", Optional.of(wild))));
    for (int hour = 1; hour < 400; hour += 7) {
      assertThat(episode.at(Course.atHour(hour), Course.HOURS).gate())
          .isInstanceOf(MassageGate.Refused.class);
    }
  }

  @Test
  void facts_known_before_count_from_the_start() {
    Course course =
        Course.of(
            new EpisodeEvent.Opened(
                Course.patient("1991-04-30", "Europe/London", "07:30-22:30"),
                Course.treatment(Course.TREATED, Filler.HYALURONIC_ACID),
                "brief",
                1,
                new EpisodeEvent.KnownBefore(true, true, true)));

    assertThat(course.episode().knows(RecordFact.COLD_SORES)).isTrue();
    assertThat(course.episode().knows(RecordFact.BLOOD_THINNER)).isTrue();
    assertThat(course.episode().knows(RecordFact.OLDER_FILLER)).isTrue();
    assertThat(course.episode().knows(RecordFact.VACCINE)).isFalse();
    assertThat(course.hour(40).checkIn("skin", "cold-sore").reported()).isEqualTo(Urgency.SAME_DAY);
    assertThat(Decider.checkOrder(course.episode(), new Order("Dr A", Optional.of(Course.USUAL))))
        .hasSize(1);
    assertThat(Decider.checkOrder(course.episode(), new Order("Dr A", Optional.empty()))).isEmpty();
  }

  @Test
  void without_cold_sores_in_the_record_a_cold_sore_is_a_first_one() {
    Course course = Course.begun().hour(40).checkIn("skin", "cold-sore");
    assertThat(course.reported()).isEqualTo(Urgency.URGENT);
  }

  @Test
  void an_illness_a_vaccine_or_dental_work_is_recent_for_four_weeks() {
    for (RecordFact fact :
        List.of(RecordFact.ILLNESS, RecordFact.VACCINE, RecordFact.DENTAL_WORK)) {
      Course course = Course.recordedAt(80).hour(800).fact(fact);
      assertThat(course.hour(800 + 28 * 24).checkInBy("late", "swelling", "mild").reported())
          .isEqualTo(Urgency.SOON);
      assertThat(course.hour(801 + 28 * 24).checkInBy("late", "swelling", "mild").reported())
          .isEqualTo(Urgency.SELF_CARE);
    }
    Course taken = Course.recordedAt(80).hour(800).fact(RecordFact.VACCINE);
    taken.by(Course.NURSE, new EpisodeEvent.FactRecorded(RecordFact.VACCINE, false));
    assertThat(taken.checkInBy("late", "swelling", "mild").reported()).isEqualTo(Urgency.SELF_CARE);
  }

  @Test
  void hyaluronidase_is_known_to_the_rules() {
    Course course = Course.begun().fact(RecordFact.HYALURONIDASE);
    assertThat(course.episode().knows(RecordFact.HYALURONIDASE)).isTrue();
  }

  @Test
  void a_half_filled_form_says_what_it_says_and_misses_nothing() {
    Course course = Course.begun().hour(6).halfCheckIn("colour", "bruised", "pain", "2");
    assertThat(course.reported()).isEqualTo(Urgency.ROUTINE);
    assertThat(course.episode().assessed().getLast().assessment().missing()).isEmpty();

    course.halfCheckIn("colour", "dusky");
    assertThat(course.reported()).isEqualTo(Urgency.URGENT);
  }

  @Test
  void a_completed_form_with_an_empty_answer_counts_it_as_its_worst() {
    Course course = Course.begun().hour(6);
    Map<String, String> answers = course.calmBut("full");
    answers.remove("airway");
    course.by(Course.PATIENT, new EpisodeEvent.CheckedIn("full", true, answers));

    assertThat(course.reported()).isEqualTo(Urgency.EMERGENCY);
    assertThat(course.episode().assessed().getLast().assessment().missing())
        .containsExactly("airway");
  }

  @Test
  void a_night_worker_massages_past_midnight_on_one_waking_day() {
    Course course =
        Course.of(
            new EpisodeEvent.Opened(
                Course.patient("1991-04-30", "Europe/London", "14:00-06:00"),
                Course.treatment(Course.TREATED, Filler.HYALURONIC_ACID),
                "brief",
                1,
                EpisodeEvent.KnownBefore.NOTHING));
    for (double hour : new double[] {4, 13, 28, 37, 50}) {
      course.hour(hour).checkIn();
    }
    course.hour(51).order(Course.USUAL);
    // Two windows a waking day: 14:00 to 21:00 and 23:00 to 06:00.
    course.at("2026-01-16T01:00:00Z");
    assertThat(course.open().occurrence().id()).isEqualTo("2/massage/2026-01-15/2");
    course.massage();
    assertThat(course.gateWord()).isEqualTo("not-yet");
    assertThat(course.gateRefused().until()).contains(Instant.parse("2026-01-16T14:00:00Z"));

    course.at("2026-01-18T01:00:00Z").massage();
    assertThat(course.gateWord()).isEqualTo("expired");
  }
}
