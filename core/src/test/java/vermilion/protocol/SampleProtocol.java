package vermilion.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermilion.clinical.Concern;
import vermilion.clinical.Filler;
import vermilion.clinical.Form;
import vermilion.clinical.Urgency;
import vermilion.time.Elapsed;
import vermilion.triage.AskAgain;
import vermilion.triage.BriefForms;
import vermilion.triage.BriefRules;
import vermilion.triage.Condition;
import vermilion.triage.Rule;

/// A signed protocol with the content of the brief and one of everything that a protocol may hold.
final class SampleProtocol {
  static final Protocol FULL = protocol(true);
  static final Protocol BARE = protocol(false);

  private SampleProtocol() {}

  private static Protocol protocol(boolean full) {
    List<Form> forms = new ArrayList<>(BriefForms.FORMS);
    forms.add(
        new Form("airway", List.of(new Form.Group("one", List.of(Form.Item.always("airway"))))));
    List<Rule> rules = new ArrayList<>(BriefRules.RULES);
    if (full) {
      rules.add(everyCondition());
    }
    return new Protocol(
        "sample",
        7,
        full ? Optional.of(new Protocol.Signature("Dr Okafor", "2026-11-01")) : Optional.empty(),
        List.of(Filler.HYALURONIC_ACID, Filler.UNKNOWN),
        BriefForms.QUESTIONS,
        forms,
        rules,
        List.of(new CheckIn(Elapsed.ofHours(2), "look"), new CheckIn(Elapsed.ofHours(4), "full")),
        List.of(new PhotoPoint(Elapsed.ofHours(0)), new PhotoPoint(Elapsed.ofDays(1))),
        List.of(
            new Advice(
                "heat",
                true,
                Elapsed.ofHours(0),
                Optional.of(Elapsed.ofHours(48)),
                List.of("massage"),
                List.of("S1")),
            new Advice("balm", false, Elapsed.ofHours(6), Optional.empty(), List.of(), List.of())),
        full ? Optional.of(MassageLimits.BRIEF) : Optional.empty(),
        List.of(
            new Texts(
                "en",
                true,
                Map.of("title", List.of("Sample"), "photos.how", List.of("One", "Two \"é\""))),
            new Texts("de", false, Map.of("title", List.of("Muster")))),
        List.of(new Source("S1", "A*", "Somebody: Something, 2020")),
        List.of(new Citation("rule.eye", List.of("S1"))));
  }

  private static Rule everyCondition() {
    return new Rule(
        "every",
        Concern.OTHER,
        List.of(
            new Rule.Case(
                Urgency.SOON,
                List.of(
                    List.of(
                        new Condition.AtLeast("colour", "pale"),
                        new Condition.Is("lump", List.of("soft", "firm")),
                        new Condition.Below("pain", "4"),
                        new Condition.From(Elapsed.ofHours(1)),
                        new Condition.Before(Elapsed.ofDays(36_500)),
                        new Condition.ColdSoreHistory(),
                        new Condition.RecentTrigger()),
                    List.of(
                        new Condition.HyaluronidaseGiven(),
                        new Condition.FillerIs(List.of(Filler.OTHER, Filler.UNKNOWN)),
                        new Condition.RoseBy("pain", 2, Elapsed.ofHours(36), Elapsed.ofHours(4)),
                        new Condition.SaidBefore("pain", "3", Elapsed.ofDays(36_500)),
                        new Condition.ConcernBefore(Concern.LUMP, Elapsed.ofDays(7)),
                        new Condition.Not(new Condition.Not(new Condition.RecentTrigger())))),
                Optional.of(new AskAgain("airway", 15, 15, 120)))));
  }
}
