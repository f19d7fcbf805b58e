package vermilion.web.page;

import java.util.List;
import java.util.Optional;

/// Where a person sets up an account.
///
/// @param clinic the clinic's name
/// @param banner what must be known first, such as a demonstration
/// @param problem what is wrong
/// @param state how far it is
public record SetUpPage(
    String clinic, Optional<String> banner, Optional<String> problem, State state) implements Page {

  /// How far it is.
  public sealed interface State {
    /// The code of the invitation is asked for.
    record AskCode() implements State {}

    /// A password and an app are chosen.
    ///
    /// @param name whose account
    /// @param code of the invitation
    /// @param secret for an app, in groups of four letters
    /// @param drawing the same as a QR code
    /// @param passkey how to ask for a passkey, where there can be one
    /// @param form what was typed, and what is wrong with it
    record Choose(
        String name,
        String code,
        String secret,
        Optional<CodeDrawing> drawing,
        Optional<PasskeyForm> passkey,
        FormValues form)
        implements State {}

    /// It is done.
    ///
    /// @param recoveryCodes to be kept on paper; none for a passkey
    record Done(List<String> recoveryCodes) implements State {
      /// Copies the codes.
      public Done {
        recoveryCodes = List.copyOf(recoveryCodes);
      }
    }
  }

  @Override
  public String template() {
    return "clinic/set-up.jte";
  }
}
