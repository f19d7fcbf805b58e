package vermilion.episode;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A person whom the patient trusts and has let in by herself: her helper (decision 29).
///
/// @param id the id of the event that let this person in
/// @param name a first name, which no other helper of hers has at the same time
/// @param phone the telephone number, where the clinic may call
/// @param may what this person may do
/// @param since when the server had it
public record Confidant(
    String id, String name, Optional<String> phone, List<Right> may, Instant since) {

  /// The most helpers at one time.
  public static final int MOST = 5;

  /// Copies the rights.
  public Confidant {
    may = List.copyOf(may);
  }

  /// What a helper may be let do. Whoever answers sees the questions, so he may look too.
  public enum Right {
    /// See how she stands, what is due and her emergency card.
    LOOK("look"),
    /// Answer check-ins and tell worries for her.
    ANSWER("answer"),
    /// Be called by the clinic.
    CALL("call");

    private final String id;

    Right(String id) {
      this.id = id;
    }

    /// The id used in JSON.
    public String id() {
      return id;
    }
  }

  /// Whether this person may do something.
  public boolean may(Right right) {
    return may.contains(right);
  }

  /// This person as the one who writes an event.
  public Author author() {
    return new Author(Author.Role.CONFIDANT, name);
  }
}
