package vermilion.service;

import java.util.Optional;
import java.util.Set;
import vermilion.episode.Author;

/// What a bearer token or a session opens: one clinic, and for a patient one episode of it.
///
/// @param clinic the id of the clinic
/// @param author who acts with it
/// @param episode the only episode that it opens; empty: every episode of the clinic
/// @param capabilities what somebody of the staff may do; none for a patient and a service
public record Access(
    String clinic, Author author, Optional<String> episode, Set<Capability> capabilities) {

  /// Copies the capabilities.
  public Access {
    capabilities = Set.copyOf(capabilities);
  }

  /// What a token opens: a clinician's is good for all of the care.
  public Access(String clinic, Author author, Optional<String> episode) {
    this(
        clinic,
        author,
        episode,
        author.role() == Author.Role.CLINICIAN ? StaffRole.CLINICIAN : Set.of());
  }

  /// Whether it opens an episode of its clinic.
  public boolean opens(String id) {
    return episode.isEmpty() || episode.get().equals(id);
  }

  /// Who the audit says has acted: an audit is never erased, so never the name of a patient or of a
  /// helper.
  public static String actorOf(Author author) {
    return author.role() == Author.Role.CONFIDANT ? author.role().id() : author.name();
  }

  /// Whether it is a clinician's.
  public boolean isClinician() {
    return author.role() == Author.Role.CLINICIAN;
  }

  /// Whether it is good for something.
  public boolean may(Capability capability) {
    return capabilities.contains(capability);
  }
}
