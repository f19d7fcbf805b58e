package vermilion.proof.episode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import vermilion.clinical.Question;
import vermilion.clinical.Questions;
import vermilion.episode.Guideline;
import vermilion.time.Elapsed;
import vermilion.triage.Condition;
import vermilion.triage.Rule;

/// The answers that the rules of a protocol can tell apart, as far as an episode notices: for each
/// way in which a rule may fire, the calm sheet with just the answers that make it fire.
///
/// @param guideline the protocol
record EpisodeSheets(Guideline guideline) {

  /// A sheet and an hour at which its rule may fire.
  ///
  /// @param hour after the injection
  /// @param answers by question
  record Sheet(Duration hour, Map<String, String> answers) {}

  /// One sheet for each way in which a rule may fire, from an hour on.
  List<Sheet> all(Duration from) {
    TreeSet<Duration> bounds = bounds(from);
    List<Sheet> sheets = new ArrayList<>();
    for (Rule rule : guideline.protocol().rules()) {
      for (Rule.Case one : rule.cases()) {
        for (List<Condition> allOf : one.anyOf()) {
          Sheet sheet = sheet(allOf, bounds);
          if (!sheets.contains(sheet)) {
            sheets.add(sheet);
          }
        }
      }
    }
    return sheets;
  }

  /// Every hour at which some rule begins or ends: nothing changes between two of them.
  private TreeSet<Duration> bounds(Duration from) {
    TreeSet<Duration> bounds = new TreeSet<>();
    bounds.add(from);
    for (Rule rule : guideline.protocol().rules()) {
      for (Rule.Case one : rule.cases()) {
        one.anyOf().forEach(allOf -> allOf.forEach(condition -> addBound(condition, bounds)));
      }
    }
    return new TreeSet<>(bounds.tailSet(from));
  }

  private static void addBound(Condition condition, TreeSet<Duration> bounds) {
    switch (condition) {
      case Condition.From c -> bounds.add(Duration.ofSeconds(c.bound().seconds()));
      case Condition.Before c -> bounds.add(Duration.ofSeconds(c.bound().seconds()));
      case Condition.Not c -> addBound(c.condition(), bounds);
      default -> {}
    }
  }

  private Sheet sheet(List<Condition> allOf, TreeSet<Duration> bounds) {
    Duration hour = bounds.first();
    for (Duration bound : bounds.reversed()) {
      Elapsed elapsed = new Elapsed(bound.toSeconds());
      if (allOf.stream().allMatch(condition -> holdsAt(condition, elapsed))) {
        hour = bound;
      }
    }
    Map<String, String> answers = new LinkedHashMap<>(EpisodeWorlds.calm(guideline, "full", hour));
    allOf.forEach(condition -> answer(condition, true, answers));
    return new Sheet(hour, answers);
  }

  private static boolean holdsAt(Condition condition, Elapsed elapsed) {
    return switch (condition) {
      case Condition.From c -> elapsed.isFrom(c.bound());
      case Condition.Before c -> elapsed.isBefore(c.bound());
      default -> true;
    };
  }

  /// Puts the answer that makes a condition hold, or fail.
  private void answer(Condition condition, boolean holds, Map<String, String> answers) {
    switch (condition) {
      case Condition.AtLeast c -> {
        if (holds) {
          answers.put(c.question(), c.answer());
        }
      }
      case Condition.Is c -> {
        if (holds) {
          answers.put(c.question(), c.answers().getFirst());
        } else {
          answers.put(c.question(), other(c));
        }
      }
      case Condition.Below c -> {
        if (!holds) {
          answers.put(c.question(), c.answer());
        }
      }
      case Condition.RoseBy c -> {
        Question question = question(c.question());
        int index = Math.min(c.by(), question.worstIndex());
        answers.putIfAbsent(c.question(), question.answerIds().get(index));
      }
      case Condition.Not c -> answer(c.condition(), !holds, answers);
      default -> {}
    }
  }

  private String other(Condition.Is condition) {
    for (String answer : question(condition.question()).answerIds()) {
      if (!condition.answers().contains(answer)) {
        return answer;
      }
    }
    return condition.answers().getFirst();
  }

  private Question question(String id) {
    Questions questions = guideline.protocol().questions();
    return questions.at(questions.placeOf(id));
  }
}
