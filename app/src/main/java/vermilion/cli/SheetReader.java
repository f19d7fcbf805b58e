package vermilion.cli;

import java.util.Optional;
import vermilion.clinical.AnswerSheet;
import vermilion.clinical.Answers;
import vermilion.clinical.Question;
import vermilion.clinical.Questions;
import vermilion.clinical.Unsure;
import vermilion.json.Json;

/// Reads the answers of one report: words and `unsure` as strings, scales as integers, null as
/// absent.
final class SheetReader {
  private final Questions questions;
  private final AnswerSheet empty;

  SheetReader(Questions questions) {
    this.questions = questions;
    this.empty = AnswerSheet.empty(questions);
  }

  AnswerSheet empty() {
    return empty;
  }

  /// The answers in `value`; what is wrong with them is added to `refusals`.
  AnswerSheet read(String path, Json value, ReportReader.Refusals refusals) {
    if (!(value instanceof Json.Obj object)) {
      refusals.add(path, value, "an object of answers by question");
      return empty;
    }
    AnswerSheet.Builder sheet = new AnswerSheet.Builder(questions);
    for (Json.Member member : object.members()) {
      String field = path + "." + member.name();
      int place = questions.placeOf(member.name());
      if (place < 0) {
        sheet
            .answer(member.name(), "")
            .ifPresent(refusal -> refusals.add(field, member.value(), refusal.expected()));
      } else if (!(member.value() instanceof Json.Null)) {
        Optional<String> word = wordOf(questions.at(place), member.value());
        if (word.isEmpty()) {
          refusals.add(field, member.value(), expected(questions.at(place), member.value()));
        } else {
          sheet
              .answer(member.name(), word.get())
              .ifPresent(refusal -> refusals.add(field, member.value(), refusal.expected()));
        }
      }
    }
    return sheet.sheet();
  }

  /// The answer as the core names it, or nothing for a JSON value of the wrong kind: `"3"` is no
  /// number and `true` is no yes.
  private static Optional<String> wordOf(Question question, Json value) {
    if (value instanceof Json.Str text) {
      boolean scale = question.answers() instanceof Answers.Scale;
      return scale && !text.value().equals(Question.UNSURE)
          ? Optional.empty()
          : Optional.of(text.value());
    }
    return question.answers() instanceof Answers.Scale
        ? value.wholeNumber().map(number -> Long.toString(number))
        : Optional.empty();
  }

  private static String expected(Question question, Json value) {
    return switch (question.answers()) {
      case Answers.Scale scale ->
          "an integer from 0 to "
              + scale.most()
              + (question.unsure() instanceof Unsure.NotOffered ? "" : " or \"unsure\"");
      case Answers.Text text -> "text of at most " + text.maxChars() + " characters";
      case Answers.Choice _ -> {
        String meant = value instanceof Json.Bool bool ? (bool.value() ? "yes" : "no") : "";
        String words = "one of \"" + String.join("\", \"", question.answerIds()) + "\"";
        yield question.indexOf(meant) == Question.NO_INDEX
            ? words
            : words + "; did you mean \"" + meant + "\"?";
      }
    };
  }
}
