package vermilion.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vermilion.bench.FaultHunt.Tried;
import vermilion.testing.Fault;

/// What came of the faulty tables, as the page about the proof shows it.
final class FaultTables {
  private FaultTables() {}

  /// The whole section.
  static String text(FaultHunt hunt) {
    return Notes.FAULTS
        + forms(hunt)
        + byKind(hunt)
        + worth(hunt)
        + inWords(hunt)
        + Notes.FAULTS_READ;
  }

  private static String forms(FaultHunt hunt) {
    var harmful = count(hunt.proof(), true);
    var harmless = count(hunt.proof(), false);
    var text = new StringBuilder("| | found, of " + harmful + " that harm | ");
    text.append("refused, of " + harmless + " that do not | CPU time of one | times ours |\n");
    text.append("|---|---|---|---|---|\n");
    var ours = FaultHunt.millis(hunt.proof());
    text.append(form("the proof", hunt.proof(), ours));
    for (var form : KieForm.values()) {
      var tried = hunt.kie().get(form);
      text.append(
          tried == null
              ? "| KIE, " + form.words() + " | does not end | | " + limit() + " | |\n"
              : form("KIE, " + form.words(), tried, ours));
    }
    return text.append('\n').toString();
  }

  private static String limit() {
    return "over " + KieEnd.LIMIT.toSeconds() + " s";
  }

  private static String form(String words, List<Tried> tried, double ours) {
    var millis = FaultHunt.millis(tried);
    return String.format(
        Locale.ROOT,
        "| %s | %d | %d | %.0f ms | %s |%n",
        words,
        FaultHunt.found(tried),
        FaultHunt.refusedWithoutHarm(tried),
        millis,
        times(millis, ours));
  }

  /// Nothing where ours ends before it begins: the floor cannot be read.
  private static String times(double theirs, double ours) {
    var ratio = theirs / ours;
    return ratio == 1 || ours < 1
        ? ""
        : String.format(Locale.ROOT, ratio < 20 ? "%.1f x" : "%.0f x", ratio);
  }

  private static String byKind(FaultHunt hunt) {
    var best = hunt.best();
    var theirs = hunt.kie().getOrDefault(best, List.of());
    var text = new StringBuilder("KIE in the form in which it finds most: " + best.words());
    text.append(". A column \"without harm\" counts harmless variants that are refused.\n\n");
    text.append("| what was put in | variants | harmful | found by the proof | found by KIE | ");
    text.append("without harm, proof | without harm, KIE | proof | KIE | times ours |\n");
    text.append("|---|---|---|---|---|---|---|---|---|---|\n");
    for (var kind : Fault.Kind.values()) {
      var ours = of(kind, hunt.proof());
      if (!ours.isEmpty()) {
        text.append(row(kind.words(), ours, of(kind, theirs)));
      }
    }
    return text.append(row("**all**", hunt.proof(), theirs)).append('\n').toString();
  }

  private static List<Tried> of(Fault.Kind kind, List<Tried> tried) {
    var own = new ArrayList<>(tried);
    own.removeIf(one -> one.variant().fault().kind() != kind);
    return own;
  }

  private static String row(String words, List<Tried> ours, List<Tried> theirs) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %d | %d | %d | %d | %d | %.0f ms | %.0f ms | %s |%n",
        words,
        ours.size(),
        count(ours, true),
        FaultHunt.found(ours),
        FaultHunt.found(theirs),
        FaultHunt.refusedWithoutHarm(ours),
        FaultHunt.refusedWithoutHarm(theirs),
        FaultHunt.millis(ours),
        FaultHunt.millis(theirs),
        times(FaultHunt.millis(theirs), FaultHunt.millis(ours)));
  }

  private static long count(List<Tried> tried, boolean harmful) {
    return tried.stream().filter(one -> one.variant().harmful() == harmful).count();
  }

  private static String inWords(FaultHunt hunt) {
    var tried = hunt.kie().getOrDefault(hunt.best(), List.of());
    var words = tried.stream().filter(Tried::refusedInWords).toList();
    return String.format(
        Locale.ROOT,
        "If a gap that is told in other words counted as found too, it would be %d of %d, and %d of"
            + " %d that do not harm: it tells that something was changed, not that it harms.%n%n",
        count(words, true),
        count(tried, true),
        count(words, false),
        count(tried, false));
  }

  /// How much of what KIE refuses harms, and what is left without the faults that it cannot see.
  private static String worth(FaultHunt hunt) {
    var tried = hunt.kie().getOrDefault(hunt.best(), List.of());
    var refused = tried.stream().filter(Tried::refused).toList();
    var written = new ArrayList<>(tried);
    written.removeIf(one ->
        one.variant().fault().kind() == Fault.Kind.FORM_CHANGED
            || one.variant().fault().kind() == Fault.Kind.QUESTION_CHANGED);
    return String.format(
        Locale.ROOT,
        "Of the %d variants of which KIE says something new, %d harm (%.0f %%); of all %d, %d do"
            + " (%.0f %%). Without the faults in forms and questions, for which its model has no"
            + " place, it finds %d of %d and refuses %d of %d that do not harm.%n%n",
        refused.size(),
        count(refused, true),
        100.0 * count(refused, true) / refused.size(),
        tried.size(),
        count(tried, true),
        100.0 * count(tried, true) / tried.size(),
        FaultHunt.found(written),
        count(written, true),
        FaultHunt.refusedWithoutHarm(written),
        count(written, false));
  }
}
