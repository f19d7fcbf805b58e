package vermilion.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What an open worklist is told. A stream that says nothing would hang: the timeout ends it.
@Timeout(30)
final class LivePagesTest {

  @TempDir Path folder;
  private RunningClinic clinic;
  private String nurse;

  @BeforeEach
  void start() {
    clinic = RunningClinic.in(folder);
    nurse = clinic.clinician("north");
  }

  @AfterEach
  void stop() {
    clinic.close();
  }

  private static String opened(RunningClinic clinic, String nurse) {
    RunningClinic.Answer answer =
        clinic.post("/api/episodes", nurse, RunningClinic.opening(clinic.now(), "null"));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.text("episode");
  }

  /// A call that staff record: the patient's lip is pale.
  private static void report(RunningClinic clinic, String nurse, String episode) {
    String event =
        """
        [{"id":"%s","type":"contact","at":"%s","complete":false,"answers":{"colour":"pale"}}]\
        """
            .formatted(UUID.randomUUID(), clinic.now());
    assertThat(clinic.post("/api/episodes/" + episode + "/events", nurse, event).text())
        .contains("accepted");
  }

  @Test
  void a_report_is_told_within_a_second_and_a_quiet_list_is_proved_by_beats() {
    String episode = opened(clinic, nurse);
    try (LiveStream stream = LiveStream.open(clinic, nurse)) {
      assertThat(stream.next()).isEqualTo("list");
      assertThat(stream.next()).isEqualTo("beat");
      long reported = System.nanoTime();
      report(clinic, nurse, episode);
      assertThat(stream.next()).isEqualTo("list");
      assertThat(Duration.ofNanos(System.nanoTime() - reported)).isLessThan(Duration.ofSeconds(1));
      assertThat(stream.next()).isEqualTo("beat");
    }
  }

  @Test
  void what_another_server_wrote_and_what_time_made_is_told_too() {
    String episode = opened(clinic, nurse);
    try (RunningClinic other = RunningClinic.beside(folder);
        LiveStream stream = LiveStream.open(clinic, nurse)) {
      assertThat(stream.next()).isEqualTo("list");
      report(other, nurse, episode);
      assertThat(stream.nextNews()).isEqualTo("list");
      // Nobody reads it for ten minutes; no request and no tick of the clock comes in between.
      clinic.at(clinic.now().plus(Duration.ofMinutes(11)));
      assertThat(stream.nextNews()).isEqualTo("list");
    }
  }

  @Test
  void what_happens_in_another_clinic_is_not_told() {
    String theirs = clinic.clinician("south");
    String episode = opened(clinic, theirs);
    try (LiveStream stream = LiveStream.open(clinic, nurse)) {
      assertThat(stream.next()).isEqualTo("list");
      report(clinic, theirs, episode);
      assertThat(List.of(stream.next(), stream.next())).containsOnly("beat");
    }
  }

  @Test
  void who_is_revoked_hears_that_it_is_over_and_nothing_more() {
    try (LiveStream stream = LiveStream.open(clinic, nurse)) {
      assertThat(stream.next()).isEqualTo("list");
      clinic.revoke("north", nurse);
      assertThat(stream.nextNews()).isEqualTo("ended");
      assertThat(stream.next()).isEmpty();
    }
  }

  @Test
  void a_record_that_does_not_answer_is_never_said_to_be_quiet() {
    try (LiveStream stream = LiveStream.open(clinic, nurse)) {
      assertThat(stream.next()).isEqualTo("list");
      clinic.loseRecord();
      assertThat(stream.nextNews()).isEqualTo("blind");
      assertThat(stream.next()).isEqualTo("blind");
    }
  }

  @Test
  void nobody_listens_without_being_signed_in() throws IOException {
    assertThat(LiveStream.status(clinic, "vermilion=north_nothing")).isEqualTo(302);
  }
}
