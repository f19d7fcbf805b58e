package vermilion.service;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vermilion.episode.Author;

/// Somebody who works at a clinic.
///
/// @param person its id
/// @param name under which the person signs in and writes; nobody else of the clinic ever has it
/// @param roles what the person is; at least one
/// @param made since when
/// @param ended since when it opens nothing
/// @param password the password as [Passwords] keeps it; empty text: none is set
/// @param otp the secret of the authenticator app, if one is set up
public record StaffAccount(
    UUID person,
    String name,
    Set<StaffRole> roles,
    Instant made,
    Optional<Instant> ended,
    String password,
    Optional<Bytes> otp) {

  /// The most characters of a name.
  public static final int NAME_CHARS_MAX = Author.MOST_CHARS;

  /// Refuses a person without a name or a role.
  public StaffAccount {
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "a name has 1 to " + NAME_CHARS_MAX + " plain characters, not " + name.length());
    }
    roles = Set.copyOf(roles);
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("an account has at least one role");
    }
    made = Times.kept(made);
    ended = ended.map(Times::kept);
  }

  /// Whether a text can be a name: one line that begins and ends with no blank.
  public static boolean isName(String text) {
    return !text.isBlank()
        && text.length() <= NAME_CHARS_MAX
        && text.equals(text.strip())
        && text.codePoints().noneMatch(c -> Character.isISOControl(c) || c > Character.MAX_VALUE);
  }

  /// The form in which names are compared: "nurse Kay" is Nurse Kay.
  public static String folded(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .strip()
        .replaceAll("\\s+", " ")
        .toLowerCase(Locale.ROOT);
  }

  /// Whether it still opens something.
  public boolean isOpen() {
    return ended.isEmpty();
  }

  /// Whether the person can sign in by password and code.
  public boolean hasPassword() {
    return !password.isEmpty() && otp.isPresent();
  }

  /// The same with other roles.
  public StaffAccount with(Set<StaffRole> others) {
    return new StaffAccount(person, name, others, made, ended, password, otp);
  }

  /// The same with another password and app.
  public StaffAccount with(String newPassword, Bytes newOtp) {
    return new StaffAccount(person, name, roles, made, ended, newPassword, Optional.of(newOtp));
  }

  /// The same without a password and an app.
  public StaffAccount withoutPassword() {
    return new StaffAccount(person, name, roles, made, ended, "", Optional.empty());
  }

  /// The same, ended.
  public StaffAccount endedAt(Instant at) {
    return new StaffAccount(person, name, roles, made, Optional.of(at), "", Optional.empty());
  }
}
