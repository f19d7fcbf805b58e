package vermilion.web.page;

import java.util.List;

/// The fixed red flags that every patient can read, whatever she answered (clinical brief 7 and 8).
///
/// They belong to the product and not to a protocol. The phone carries the same words in
/// `red-flags.js`, so that they can be read without a network; a test holds the two together.
public final class RedFlagWords {

  /// Signs for which the emergency number is called at once.
  public static final List<String> EMERGENCY =
      List.of(
          "You cannot see well, see double, have new eye pain, or an eyelid droops.",
          "One side of your face droops, an arm or leg is weak, your speech is mixed up, or a terrible"
              + " headache came at once.",
          "Your tongue or throat swells, or it is hard to breathe or swallow.",
          "You faint, feel confused, or are too unwell to stand.",
          "A rash or hives spread over your body on the first day.");

  /// Signs for which the clinic's emergency line is called at once.
  public static final List<String> URGENT =
      List.of(
          "A patch on your lip, nose, chin, cheek or inside your mouth is pale, grey, dusky or blotchy,"
              + " like a net.",
          "Strong pain, or pain that gets worse and not better.",
          "One part feels colder than the other side, or its colour comes back slowly after you press"
              + " it.",
          "Blisters, scabs or black skin.",
          "Swelling that grows quickly, or bleeding that does not stop after 10 minutes of firm"
              + " pressing.",
          "Redness that spreads, or a fever with a hot, sore or weeping lip.");

  /// What happens when nobody answers in time.
  public static final String TWENTY_MINUTES =
      "If no clinician has spoken to you within 20 minutes, go to the emergency department and take"
          + " your product card.";

  /// What a doctor who has never seen filler should know first [S8] [S19].
  public static final String FOR_THE_DOCTOR =
      "Lip filler. Pale, grey, dusky or net-like skin, growing pain or slow refill can mean a blocked"
          + " vessel, also days later. Sudden loss of vision or weakness on one side after filler can"
          + " mean a blocked vessel of the eye or brain.";

  private RedFlagWords() {}
}
