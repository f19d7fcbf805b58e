package vermilion.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the sides of contests took, lap by lap, each side in a new process each time and all sides
/// in turn, so that a slow minute of the machine meets all of them.
final class Race {
  private final Map<String, List<Forks.Lap>> laps = new LinkedHashMap<>();

  /// Runs every side of some contests once in every round.
  static Race run(List<Contest> contests, int rounds) {
    var race = new Race();
    for (var round = 1; round <= rounds; round++) {
      for (var contest : contests) {
        for (var side : contest.sides()) {
          System.err.println("round " + round + " of " + rounds + ": " + side.id());
          race.laps.computeIfAbsent(side.id(), _ -> new ArrayList<>()).add(Forks.run(side));
        }
      }
    }
    return race;
  }

  /// The CPU time of doing the work once, in nanoseconds.
  Spread nanos(Side side) {
    return Spread.of(lapsOf(side).stream().map(Forks.Lap::nanos).toList());
  }

  /// What doing the work once allocates, in bytes.
  Spread bytes(Side side) {
    return Spread.of(lapsOf(side).stream().map(Forks.Lap::bytes).toList());
  }

  /// How many times as long `other` took as `base`, round by round.
  Spread ratio(Side other, Side base) {
    var ratios = new ArrayList<Double>();
    for (var i = 0; i < lapsOf(base).size(); i++) {
      ratios.add(lapsOf(other).get(i).nanos() / lapsOf(base).get(i).nanos());
    }
    return Spread.of(ratios);
  }

  private List<Forks.Lap> lapsOf(Side side) {
    var all = laps.get(side.id());
    if (all == null) {
      throw new IllegalStateException(side.id() + " did not run, only " + laps.keySet());
    }
    return all;
  }
}
