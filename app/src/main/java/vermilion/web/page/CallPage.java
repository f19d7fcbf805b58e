package vermilion.web.page;

import java.util.List;

/// What somebody asks a patient who is on the telephone, red flags first.
///
/// The form posts to `/clinic/episodes/{id}/call`: `q-` with the id of each question, `text`,
/// `heard` with `all` where all was asked, and `seq`.
///
/// @param frame what stands around it
/// @param who who it is about
/// @param numbers what is said when it is grave
/// @param form what was typed and refused
/// @param redFlags the questions that come first
/// @param others the others
public record CallPage(
    Frame frame,
    ActPage.Who who,
    Numbers numbers,
    FormValues form,
    List<Asked> redFlags,
    List<Asked> others)
    implements Page {

  /// The numbers of the clinic.
  ///
  /// @param emergency of the ambulance
  /// @param second whom to ring where nobody of the clinic can come
  public record Numbers(String emergency, String second) {}

  /// A question.
  ///
  /// @param id its id
  /// @param text as it is read out
  /// @param help what helps to answer it
  /// @param answers what may be answered; empty where it is words
  /// @param onlyIf after which answer it is asked; empty where it always is
  public record Asked(String id, String text, String help, List<Choice> answers, String onlyIf) {}

  @Override
  public String template() {
    return "clinic/call.jte";
  }
}
