package vermilion.proof;

import java.util.ArrayList;
import java.util.List;

/// What came of deciding some properties.
///
/// @param proved what holds
/// @param broken what does not
/// @param notices what is allowed and worth knowing, such as a rule that never decides alone
public record Findings(List<Proved> proved, List<Counterexample> broken, List<String> notices) {

  /// Nothing decided.
  public static final Findings NONE = new Findings(List.of(), List.of(), List.of());

  /// Copies the lists.
  public Findings {
    proved = List.copyOf(proved);
    broken = List.copyOf(broken);
    notices = List.copyOf(notices);
  }

  /// These and others.
  public Findings and(Findings others) {
    return new Findings(
        joined(proved, others.proved),
        joined(broken, others.broken),
        joined(notices, others.notices));
  }

  private static <T> List<T> joined(List<T> one, List<T> other) {
    List<T> all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }
}
