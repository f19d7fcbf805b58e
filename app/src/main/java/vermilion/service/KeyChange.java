package vermilion.service;

import java.util.List;

/// What changing the master key has changed.
///
/// @param from the key before
/// @param to the key from now on
/// @param rows how many keys and guards stand under the new key now, in the record and its backups
/// @param leftAlone what could not be changed, because it stands under neither of the two keys
public record KeyChange(String from, String to, long rows, List<String> leftAlone) {
  /// Copies the list.
  public KeyChange {
    leftAlone = List.copyOf(leftAlone);
  }
}
