package vermilion.proof.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vermilion.clinical.Urgency;
import vermilion.json.Json;
import vermilion.proof.Counterexample;
import vermilion.proof.Findings;
import vermilion.proof.Property;
import vermilion.testing.Fault;
import vermilion.testing.FaultMaker;
import vermilion.triage.BriefForms;
import vermilion.triage.BriefRules;
import vermilion.triage.Rule;
import vermilion.triage.SafetyFloor;
import vermilion.triage.Triage;

/// Every mistake that is put into the triage table on purpose, and that breaks a property, is
/// refused with a patient of whom the engine says the same; and no other one is refused.
final class FaultyTablesTest {

  /// How many of each table; every one with -Dfaults=9999.
  private static final int CHOSEN = Integer.getInteger("faults", 160);

  private static final long SEED = Long.getLong("seed", 8);

  /// What came of one fault.
  private record Tried(Fault fault, Map<Property, String> judged, List<Counterexample> told) {
    Set<Property> refused() {
      Set<Property> all = EnumSet.noneOf(Property.class);
      told.forEach(one -> all.add(one.property()));
      return all;
    }
  }

  @Test
  void a_faulty_table_is_refused_where_it_breaks_a_property_and_nowhere_else() {
    List<Rule> table = SafetyFloor.under(BriefRules.RULES);
    List<Fault> faults = chosen(FaultMaker.all(BriefForms.QUESTIONS, BriefForms.FORMS, table));

    check("table", sound(table), faults);
  }

  @Test
  void a_faulty_protocol_over_the_floor_is_refused_where_it_breaks_a_property_and_nowhere_else() {
    List<Rule> own = BriefRules.RULES;
    List<Fault> faults =
        chosen(FaultMaker.all(BriefForms.QUESTIONS, BriefForms.FORMS, own)).stream()
            .map(Fault::overTheFloor)
            .toList();

    check("over the floor", sound(SafetyFloor.under(own)), faults);
  }

  private static Fault sound(List<Rule> table) {
    return new Fault(
        Fault.Kind.RULE_DROPPED, "none", BriefForms.QUESTIONS, BriefForms.FORMS, table);
  }

  /// A seeded choice, so that all of it ends in seconds.
  private static List<Fault> chosen(List<Fault> all) {
    return FaultMaker.chosen(all, CHOSEN, SEED);
  }

  private static void check(String name, Fault sound, List<Fault> faults) {
    List<Tried> tried = faults.parallelStream().map(fault -> tried(sound, fault)).toList();

    System.out.println("NOTE: faults, " + name + ": " + numbers(tried));
    assertThat(tried)
        .allSatisfy(one ->
            assertThat(one.refused())
                .as("%s\njudge: %s\nproof: %s", one.fault(), one.judged(), one.told())
                .isEqualTo(one.judged().keySet()));
    assertThat(tried).allSatisfy(FaultyTablesTest::isConfirmed);
  }

  private static Tried tried(Fault sound, Fault fault) {
    Findings findings =
        AnswersProof.decide(
            AnswersProof.Subject.ofTable(fault.questions(), fault.forms(), fault.rules()));
    return new Tried(fault, SlowJudge.verdict(sound, fault), findings.broken());
  }

  private static String numbers(List<Tried> tried) {
    Map<Property, Integer> by = new TreeMap<>();
    int violating = 0;
    for (Tried one : tried) {
      violating += one.judged().isEmpty() ? 0 : 1;
      one.judged().keySet().forEach(property -> by.merge(property, 1, Integer::sum));
    }
    return tried.size() + " variants, " + violating + " break a property: " + by;
  }

  /// The engine says of the patients of a counterexample what the counterexample says.
  private static void isConfirmed(Tried one) {
    for (Counterexample told : one.told()) {
      assertThat(told.story()).as(one.fault().toString()).doesNotContain("Not confirmed");
      Json.Obj situation = told.situation();
      if (situation.find("answers").isPresent()) {
        assertThat(level(one.fault().rules(), one, situation))
            .isLessThan(level(SafetyFloor.rules(), one, situation));
      } else if (situation.find("before").isPresent()) {
        Json.Obj before = (Json.Obj) situation.find("before").get();
        Json.Obj after = (Json.Obj) situation.find("after").orElseThrow();
        assertThat(level(one.fault().rules(), one, after))
            .isLessThan(level(one.fault().rules(), one, before));
      }
    }
  }

  private static Urgency level(List<Rule> rules, Tried one, Json.Obj situation) {
    Triage engine = Triage.ofTable(one.fault().questions(), one.fault().forms(), rules);
    return new Retelling(engine).level(situation);
  }
}
