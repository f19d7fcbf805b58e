package vermilion.web.page;

import java.util.Optional;

/// Where staff sign in.
///
/// @param clinic the clinic's name
/// @param formToken what the form sends back as `token`
/// @param problem why the last try was refused
/// @param banner what must be known first, such as a demonstration
/// @param hint how to sign in to a demonstration
public record SignInPage(
    String clinic,
    String formToken,
    Optional<String> problem,
    Optional<String> banner,
    Optional<String> hint)
    implements Page {

  @Override
  public String template() {
    return "clinic/sign-in.jte";
  }
}
