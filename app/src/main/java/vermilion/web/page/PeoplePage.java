package vermilion.web.page;

import java.util.List;
import java.util.Optional;

/// The people of a clinic.
///
/// @param frame what stands around it
/// @param people who has an account
/// @param ended who had one, in words
/// @param roles the roles that there are
/// @param form a new person as it was typed, and what is wrong with it
/// @param invitation a link that was just made
public record PeoplePage(
    Frame frame,
    List<Person> people,
    List<String> ended,
    List<Choice> roles,
    FormValues form,
    Optional<Invitation> invitation)
    implements Page {
  /// Copies the lists.
  public PeoplePage {
    people = List.copyOf(people);
    ended = List.copyOf(ended);
    roles = List.copyOf(roles);
  }

  /// Somebody with an account.
  ///
  /// @param id the person
  /// @param name the name
  /// @param roles the ids of the roles
  /// @param words the roles in words
  /// @param state how far the account is
  /// @param self whether it is who looks
  public record Person(
      String id, String name, List<String> roles, String words, String state, boolean self) {
    /// Copies the roles.
    public Person {
      roles = List.copyOf(roles);
    }
  }

  /// A link by which a person sets up an account.
  ///
  /// @param name for whom
  /// @param link it
  public record Invitation(String name, String link) {}

  @Override
  public String template() {
    return "clinic/people.jte";
  }
}
