package vermilion.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vermilion.clinical.Concern;
import vermilion.clinical.Form;
import vermilion.clinical.Question;
import vermilion.clinical.Questions;
import vermilion.clinical.Urgency;
import vermilion.time.Elapsed;

/// Decides how urgent a situation is, from the rules of one protocol and the built-in safety floor.
///
/// The level is the worst of all rules that fire; no rule lowers another. Pure, total and safe to
/// share between threads.
public final class Triage {

  private static final Scene.AskedItem[] ASKS_NOTHING = {};

  private final Questions questions;
  private final CompiledRule[] rules;
  private final Map<String, Scene.AskedItem[]> forms = new HashMap<>();
  private final List<Elapsed> everyHour;
  private final int painPlace;
  private final int mildPainBelowRank;

  private Triage(Questions questions, List<Form> forms, List<Rule> rules) {
    this.questions = questions;
    List<Rule> withFloor = SafetyFloor.under(rules);
    this.rules = new CompiledRule[withFloor.size()];
    for (int i = 0; i < this.rules.length; i++) {
      this.rules[i] = new CompiledRule(withFloor.get(i), questions);
    }
    for (Form form : forms) {
      List<Form.Item> items = form.items();
      Scene.AskedItem[] asked = new Scene.AskedItem[items.size()];
      for (int i = 0; i < asked.length; i++) {
        asked[i] = Scene.AskedItem.of(items.get(i), questions);
      }
      this.forms.put(form.id(), asked);
    }
    this.everyHour = everyHour(forms, withFloor);
    this.painPlace = questions.placeOf("pain");
    Question pain = questions.at(painPlace);
    this.mildPainBelowRank = pain.rankOf(pain.indexOf("4"));
  }

  /// Prepares the rules of a protocol, and adds the safety floor under them.
  ///
  /// @throws IllegalArgumentException when a rule or form names a question or answer that does not
  ///   exist, or a question of the safety floor is missing or changed
  public static Triage of(Questions questions, List<Form> forms, List<Rule> rules) {
    List<String> problems = SafetyFloor.problems(questions);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException("safety floor: " + problems);
    }
    return new Triage(questions, forms, rules);
  }

  /// The questions that answer sheets for this triage have places for.
  public Questions questions() {
    return questions;
  }

  /// Whether a form of this id can be assessed.
  public boolean hasForm(String form) {
    return form.equals(Form.NONE) || forms.containsKey(form);
  }

  /// The ids of all rules, those of the safety floor with them.
  public List<String> ruleIds() {
    List<String> ids = new ArrayList<>();
    for (CompiledRule rule : rules) {
      ids.add(rule.id);
    }
    return ids;
  }

  /// Assesses a check-in or contact.
  ///
  /// @throws IllegalArgumentException when the form is none of this protocol's, the answers belong
  ///   to other questions, or the report is a human's answer
  public Assessment assess(Situation situation) {
    Scene.AskedItem[] form = formOf(situation);
    int historyCount = situation.history().countUntil(situation.atSecond());
    List<Elapsed> readings = situation.timing().readings();
    Verdict verdict = new Verdict();
    for (Elapsed elapsed : readings.isEmpty() ? everyHour : readings) {
      Scene scene = new Scene(questions, situation, elapsed, historyCount);
      if (situation.complete()) {
        scene.fillEmpty(form, elapsed);
      }
      verdict.add(scene);
    }
    return verdict.assessment(situation, historyCount);
  }

  private Scene.AskedItem[] formOf(Situation situation) {
    if (situation.report() == Report.ANSWERED) {
      throw new IllegalArgumentException("a human's answer carries nothing to assess");
    }
    if (!situation.answers().questions().equals(questions)) {
      throw new IllegalArgumentException("the answers belong to the questions of another protocol");
    }
    if (situation.form().equals(Form.NONE)) {
      return ASKS_NOTHING;
    }
    Scene.AskedItem[] form = forms.get(situation.form());
    if (form == null) {
      throw new IllegalArgumentException("no form has the id " + situation.form());
    }
    return form;
  }

  /// Every second at which some rule or form begins or ends, and the second before it: between two
  /// of these nothing can change, so together they stand for every hour.
  private static List<Elapsed> everyHour(List<Form> forms, List<Rule> rules) {
    TreeSet<Long> seconds = new TreeSet<>();
    seconds.add(0L);
    for (Form form : forms) {
      for (Form.Item item : form.items()) {
        addBound(seconds, item.from());
        item.before().ifPresent(bound -> addBound(seconds, bound));
      }
    }
    for (Rule rule : rules) {
      for (Rule.Case one : rule.cases()) {
        for (List<Condition> allOf : one.anyOf()) {
          allOf.forEach(condition -> addBounds(seconds, condition));
        }
      }
    }
    List<Elapsed> hours = new ArrayList<>();
    for (long second : seconds) {
      hours.add(new Elapsed(second));
    }
    return List.copyOf(hours);
  }

  private static void addBounds(Set<Long> seconds, Condition condition) {
    if (condition instanceof Condition.From from) {
      addBound(seconds, from.bound());
    } else if (condition instanceof Condition.Before before) {
      addBound(seconds, before.bound());
    } else if (condition instanceof Condition.Not not) {
      addBounds(seconds, not.condition());
    }
  }

  private static void addBound(Set<Long> seconds, Elapsed bound) {
    seconds.add(bound.seconds());
    if (bound.seconds() > 0) {
      seconds.add(bound.seconds() - 1);
    }
  }

  /// Gathers what the rules say over every possible hour of one situation, the worst of each.
  private final class Verdict {

    private final CompiledRule.@Nullable CompiledCase[] firing =
        new CompiledRule.@Nullable CompiledCase[rules.length];
    private final boolean[] missing = new boolean[questions.size()];
    private final int[] baseline = new int[questions.size()];
    private boolean mildPain = true;

    Verdict() {
      Arrays.fill(baseline, -1);
    }

    void add(Scene scene) {
      for (int i = 0; i < rules.length; i++) {
        CompiledRule.CompiledCase fires = rules[i].firing(scene);
        CompiledRule.CompiledCase known = firing[i];
        if (fires != null && (known == null || !known.level().atLeast(fires.level()))) {
          firing[i] = fires;
        }
      }
      boolean keeps = !scene.situation.form().equals(Form.NONE);
      for (int place = 0; place < missing.length; place++) {
        if (scene.empty[place]) {
          missing[place] |= questions.at(place).ifEmpty() != Question.IfEmpty.OPTIONAL;
          baseline[place] = keeps ? 0 : -1;
        } else if (keeps && baseline[place] < 0) {
          baseline[place] = scene.index[place];
        }
      }
      int pain = scene.rankAt(painPlace);
      mildPain &= pain >= 0 && pain < mildPainBelowRank;
    }

    Assessment assessment(Situation situation, int historyCount) {
      List<Assessment.Fired> fired = new ArrayList<>();
      List<AskAgain> askAgain = new ArrayList<>();
      Urgency level = Urgency.SELF_CARE;
      int concerns = 0;
      for (int rank = Urgency.EMERGENCY.ordinal(); rank >= 0; rank--) {
        for (int i = 0; i < rules.length; i++) {
          CompiledRule.CompiledCase one = firing[i];
          if (one != null && one.level().ordinal() == rank) {
            CompiledRule rule = rules[i];
            fired.add(new Assessment.Fired(rule.id, one.level(), rule.concern, rule.inputs));
            level = level.worse(one.level());
            concerns |= 1 << rule.concern.ordinal();
            if (one.askAgain() != null) {
              askAgain.add(one.askAgain());
            }
          }
        }
      }
      List<Assessment.Raise> raises = new ArrayList<>();
      if (isMessage(situation)) {
        concerns |= namedIn(situation, concerns);
        level = level.worse(Urgency.SOON);
        raises.add(new Assessment.Raise(Assessment.Reason.MESSAGE, named(situation)));
      }
      Assessment.Trace trace = new Assessment.Trace(concerns, baseline, isOnlyAMildBruise(fired));
      if (situation.report() == Report.CONTACT) {
        Contacts.Outcome outcome = Contacts.weigh(situation, historyCount, trace, level);
        level = outcome.level();
        raises.addAll(outcome.raises());
      }
      return new Assessment(
          level,
          List.copyOf(fired),
          missingIds(),
          List.copyOf(raises),
          List.copyOf(askAgain),
          trace);
    }

    private boolean isOnlyAMildBruise(List<Assessment.Fired> fired) {
      return fired.size() == 1 && fired.getFirst().rule().equals("bruise") && mildPain;
    }

    private static boolean isMessage(Situation situation) {
      return situation.report() == Report.CONTACT && situation.form().equals(Form.NONE);
    }

    private Concern named(Situation situation) {
      return situation.named().orElse(Concern.OTHER);
    }

    /// A message without a form is about what it names; about "other" when it names nothing and no
    /// rule tells either.
    private int namedIn(Situation situation, int byRules) {
      boolean silent = situation.named().isEmpty() && byRules != 0;
      return silent ? 0 : 1 << named(situation).ordinal();
    }

    private List<String> missingIds() {
      List<String> ids = new ArrayList<>();
      for (int place = 0; place < missing.length; place++) {
        if (missing[place]) {
          ids.add(questions.at(place).id());
        }
      }
      return List.copyOf(ids);
    }
  }
}
