package vermilion.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vermilion.clinical.Concern;
import vermilion.clinical.Urgency;
import vermilion.proof.answers.AnswersProof;
import vermilion.triage.BriefForms;
import vermilion.triage.Condition;
import vermilion.triage.Rule;

/// A comparison with an analyser that finds nothing, or all, would say nothing of it.
final class KieAnalyserTest {
  private static final Condition PAIN_KNOWN = new Condition.AtLeast("pain", "0");
  private static final Condition PAIN_HIGH = new Condition.AtLeast("pain", "4");

  /// Answers everything: not known, low, high.
  private static final List<List<Condition>> WHOLE =
      List.of(
          List.of(new Condition.Not(PAIN_KNOWN)),
          List.of(new Condition.Below("pain", "4")),
          List.of(PAIN_HIGH));

  @Test
  void a_hole_in_a_table_is_found_and_a_whole_table_has_none() {
    var analyser = analyser(KieForm.RULES_UNIQUE, WHOLE);

    assertThat(kinds(analyser.sound())).doesNotContainKey("DECISION_TABLE_GAP");
    var holed = said(analyser, List.of(WHOLE.get(0), WHOLE.get(2)));
    assertThat(kinds(holed)).containsEntry("DECISION_TABLE_GAP", 1);
    assertThat(holed.addsTo(analyser.sound())).isTrue();
  }

  @Test
  void rows_that_overlap_are_found() {
    var analyser = analyser(KieForm.RULES_UNIQUE, WHOLE);
    var wider = List.<Condition>of(new Condition.Below("pain", "5"));

    var said = said(analyser, List.of(WHOLE.get(0), wider, WHOLE.get(2)));

    assertThat(said.addsTo(analyser.sound())).isTrue();
    assertThat(said.findings())
        .containsKey("DECISION_TABLE_OVERLAP_HITPOLICY_UNIQUE rule_sample [row 1, row 2]");
  }

  @Test
  void a_row_that_is_gone_makes_no_finding_of_the_rows_after_it() {
    var lower = List.<Condition>of(new Condition.AtLeast("pain", "3"));
    var analyser = analyser(KieForm.RULES_UNIQUE, List.of(WHOLE.get(0), lower, WHOLE.get(2)));
    var subsumes = "DECISION_TABLE_SUBSUMPTION_RULE rule_sample [row 1]";
    assertThat(analyser.sound().findings()).containsKey(subsumes);

    var said = said(analyser, List.of(lower, WHOLE.get(2)));

    assertThat(said.findings()).containsKey(subsumes);
  }

  @Test
  void the_brief_without_a_fault_has_this_base_line_and_the_same_each_time() {
    var sound = FaultySet.sound();
    var analyser =
        new KieAnalyser(
            KieForm.RULES_BY_PRIORITY, sound.fault().rules(), sound.fault().questions());
    var again = analyser.prepared(sound.fault().rules(), sound.fault().questions());

    assertThat(kinds(analyser.sound()))
        .isEqualTo(
            Map.of(
                "DECISION_TABLE_GAP",
                87,
                "DECISION_TABLE_MISLEADING_RULE",
                12,
                "DECISION_TABLE_SUBSUMPTION_RULE",
                6));
    assertThat(analyser.said(analyser.messages(again.xml()), again.rows()))
        .isEqualTo(analyser.sound());
    assertThat(AnswersProof.decide(sound.subject()).broken()).isEmpty();
  }

  @Test
  void a_table_that_collects_is_not_searched_for_gaps() {
    var collected = analyser(KieForm.ONE_THAT_COLLECTS, List.of(WHOLE.get(0), WHOLE.get(2)));

    assertThat(kinds(collected.sound())).containsOnlyKeys("DECISION_TABLE_ANALYSIS_EMPTY");
  }

  private static KieAnalyser analyser(KieForm form, List<List<Condition>> anyOf) {
    return new KieAnalyser(form, rules(anyOf), BriefForms.QUESTIONS);
  }

  private static KieAnalyser.Said said(KieAnalyser analyser, List<List<Condition>> anyOf) {
    var prepared = analyser.prepared(rules(anyOf), BriefForms.QUESTIONS);
    return analyser.said(analyser.messages(prepared.xml()), prepared.rows());
  }

  private static List<Rule> rules(List<List<Condition>> anyOf) {
    var one = new Rule.Case(Urgency.SOON, anyOf, Optional.empty());
    return List.of(new Rule("sample", Concern.OTHER, List.of(one)));
  }

  private static Map<String, Integer> kinds(KieAnalyser.Said said) {
    Map<String, Integer> kinds = new TreeMap<>();
    said.findings().forEach((one, count) -> kinds.merge(one.split(" ", 2)[0], count, Integer::sum));
    return kinds;
  }
}
