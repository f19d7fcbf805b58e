package vermilion.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/// What the clocks on the walls of one place show.
///
/// On the server it is read from the time zone database. The phone has none, and another one would
/// be another truth: there it is the table of offsets that the server sent (decision 20).
public sealed interface WallClock {
  /// The name of the zone.
  String id();

  /// The offsets from the epoch second `first` until `until`.
  ZoneTable over(long first, long until);

  /// The zone of that name in the JDK's database; for the server alone.
  default ZoneId zone() {
    return ZoneId.of(id());
  }

  /// The clocks of a zone of the JDK's database.
  static WallClock of(ZoneId zone) {
    return new Known(zone);
  }

  /// The clocks of a zone whose offsets were sent.
  static WallClock of(String id, ZoneTable table) {
    return new Sent(id, table);
  }

  /// Universal time, for a record whose zone nobody knows.
  static WallClock utc() {
    return new Sent("Z", ZoneTable.of(new long[0], new int[1]));
  }

  /// The date there at an instant.
  default LocalDate dateAt(Instant instant) {
    var second = instant.getEpochSecond();
    return LocalDate.ofEpochDay(over(second, second).dayAt(second));
  }

  /// What the clocks there show at an instant.
  default LocalTime timeAt(Instant instant) {
    var second = instant.getEpochSecond();
    var shown = second + over(second, second).offsetAt(second);
    return LocalTime.ofNanoOfDay(
        Math.floorMod(shown, ZoneTable.DAY_SECONDS) * 1_000_000_000L + instant.getNano());
  }

  /// When the clocks there show `time`, in whole seconds, on the date that they have at `instant`.
  default Instant onDateOf(Instant instant, LocalTime time) {
    var second = instant.getEpochSecond();
    var table = over(second, second);
    return Instant.ofEpochSecond(
        table.secondOf(table.dayAt(second) * ZoneTable.DAY_SECONDS + time.toSecondOfDay()));
  }

  /// Of the JDK's database.
  ///
  /// @param zone the zone
  record Known(ZoneId zone) implements WallClock {
    @Override
    public String id() {
      return zone.getId();
    }

    @Override
    public ZoneTable over(long first, long until) {
      return ZoneTable.over(zone, first, until);
    }
  }

  /// As it was sent.
  ///
  /// @param id the name of the zone
  /// @param table its offsets over all of the time that is asked for
  record Sent(String id, ZoneTable table) implements WallClock {
    @Override
    public ZoneTable over(long first, long until) {
      return table;
    }
  }
}
