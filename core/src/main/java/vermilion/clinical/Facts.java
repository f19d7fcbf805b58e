package vermilion.clinical;

import java.util.List;

/// What the record knows of a patient that rules may use.
///
/// @param filler the family of the filler that was injected
/// @param coldSoreHistory whether she has had cold sores; unknown counts as never
/// @param hyaluronidaseGiven whether the filler has been dissolved, wholly or partly
/// @param triggers recent events known to set off late swelling
public record Facts(
    Filler filler, boolean coldSoreHistory, boolean hyaluronidaseGiven, List<Trigger> triggers) {

  /// A record that knows nothing.
  public static final Facts UNKNOWN = new Facts(Filler.UNKNOWN, false, false, List.of());

  /// Copies the triggers.
  public Facts {
    triggers = List.copyOf(triggers);
  }

  /// Whether any trigger is recent.
  public boolean hasRecentTrigger() {
    return !triggers.isEmpty();
  }
}
