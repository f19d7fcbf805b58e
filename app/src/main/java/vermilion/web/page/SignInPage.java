package vermilion.web.page;

import java.util.Optional;

/// Where staff sign in.
///
/// @param clinic the clinic's name
/// @param offer by what
/// @param typed what was typed before and may stand there again
/// @param problem why the last try was refused
/// @param banner what must be known first, such as a demonstration
/// @param hint how to sign in to a demonstration
/// @param passkey how to ask for a passkey, where there can be one
public record SignInPage(
    String clinic,
    Offer offer,
    Typed typed,
    Optional<String> problem,
    Optional<String> banner,
    Optional<String> hint,
    Optional<PasskeyForm> passkey)
    implements Page {

  /// By what somebody can sign in.
  ///
  /// @param severalClinics whether the clinic must be named
  /// @param account by an account
  /// @param accessCode by a clinician's token
  public record Offer(boolean severalClinics, boolean account, boolean accessCode) {}

  /// What was typed.
  ///
  /// @param clinic the clinic's id
  /// @param name the name
  public record Typed(String clinic, String name) {
    /// Nothing yet.
    public static final Typed NOTHING = new Typed("", "");
  }

  @Override
  public String template() {
    return "clinic/sign-in.jte";
  }
}
