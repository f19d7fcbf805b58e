package vermilion.proof.answers;

import java.util.ArrayList;
import java.util.List;
import vermilion.clinical.Urgency;
import vermilion.time.Elapsed;

/// Tells a state in words that a nurse can read aloud.
final class Story {

  private static final long DAY_SECONDS = 24 * Elapsed.SECONDS_PER_HOUR;

  private final Space space;
  private final Shrink shrink;

  Story(Space space) {
    this.space = space;
    this.shrink = new Shrink(space);
  }

  /// The state: the hour, the form, and all that is not as one would expect.
  String of(int[] state) {
    List<String> told = new ArrayList<>();
    for (int i = 0; i < space.size(); i++) {
      boolean context = i == space.form || i == space.hour;
      if (!context && state[i] != shrink.usual(state, i)) {
        told.add(value(i, state[i]));
      }
    }
    String said = told.isEmpty() ? "nothing is the matter" : String.join(", ", told);
    return "Hour "
        + space.at(space.hour).values().get(state[space.hour])
        + ", form "
        + form(state)
        + ": "
        + said
        + ".";
  }

  private String form(int[] state) {
    int form = state[space.form];
    return form == space.halfFilled() ? "half-filled" : space.at(space.form).values().get(form);
  }

  /// One value of a state, with its name.
  String value(int dimension, int value) {
    Dimension one = space.at(dimension);
    String words = one.values().get(value);
    return switch (one.kind()) {
      case FORM, HOUR -> one.name() + " " + words;
      case FACT -> fact(one.name(), words);
      case ANSWER ->
          value == space.unknown(space.placeOf(dimension))
              ? one.name() + " not known"
              : one.name() + " " + words;
      case WORST_BEFORE, MILDEST_BEFORE ->
          value == 0
              ? "no earlier answer to " + one.name()
              : one.name() + " was " + words + " " + age(dimension);
      case CONCERN_BEFORE ->
          value == 0
              ? "no earlier concern about " + one.name()
              : "a concern about " + one.name() + " was raised " + age(dimension);
    };
  }

  private static String fact(String name, String words) {
    if (name.equals("filler")) {
      return "filler " + words;
    }
    boolean yes = words.equals("yes");
    return switch (name) {
      case "cold-sore-history" -> yes ? "cold sores in the past" : "no cold sores in the past";
      case "trigger" -> yes ? "a recent trigger" : "no recent trigger";
      default -> yes ? "hyaluronidase given" : "no hyaluronidase given";
    };
  }

  private String age(int dimension) {
    Space.Band band = space.bandOf(dimension);
    boolean ever = band.oldest() > 365 * DAY_SECONDS;
    return ever
        ? (band.youngest() == 0 ? "before" : "more than " + length(band.youngest() - 1) + " ago")
        : "in the last " + length(band.oldest());
  }

  private static String length(long seconds) {
    return seconds % DAY_SECONDS == 0 && seconds > 3 * DAY_SECONDS
        ? seconds / DAY_SECONDS + " days"
        : new Elapsed(seconds).hours() + " h";
  }

  /// A step in words: what gets worse, from what to what.
  String of(Step step) {
    List<String> told = new ArrayList<>();
    for (Step.Change change : step.changes()) {
      told.add(
          value(change.dimension(), change.to())
              + " instead of "
              + value(change.dimension(), change.from()));
    }
    return String.join(", and ", told);
  }

  static String level(Urgency level, List<String> rules) {
    return rules.isEmpty() ? level.id() : level.id() + " (rule " + String.join(", ", rules) + ")";
  }
}
