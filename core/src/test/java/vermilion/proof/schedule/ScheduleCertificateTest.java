package vermilion.proof.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vermilion.json.OneObject;
import vermilion.proof.Counterexample;
import vermilion.proof.Findings;
import vermilion.proof.Property;
import vermilion.proof.Proved;

final class ScheduleCertificateTest {
  private static final ScheduleProof.Outcome OUTCOME =
      new ScheduleProof.Outcome(
          new Findings(
              List.of(new Proved(Property.SCHEDULE, "it holds", 12)), List.of(), List.of()),
          new ScheduleProof.Size(3, 4, 5, 6, 12));

  private static final ScheduleCertificate CERTIFICATE =
      ScheduleCertificate.of(OUTCOME, "abc").orElseThrow();

  @Test
  void a_certificate_reads_back_as_it_was_written() {
    assertThat(ScheduleCertificate.read(CERTIFICATE.json().text()))
        .isEqualTo(new OneObject.Read<>(CERTIFICATE));
    assertThat(CERTIFICATE.limits())
        .isEqualTo(
            "start hour 24 to 168, 1 to 4 a day, 1 to 7 days, 1 to 5 min, 120 min apart, closed by"
                + " hour 336");
    assertThat(CERTIFICATE.waking()).startsWith("07:30-22:30").hasSize(10);
  }

  @Test
  void what_it_names_is_proved() {
    var findings = CERTIFICATE.findings("abc");

    assertThat(findings.proved()).containsExactlyElementsOf(OUTCOME.findings().proved());
    assertThat(findings.notices()).isEmpty();
  }

  @Test
  void another_engine_is_not_certified() {
    assertThat(CERTIFICATE.findings("abd").proved()).isEmpty();
    assertThat(CERTIFICATE.findings("abd").notices())
        .containsExactly("the schedule is not certified for this engine");
    assertThat(with("abc", CERTIFICATE.timeZones(), "none").findings("abc").notices())
        .containsExactly("the schedule is not certified for this engine");
  }

  @Test
  void other_time_zones_are_not_certified() {
    var zones = ScheduleScope.zoneVersion();

    assertThat(with("abc", "1999z", CERTIFICATE.limits()).findings("abc").notices())
        .containsExactly(
            "the schedule is not certified for time zones " + zones + ", only for 1999z");
  }

  @Test
  void a_broken_law_has_no_certificate() {
    var broken =
        new Counterexample(
            Property.SCHEDULE, "it holds", "A story.", List.of(), CERTIFICATE.json());
    var outcome =
        new ScheduleProof.Outcome(
            new Findings(List.of(), List.of(broken), List.of()), OUTCOME.size());

    assertThat(ScheduleCertificate.of(outcome, "abc")).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "nothing | character 0, expected a value",
        "[] | expected an object",
        "{} | engine is absent, expected text of 1 to 64 characters",
        "{\"engin\":1} | engine is absent"
      })
  void a_text_that_is_none_is_refused(String text, String why) {
    assertThat(ScheduleCertificate.read(text))
        .isInstanceOfSatisfying(
            OneObject.Refused.class, refused -> assertThat(refused.sentence()).contains(why));
  }

  private static ScheduleCertificate with(String engine, String zones, String limits) {
    return new ScheduleCertificate(
        engine, zones, limits, 2026, 2029, List.of(), OUTCOME.size(), List.of("it holds"));
  }
}
