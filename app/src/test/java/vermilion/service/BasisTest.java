package vermilion.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermilion.clinical.Concern;
import vermilion.clinical.Form;
import vermilion.episode.Author;
import vermilion.episode.CareEvent;
import vermilion.episode.Episode;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.EventCodec;
import vermilion.episode.ReminderWay;

/// What is done from an old page is not taken where what came meanwhile counts.
final class BasisTest {

  private static final Author KAY = Ward.NURSE;
  private static final Author LEE = new Author(Author.Role.CLINICIAN, "Nurse Lee");
  private static final EpisodeEvent NOTE = new EpisodeEvent.Noted("n");
  private static final EpisodeEvent PALE =
      new EpisodeEvent.Contacted(
          "full", false, Map.of("colour", "pale"), Optional.empty(), Optional.empty());
  private static final EpisodeEvent CALM =
      new EpisodeEvent.CheckedIn("look", false, Map.of("pain", "0"));
  private static final EpisodeEvent LIFT = new EpisodeEvent.HoldLifted("seen");
  private static final EpisodeEvent STOP = new EpisodeEvent.OrderStopped("seen");
  private static final EpisodeEvent WRITE = new EpisodeEvent.MessageSent("hello");
  private static final EpisodeEvent RANG =
      new CareEvent.Rang(CareEvent.Outcome.NO_ANSWER, Optional.empty());

  @TempDir Path folder;
  private Ward ward;
  private EpisodeRef ref;
  private long seq;

  @BeforeEach
  void start() {
    ward = new Ward(folder);
    ref = ward.open("Ada");
    sent(Ward.PATIENT, PALE);
    seq = episode().seq();
  }

  @AfterEach
  void stop() {
    ward.close();
  }

  private Episode episode() {
    return ((Lookup.Found) ward.service.find(ref)).episode();
  }

  private List<EventCodec.Sent> events(EpisodeEvent... events) {
    return List.of(events).stream()
        .map(event -> new EventCodec.Sent(UUID.randomUUID().toString(), ward.now.get(), event))
        .toList();
  }

  private void sent(Author by, EpisodeEvent event) {
    assertThat(ward.service.submit(ref, by, events(event)))
        .isInstanceOfSatisfying(
            Submission.Decided.class,
            decided ->
                assertThat(decided.outcomes().getFirst().status())
                    .isEqualTo(Outcome.Status.ACCEPTED));
  }

  /// The types of what came meanwhile; empty where the event was taken.
  private List<String> overtaken(EpisodeEvent... events) {
    long before = episode().seq();
    return switch (ward.service.submit(ref, KAY, events(events), new Basis(seq))) {
      case Submission.Overtaken(var meanwhile, var episode) -> {
        assertThat(episode().seq()).isEqualTo(before).isEqualTo(episode.seq());
        yield meanwhile.stream().map(entry -> entry.event().type()).toList();
      }
      case Submission other -> {
        assertThat(other).isInstanceOf(Submission.Decided.class);
        yield List.of();
      }
    };
  }

  @Test
  void what_nobody_has_touched_is_taken() {
    assertThat(overtaken(LIFT)).isEmpty();
    assertThat(episode().entries().getLast().event()).isEqualTo(LIFT);
  }

  @Test
  void a_decision_waits_for_everything_that_others_did_or_said() {
    sent(Ward.PATIENT, CALM);
    sent(LEE, NOTE);
    assertThat(overtaken(LIFT)).containsExactly("check-in", "note");
    assertThat(overtaken(WRITE, LIFT)).containsExactly("check-in", "note");
    seq = episode().seq();
    assertThat(overtaken(LIFT)).isEmpty();
  }

  @Test
  void words_and_marks_wait_for_staff_and_for_what_waits_for_a_human() {
    sent(Ward.PATIENT, CALM);
    assertThat(overtaken(WRITE)).isEmpty();
    sent(Ward.PATIENT, PALE);
    assertThat(overtaken(RANG)).containsExactly("contact");
    seq = episode().seq();
    sent(LEE, new CareEvent.TakenOver());
    assertThat(overtaken(new CareEvent.TakenOver())).containsExactly("taken-over");
    String alert = ward.service.standing(ref, episode()).alerts().getFirst().alert().id();
    assertThat(overtaken(new EpisodeEvent.Acknowledged(alert, EpisodeEvent.How.SEEN)))
        .containsExactly("taken-over");
  }

  @Test
  void what_she_did_herself_she_knows() {
    sent(KAY, NOTE);
    sent(KAY, WRITE);
    assertThat(overtaken(LIFT)).isEmpty();
  }

  @Test
  void stopping_massage_and_what_a_patient_says_wait_for_no_report() {
    sent(Ward.PATIENT, PALE);
    sent(LEE, NOTE);
    assertThat(overtaken(PALE)).isEmpty();
    assertThat(overtaken(new EpisodeEvent.RemindersSet(ReminderWay.NONE, Optional.empty())))
        .isEmpty();
    // There is no order to stop: it was decided about, not held up.
    assertThat(ward.service.submit(ref, KAY, events(STOP), new Basis(seq)))
        .isInstanceOf(Submission.Decided.class);
  }

  @Test
  void her_reminders_hold_up_no_decision_and_a_form_from_nowhere_knows_nothing() {
    sent(LEE, new EpisodeEvent.RemindersSet(ReminderWay.NONE, Optional.empty()));
    assertThat(overtaken(LIFT)).isEmpty();
    seq = -1;
    assertThat(overtaken(WRITE)).containsExactly("contact", "reminders-set");
  }

  @Test
  void two_who_decide_at_once_are_not_both_taken() {
    EpisodeEvent other =
        new EpisodeEvent.Contacted(
            Form.NONE, true, Map.of(), Optional.of(Concern.LUMP), Optional.of("a lump"));
    sent(LEE, other);
    assertThat(overtaken(LIFT)).containsExactly("contact");
    assertThat(ward.service.standing(ref, episode()).held()).isTrue();
  }
}
