package vermilion.proof.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vermilion.clinical.Form;
import vermilion.proof.BriefProtocol;
import vermilion.proof.Counterexample;
import vermilion.proof.Findings;
import vermilion.protocol.MassageLimits;
import vermilion.protocol.Protocol;
import vermilion.time.Elapsed;

final class WordsProofTest {

  @Test
  void every_form_and_question_of_the_brief_is_asked() {
    Findings findings = WordsProof.decide(BriefProtocol.PROTOCOL);

    assertThat(findings.broken()).isEmpty();
    assertThat(findings.notices()).isEmpty();
    assertThat(findings.proved()).hasSize(1);
  }

  @Test
  void a_form_that_nothing_asks_is_found() {
    Protocol brief = BriefProtocol.PROTOCOL;
    List<Form> forms = new ArrayList<>(brief.forms());
    forms.add(new Form("spare", List.of()));

    assertThat(WordsProof.decide(with(forms, brief.massage())).broken())
        .extracting(Counterexample::story)
        .containsExactly(
            "No check-in, rule or session ever asks the form spare; its words would never be"
                + " read.");
  }

  @Test
  void a_gate_where_there_is_never_a_massage_is_told_and_not_refused() {
    Findings findings = WordsProof.decide(with(BriefProtocol.PROTOCOL.forms(), Optional.empty()));

    assertThat(findings.broken()).isEmpty();
    assertThat(findings.notices())
        .containsExactly("form gate is never asked, since there is never a massage");
  }

  @Test
  void a_question_that_is_over_before_its_form_is_asked_is_found() {
    List<Form> forms = new ArrayList<>();
    for (Form form : BriefProtocol.PROTOCOL.forms()) {
      forms.add(form.id().equals("late") ? early(form, "tint") : without(form, "tint"));
    }

    assertThat(WordsProof.decide(with(forms, BriefProtocol.PROTOCOL.massage())).broken())
        .extracting(Counterexample::story)
        .containsExactly(
            "No form that is ever asked has the question tint; its words would never be read.");
  }

  private static Form early(Form form, String question) {
    return new Form(
        form.id(),
        form.groups().stream()
            .map(group ->
                new Form.Group(
                    group.id(),
                    group.items().stream()
                        .map(item -> item.question().equals(question) ? early(item) : item)
                        .toList()))
            .toList());
  }

  private static Form.Item early(Form.Item item) {
    return new Form.Item(
        item.question(), item.from(), Optional.of(Elapsed.ofDays(30)), item.onlyIf());
  }

  private static Form without(Form form, String question) {
    return new Form(
        form.id(),
        form.groups().stream()
            .map(group ->
                new Form.Group(
                    group.id(),
                    group.items().stream()
                        .filter(item -> !item.question().equals(question))
                        .toList()))
            .toList());
  }

  private static Protocol with(List<Form> forms, Optional<MassageLimits> massage) {
    Protocol brief = BriefProtocol.PROTOCOL;
    return new Protocol(
        brief.id(),
        brief.version(),
        brief.signature(),
        brief.fillers(),
        brief.questions(),
        forms,
        brief.rules(),
        brief.checkIns(),
        brief.photos(),
        brief.advice(),
        massage,
        brief.texts(),
        brief.sources(),
        brief.citations());
  }
}
