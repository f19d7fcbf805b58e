package vermilion.web.page;

import java.util.List;

/// How a patient's phones stand, on the clinic's page of her.
///
/// @param link what became of the newest link, as lines
/// @param locked whether the newest link was locked by wrong birth dates
/// @param devices the phones that are in
/// @param mail how the test message stands
/// @param reminders by what she is reminded of her check-ins
public record PhonesCard(
    List<String> link, boolean locked, List<Row> devices, TestMail mail, Reminders reminders) {

  /// Copies the lists.
  public PhonesCard {
    link = List.copyOf(link);
    devices = List.copyOf(devices);
  }

  /// A message by which the clinic sees that its mails reach her.
  ///
  /// @param offered whether this install sends mails
  /// @param lines what is known of the newest
  /// @param confirmable whether she can be asked whether it came
  public record TestMail(boolean offered, List<String> lines, boolean confirmable) {
    /// Copies the lines.
    public TestMail {
      lines = List.copyOf(lines);
    }
  }

  /// By what she is reminded of her check-ins.
  ///
  /// @param mailing whether this install sends mails
  /// @param texting whether this install sends text messages
  /// @param to her number or address; empty text where she is not reminded
  /// @param lines what is known of the last one and the next one
  public record Reminders(boolean mailing, boolean texting, String to, List<String> lines) {
    /// Copies the lines.
    public Reminders {
      lines = List.copyOf(lines);
    }

    /// What can be typed here, in words.
    public String label() {
      return texting
          ? (mailing ? "Her mobile number or e-mail address" : "Her mobile number")
          : "Her e-mail address";
    }
  }

  /// One phone.
  ///
  /// @param id what a form names it by
  /// @param words what machine it is
  /// @param lines since when it is in, when it was last heard of, what it says of itself
  public record Row(String id, String words, List<String> lines) {
    /// Copies the lines.
    public Row {
      lines = List.copyOf(lines);
    }
  }
}
