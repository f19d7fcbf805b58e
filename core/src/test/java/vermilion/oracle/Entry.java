package vermilion.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One thing that happened: a check-in, a contact, or a human who answered.
///
/// @param seconds since the recorded end of the injection
/// @param form full, look, late, gate or none
/// @param kind check-in, contact or answered
/// @param complete false for a half-filled form
/// @param facts the record, as it stood then
/// @param answers question to answer, as text; a question that is not here was not answered
/// @param concern what a contact without a form is about, if it says so
record Entry(
    long seconds,
    String form,
    String kind,
    boolean complete,
    PatientFacts facts,
    Map<String, String> answers,
    @Nullable String concern) {

  static Entry of(String kind, String form, String hours) {
    return new Entry(secondsOf(hours), form, kind, true, PatientFacts.PLAIN, Map.of(), null);
  }

  /// A completed check-in in which every question that the form asks has its least worrying answer.
  static Entry calm(String form, String hours) {
    return calmAt(form, secondsOf(hours));
  }

  static Entry calmAt(String form, long seconds) {
    Entry entry = of("check-in", form, "0").at(seconds);
    for (String question : Questions.IN_ORDER) {
      if (Questions.asks(entry, question) && !Questions.OPTIONAL.contains(question)) {
        entry = entry.with(question, Questions.calmest(question));
      }
    }
    // At pain 0 nobody is asked how the pain goes; at worry 0 nobody is asked about self-harm.
    return entry.without("pain-course").without("self-harm");
  }

  static Entry answered(String hours) {
    return of("answered", "none", hours);
  }

  static long secondsOf(String hours) {
    return new BigDecimal(hours)
        .multiply(BigDecimal.valueOf(3600))
        .setScale(0, RoundingMode.FLOOR)
        .longValueExact();
  }

  Entry with(String question, String answer) {
    Map<String, String> more = new LinkedHashMap<>(answers);
    more.put(question, answer);
    return withAnswers(more);
  }

  Entry without(String question) {
    Map<String, String> fewer = new LinkedHashMap<>(answers);
    fewer.remove(question);
    return withAnswers(fewer);
  }

  Entry withAnswers(Map<String, String> others) {
    return new Entry(seconds, form, kind, complete, facts, others, concern);
  }

  Entry asContact() {
    return new Entry(seconds, form, "contact", complete, facts, answers, concern);
  }

  Entry halfFilled() {
    return new Entry(seconds, form, kind, false, facts, answers, concern);
  }

  Entry completed() {
    return new Entry(seconds, form, kind, true, facts, answers, concern);
  }

  Entry at(long others) {
    return new Entry(others, form, kind, complete, facts, answers, concern);
  }

  Entry about(@Nullable String named) {
    return new Entry(seconds, form, kind, complete, facts, answers, named);
  }

  Entry withFacts(PatientFacts others) {
    return new Entry(seconds, form, kind, complete, others, answers, concern);
  }

  Entry withColdSoreHistory(@Nullable Boolean history) {
    return withFacts(new PatientFacts(facts.filler(), history, facts.triggers()));
  }

  Entry withTrigger(String trigger) {
    return withFacts(new PatientFacts(facts.filler(), facts.coldSoreHistory(), Set.of(trigger)));
  }
}
