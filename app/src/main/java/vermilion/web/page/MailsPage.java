package vermilion.web.page;

import java.util.List;

/// The mails that were given up, for the clinic.
///
/// @param frame what stands around it
/// @param mails them, newest first
public record MailsPage(Frame frame, List<Line> mails) implements Page {
  /// Copies the mails.
  public MailsPage {
    mails = List.copyOf(mails);
  }

  /// A mail that was given up.
  ///
  /// @param id its id
  /// @param what what it was for
  /// @param when when it was given up
  /// @param why what went wrong
  public record Line(String id, String what, String when, String why) {}

  @Override
  public String template() {
    return "clinic/mails.jte";
  }
}
