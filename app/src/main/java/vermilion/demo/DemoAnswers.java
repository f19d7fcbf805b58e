package vermilion.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import vermilion.json.Json;

/// Answers of a made-up patient: all of the full form, calm unless something is said otherwise.
final class DemoAnswers {

  private final Map<String, String> answers = new LinkedHashMap<>();

  private DemoAnswers() {}

  /// A lip that swells and eases as most do.
  static DemoAnswers calm(int pain, String swelling) {
    DemoAnswers calm = new DemoAnswers();
    for (String id : new String[] {"vision", "stroke", "airway", "collapse", "hives"}) {
      calm.with(id, "no");
    }
    calm.with("colour", "usual")
        .with("colour-elsewhere", "no")
        .with("pain", Integer.toString(pain));
    if (pain > 0) {
      calm.with("pain-course", "easing");
    }
    calm.with("cool", "no").with("refill", "same").with("skin", "whole").with("bleeding", "no");
    calm.with("swelling", swelling).with("swelling-course", "easing").with("fever", "no");
    calm.with("redness", "none").with("pus", "no").with("numb", "no").with("lump", "none");
    return calm.with("asymmetry", "none").with("worry", "0");
  }

  /// The same with one answer otherwise.
  DemoAnswers with(String question, String answer) {
    answers.put(question, answer);
    return this;
  }

  /// The same without one answer, for a form that does not ask it.
  DemoAnswers without(String question) {
    answers.remove(question);
    return this;
  }

  Json json() {
    Json.Builder out = Json.object();
    answers.forEach((question, answer) -> {
      boolean number = question.equals("pain") || question.equals("worry");
      out.put(question, number ? new Json.Num(answer) : new Json.Str(answer));
    });
    return out.build();
  }
}
