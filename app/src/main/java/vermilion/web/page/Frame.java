package vermilion.web.page;

import java.util.Optional;
import java.util.Set;
import vermilion.service.Capability;

/// What stands around every page of the clinic.
///
/// @param clinic the clinic's name
/// @param staff who is signed in
/// @param formToken what every form sends back as `token`, so that no other site can send it
/// @param banner what must be known before anything is believed: a demonstration, an unsigned draft
/// @param now the server's time when the page was made, ISO-8601 in UTC; the time left counts from
///   it
/// @param use the declared use, as a sentence for the foot
/// @param capabilities what may be done: nothing else is shown as a place or a button
/// @param account whether it is a person with an account
public record Frame(
    String clinic,
    String staff,
    String formToken,
    Optional<String> banner,
    String now,
    String use,
    Set<Capability> capabilities,
    boolean account) {

  /// Copies the capabilities.
  public Frame {
    capabilities = Set.copyOf(capabilities);
  }

  /// Whether something may be done.
  public boolean may(Capability capability) {
    return capabilities.contains(capability);
  }
}
