package vermilion.web.page;

/// What the script of a page asks an authenticator with.
///
/// @param origin where it works
/// @param site what passkeys are bound to
/// @param challenge to be answered
/// @param handle what a new passkey keeps of whose it is; empty text: none is made
/// @param name under which a new one is shown
/// @param known the ids of those that there are, with blanks between
public record PasskeyForm(
    String origin, String site, String challenge, String handle, String name, String known) {}
