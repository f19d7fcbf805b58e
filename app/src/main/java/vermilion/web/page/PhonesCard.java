package vermilion.web.page;

import java.util.List;

/// How a patient's phones stand, on the clinic's page of her.
///
/// @param link what became of the newest link, as lines
/// @param locked whether the newest link was locked by wrong birth dates
/// @param devices the phones that are in
/// @param mail how the test message stands
public record PhonesCard(List<String> link, boolean locked, List<Row> devices, TestMail mail) {

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
