package vermilion.web.page;

import java.util.Optional;

/// What stands around every education page: read by anybody, without a sign-in.
///
/// @param clinic the clinic that publishes them; empty where several share the install
/// @param emergencyLine the clinic's emergency line, where the clinic is known
/// @param emergencyNumber the emergency number of the country, where the clinic is known
/// @param banner what must be known before anything is believed, such as a demonstration
/// @param subscribable whether news can be had by e-mail
public record LearnFrame(
    Optional<String> clinic,
    Optional<String> emergencyLine,
    Optional<String> emergencyNumber,
    Optional<String> banner,
    boolean subscribable) {

  /// The publisher's name, or a word for it.
  public String publisher() {
    return clinic.orElse("Your clinic");
  }

  /// Languages that are written from right to left.
  public static String direction(String language) {
    boolean leftwards =
        language.equals("ar")
            || language.startsWith("ar-")
            || language.equals("he")
            || language.equals("fa")
            || language.equals("ur");
    return leftwards ? "rtl" : "ltr";
  }
}
