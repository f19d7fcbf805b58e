package vermilion.service;

import java.util.Optional;
import vermilion.episode.Author;

/// What a bearer token opens: one clinic, and for a patient one episode of it.
///
/// @param clinic the id of the clinic
/// @param author who acts with it
/// @param episode the only episode that it opens; empty: every episode of the clinic
public record Access(String clinic, Author author, Optional<String> episode) {

  /// Whether it opens an episode of its clinic.
  public boolean opens(String id) {
    return episode.isEmpty() || episode.get().equals(id);
  }

  /// Whether it is a clinician's.
  public boolean isClinician() {
    return author.role() == Author.Role.CLINICIAN;
  }
}
