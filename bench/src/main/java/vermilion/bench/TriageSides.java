package vermilion.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.kie.dmn.api.core.DMNContext;
import vermilion.clinical.Urgency;
import vermilion.triage.Situation;

/// The same check-ins for Vermilion and for KIE DMN, each prepared as its side likes it best.
public final class TriageSides {
  private final LipHa lipHa = LipHa.read();
  private final DmnTriage dmn;
  private final List<Situation> situations = new ArrayList<>();
  private final List<DMNContext> contexts = new ArrayList<>();

  /// Makes `count` check-ins from a seed.
  TriageSides(DmnModel.Shape shape, DmnTriage.Engine engine, int count, long seed) {
    dmn = DmnTriage.of(lipHa, shape, engine);
    var maker = new CheckInMaker(lipHa, new SplittableRandom(seed));
    var inputs = new DmnInputs(lipHa, dmn.history());
    for (var i = 0; i < count; i++) {
      var made = maker.next();
      situations.add(made.situation());
      contexts.add(dmn.context(inputs.of(made)));
    }
  }

  /// The check-ins of that seed for Vermilion alone.
  static List<Situation> situations(LipHa lipHa, int count, long seed) {
    var maker = new CheckInMaker(lipHa, new SplittableRandom(seed));
    var situations = new ArrayList<Situation>();
    for (var i = 0; i < count; i++) {
      situations.add(maker.next().situation());
    }
    return situations;
  }

  /// How many check-ins there are.
  int size() {
    return situations.size();
  }

  /// The level of check-in `i` by Vermilion.
  Urgency vermilion(int i) {
    return lipHa.triage().assess(situations.get(i)).level();
  }

  /// The level of check-in `i` by KIE DMN.
  Urgency kie(int i) {
    return dmn.level(contexts.get(i));
  }

  /// Refuses to go on unless both sides give every check-in the same level, and every level comes.
  ///
  /// @return how often each level came
  int[] demandAgreement() {
    var counts = new int[Urgency.values().length];
    for (var i = 0; i < size(); i++) {
      var ours = vermilion(i);
      var theirs = kie(i);
      if (ours != theirs) {
        throw new IllegalStateException(
            "check-in " + i + ": " + ours + " here, " + theirs + " there; " + situations.get(i));
      }
      counts[ours.ordinal()]++;
    }
    for (var count : counts) {
      if (count == 0) {
        throw new IllegalStateException("a level never comes: " + List.of(Urgency.values()));
      }
    }
    return counts;
  }
}
