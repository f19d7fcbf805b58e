package vermilion.web.page;

import java.util.List;
import java.util.Optional;

/// A person's own account.
///
/// @param frame what stands around it
/// @param roles what the person is, in words
/// @param password whether there is a password to change
/// @param recovery how many recovery codes are left, in words; empty text: none belong to it
/// @param newCodes recovery codes that were just made
/// @param devices where the person is signed in
/// @param passkeys the person's passkeys
/// @param passkey how to ask for one more, where there can be one
/// @param form what was typed, and what is wrong with it
/// @param said what was just done; empty text: nothing
public record AccountPage(
    Frame frame,
    String roles,
    boolean password,
    String recovery,
    List<String> newCodes,
    List<Device> devices,
    List<Key> passkeys,
    Optional<PasskeyForm> passkey,
    FormValues form,
    String said)
    implements Page {
  /// Copies the lists.
  public AccountPage {
    newCodes = List.copyOf(newCodes);
    devices = List.copyOf(devices);
    passkeys = List.copyOf(passkeys);
  }

  /// A browser in which the person is signed in.
  ///
  /// @param id its name in the list
  /// @param words what it is
  /// @param times since when, and when it was last used
  /// @param here whether it is this one
  public record Device(String id, String words, String times, boolean here) {}

  /// A passkey.
  ///
  /// @param id its id
  /// @param label what the person calls it
  /// @param times since when, and when it was last used
  public record Key(String id, String label, String times) {}

  @Override
  public String template() {
    return "clinic/account.jte";
  }
}
