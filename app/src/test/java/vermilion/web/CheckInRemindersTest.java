package vermilion.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermilion.service.Mail;
import vermilion.service.MailRound;
import vermilion.service.MailSender;
import vermilion.web.RunningClinic.Answer;

/// Reminders of check-ins: when they go, when they do not, and what they say.
final class CheckInRemindersTest {

  private static final String NUMBER = "+447700900123";

  @TempDir Path folder;
  private RunningClinic clinic;
  private String nurse;
  private String episode;
  private final Post post = new Post();

  /// Keeps what it is handed.
  private static final class Post implements MailSender {
    private final List<Mail> sent = new ArrayList<>();

    @Override
    public Outcome send(Mail mail) {
      sent.add(mail);
      return new Outcome.Sent();
    }

    @Override
    public void rest() {
      // There is no line to put down.
    }
  }

  @BeforeEach
  void open() {
    clinic = RunningClinic.in(folder);
    nurse = clinic.clinician("north");
    Answer opened =
        clinic.post("/api/episodes", nurse, RunningClinic.opening(clinic.now(), "null"));
    episode = opened.text("episode");
  }

  @AfterEach
  void close() {
    clinic.close();
  }

  private Answer tell(String type, String fields) {
    String event =
        "[{\"id\":\"%s\",\"type\":\"%s\",\"at\":\"%s\",%s}]"
            .formatted(UUID.randomUUID(), type, clinic.now(), fields);
    return clinic.post("/api/episodes/" + episode + "/events", nurse, event);
  }

  private void remindBy(String way, String to) {
    assertThat(tell("reminders-set", "\"way\":\"" + way + "\"" + to).text()).contains("accepted");
  }

  private void remindAt(String number) {
    remindBy("text", ",\"to\":\"" + number + "\"");
  }

  /// What was sent in the hours from the treatment on, looked after every quarter of an hour.
  private List<Mail> sentUntil(int hours) {
    post.sent.clear();
    Instant end = RunningClinic.START.plus(Duration.ofHours(hours));
    while (clinic.now().isBefore(end)) {
      clinic.at(clinic.now().plus(Duration.ofMinutes(15)));
      new MailRound(clinic.mails(), post, clinic::now, clinic.reminders()).run("north");
    }
    return List.copyOf(post.sent);
  }

  @Test
  void a_check_in_is_reminded_of_when_it_opens_and_half_way_and_never_at_night() {
    remindAt(NUMBER);

    List<Mail> sent = sentUntil(30);
    assertThat(sent).isNotEmpty().allSatisfy(mail -> assertThat(mail.to()).isEqualTo(NUMBER));
    assertThat(sent.getFirst().made()).isEqualTo(RunningClinic.START.plus(Duration.ofHours(2)));
    assertThat(sent)
        .allSatisfy(mail -> {
          int hour = mail.made().atZone(ZoneId.of("Europe/London")).getHour();
          assertThat(hour).isBetween(7, 22);
        });
    assertThat(sent).extracting(Mail::id).doesNotHaveDuplicates();
    Optional<Mail.About> first = sent.getFirst().about();
    assertThat(sent).extracting(Mail::about).filteredOn(first::equals).hasSize(2);
  }

  @Test
  void what_it_says_is_whom_to_ring_and_nothing_that_others_could_learn_from() {
    remindAt(NUMBER);

    assertThat(sentUntil(3).getFirst().words().plain())
        .contains("ring ", "now")
        .doesNotContainIgnoringCase("lip")
        .doesNotContainIgnoringCase("filler")
        .doesNotContainIgnoringCase("massage")
        .doesNotContain("Amira", "north")
        .hasSizeLessThan(161);
  }

  @Test
  void an_answered_check_in_is_not_reminded_of_again() {
    remindAt(NUMBER);
    Mail.About first = sentUntil(2).getFirst().about().orElseThrow();
    assertThat(tell("check-in", "\"form\":\"full\",\"answers\":{\"colour\":\"usual\"}").text())
        .contains("accepted");

    assertThat(sentUntil(30))
        .isNotEmpty()
        .extracting(Mail::about)
        .doesNotContain(Optional.of(first));
  }

  @Test
  void another_number_has_the_next_one_and_none_ends_it() {
    remindAt(NUMBER);
    remindAt("+33612345678");
    assertThat(sentUntil(3)).isNotEmpty().extracting(Mail::to).containsOnly("+33612345678");

    remindBy("none", "");
    assertThat(sentUntil(60)).isEmpty();
  }

  @Test
  void an_order_to_move_her_clock_moves_what_waits() {
    remindAt(NUMBER);
    assertThat(tell("zone-changed", "\"zone\":\"Asia/Tokyo\",\"waking\":\"07:30-22:30\"").text())
        .contains("accepted");

    assertThat(sentUntil(30))
        .isNotEmpty()
        .allSatisfy(mail -> {
          int hour = mail.made().atZone(ZoneId.of("Asia/Tokyo")).getHour();
          assertThat(hour).isBetween(7, 22);
        });
  }

  @Test
  void what_is_no_number_is_refused_by_its_name() {
    assertThat(tell("reminders-set", "\"way\":\"text\",\"to\":\"07700 900123\"").text())
        .contains("refused", "07700 900123", "+447700900123");
    assertThat(tell("reminders-set", "\"way\":\"email\"").text()).contains("refused");
    assertThat(tell("reminders-set", "\"way\":\"pigeon\",\"to\":\"x\"").text())
        .contains("way", "pigeon");
  }
}
