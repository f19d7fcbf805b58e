package vermilion.protocol;

import java.util.List;
import java.util.Optional;
import vermilion.time.Elapsed;

/// Something to avoid, or to do with care, for a stretch of time after the treatment.
///
/// @param id names it in texts and on screens
/// @param avoid whether it is to be avoided in the window; otherwise it is allowed, with its words,
///   from the window's start
/// @param from when it begins, after the injection
/// @param until when it ends; empty: it ends with something that the words name, such as the
///   numbness
/// @param includes ids of other advice, or [#MASSAGE], that are this in another form: who does
///   these does this
/// @param sources keys of the sources that the words stand on
public record Advice(
    String id,
    boolean avoid,
    Elapsed from,
    Optional<Elapsed> until,
    List<String> includes,
    List<String> sources) {
  /// The massage that a practitioner may order, where advice includes it.
  public static final String MASSAGE = "massage";

  /// Copies the lists and refuses a window that ends before it begins.
  public Advice {
    includes = List.copyOf(includes);
    sources = List.copyOf(sources);
    if (until.isPresent() && !from.isBefore(until.get())) {
      throw new IllegalArgumentException("advice " + id + " ends before it begins");
    }
  }
}
