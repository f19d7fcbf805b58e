package vermilion.content;

import java.util.List;
import java.util.stream.Collectors;
import vermilion.clinical.Answers;
import vermilion.clinical.Concern;
import vermilion.clinical.Filler;
import vermilion.clinical.Question;
import vermilion.clinical.Questions;
import vermilion.time.Elapsed;
import vermilion.triage.AskAgain;
import vermilion.triage.Condition;

/// Says conditions in the words of the protocol language; the opposite of reading them.
final class RuleWords {
  private final Questions questions;

  RuleWords(Questions questions) {
    this.questions = questions;
  }

  /// A line: all of these conditions.
  String line(List<Condition> allOf) {
    return allOf.stream().map(this::said).collect(Collectors.joining(", "));
  }

  /// One condition.
  String said(Condition condition) {
    return switch (condition) {
      case Condition.AtLeast c -> c.question() + " " + atLeast(c.question(), c.answer());
      case Condition.Is c -> c.question() + " is " + String.join(" or ", c.answers());
      case Condition.Below c ->
          c.question() + (isScale(c.question()) ? " under " : " better than ") + c.answer();
      case Condition.From c -> "from " + Said.point(c.bound());
      case Condition.Before c -> "before " + Said.point(c.bound());
      case Condition.ColdSoreHistory _ -> "cold sores in the past";
      case Condition.RecentTrigger _ -> "a recent trigger";
      case Condition.HyaluronidaseGiven _ -> "hyaluronidase given";
      case Condition.FillerIs c ->
          "filler is " + c.families().stream().map(Filler::id).collect(Collectors.joining(" or "));
      case Condition.RoseBy c -> rose(c);
      case Condition.SaidBefore c ->
          c.question() + " was " + atLeast(c.question(), c.answer()) + back(c.within());
      case Condition.ConcernBefore c ->
          "concern " + idOf(c.concern()) + " within " + Said.length(c.within());
      case Condition.Not c -> "not " + said(c.condition());
    };
  }

  /// When and what a rule asks again.
  static String said(AskAgain askAgain) {
    String once = askAgain.form() + " after " + minutes(askAgain.afterMinutes());
    return askAgain.everyMinutes() == 0
        ? once
        : once
            + ", then every "
            + minutes(askAgain.everyMinutes())
            + " until "
            + minutes(askAgain.untilMinutes());
  }

  private static String rose(Condition.RoseBy c) {
    String given =
        c.givenFrom().seconds() == 0 ? "" : " against an answer from " + Said.point(c.givenFrom());
    return c.question()
        + " rose by "
        + c.by()
        + " or more within "
        + Said.length(c.within())
        + given;
  }

  private static String idOf(Concern concern) {
    return concern.id();
  }

  private static String back(Elapsed within) {
    return within.equals(Times.LIFE) ? " at any time" : " within " + Said.length(within);
  }

  private static String minutes(int minutes) {
    return Said.length(new Elapsed(60L * minutes));
  }

  private String atLeast(String question, String answer) {
    return isScale(question) ? "at least " + answer : answer + " or worse";
  }

  private boolean isScale(String id) {
    Question question = questions.find(id).orElseThrow();
    return question.answers() instanceof Answers.Scale;
  }
}
