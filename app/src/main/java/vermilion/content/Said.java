package vermilion.content;

import java.util.ArrayList;
import java.util.List;
import vermilion.clinical.Answers;
import vermilion.clinical.Question;
import vermilion.clinical.Unsure;
import vermilion.time.Elapsed;

/// Says what core values mean in the words of a protocol file.
final class Said {
  private static final long SECONDS_PER_DAY = 86_400;

  private Said() {}

  /// A point in time: `day 7` for whole days from the third on, else hours, else minutes.
  static String point(Elapsed time) {
    return time.seconds() % SECONDS_PER_DAY == 0 && time.seconds() > 3 * SECONDS_PER_DAY
        ? "day " + time.seconds() / SECONDS_PER_DAY
        : length(time);
  }

  /// A length of time.
  static String length(Elapsed time) {
    if (time.seconds() % SECONDS_PER_DAY == 0 && time.seconds() > 3 * SECONDS_PER_DAY) {
      return time.seconds() / SECONDS_PER_DAY + " days";
    }
    return time.seconds() % Elapsed.SECONDS_PER_HOUR == 0
        ? time.seconds() / Elapsed.SECONDS_PER_HOUR + " h"
        : time.seconds() / 60 + " min";
  }

  /// The answers of a question: `usual, bruised, pale = grey`, `0..10` or `words, at most 2000`.
  static String answers(Answers answers) {
    return switch (answers) {
      case Answers.Choice choice -> {
        List<String> ranks = new ArrayList<>();
        for (List<String> tied : choice.ranks()) {
          ranks.add(String.join(" = ", tied));
        }
        yield String.join(", ", ranks);
      }
      case Answers.Scale scale -> "0.." + scale.most();
      case Answers.Text text -> "words, at most " + text.maxChars();
    };
  }

  /// What "not sure" counts as.
  static String unsure(Unsure unsure) {
    return switch (unsure) {
      case Unsure.CountsAs counts -> counts.answer();
      case Unsure.NoEffect _ -> "no-effect";
      case Unsure.NotOffered _ -> "not-offered";
    };
  }

  /// What an empty answer counts as.
  static String ifEmpty(Question.IfEmpty ifEmpty) {
    return switch (ifEmpty) {
      case WORST -> "worst";
      case UNSURE -> "not-sure";
      case OPTIONAL -> "optional";
    };
  }
}
