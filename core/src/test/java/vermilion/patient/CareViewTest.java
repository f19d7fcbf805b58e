package vermilion.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vermilion.episode.Author;
import vermilion.episode.Care;
import vermilion.episode.CareEvent;
import vermilion.episode.Entry;

/// What a patient sees of what staff did for her.
final class CareViewTest {

  private static final Instant NOW = Instant.parse("2026-01-13T16:00:00Z");

  private static String seen(Care care, Instant now) {
    return CareView.json(care, now).text();
  }

  private static Entry entry(CareEvent event) {
    Author nurse = new Author(Author.Role.CLINICIAN, "Nurse B");
    return new Entry(2, "00000000-0000-4000-8000-000000000002", NOW, NOW, nurse, event);
  }

  private static Care rang(CareEvent.Outcome outcome) {
    Entry rang = entry(new CareEvent.Rang(outcome, Optional.empty()));
    return new Care(Optional.empty(), Optional.of(rang), Optional.empty(), false);
  }

  private static Care review(boolean cancelled) {
    Entry booked = entry(new CareEvent.ReviewBooked(NOW, "Dr A", Optional.of("Room 2")));
    return new Care(Optional.empty(), Optional.empty(), Optional.of(booked), cancelled);
  }

  @Test
  void she_sees_who_looks_after_her() {
    Care care =
        new Care(
            Optional.of(entry(new CareEvent.TakenOver())),
            Optional.empty(),
            Optional.empty(),
            false);
    assertThat(seen(care, NOW))
        .isEqualTo("{\"takenOver\":{\"by\":\"Nurse B\",\"at\":\"2026-01-13T16:00:00Z\"}}");
  }

  @Test
  void she_sees_for_a_day_that_she_was_rung_in_vain() {
    for (CareEvent.Outcome outcome : CareEvent.Outcome.values()) {
      boolean reached = outcome == CareEvent.Outcome.REACHED;
      String shown = "\"outcome\":\"" + outcome.id() + "\"";
      assertThat(seen(rang(outcome), NOW).contains(shown)).as(outcome.id()).isNotEqualTo(reached);
      assertThat(seen(rang(outcome), NOW.plus(Duration.ofDays(1)))).doesNotContain(shown);
    }
  }

  @Test
  void she_sees_a_review_until_an_hour_after_it_began_and_that_it_was_cancelled() {
    String booked =
        "\"review\":{\"time\":\"2026-01-13T16:00:00Z\",\"with\":\"Dr A\","
            + "\"where\":\"Room 2\",\"cancelled\":";
    Instant late = NOW.plus(Duration.ofHours(1));
    assertThat(seen(review(false), late.minusSeconds(1))).contains(booked + "false");
    assertThat(seen(review(true), NOW)).contains(booked + "true");
    assertThat(seen(review(false), late)).isEqualTo("{}");
  }
}
