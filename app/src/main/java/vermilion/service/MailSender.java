package vermilion.service;

/// Hands mails to a server that sends them on.
public interface MailSender {

  /// Hands over one mail.
  Outcome send(Mail mail);

  /// Puts down the line that it keeps open between mails.
  void rest();

  /// What came of it. No reason ever holds an address.
  sealed interface Outcome {
    /// The server took it.
    record Sent() implements Outcome {}

    /// Not now; perhaps later.
    ///
    /// @param why what went wrong
    record Later(String why) implements Outcome {}

    /// Never: the server refused the mail itself.
    ///
    /// @param why what went wrong
    record Never(String why) implements Outcome {}
  }
}
