package vermilion.proof;

import java.util.List;
import java.util.Optional;
import vermilion.clinical.Filler;
import vermilion.clinical.Questions;
import vermilion.protocol.CheckIn;
import vermilion.protocol.MassageLimits;
import vermilion.protocol.PhotoPoint;
import vermilion.protocol.Protocol;
import vermilion.time.Elapsed;
import vermilion.triage.BriefForms;
import vermilion.triage.BriefRules;
import vermilion.triage.Rule;

/// The clinical brief as a protocol without words.
public final class BriefProtocol {

  public static final Protocol PROTOCOL = with(BriefForms.QUESTIONS, BriefRules.RULES);

  private BriefProtocol() {}

  public static Protocol with(Questions questions, List<Rule> rules) {
    return new Protocol(
        "brief",
        1,
        Optional.empty(),
        List.of(Filler.HYALURONIC_ACID),
        questions,
        BriefForms.FORMS,
        rules,
        List.of(
            new CheckIn(Elapsed.ofHours(2), "look"),
            new CheckIn(Elapsed.ofHours(4), "full"),
            new CheckIn(Elapsed.ofDays(60), "late")),
        List.of(new PhotoPoint(Elapsed.ofHours(0))),
        List.of(),
        Optional.of(MassageLimits.BRIEF),
        List.of(),
        List.of(),
        List.of());
  }
}
