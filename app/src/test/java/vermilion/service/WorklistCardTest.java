package vermilion.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vermilion.clinical.Concern;
import vermilion.clinical.Urgency;
import vermilion.episode.Alert;
import vermilion.episode.CareEvent;
import vermilion.episode.Leave;
import vermilion.testing.Seeded;

/// What is written of a card is read again; nothing else is.
final class WorklistCardTest {

  private static final String ODD = "Zoë \"d'Arc\" \\ \u0007 \uD83D\uDE00";

  private static WorklistCard card(SplittableRandom random) {
    List<WorklistCard.Waiting> alerts = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(4); i++) {
      alerts.add(waiting(random));
    }
    List<WorklistCard.Pain> pain = new ArrayList<>();
    for (int i = 0; i < random.nextInt(9); i++) {
      pain.add(new WorklistCard.Pain(random.nextLong(-9, 400_000), random.nextInt(11)));
    }
    Map<String, String> answers = new LinkedHashMap<>();
    answers.put("pain", Integer.toString(random.nextInt(11)));
    answers.put("other", ODD);
    return new WorklistCard(
        new WorklistCard.Person(ODD, "en", "lip-ha", 1 + random.nextInt(9)),
        new WorklistCard.Injected(instant(random), "Example Lip 1", "", "A1182"),
        random.nextBoolean(),
        alerts,
        left(random),
        new Reported(answers, List.of("occlusion-pain")),
        pain,
        List.of(),
        latest(random));
  }

  private static WorklistCard.Latest latest(SplittableRandom random) {
    CareEvent.Outcome outcome = CareEvent.Outcome.values()[random.nextInt(3)];
    Optional<String> where = random.nextBoolean() ? Optional.of(ODD) : Optional.empty();
    CareCard care =
        new CareCard(
            optional(random).map(at -> new Alert.Ack("Nurse Kay", at)),
            optional(random).map(at -> new CareCard.Rang(outcome, "Nurse Kay", at)),
            optional(random).map(at -> new CareCard.Review(at, ODD, where, random.nextBoolean())));
    return new WorklistCard.Latest(random.nextInt(900), where.map(_ -> "photo"), care);
  }

  private static WorklistCard.Left left(SplittableRandom random) {
    List<WorklistCard.Asked> asked = new ArrayList<>();
    for (Leave leave : Leave.values()) {
      if (random.nextInt(4) == 0) {
        asked.add(new WorklistCard.Asked(leave, instant(random), random.nextBoolean()));
      }
    }
    return new WorklistCard.Left(random.nextBoolean(), asked);
  }

  private static WorklistCard.Waiting waiting(SplittableRandom random) {
    return new WorklistCard.Waiting(
        "occlusion." + random.nextInt(99),
        Concern.values()[random.nextInt(Concern.values().length)],
        Urgency.values()[random.nextInt(Urgency.values().length)],
        List.of("one", "two"),
        new WorklistCard.Clock(
            instant(random),
            instant(random),
            optional(random),
            optional(random),
            random.nextBoolean()),
        new WorklistCard.Marks(
            random.nextBoolean(),
            random.nextBoolean(),
            random.nextBoolean() ? Optional.of("Nurse Kay") : Optional.empty(),
            optional(random),
            optional(random)));
  }

  private static Instant instant(SplittableRandom random) {
    return Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L));
  }

  private static Optional<Instant> optional(SplittableRandom random) {
    return random.nextBoolean() ? Optional.of(instant(random)) : Optional.empty();
  }

  @Seeded(200)
  void a_card_is_read_as_it_was_written(SplittableRandom random) {
    WorklistCard card = card(random);
    assertThat(WorklistCardCodec.read(WorklistCardCodec.write(card))).contains(card);
  }

  @Test
  void a_card_that_does_not_fit_is_not_written() {
    WorklistCard card = card(new SplittableRandom(4));
    WorklistCard large =
        new WorklistCard(
            new WorklistCard.Person("x".repeat(Journal.CARD_BYTES_MAX), "en", "lip-ha", 1),
            card.injected(),
            true,
            card.alerts(),
            WorklistCard.Left.NOT,
            card.why(),
            card.pain());
    assertThat(WorklistCardCodec.write(large)).isEqualTo(Bytes.NONE);
  }

  @Test
  void what_is_no_card_of_this_version_is_not_read() {
    WorklistCard card = card(new SplittableRandom(4));
    String text =
        WorklistCardCodec.write(
                new WorklistCard(
                    card.person(),
                    card.injected(),
                    card.held(),
                    card.alerts(),
                    WorklistCard.Left.NOT,
                    card.why(),
                    card.pain()))
            .toText();
    for (String other :
        List.of(
            "",
            "{}",
            "[]",
            text.substring(1),
            text.replace("\"version\":1", "\"version\":2"),
            text.replace("\"held\"", "\"gehalten\""),
            text.replaceFirst("\"alerts\":\\[.*?\\}\\]", "\"alerts\":[]"),
            text.replaceFirst("\"pain\":\\[", "\"pain\":[\"x\",1,"))) {
      assertThat(WorklistCardCodec.read(Bytes.ofText(other))).as(other).isEmpty();
    }
  }

  @Test
  void the_least_waiting_rank_is_the_number_that_the_indexes_name() {
    assertThat(WorklistRow.LEAST_WAITING).isEqualTo(2);
    assertThat(CheckInCourse.Place.FINISHED.code()).isEqualTo(4);
    for (CheckInCourse.Place place : CheckInCourse.Place.values()) {
      assertThat(CheckInCourse.Place.of(place.code())).isEqualTo(place);
    }
  }
}
