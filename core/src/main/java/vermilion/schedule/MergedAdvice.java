package vermilion.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vermilion.protocol.Advice;

/// The advice of all treatments of one patient on one line of time: where two disagree the stricter
/// one counts, and each stretch says of which treatment it is (clinical brief 6) (H-33).
public final class MergedAdvice {
  private MergedAdvice() {}

  /// How much a piece of advice asks; later is stricter.
  public enum Strictness {
    /// It may be done, with the care that its text names.
    ALLOWED,
    /// It may not be done yet.
    NOT_YET,
    /// It is to be left.
    AVOID
  }

  /// One treatment.
  ///
  /// @param at the end of the injection
  /// @param advice what its protocol advises
  public record Treated(Instant at, List<Advice> advice) {
    /// Copies the advice.
    public Treated {
      advice = List.copyOf(advice);
    }
  }

  /// A stretch of time in which one piece of advice stands.
  ///
  /// @param id the advice
  /// @param strictness what it asks
  /// @param from when it begins
  /// @param until when it ends; [Instant#MAX]: with something that its text names
  /// @param treatment the place, in the list of treatments, of the one that asks it
  public record Stretch(
      String id, Strictness strictness, Instant from, Instant until, int treatment) {}

  /// The stretches of each piece of advice, one after the other, in the order in which the
  /// treatments name them. Where nothing is said there is none.
  public static List<Stretch> of(List<Treated> treatments) {
    Set<String> ids = new LinkedHashSet<>();
    for (var treated : treatments) {
      for (var advice : treated.advice) {
        ids.add(advice.id());
      }
    }
    var all = new ArrayList<Stretch>();
    for (var id : ids) {
      addStretches(said(id, treatments), all);
    }
    return all;
  }

  /// What each treatment says of one thing, by itself.
  private static List<Stretch> said(String id, List<Treated> treatments) {
    var said = new ArrayList<Stretch>();
    for (var i = 0; i < treatments.size(); i++) {
      var at = treatments.get(i).at;
      for (var advice : treatments.get(i).advice) {
        if (advice.id().equals(id)) {
          var from = at.plusSeconds(advice.from().seconds());
          var until = advice.until().map(end -> at.plusSeconds(end.seconds())).orElse(Instant.MAX);
          said.add(
              new Stretch(
                  id, advice.avoid() ? Strictness.AVOID : Strictness.ALLOWED, from, until, i));
          if (!advice.avoid() && at.isBefore(from)) {
            said.add(new Stretch(id, Strictness.NOT_YET, at, from, i));
          }
        }
      }
    }
    return said;
  }

  private static void addStretches(List<Stretch> said, List<Stretch> all) {
    var edges = new TreeSet<Instant>();
    for (var one : said) {
      edges.add(one.from);
      edges.add(one.until);
    }
    @Nullable Stretch open = null;
    for (var edge : edges) {
      var strictest = strictest(said, edge);
      if (open != null && !open.equals(strictest)) {
        all.add(shortened(open, edge, all));
      }
      open = strictest;
    }
  }

  /// What `open` asked until `edge`, from where the stretch before it ended.
  private static Stretch shortened(Stretch open, Instant edge, List<Stretch> all) {
    var from = open.from;
    if (!all.isEmpty() && all.getLast().id.equals(open.id) && all.getLast().until.isAfter(from)) {
      from = all.getLast().until;
    }
    return new Stretch(open.id, open.strictness, from, edge, open.treatment);
  }

  /// The strictest that is said at an instant; of two alike the one that lasts longer, then that of
  /// the later place.
  private static @Nullable Stretch strictest(List<Stretch> said, Instant instant) {
    @Nullable Stretch strictest = null;
    for (var one : said) {
      if (!one.from.isAfter(instant)
          && instant.isBefore(one.until)
          && (strictest == null || !isStricter(strictest, one))) {
        strictest = one;
      }
    }
    return strictest;
  }

  private static boolean isStricter(Stretch one, Stretch other) {
    var order = one.strictness.compareTo(other.strictness);
    return order > 0 || (order == 0 && one.until.isAfter(other.until));
  }
}
