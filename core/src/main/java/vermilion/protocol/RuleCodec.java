package vermilion.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermilion.clinical.Concern;
import vermilion.clinical.Urgency;
import vermilion.json.Fields;
import vermilion.json.Json;
import vermilion.time.Elapsed;
import vermilion.triage.AskAgain;
import vermilion.triage.Condition;
import vermilion.triage.Rule;

/// Rules as JSON.
final class RuleCodec {
  private static final int MOST_MINUTES = 1440;
  private static final Condition HARMLESS_CONDITION = new Condition.From(Elapsed.ofHours(0));
  private static final Rule.Case HARMLESS_CASE =
      new Rule.Case(Urgency.SELF_CARE, List.of(List.of(HARMLESS_CONDITION)), Optional.empty());

  private final Known known;
  private final ConditionCodec conditions;

  RuleCodec(Known known) {
    this.known = known;
    this.conditions = new ConditionCodec(known);
  }

  static Json json(List<Rule> rules) {
    List<Json> all = new ArrayList<>();
    for (Rule rule : rules) {
      List<Json> cases = new ArrayList<>();
      for (Rule.Case one : rule.cases()) {
        cases.add(json(one));
      }
      all.add(
          Json.object()
              .put("id", rule.id())
              .put("concern", rule.concern().id())
              .put("cases", new Json.Arr(cases))
              .build());
    }
    return new Json.Arr(all);
  }

  private static Json json(Rule.Case one) {
    List<Json> anyOf = new ArrayList<>();
    for (List<Condition> allOf : one.anyOf()) {
      List<Json> all = new ArrayList<>();
      for (Condition condition : allOf) {
        all.add(ConditionCodec.json(condition));
      }
      anyOf.add(Json.object().put("allOf", new Json.Arr(all)).build());
    }
    Json.Builder out =
        Json.object().put("level", one.level().id()).put("anyOf", new Json.Arr(anyOf));
    if (one.askAgain().isPresent()) {
      AskAgain askAgain = one.askAgain().get();
      out.put(
          "askAgain",
          Json.object()
              .put("form", askAgain.form())
              .put("afterMinutes", askAgain.afterMinutes())
              .put("everyMinutes", askAgain.everyMinutes())
              .put("untilMinutes", askAgain.untilMinutes())
              .build());
    }
    return out.build();
  }

  static List<String> ids(List<Rule> rules) {
    List<String> ids = new ArrayList<>();
    for (Rule rule : rules) {
      ids.add(rule.id());
    }
    return ids;
  }

  /// One rule.
  Rule read(Fields in) {
    String id = ProtocolCodec.id(in, "id");
    Concern concern = in.oneOf("concern", Concern.values(), Concern::id);
    List<Rule.Case> cases = in.objects("cases", Rule.MOST_CASES, this::oneCase);
    if (cases.isEmpty()) {
      in.refuse("cases", "one case or more");
      return new Rule(id, concern, List.of(HARMLESS_CASE));
    }
    return new Rule(id, concern, cases);
  }

  private Rule.Case oneCase(Fields in) {
    Urgency level = in.oneOf("level", Urgency.values(), Urgency::id);
    List<List<Condition>> anyOf = in.objects("anyOf", Rule.MOST_TERMS, this::allOf);
    Optional<AskAgain> askAgain = in.optionalObject("askAgain", this::askAgain);
    if (anyOf.isEmpty()) {
      in.refuse("anyOf", "one alternative or more");
      return HARMLESS_CASE;
    }
    return new Rule.Case(level, anyOf, askAgain);
  }

  private List<Condition> allOf(Fields in) {
    List<Condition> all = in.objects("allOf", Rule.MOST_TERMS, conditions::read);
    if (all.isEmpty()) {
      in.refuse("allOf", "one condition or more");
      return List.of(HARMLESS_CONDITION);
    }
    return all;
  }

  private AskAgain askAgain(Fields in) {
    String form = known.form(in);
    int after = in.whole("afterMinutes", 1, MOST_MINUTES);
    int every = in.whole("everyMinutes", 0, MOST_MINUTES);
    int until = in.whole("untilMinutes", after, MOST_MINUTES);
    return new AskAgain(form, after, every, until);
  }
}
