package vermilion.time;

import java.time.ZoneId;
import java.util.Optional;

/// What became of a zone that somebody wrote down.
public sealed interface ZoneName {
  /// A name of the time zone database.
  ///
  /// @param wall the clocks there
  record Known(WallClock wall) implements ZoneName {
    /// A zone of the JDK's database.
    public Known(ZoneId zone) {
      this(WallClock.of(zone));
    }

    /// The zone in the JDK's database; for the server alone.
    public ZoneId zone() {
      return wall.zone();
    }
  }

  /// No such name.
  ///
  /// @param text what was written, cut at [Zones#MOST_CHARS]
  /// @param nearest a name that it may have meant
  record Unknown(String text, Optional<String> nearest) implements ZoneName {
    /// What was wrong and what was expected, in plain words.
    public String sentence() {
      var meant = nearest.map(name -> "; did you mean " + name + "?").orElse("");
      return "\"" + text + "\" is not a time zone, expected a name such as Europe/London" + meant;
    }
  }
}
