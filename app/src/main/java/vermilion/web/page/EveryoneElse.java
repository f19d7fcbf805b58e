package vermilion.web.page;

/// Everybody who is not on the worklist, counted so that nobody can be lost between the lines.
///
/// @param answered who answered the last check-in that was due
/// @param missed who did not answer the last one
/// @param open who has a check-in open now and has not answered it yet
/// @param notYetAsked who has had no check-in yet
/// @param finished whose last check-in is past and answered
public record EveryoneElse(int answered, int missed, int open, int notYetAsked, int finished) {

  /// How many they are.
  public int all() {
    return answered + missed + open + notYetAsked + finished;
  }

  /// The sentence below the worklist.
  public String sentence() {
    if (all() == 0) {
      return "There are no other patients.";
    }
    var words = new StringBuilder();
    words.append(all() == 1 ? "1 other patient" : all() + " other patients");
    words.append(", nothing due from you: ");
    String before = "";
    before = part(words, before, answered, "answered the last check-in");
    before = part(words, before, missed, "missed the last check-in");
    before = part(words, before, open, "with a check-in open and not answered yet");
    before = part(words, before, notYetAsked, "not asked yet");
    part(words, before, finished, "at the end of the course");
    return words.append('.').toString();
  }

  private static String part(StringBuilder words, String before, int count, String what) {
    if (count == 0) {
      return before;
    }
    words.append(before).append(count).append(' ').append(what);
    return ", ";
  }
}
