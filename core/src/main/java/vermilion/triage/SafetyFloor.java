package vermilion.triage;

import static vermilion.clinical.Urgency.EMERGENCY;
import static vermilion.clinical.Urgency.SAME_DAY;
import static vermilion.clinical.Urgency.URGENT;
import static vermilion.triage.Term.all;
import static vermilion.triage.Term.atLeast;
import static vermilion.triage.Term.beforeDay;
import static vermilion.triage.Term.each;
import static vermilion.triage.Term.fromDay;
import static vermilion.triage.Term.fromHour;
import static vermilion.triage.Term.is;
import static vermilion.triage.Term.not;
import static vermilion.triage.Term.when;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vermilion.clinical.Answers;
import vermilion.clinical.Concern;
import vermilion.clinical.Question;
import vermilion.clinical.Questions;
import vermilion.clinical.Unsure;
import vermilion.time.Elapsed;

/// The rules that hold under every protocol and that no clinic can weaken (clinical brief 3, column
/// fl).
///
/// A protocol may repeat them, and be stricter. Cut-offs are the project's own proposal [SD]; the
/// signs are those of [S1] [S2] [S15] [S16] for vessels, [S3] [S4] for the eye, [S21] for the
/// airway.
public final class SafetyFloor {

  private static final Condition COLD_SORE = is("skin", "cold-sore");

  private static final List<List<Condition>> PALE_ANYWHERE =
      List.of(all(atLeast("colour", "pale")), all(atLeast("colour-elsewhere", "pale")));

  private static final Condition PAIN_4 = atLeast("pain", "4");

  private static final Condition BROKEN_SKIN = atLeast("skin", "blisters");

  private static final List<Rule> RULES =
      List.of(
          rule("eye", Concern.OCCLUSION, when(EMERGENCY, all(is("vision", "yes")))),
          rule("brain", Concern.OCCLUSION, when(EMERGENCY, all(is("stroke", "yes")))),
          rule(
              "airway",
              Concern.SWELLING,
              when(
                  EMERGENCY,
                  all(is("airway", "yes")),
                  all(is("collapse", "yes")),
                  all(is("hives", "yes"), beforeDay(1)))),
          rule("hives-late", Concern.SWELLING, when(URGENT, all(is("hives", "yes"), fromDay(1)))),
          rule(
              "occlusion-colour",
              Concern.OCCLUSION,
              when(URGENT, each(PALE_ANYWHERE, beforeDay(28)))),
          lateColour(),
          occlusionPain(),
          rule(
              "occlusion-feel",
              Concern.OCCLUSION,
              when(URGENT, all(is("cool", "yes")), all(is("refill", "slow")))),
          rule(
              "tissue",
              Concern.OCCLUSION,
              when(
                  URGENT,
                  all(BROKEN_SKIN, beforeDay(28)),
                  all(BROKEN_SKIN, PAIN_4),
                  all(BROKEN_SKIN, atLeast("colour", "pale"))),
              when(SAME_DAY, all(BROKEN_SKIN, fromDay(28)))),
          rule(
              "haematoma",
              Concern.SWELLING,
              when(URGENT, all(is("swelling-course", "growing-fast")), all(is("bleeding", "yes")))),
          rule(
              "balloon",
              Concern.SWELLING,
              when(URGENT, all(is("swelling", "severe"), beforeDay(1)))),
          infectionSevere(),
          coldSoreFirst(),
          rule("distress", Concern.DISTRESS, when(EMERGENCY, all(is("self-harm", "yes")))));

  private SafetyFloor() {}

  /// The rules of the floor.
  public static List<Rule> rules() {
    return RULES;
  }

  /// The questions that the floor reads; every protocol carries each of them with this meaning.
  public static List<Question> questions() {
    return FloorQuestions.ALL;
  }

  /// The rules of a protocol with the floor under them: a rule of the same id gets the floor's
  /// cases too, and one that the protocol lacks is added at the end.
  public static List<Rule> under(List<Rule> rules) {
    List<Rule> all = new ArrayList<>();
    for (Rule rule : rules) {
      Rule floor = find(RULES, rule.id());
      all.add(floor == null ? rule : joined(rule, floor));
    }
    for (Rule floor : RULES) {
      if (find(rules, floor.id()) == null) {
        all.add(floor);
      }
    }
    return all;
  }

  /// What keeps these questions from carrying the floor: a question that it reads is missing, or
  /// its answers or what "not sure" means differ. Empty when nothing does.
  public static List<String> problems(Questions questions) {
    List<String> problems = new ArrayList<>();
    for (Question floor : FloorQuestions.ALL) {
      int place = questions.placeOf(floor.id());
      if (place < 0) {
        problems.add("question " + floor.id() + " is missing");
      } else if (!sameMeaning(questions.at(place), floor)) {
        problems.add(
            "question "
                + floor.id()
                + " differs: expected the answers "
                + words(floor.answers())
                + ", not sure: "
                + words(floor.unsure())
                + ", empty: "
                + floor.ifEmpty().name());
      }
    }
    return problems;
  }

  private static String words(Answers answers) {
    return switch (answers) {
      case Answers.Choice choice -> {
        List<String> ranks = new ArrayList<>();
        for (List<String> tied : choice.ranks()) {
          ranks.add(String.join(" = ", tied));
        }
        yield "Choice[" + String.join(" < ", ranks) + "]";
      }
      case Answers.Scale scale -> "Scale[most=" + scale.most() + "]";
      case Answers.Text text -> "Text[maxChars=" + text.maxChars() + "]";
    };
  }

  private static String words(Unsure unsure) {
    return switch (unsure) {
      case Unsure.CountsAs counts -> "CountsAs[answer=" + counts.answer() + "]";
      case Unsure.NoEffect _ -> "NoEffect[]";
      case Unsure.NotOffered _ -> "NotOffered[]";
    };
  }

  private static boolean sameMeaning(Question one, Question floor) {
    return one.answers().equals(floor.answers())
        && one.unsure().equals(floor.unsure())
        && one.ifEmpty() == floor.ifEmpty()
        && (one.redFlag() || !floor.redFlag());
  }

  private static Rule joined(Rule rule, Rule floor) {
    List<Rule.Case> cases = new ArrayList<>(rule.cases());
    for (Rule.Case one : floor.cases()) {
      if (!cases.contains(one)) {
        cases.add(one);
      }
    }
    return new Rule(rule.id(), rule.concern(), cases);
  }

  private static @Nullable Rule find(List<Rule> rules, String id) {
    for (Rule rule : rules) {
      if (rule.id().equals(id)) {
        return rule;
      }
    }
    return null;
  }

  private static Rule rule(String id, Concern concern, Rule.Case... cases) {
    return new Rule(id, concern, List.of(cases));
  }

  private static Rule lateColour() {
    List<List<Condition>> worse = new ArrayList<>();
    for (Condition sign : List.of(PAIN_4, is("cool", "yes"), is("refill", "slow"), BROKEN_SKIN)) {
      worse.addAll(each(PALE_ANYWHERE, fromDay(28), sign));
    }
    return rule(
        "late-colour",
        Concern.OCCLUSION,
        when(URGENT, worse),
        when(SAME_DAY, each(PALE_ANYWHERE, fromDay(28))));
  }

  private static Rule occlusionPain() {
    return rule(
        "occlusion-pain",
        Concern.OCCLUSION,
        when(
            URGENT,
            all(atLeast("pain", "7")),
            all(PAIN_4, atLeast("pain-course", "rising")),
            all(PAIN_4, new Condition.RoseBy("pain", 2, Elapsed.ofHours(36), Elapsed.ofHours(4))),
            all(
                atLeast("pain", "5"),
                atLeast("pain-course", "steady"),
                atLeast("colour", "bruised"))));
  }

  private static Rule infectionSevere() {
    Condition fever = is("fever", "yes");
    return rule(
        "infection-severe",
        Concern.INFECTION,
        when(
            URGENT,
            all(is("redness", "spreading")),
            all(fever, atLeast("redness", "warm")),
            all(fever, is("pus", "yes")),
            all(fever, atLeast("lump", "tender")),
            all(fever, PAIN_4),
            all(fever, atLeast("swelling-course", "growing"), fromHour(84))));
  }

  /// Blisters are taken for a cold sore only where everything speaks for one; published harm came
  /// from the opposite [S15].
  private static Rule coldSoreFirst() {
    List<List<Condition>> otherwise =
        List.of(
            all(COLD_SORE, not(new Condition.ColdSoreHistory())),
            all(COLD_SORE, not(is("colour", "usual"))),
            all(COLD_SORE, not(is("colour-elsewhere", "no"))),
            all(COLD_SORE, not(new Condition.Below("pain", "4"))),
            all(COLD_SORE, new Condition.ConcernBefore(Concern.OCCLUSION, Elapsed.ofDays(7))));
    return rule(
        "cold-sore-first",
        Concern.OCCLUSION,
        when(URGENT, each(otherwise, beforeDay(28))),
        when(SAME_DAY, each(otherwise, fromDay(28))));
  }
}
