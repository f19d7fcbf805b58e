package vermilion.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermilion.clinical.Answers;
import vermilion.clinical.Form;
import vermilion.clinical.Question;
import vermilion.clinical.Question.IfEmpty;
import vermilion.clinical.Questions;
import vermilion.clinical.Unsure;
import vermilion.time.Elapsed;

/// The questions and forms of the clinical brief, written in Java: what `protocols/lip-ha.yaml`
/// must mean.
public final class BriefForms {

  /// Section 2, in its order.
  public static final Questions QUESTIONS = questions();

  /// The forms of section 2 and the gate of section 4.
  public static final List<Form> FORMS =
      List.of(
          new Form("full", List.of(new Form.Group("all", full()))),
          new Form("look", List.of(new Form.Group("all", look()))),
          new Form("late", List.of(new Form.Group("all", late()))),
          new Form("gate", List.of(new Form.Group("all", gate()))));

  private BriefForms() {}

  private static Questions questions() {
    List<Question> all = new ArrayList<>(FloorQuestions.ALL);
    all.add(all.size() - 1, choice("numb", "yes", "no", "yes"));
    all.removeIf(question -> question.id().equals("lump"));
    all.removeIf(question -> question.id().equals("self-harm"));
    all.add(floor("lump"));
    all.add(choice("asymmetry", "slight", "none", "slight", "marked"));
    all.add(choice("tint", "yes", "no", "yes"));
    all.add(
        new Question(
            "worry", false, IfEmpty.WORST, new Answers.Scale(3), new Unsure.CountsAs("2")));
    all.add(floor("self-harm"));
    all.add(
        new Question(
            "other", false, IfEmpty.OPTIONAL, new Answers.Text(2000), new Unsure.NotOffered()));
    return new Questions(all);
  }

  private static Question floor(String id) {
    return FloorQuestions.ALL.stream().filter(q -> q.id().equals(id)).findFirst().orElseThrow();
  }

  private static Question choice(String id, String unsure, String... answers) {
    List<List<String>> ranks = new ArrayList<>();
    for (String answer : answers) {
      ranks.add(List.of(answer));
    }
    return new Question(
        id, false, IfEmpty.WORST, new Answers.Choice(ranks), new Unsure.CountsAs(unsure));
  }

  private static List<Form.Item> full() {
    List<Form.Item> items = new ArrayList<>();
    for (Question question : QUESTIONS) {
      items.add(item(question.id()));
    }
    return items;
  }

  private static List<Form.Item> look() {
    return items("vision", "airway", "colour", "colour-elsewhere", "pain", "pain-course", "numb");
  }

  private static List<Form.Item> late() {
    List<Form.Item> items =
        items(
            "vision",
            "airway",
            "colour",
            "pain",
            "skin",
            "swelling",
            "fever",
            "redness",
            "pus",
            "lump",
            "worry",
            "self-harm",
            "other");
    items.add(10, Form.Item.always("tint"));
    return items;
  }

  private static List<Form.Item> gate() {
    return items(
        "vision",
        "stroke",
        "airway",
        "collapse",
        "hives",
        "colour",
        "colour-elsewhere",
        "pain",
        "pain-course",
        "cool",
        "skin",
        "fever",
        "redness",
        "pus",
        "swelling-course",
        "bleeding",
        "lump");
  }

  private static List<Form.Item> items(String... ids) {
    List<Form.Item> items = new ArrayList<>();
    for (String id : ids) {
      items.add(item(id));
    }
    return items;
  }

  private static Form.Item item(String id) {
    Elapsed always = Elapsed.ofHours(0);
    return switch (id) {
      case "pain-course" ->
          new Form.Item(id, always, Optional.empty(), Optional.of(new Form.OnlyIf("pain", "1")));
      case "self-harm" ->
          new Form.Item(id, always, Optional.empty(), Optional.of(new Form.OnlyIf("worry", "3")));
      case "bleeding" ->
          new Form.Item(id, always, Optional.of(Elapsed.ofHours(72)), Optional.empty());
      case "tint" -> new Form.Item(id, Elapsed.ofDays(14), Optional.empty(), Optional.empty());
      default -> Form.Item.always(id);
    };
  }
}
