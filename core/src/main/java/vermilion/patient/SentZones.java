package vermilion.patient;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermilion.episode.ClinicHours;
import vermilion.episode.Entry;
import vermilion.episode.Episode;
import vermilion.episode.EpisodeEvent;
import vermilion.json.Fields;
import vermilion.json.Json;
import vermilion.time.WallClock;
import vermilion.time.WallClocks;
import vermilion.time.ZoneName;
import vermilion.time.ZoneTable;
import vermilion.time.Zones;

/// The clocks of the places that one episode knows, as they are sent to a phone (decision 20).
///
/// @param walls the clocks of each place
record SentZones(List<WallClock> walls) implements WallClocks {
  private static final int MOST_ZONES = 1_000;
  private static final int NAME_CHARS = 120;
  private static final int MOST_OFFSET = 64_800;
  private static final long LATEST_SECOND = 253_402_128_000L;

  /// What is sent reaches this many blocks of some 388 days past the one that runs, so that it
  /// changes once a year and not with every request.
  private static final int BLOCKS_AHEAD = 3;

  private static final long BLOCK_SECONDS = 1L << 25;

  /// Of a longer course, the beginning is read by the first offset that is still sent.
  private static final long MOST_SECONDS = 9_900 * 86_400L;

  SentZones {
    walls = List.copyOf(walls);
  }

  /// The places of an episode and of its clinic, from the treatment until two years from now or
  /// more. On the server alone.
  static SentZones of(Episode episode, ClinicHours hours, Instant now) {
    List<String> names = new ArrayList<>();
    names.add(hours.wall().id());
    long first = now.getEpochSecond();
    for (Entry entry : episode.entries()) {
      first = Math.min(first, entry.received().getEpochSecond());
      switch (entry.event()) {
        case EpisodeEvent.Opened opened -> {
          first = Math.min(first, opened.treatment().at().getEpochSecond());
          names.add(opened.patient().zone());
        }
        case EpisodeEvent.ZoneChanged changed -> names.add(changed.zone());
        case EpisodeEvent _ -> {}
      }
    }
    long until =
        (Math.floorDiv(now.getEpochSecond(), BLOCK_SECONDS) + BLOCKS_AHEAD) * BLOCK_SECONDS;
    return tables(names, Math.max(first, until - MOST_SECONDS), until);
  }

  private static SentZones tables(List<String> names, long first, long until) {
    List<WallClock> walls = new ArrayList<>();
    List<String> done = new ArrayList<>();
    for (String name : names) {
      if (!done.contains(name) && Zones.parse(name) instanceof ZoneName.Known known) {
        done.add(name);
        walls.add(WallClock.of(name, ZoneTable.toSend(known.zone(), first, until)));
      }
    }
    return new SentZones(walls);
  }

  @Override
  public ZoneName find(String name) {
    for (WallClock wall : walls) {
      if (wall.id().equals(name)) {
        return new ZoneName.Known(wall);
      }
    }
    return new ZoneName.Unknown(name, Optional.empty());
  }

  Json.Arr json() {
    List<Json> all = new ArrayList<>();
    for (WallClock wall : walls) {
      ZoneTable table = wall.over(0, 0);
      long[] changes = table.changes();
      int[] offsets = table.offsets();
      List<Json> steps = new ArrayList<>();
      for (int i = 0; i < changes.length; i++) {
        steps.add(Json.object().put("at", changes[i]).put("offset", offsets[i + 1]).build());
      }
      all.add(
          Json.object()
              .put("zone", wall.id())
              .put("offset", offsets[0])
              .put("changes", new Json.Arr(steps))
              .build());
    }
    return new Json.Arr(all);
  }

  static SentZones read(Fields in) {
    return new SentZones(in.objects("zones", MOST_ZONES, SentZones::readOne));
  }

  private record Change(long at, int offset) {}

  private static WallClock readOne(Fields in) {
    String name = in.text("zone", NAME_CHARS);
    int first = in.whole("offset", -MOST_OFFSET, MOST_OFFSET);
    List<Change> steps =
        in.objects(
            "changes",
            ZoneTable.MOST_CHANGES,
            step ->
                new Change(
                    step.wholeLong("at", -LATEST_SECOND, LATEST_SECOND),
                    step.whole("offset", -MOST_OFFSET, MOST_OFFSET)));
    long[] changes = new long[steps.size()];
    int[] offsets = new int[steps.size() + 1];
    offsets[0] = first;
    boolean rising = true;
    for (int i = 0; i < changes.length; i++) {
      changes[i] = steps.get(i).at();
      offsets[i + 1] = steps.get(i).offset();
      rising &= i == 0 || changes[i - 1] < changes[i];
    }
    if (!rising) {
      in.refuse("changes", "changes in order of time");
      return WallClock.utc();
    }
    return WallClock.of(name, ZoneTable.of(changes, offsets));
  }
}
