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

  private Triage(Questions questions, List<Form> forms, List<Rule> withFloor) {
    this.questions = questions;
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
      throw new IllegalArgumentException("safety floor: [" + String.join(", ", problems) + "]");
    }
    return new Triage(questions, forms, SafetyFloor.under(rules));
  }

  /// Prepares a table of rules as it stands, with no floor put under it: what the proof decides
  /// about. Patients are triaged by [#of] alone.
  ///
  /// @throws IllegalArgumentException when a rule or form names a question or answer that does not
  ///   exist
  public static Triage ofTable(Questions questions, List<Form> forms, List<Rule> table) {
    return new Triage(questions, forms, table);
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
    Verdict verdict = new Verdict();
    int historyCount = verdict.addAll(situation);
    if (situation.report() == Report.CONTACT) {
      verdict.weigh(situation, historyCount, verdict.level);
    }
    return verdict.assessment();
  }

  /// Assesses one report by the readings of two clocks that order it and what came before
  /// differently: all that either says, so the worse of both (H-6).
  ///
  /// @param one the report by one clock
  /// @param other the same report by the other
  public Assessment assessWorse(Situation one, Situation other) {
    Verdict verdict = new Verdict();
    int oneCount = verdict.addAll(one);
    int otherCount = verdict.addAll(other);
    if (one.report() == Report.CONTACT) {
      Urgency byRules = verdict.level;
      verdict.weigh(one, oneCount, byRules);
      verdict.weigh(other, otherCount, byRules);
    }
    return verdict.assessment();
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
    private final List<Assessment.Raise> raises = new ArrayList<>();
    private boolean mildPain = true;

    /// What it is about, and what a contact is counted about: a bit for each concern.
    private int concerns;

    private int counted;
    private Urgency level = Urgency.SELF_CARE;

    Verdict() {
      Arrays.fill(baseline, -1);
    }

    /// Adds what the rules say at every possible hour.
    ///
    /// @return how many entries of the history came before
    int addAll(Situation situation) {
      Scene.AskedItem[] form = formOf(situation);
      int historyCount = situation.history().countUntil(situation.atSecond());
      List<Elapsed> readings = situation.timing().readings();
      for (Elapsed elapsed : readings.isEmpty() ? everyHour : readings) {
        Scene scene = new Scene(questions, situation, elapsed, historyCount);
        if (situation.complete()) {
          scene.fillEmpty(form, elapsed);
        }
        add(scene);
      }
      return historyCount;
    }

    private void add(Scene scene) {
      boolean contact = scene.situation.report() == Report.CONTACT;
      for (int i = 0; i < rules.length; i++) {
        CompiledRule.CompiledCase fires = rules[i].firing(scene);
        CompiledRule.CompiledCase known = firing[i];
        if (fires != null && (known == null || !known.level().atLeast(fires.level()))) {
          firing[i] = fires;
          concerns |= 1 << rules[i].concern.ordinal();
          level = level.worse(fires.level());
        }
        if (contact && rules[i].firesForMilder(scene)) {
          counted |= 1 << rules[i].concern.ordinal();
        }
      }
      boolean keeps = !scene.situation.form().equals(Form.NONE);
      for (int place = 0; place < missing.length; place++) {
        if (scene.empty[place]) {
          missing[place] |= questions.at(place).ifEmpty() != Question.IfEmpty.OPTIONAL;
          baseline[place] = 0;
        } else if (keeps && baseline[place] < 0) {
          baseline[place] = scene.index[place];
        }
      }
      int pain = scene.rankAt(painPlace);
      mildPain &= pain >= 0 && pain < mildPainBelowRank;
    }

    /// Weighs a contact by the contacts before it.
    void weigh(Situation situation, int historyCount, Urgency byRules) {
      Urgency base = byRules;
      if (situation.form().equals(Form.NONE)) {
        Concern named = situation.named().orElse(Concern.OTHER);
        concerns |= 1 << named.ordinal();
        base = base.worse(Urgency.SOON);
        raise(List.of(new Assessment.Raise(Assessment.Reason.MESSAGE, named)));
      }
      counted |= concerns;
      Contacts.Outcome outcome = Contacts.weigh(situation, historyCount, trace(), base);
      level = level.worse(outcome.level());
      raise(outcome.raises());
    }

    private Assessment.Trace trace() {
      return new Assessment.Trace(concerns, counted, baseline, isOnlyMildBruise());
    }

    private void raise(List<Assessment.Raise> more) {
      for (Assessment.Raise raise : more) {
        if (!raises.contains(raise)) {
          raises.add(raise);
        }
      }
    }

    /// Whether nothing fired but the rule `bruise`, and pain was answered under 4.
    private boolean isOnlyMildBruise() {
      boolean bruise = false;
      for (int i = 0; i < rules.length; i++) {
        if (firing[i] != null) {
          if (!rules[i].id.equals("bruise")) {
            return false;
          }
          bruise = true;
        }
      }
      return bruise && mildPain;
    }

    Assessment assessment() {
      List<Assessment.Fired> fired = new ArrayList<>();
      List<AskAgain> askAgain = new ArrayList<>();
      for (int rank = Urgency.EMERGENCY.ordinal(); rank >= 0; rank--) {
        for (int i = 0; i < rules.length; i++) {
          CompiledRule.CompiledCase one = firing[i];
          if (one != null && one.level().ordinal() == rank) {
            CompiledRule rule = rules[i];
            fired.add(new Assessment.Fired(rule.id, one.level(), rule.concern, rule.inputs));
            if (one.askAgain() != null) {
              askAgain.add(one.askAgain());
            }
          }
        }
      }
      return new Assessment(
          level,
          List.copyOf(fired),
          missingIds(),
          List.copyOf(raises),
          List.copyOf(askAgain),
          trace());
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
