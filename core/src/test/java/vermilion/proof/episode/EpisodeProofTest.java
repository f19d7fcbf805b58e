package vermilion.proof.episode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vermilion.clinical.Concern;
import vermilion.clinical.Form;
import vermilion.clinical.Urgency;
import vermilion.episode.BriefProtocol;
import vermilion.episode.Guideline;
import vermilion.episode.MassageGate;
import vermilion.json.Json;
import vermilion.proof.Counterexample;
import vermilion.proof.Findings;
import vermilion.proof.Property;
import vermilion.protocol.Protocol;
import vermilion.triage.Condition;
import vermilion.triage.Rule;

/// Massage is held and time only raises, under the protocol of the brief and others.
final class EpisodeProofTest {

  private static Guideline brief(List<Form> forms, List<Rule> rules) {
    Protocol brief = BriefProtocol.PROTOCOL;
    return Guideline.of(
        new Protocol(
            "brief",
            1,
            Optional.empty(),
            brief.fillers(),
            brief.questions(),
            forms,
            rules,
            brief.checkIns(),
            brief.photos(),
            List.of(),
            brief.massage(),
            brief.texts(),
            List.of(),
            List.of()));
  }

  @Test
  void under_the_brief_every_law_holds_in_many_states() {
    Findings findings = EpisodeProof.decide(BriefProtocol.GUIDELINE);

    assertThat(findings.broken()).isEmpty();
    assertThat(findings.proved()).hasSize(EpisodeLaw.values().length);
    assertThat(findings.proved()).allMatch(one -> one.states().intValueExact() > 20);
    assertThat(findings.notices()).singleElement().asString().contains("events deep");
  }

  @Test
  void a_rule_about_silence_is_found() {
    Rule silent =
        new Rule(
            "silent",
            Concern.SILENCE,
            List.of(
                new Rule.Case(
                    Urgency.SOON,
                    List.of(List.of(new Condition.AtLeast("worry", "3"))),
                    Optional.empty())));
    List<Rule> rules = new java.util.ArrayList<>(BriefProtocol.PROTOCOL.rules());
    rules.add(silent);

    Findings findings = EpisodeProof.decide(brief(BriefProtocol.PROTOCOL.forms(), rules));

    assertThat(findings.broken()).isNotEmpty();
    assertThat(findings.broken().getFirst().rules()).containsExactly("silent");
    assertThat(findings.broken().getFirst().property()).isEqualTo(Property.TIME);
  }

  @Test
  void a_gate_that_leaves_out_a_sign_is_found() {
    List<Form> forms =
        BriefProtocol.PROTOCOL.forms().stream()
            .map(form -> form.id().equals("gate") ? withoutColour(form) : form)
            .toList();

    Findings findings = EpisodeProof.decide(brief(forms, BriefProtocol.PROTOCOL.rules()));

    assertThat(findings.broken())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.property()).isEqualTo(Property.HELD);
          assertThat(one.story()).contains("nobody was asked about colour.");
        });
  }

  private static Form withoutColour(Form form) {
    return new Form(
        form.id(),
        form.groups().stream()
            .map(group ->
                new Form.Group(
                    group.id(),
                    group.items().stream()
                        .filter(item -> !item.question().equals("colour"))
                        .toList()))
            .toList());
  }

  @Test
  void a_failure_is_told_as_a_short_story_with_its_events() {
    EpisodeSystem faulty =
        FaultyEngine.showing(
            EpisodeSystem.engine(EpisodeWorlds.OFFICE), (_, was) -> FaultyEngine.held(was, false));

    Findings findings = EpisodeProof.decide(BriefProtocol.GUIDELINE, faulty);

    Counterexample first = findings.broken().getFirst();
    assertThat(first.property()).isEqualTo(Property.HELD);
    assertThat(first.statement()).isEqualTo(EpisodeLaw.HOLD_STANDS.statement);
    assertThat(first.story())
        .startsWith("Hour ")
        .contains("the patient answers the form full: ")
        .endsWith("Then massage is not held.");
    assertThat(first.rules()).isNotEmpty();
    assertThat(first.situation().find("events")).containsInstanceOf(Json.Arr.class);
  }

  @Test
  void a_reminder_while_the_gate_is_shut_is_found() {
    EpisodeSystem sound = EpisodeSystem.engine(EpisodeWorlds.OFFICE);
    EpisodeSystem faulty =
        new FaultyEngine(sound) {
          @Override
          public Optional<vermilion.schedule.Occurrence> massageReminder(
              vermilion.episode.Standing standing) {
            boolean held =
                standing.gate() instanceof MassageGate.Refused refused
                    && refused.reason() == MassageGate.Reason.HELD;
            return held
                ? Optional.of(
                    new vermilion.schedule.Occurrence(
                        1,
                        "massage",
                        standing.today(),
                        "1",
                        new vermilion.time.DueWindow(
                            standing.now(), standing.now().plusSeconds(60))))
                : Optional.empty();
          }
        };

    assertThat(EpisodeProof.decide(BriefProtocol.GUIDELINE, faulty).broken())
        .extracting(Counterexample::statement)
        .containsExactly(EpisodeLaw.NO_REMINDER.statement);
  }
}
