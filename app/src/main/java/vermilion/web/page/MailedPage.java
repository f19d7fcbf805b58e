package vermilion.web.page;

/// Where the link of a test message leads: one question, and one button.
///
/// @param words the patient's language
/// @param clinic who wants to know
/// @param state what is known
public record MailedPage(PageWords words, String clinic, State state) implements Page {

  /// What is known of the message.
  public enum State {
    /// Not yet that it came.
    ASKED,
    /// That it came.
    CAME,
    /// Nothing: a newer one took its place.
    OLD
  }

  @Override
  public String template() {
    return "mailed.jte";
  }
}
