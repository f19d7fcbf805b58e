package vermilion.protocol;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vermilion.clinical.Form;
import vermilion.clinical.Question;
import vermilion.clinical.Questions;
import vermilion.json.Fields;

/// What a protocol that is being read has, so that what names it can be held to it.
final class Known {
  private final Fields top;
  private final List<Fields.Problem> problems;
  private final Questions questions;
  private final List<String> formIds = new ArrayList<>();

  Known(Fields top, List<Fields.Problem> problems, Questions questions) {
    this.top = top;
    this.problems = problems;
    this.questions = questions;
  }

  /// The members of the protocol itself.
  Fields top() {
    return top;
  }

  /// Whether nothing has been wrong so far; constructors that refuse may be called only then.
  boolean isClear() {
    return problems.isEmpty();
  }

  void forms(List<Form> forms) {
    for (Form form : forms) {
      formIds.add(form.id());
    }
    tellOfTwice("forms", formIds);
  }

  /// Tells of ids that stand twice in a list.
  void tellOfTwice(String name, List<String> ids) {
    Set<String> seen = new HashSet<>();
    for (String id : ids) {
      if (!seen.add(id)) {
        problems.add(new Fields.Problem(name, id, "each id once"));
      }
    }
  }

  /// The id of a question that exists.
  String question(Fields in) {
    String id = in.text("question", ProtocolCodec.NAME_CHARS);
    if (isClear() && questions.find(id).isEmpty()) {
      in.refuse("question", "a question of this protocol");
    }
    return id;
  }

  /// The id of an answer that the question has.
  String answer(Fields in, String name, String question) {
    String answer = in.text(name, ProtocolCodec.NAME_CHARS);
    tellOfAnswer(in, name, question, answer);
    return answer;
  }

  /// Tells of an answer that the question does not have.
  void tellOfAnswer(Fields in, String name, String question, String answer) {
    Optional<Question> asked = questions.find(question);
    if (asked.isPresent() && asked.get().indexOf(answer) == Question.NO_INDEX) {
      in.refuse(
          name, "an answer of " + question + ": " + String.join(", ", asked.get().answerIds()));
    }
  }

  /// The id of a form that exists.
  String form(Fields in) {
    String id = in.text("form", ProtocolCodec.NAME_CHARS);
    if (isClear() && !formIds.contains(id)) {
      in.refuse("form", "a form of this protocol");
    }
    return id;
  }
}
