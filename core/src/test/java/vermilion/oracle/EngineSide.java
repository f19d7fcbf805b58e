package vermilion.oracle;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vermilion.clinical.AnswerSheet;
import vermilion.clinical.Concern;
import vermilion.clinical.Facts;
import vermilion.clinical.Filler;
import vermilion.clinical.Trigger;
import vermilion.time.Elapsed;
import vermilion.triage.Assessment;
import vermilion.triage.History;
import vermilion.triage.Report;
import vermilion.triage.Situation;
import vermilion.triage.Timing;
import vermilion.triage.Triage;

/// Tells a story of the oracle to the engine and brings back what it says.
final class EngineSide {
  private final Triage triage;

  EngineSide(Triage triage) {
    this.triage = triage;
  }

  Verdict judge(Story story) {
    Assessment assessment = triage.assess(situation(story.now(), history(story.earlier())));
    return new Verdict(
        assessment.level().id(), assessment.rules(), assessment.missing(), assessment.hold());
  }

  private History history(List<Entry> earlier) {
    History history = History.NONE;
    for (Entry entry : earlier) {
      if (entry.kind().equals("answered")) {
        history = history.plusAnswered(entry.seconds());
      } else {
        Situation before = situation(entry, history);
        history = history.plus(before, triage.assess(before));
      }
    }
    return history;
  }

  private Situation situation(Entry entry, History history) {
    return new Situation(
        entry.seconds(),
        Timing.at(new Elapsed(entry.seconds())),
        Arrays.stream(Report.values()).filter(r -> r.id().equals(entry.kind())).findAny().get(),
        entry.form(),
        entry.complete(),
        concern(entry),
        facts(entry.facts()),
        sheet(entry),
        history);
  }

  private static Optional<Concern> concern(Entry entry) {
    String named = entry.concern();
    return named == null
        ? Optional.empty()
        : Arrays.stream(Concern.values()).filter(c -> c.id().equals(named)).findAny();
  }

  private static Facts facts(PatientFacts facts) {
    return new Facts(
        Arrays.stream(Filler.values()).filter(f -> f.id().equals(facts.filler())).findAny().get(),
        facts.hasColdSoreHistory(),
        false,
        Arrays.stream(Trigger.values()).filter(t -> facts.triggers().contains(t.id())).toList());
  }

  private AnswerSheet sheet(Entry entry) {
    AnswerSheet.Builder sheet = new AnswerSheet.Builder(triage.questions());
    entry
        .answers()
        .forEach((question, answer) ->
            sheet
                .answer(question, answer)
                .ifPresent(refusal -> {
                  throw new IllegalArgumentException(refusal.toString());
                }));
    return sheet.sheet();
  }
}
