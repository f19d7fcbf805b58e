package vermilion.episode;

import java.util.ArrayList;
import java.util.List;
import vermilion.clinical.AnswerSheet;
import vermilion.clinical.Question;
import vermilion.clinical.Questions;

/// Reads the answers to the questions before a massage: any answer but the clear ones withholds it
/// (clinical brief 4; S1 S2 S45) (H-2).
final class GateAnswers {

  /// Each question of the gate with the most worrying answer that still lets a session begin.
  private static final List<Clear> CLEAR =
      List.of(
          new Clear("vision", "no"),
          new Clear("stroke", "no"),
          new Clear("airway", "no"),
          new Clear("collapse", "no"),
          new Clear("hives", "no"),
          new Clear("colour", "usual"),
          new Clear("colour-elsewhere", "no"),
          new Clear("pain", "3"),
          new Clear("pain-course", "steady"),
          new Clear("cool", "no"),
          new Clear("refill", "same"),
          new Clear("skin", "whole"),
          new Clear("fever", "no"),
          new Clear("redness", "none"),
          new Clear("pus", "no"),
          new Clear("swelling-course", "steady"),
          new Clear("bleeding", "no"),
          new Clear("lump", "firm"));

  private GateAnswers() {}

  private record Clear(String question, String answer) {}

  /// The questions whose answers withhold the session.
  ///
  /// @param assessed a completed gate or full form
  /// @param bruiseAllowed whether the order says that it may go on over a bruise
  static List<String> withheldBy(Assessed assessed, boolean bruiseAllowed) {
    List<String> withheld = new ArrayList<>(assessed.assessment().missing());
    Questions questions = assessed.sheet().questions();
    for (Clear clear : CLEAR) {
      int place = questions.placeOf(clear.question());
      boolean colour = clear.question().startsWith("colour");
      String most = colour && bruiseAllowed ? "bruised" : clear.answer();
      if (!isClear(questions.at(place), assessed.sheet().markAt(place), most)) {
        withheld.add(clear.question());
      }
    }
    return withheld;
  }

  /// Whether an answer lets a session begin. "Not sure" never does, even where triage takes no
  /// notice of it; a question that was not asked does.
  private static boolean isClear(Question question, int mark, String most) {
    return mark == AnswerSheet.ABSENT
        || (mark >= 0 && question.rankOf(mark) <= question.rankOf(question.indexOf(most)));
  }
}
