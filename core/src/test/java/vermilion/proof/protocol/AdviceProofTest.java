package vermilion.proof.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vermilion.proof.Counterexample;
import vermilion.proof.Findings;
import vermilion.proof.Property;
import vermilion.proof.Proved;
import vermilion.protocol.Advice;
import vermilion.protocol.MassageLimits;
import vermilion.protocol.Protocol;
import vermilion.protocol.Texts;
import vermilion.schedule.MergedAdvice;
import vermilion.schedule.MergedAdvice.Stretch;
import vermilion.schedule.MergedAdvice.Strictness;
import vermilion.time.Elapsed;
import vermilion.triage.BriefForms;

final class AdviceProofTest {
  private static final Texts TEXTS =
      new Texts("en", false, Map.of("advice.touch.title", List.of("Touching and pressing")));

  private static Advice avoid(String id, int from, int until, String... includes) {
    return new Advice(
        id,
        true,
        Elapsed.ofHours(from),
        Optional.of(Elapsed.ofHours(until)),
        List.of(includes),
        List.of());
  }

  private static Advice allow(String id, int from, String... includes) {
    return new Advice(
        id, false, Elapsed.ofHours(from), Optional.empty(), List.of(includes), List.of());
  }

  private static Protocol protocol(Optional<MassageLimits> massage, Advice... advice) {
    return new Protocol(
        "sample",
        1,
        Optional.empty(),
        List.of(),
        BriefForms.QUESTIONS,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(advice),
        massage,
        List.of(TEXTS),
        List.of(),
        List.of());
  }

  private static Findings decided(Advice... advice) {
    return AdviceProof.decide(protocol(Optional.empty(), advice));
  }

  private static Findings decidedWithMassage(Advice... advice) {
    return AdviceProof.decide(protocol(Optional.of(MassageLimits.BRIEF), advice));
  }

  @Test
  void advice_that_does_not_meet_is_proved() {
    var findings = decided(avoid("touch", 0, 24, "balm"), allow("balm", 24));

    assertThat(findings.broken()).isEmpty();
    assertThat(findings.notices()).isEmpty();
    assertThat(findings.proved()).hasSize(2).allMatch(one -> one.states().intValueExact() > 3);
    assertThat(findings.proved()).extracting(Proved::property).containsOnly(Property.ADVICE);
  }

  @Test
  void no_advice_contradicts_nothing() {
    assertThat(decided().broken()).isEmpty();
    assertThat(decided().proved()).hasSize(2).allMatch(one -> one.states().intValueExact() == 1);
  }

  @Test
  void what_is_allowed_inside_what_is_avoided_is_found() {
    var findings = decided(avoid("touch", 0, 24, "balm"), allow("balm", 6));

    assertThat(findings.broken())
        .singleElement()
        .satisfies(broken -> {
          assertThat(broken.story())
              .isEqualTo(
                  "Hour 6: balm is allowed from hour 6, although \"Touching and pressing\" is to be"
                      + " avoided from hour 0 until hour 24 and includes it.");
          assertThat(broken.rules()).containsExactly("touch", "balm");
          assertThat(broken.situation().text())
              .isEqualTo("{\"hour\":\"6\",\"does\":\"balm\",\"avoids\":\"touch\"}");
        });
    assertThat(findings.proved()).hasSize(1);
  }

  @Test
  void what_nothing_includes_is_an_exception() {
    assertThat(decided(avoid("touch", 0, 24), allow("balm", 6)).broken()).isEmpty();
  }

  @Test
  void what_is_included_at_second_hand_counts_and_a_circle_ends() {
    var broken =
        decided(
                avoid("touch", 0, 24, "make-up"),
                avoid("make-up", 0, 24, "balm", "touch"),
                allow("balm", 23))
            .broken();

    assertThat(broken).hasSize(2);
    assertThat(broken.getFirst().rules()).containsExactly("touch", "balm");
  }

  @Test
  void one_id_both_avoided_and_allowed_is_found() {
    assertThat(decided(avoid("heat", 10, 24), allow("heat", 0)).broken())
        .extracting(Counterexample::story)
        .containsExactly(
            "Hour 10: heat is allowed from hour 0, although \"heat\" is to be avoided from hour 10"
                + " until hour 24 and includes it.");
  }

  @Test
  void a_massage_while_touching_is_avoided_is_found() {
    assertThat(decidedWithMassage(avoid("touch", 0, 24, "massage")).broken()).isEmpty();
    assertThat(decidedWithMassage(avoid("touch", 0, 25, "massage")).broken())
        .extracting(Counterexample::story)
        .containsExactly(
            "Hour 24: massage may be ordered from hour 24 until hour 336, although \"Touching and"
                + " pressing\" is to be avoided from hour 0 until hour 25 and includes it.");
    assertThat(decidedWithMassage(avoid("touch", 336, 400, "massage")).broken()).isEmpty();
  }

  @Test
  void what_is_avoided_without_an_end_holds_every_later_hour() {
    var always =
        new Advice(
            "sun", true, Elapsed.ofHours(1), Optional.empty(), List.of("massage"), List.of());

    assertThat(decidedWithMassage(always).broken())
        .extracting(Counterexample::story)
        .containsExactly(
            "Hour 24: massage may be ordered from hour 24 until hour 336, although \"sun\" is to be"
                + " avoided from hour 1 and includes it.");
  }

  @Test
  void a_massage_that_no_advice_includes_is_told() {
    assertThat(decidedWithMassage(avoid("touch", 0, 24)).notices())
        .containsExactly(
            "no advice to avoid something includes massage: its start is held by nothing");
    assertThat(decidedWithMassage(allow("touch", 0, "massage")).notices()).hasSize(1);
    assertThat(decided(avoid("touch", 0, 24)).notices()).isEmpty();
  }

  @Test
  void a_thing_that_is_free_by_its_own_window_alone_is_told() {
    assertThat(decided(avoid("touch", 0, 24, "make-up"), avoid("make-up", 0, 12)).notices())
        .containsExactly(
            "make-up is to be avoided from hour 0 until hour 12, and \"Touching and pressing\","
                + " which includes it, from hour 0 until hour 24");
  }

  @Test
  void a_protocol_without_texts_is_told_by_its_ids() {
    var bare = protocol(Optional.empty(), avoid("touch", 0, 24, "balm"), allow("balm", 6));
    var without =
        new Protocol(
            bare.id(),
            bare.version(),
            bare.signature(),
            bare.fillers(),
            bare.questions(),
            bare.forms(),
            bare.rules(),
            bare.checkIns(),
            bare.photos(),
            bare.advice(),
            bare.massage(),
            List.of(),
            bare.sources(),
            bare.citations());

    assertThat(AdviceProof.decide(without).broken().getFirst().story()).contains("\"touch\"");
  }

  /// Merges that have a mistake in them.
  static Stream<UnaryOperator<List<Stretch>>> faults() {
    return Stream.of(
        all -> List.of(),
        all -> all.subList(0, all.size() - 1),
        all -> each(all, one -> stretch(one, one.strictness(), 1 - one.treatment())),
        all -> each(all, one -> stretch(one, Strictness.ALLOWED, one.treatment())),
        all -> each(all, one -> stretch(one, Strictness.AVOID, one.treatment())),
        all -> {
          var more = new ArrayList<>(all);
          more.add(stretch(all.getFirst(), Strictness.ALLOWED, all.getFirst().treatment()));
          more.addAll(all);
          return more;
        });
  }

  private static List<Stretch> each(List<Stretch> all, UnaryOperator<Stretch> change) {
    return all.stream().map(change).toList();
  }

  private static Stretch stretch(Stretch one, Strictness strictness, int treatment) {
    return new Stretch(one.id(), strictness, one.from(), one.until(), treatment);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void a_faulty_merge_of_two_treatments_is_found(UnaryOperator<List<Stretch>> fault) {
    var two = protocol(Optional.empty(), avoid("touch", 1, 24), allow("balm", 6));

    var findings =
        new AdviceProof(two, treatments -> fault.apply(MergedAdvice.of(treatments))).findings();

    assertThat(findings.broken())
        .singleElement()
        .satisfies(broken -> assertThat(broken.story()).startsWith("Treated again after "));
  }

  @Test
  void the_story_of_a_faulty_merge_names_the_hour_and_both_answers() {
    var heat = protocol(Optional.empty(), avoid("heat", 0, 48));

    assertThat(new AdviceProof(heat, treatments -> List.of()).findings().broken())
        .extracting(Counterexample::story)
        .containsExactly(
            "Treated again after 0 h. At hour 0 from the first treatment the stricter advice on"
                + " heat is avoid, and the plan says nothing.");
  }
}
