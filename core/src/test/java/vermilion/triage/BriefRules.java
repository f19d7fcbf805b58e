package vermilion.triage;

import static vermilion.clinical.Urgency.EMERGENCY;
import static vermilion.clinical.Urgency.ROUTINE;
import static vermilion.clinical.Urgency.SAME_DAY;
import static vermilion.clinical.Urgency.SOON;
import static vermilion.triage.Term.all;
import static vermilion.triage.Term.atLeast;
import static vermilion.triage.Term.beforeDay;
import static vermilion.triage.Term.fromDay;
import static vermilion.triage.Term.fromHour;
import static vermilion.triage.Term.is;
import static vermilion.triage.Term.not;
import static vermilion.triage.Term.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermilion.clinical.Concern;
import vermilion.clinical.Urgency;
import vermilion.time.Elapsed;

/// The rules of the clinical brief, section 3, in its order, written in Java: what
/// `protocols/lip-ha.yaml` must mean.
public final class BriefRules {

  private static final Elapsed HOURS_36 = Elapsed.ofHours(36);
  private static final Elapsed LIFE = Elapsed.ofDays(36_500);

  /// Section 3.
  public static final List<Rule> RULES = rules();

  private BriefRules() {}

  /// The engine with the questions, forms and rules of the brief.
  public static Triage triage() {
    return Triage.of(BriefForms.QUESTIONS, BriefForms.FORMS, RULES);
  }

  private static List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    for (String id :
        List.of("eye", "brain", "airway", "hives-late", "occlusion-colour", "late-colour")) {
      rules.add(floor(id));
    }
    for (String id : List.of("occlusion-pain", "occlusion-feel", "tissue", "haematoma")) {
      rules.add(floor(id));
    }
    rules.add(balloon());
    rules.add(floor("infection-severe"));
    rules.addAll(infection());
    rules.addAll(painAndNumbness());
    rules.addAll(swelling());
    rules.addAll(lumpsAndLook());
    rules.add(bruise());
    rules.addAll(distressAndOther());
    return rules;
  }

  private static Rule floor(String id) {
    return SafetyFloor.rules().stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
  }

  private static Rule rule(String id, Concern concern, Rule.Case... cases) {
    return new Rule(id, concern, List.of(cases));
  }

  private static Rule.Case asking(Urgency level, AskAgain again, List<Condition> allOf) {
    return new Rule.Case(level, List.of(allOf), Optional.of(again));
  }

  private static Rule balloon() {
    return rule(
        "balloon",
        Concern.SWELLING,
        asking(
            Urgency.URGENT,
            new AskAgain("airway", 15, 15, 120),
            all(is("swelling", "severe"), beforeDay(1))));
  }

  private static List<Rule> infection() {
    return List.of(
        rule(
            "fever",
            Concern.INFECTION,
            when(
                SAME_DAY,
                all(is("fever", "yes"), beforeDay(14)),
                all(is("fever", "hot"), atLeast("redness", "warm")),
                all(is("fever", "hot"), is("pus", "yes")),
                all(is("fever", "hot"), is("lump", "inflamed"))),
            when(SOON, all(atLeast("fever", "hot")))),
        rule(
            "infection-local",
            Concern.INFECTION,
            when(
                SAME_DAY,
                all(atLeast("redness", "warm"), fromHour(48)),
                all(is("pus", "yes")),
                all(is("lump", "inflamed")))),
        rule(
            "cold-sore",
            Concern.INFECTION,
            when(
                SAME_DAY,
                all(
                    is("skin", "cold-sore"),
                    new Condition.ColdSoreHistory(),
                    is("colour", "usual"),
                    is("colour-elsewhere", "no"),
                    new Condition.Below("pain", "4"),
                    not(new Condition.ConcernBefore(Concern.OCCLUSION, Elapsed.ofDays(7)))))),
        floor("cold-sore-first"));
  }

  private static List<Rule> painAndNumbness() {
    return List.of(
        rule("numb", Concern.NUMB, when(SAME_DAY, all(is("numb", "yes"), fromHour(24)))),
        rule(
            "pain-stays",
            Concern.OCCLUSION,
            when(
                SAME_DAY,
                all(atLeast("pain", "4"), fromHour(48)),
                all(atLeast("pain", "5"), atLeast("pain-course", "steady"), fromHour(4)))),
        rule(
            "pain-rising",
            Concern.OCCLUSION,
            when(
                SAME_DAY,
                all(atLeast("pain-course", "rising"), fromHour(24), atLeast("pain", "3")),
                all(
                    atLeast("pain-course", "rising"),
                    fromHour(24),
                    new Condition.SaidBefore("pain-course", "rising", HOURS_36))),
            asking(
                ROUTINE,
                AskAgain.once("full", 180),
                all(atLeast("pain-course", "rising"), fromHour(24)))));
  }

  private static List<Rule> swelling() {
    return List.of(
        rule(
            "swelling-late",
            Concern.SWELLING,
            when(
                SAME_DAY,
                all(atLeast("swelling-course", "growing"), fromHour(84)),
                all(is("swelling", "severe"), fromHour(72)),
                all(
                    is("swelling", "severe"),
                    atLeast("swelling-course", "growing"),
                    fromHour(24)))),
        rule(
            "swelling-peak",
            Concern.SWELLING,
            asking(
                SOON,
                AskAgain.once("full", 240),
                all(
                    is("swelling", "severe"),
                    fromHour(24),
                    new Condition.Before(Elapsed.ofHours(72)),
                    not(atLeast("swelling-course", "growing"))))),
        rule(
            "late-swelling",
            Concern.SWELLING,
            when(
                SOON,
                all(atLeast("swelling", "moderate"), fromDay(7)),
                all(atLeast("swelling", "mild"), fromDay(28), new Condition.RecentTrigger()))));
  }

  private static List<Rule> lumpsAndLook() {
    Condition softOrFirm = new Condition.Is("lump", List.of("soft", "firm"));
    return List.of(
        rule(
            "lump-tender",
            Concern.LUMP,
            when(SOON, all(is("lump", "tender"), fromDay(7))),
            when(ROUTINE, all(is("lump", "tender")))),
        rule("lump-early", Concern.LUMP, when(ROUTINE, all(softOrFirm, beforeDay(28)))),
        rule("lump-late", Concern.LUMP, when(SOON, all(softOrFirm, fromDay(28)))),
        rule("tint-late", Concern.LOOK, when(ROUTINE, all(is("tint", "yes"), fromDay(14)))),
        rule(
            "uneven",
            Concern.LOOK,
            when(
                ROUTINE,
                all(is("asymmetry", "marked")),
                all(is("asymmetry", "slight"), fromDay(14)))));
  }

  private static Rule bruise() {
    Condition lip = is("colour", "bruised");
    Condition elsewhere = is("colour-elsewhere", "bruised");
    Condition lipBefore = new Condition.SaidBefore("colour", "bruised", LIFE);
    Condition elsewhereBefore = new Condition.SaidBefore("colour-elsewhere", "bruised", LIFE);
    Condition early = new Condition.Before(Elapsed.ofHours(48));
    return rule(
        "bruise",
        Concern.OCCLUSION,
        new Rule.Case(
            ROUTINE,
            List.of(
                all(lip, early, not(lipBefore), not(elsewhereBefore)),
                all(elsewhere, early, not(lipBefore), not(elsewhereBefore))),
            Optional.of(AskAgain.once("full", 120))),
        when(ROUTINE, all(lip), all(elsewhere)));
  }

  private static List<Rule> distressAndOther() {
    return List.of(
        rule(
            "distress",
            Concern.DISTRESS,
            when(EMERGENCY, all(is("self-harm", "yes"))),
            when(SAME_DAY, all(is("self-harm", "unsure"))),
            when(SOON, all(is("worry", "3")))),
        rule(
            "other",
            Concern.OTHER,
            when(SAME_DAY, all(is("other", "text"), new Condition.Before(Elapsed.ofHours(72)))),
            when(SOON, all(is("other", "text")))));
  }
}
