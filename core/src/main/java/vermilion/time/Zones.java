package vermilion.time;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads the names of time zones.
///
/// Only names of the time zone database are zones of a patient. A bare offset such as `+01:00` is
/// none: it would be an hour wrong for half of the year.
public final class Zones {
  /// The longest text that is looked at.
  public static final int MOST_CHARS = 64;

  /// Asking the JDK for them makes a new set of all six hundred each time.
  private static final Set<String> NAMES = Set.copyOf(ZoneId.getAvailableZoneIds());

  private Zones() {}

  /// The zone of that exact name, or the name that was probably meant.
  public static ZoneName parse(String text) {
    if (text.length() > MOST_CHARS) {
      return new ZoneName.Unknown(text.substring(0, MOST_CHARS), Optional.empty());
    }
    if (NAMES.contains(text)) {
      return new ZoneName.Known(ZoneId.of(text));
    }
    return new ZoneName.Unknown(text, nearest(text));
  }

  private static Optional<String> nearest(String text) {
    var wanted = text.strip().replace(' ', '_').toLowerCase(Locale.ROOT);
    var best = "";
    var bestRank = 2 * (wanted.length() / 4) + 2;
    for (var name : NAMES) {
      var rank = rank(wanted, name.toLowerCase(Locale.ROOT));
      // The set has no order of its own: the earlier name wins a tie.
      if (rank < bestRank || (rank == bestRank && name.compareTo(best) < 0)) {
        best = name;
        bestRank = rank;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  /// Twice the edits to the whole name; to its city alone, one more.
  private static int rank(String wanted, String name) {
    var whole = 2 * distance(wanted, name);
    var slash = name.lastIndexOf('/');
    return slash < 0 ? whole : Math.min(whole, 2 * distance(wanted, name.substring(slash + 1)) + 1);
  }

  /// Letters to add, drop or change to make `one` of `other`.
  private static int distance(String one, String other) {
    var row = new int[other.length() + 1];
    for (var j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (var i = 1; i <= one.length(); i++) {
      var diagonal = row[0];
      row[0] = i;
      for (var j = 1; j < row.length; j++) {
        var changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
