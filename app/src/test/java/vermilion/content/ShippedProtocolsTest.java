package vermilion.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vermilion.clinical.Form;
import vermilion.protocol.MassageLimits;
import vermilion.protocol.Protocol;
import vermilion.triage.BriefForms;
import vermilion.triage.BriefRules;
import vermilion.triage.Rule;
import vermilion.triage.Triage;

/// Holds the shipped protocols to the clinical brief, which core's tests carry in Java.
final class ShippedProtocolsTest {
  private static final Protocol LIP_HA = ShippedProtocols.LIP_HA;
  private static final Protocol LIP_UNKNOWN = ShippedProtocols.LIP_UNKNOWN;

  @Test
  void the_questions_are_those_of_the_brief() {
    assertThat(LIP_HA.questions()).isEqualTo(BriefForms.QUESTIONS);
  }

  @Test
  void each_form_asks_what_the_brief_asks() {
    assertThat(LIP_HA.forms()).extracting(Form::id).contains("full", "look", "late", "gate");
    for (Form brief : BriefForms.FORMS) {
      assertThat(LIP_HA.form(brief.id()).orElseThrow().items())
          .as(brief.id())
          .isEqualTo(brief.items());
    }
  }

  @Test
  void the_rules_are_those_of_the_brief_in_its_order() {
    assertThat(LIP_HA.rules()).extracting(Rule::id).isEqualTo(ids(BriefRules.RULES));
    for (int i = 0; i < BriefRules.RULES.size(); i++) {
      assertThat(LIP_HA.rules().get(i)).isEqualTo(BriefRules.RULES.get(i));
    }
  }

  @Test
  void triage_takes_both() {
    for (Protocol protocol : List.of(LIP_HA, LIP_UNKNOWN)) {
      Triage triage = Triage.of(protocol.questions(), protocol.forms(), protocol.rules());
      assertThat(triage.ruleIds()).hasSize(protocol.rules().size());
    }
  }

  @Test
  void both_warn_of_the_five_languages_that_nobody_has_reviewed_and_of_nothing_else() {
    for (String file : List.of("lip-ha.yaml", "lip-unknown.yaml")) {
      Reading reading = ProtocolReader.read(ShippedProtocols.FOLDER.resolve(file));
      assertThat(((Reading.Read) reading).warnings())
          .extracting(Problem::found)
          .containsExactly("reviewed: no under en, es, fr, de, ar");
    }
  }

  @Test
  void the_full_form_fits_on_nine_screens_and_the_gate_on_five() {
    assertThat(LIP_HA.form("full").orElseThrow().groups()).hasSizeLessThanOrEqualTo(9);
    assertThat(LIP_HA.form("gate").orElseThrow().groups()).hasSize(5);
  }

  @Test
  void hyaluronic_acid_may_be_massaged_within_the_limits_of_the_brief() {
    assertThat(LIP_HA.massage()).contains(MassageLimits.BRIEF);
  }

  @Test
  void an_unknown_filler_is_watched_in_the_same_way_and_never_massaged() {
    assertThat(LIP_UNKNOWN.massage()).isEmpty();
    assertThat(LIP_UNKNOWN.questions()).isEqualTo(LIP_HA.questions());
    assertThat(LIP_UNKNOWN.forms()).isEqualTo(LIP_HA.forms());
    assertThat(LIP_UNKNOWN.rules()).isEqualTo(LIP_HA.rules());
    assertThat(LIP_UNKNOWN.checkIns()).isEqualTo(LIP_HA.checkIns());
    assertThat(LIP_UNKNOWN.photos()).isEqualTo(LIP_HA.photos());
    assertThat(LIP_UNKNOWN.advice()).isEqualTo(LIP_HA.advice());
  }

  @Test
  void both_are_drafts_and_say_so() {
    for (Protocol protocol : List.of(LIP_HA, LIP_UNKNOWN)) {
      assertThat(protocol.isDraft()).isTrue();
      assertThat(protocol.textsIn("en").find("note").orElseThrow()).contains("draft", "our own");
    }
  }

  private static List<String> ids(List<Rule> rules) {
    return rules.stream().map(Rule::id).toList();
  }
}
