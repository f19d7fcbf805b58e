package vermilion.cli;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vermilion.json.Json;
import vermilion.proof.Certificate;
import vermilion.proof.Counterexample;
import vermilion.proof.Findings;
import vermilion.proof.Property;
import vermilion.proof.Proved;
import vermilion.service.Prover;

/// Tells a proof: for people line by line, for machines as JSON.
final class ProofWords {
  private static final int MOST_DIGITS = 15;
  private static final int HASH_SHOWN = 12;

  private ProofWords() {}

  /// What holds, what does not and where, and the certificate.
  ///
  /// @param rules where each rule stands
  static List<String> lines(Prover.Outcome outcome, Map<String, String> rules) {
    List<String> lines = new ArrayList<>();
    for (Proved one : outcome.findings().proved()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  %-9s %s (%s)",
              one.property().id(),
              phrase(one.statement()),
              states(one.states())));
    }
    for (Counterexample one : outcome.findings().broken()) {
      lines.add("  NOT " + one.property().id() + ": " + one.statement());
      lines.add("      " + one.story());
      for (String rule : one.rules()) {
        lines.add("      rule " + rule + " at " + rules.getOrDefault(rule, "the safety floor"));
      }
    }
    for (Property one : Prover.missing(outcome.findings())) {
      boolean refuted =
          outcome.findings().broken().stream().anyMatch(other -> other.property() == one);
      if (!refuted) {
        lines.add("  NOT " + one.id() + ": nothing was decided of it");
      }
    }
    outcome.findings().notices().forEach(notice -> lines.add("  note: " + notice));
    outcome.certificate().ifPresent(certificate -> lines.add(line(certificate)));
    return lines;
  }

  /// A statement as it reads in the middle of a line.
  private static String phrase(String statement) {
    String open =
        statement.endsWith(".") ? statement.substring(0, statement.length() - 1) : statement;
    return open.substring(0, 1).toLowerCase(Locale.ROOT) + open.substring(1);
  }

  private static String line(Certificate certificate) {
    return "  certificate: content "
        + certificate.content().substring(0, HASH_SHOWN)
        + ", engine "
        + certificate.engine().substring(0, HASH_SHOWN)
        + ", time zones "
        + certificate.timeZones()
        + ", decided in "
        + certificate.millis()
        + " ms";
  }

  /// A number of states: in full, or its size where nobody could read it.
  private static String states(BigInteger states) {
    if (states.equals(BigInteger.ONE)) {
      return "1 state";
    }
    if (states.toString().length() <= MOST_DIGITS) {
      return String.format(Locale.ROOT, "%,d states", states);
    }
    int power = states.toString().length() - 1;
    BigDecimal leading = new BigDecimal(states).movePointLeft(power).round(new MathContext(2));
    return leading.toPlainString() + " x 10^" + power + " states";
  }

  /// The same as JSON: `proved`, `broken`, `notices` and `certificate`.
  static Json.Obj json(Prover.Outcome outcome, Map<String, String> rules) {
    Findings findings = outcome.findings();
    List<Json> broken = new ArrayList<>();
    for (Counterexample one : findings.broken()) {
      List<Json> places = new ArrayList<>();
      for (String rule : one.rules()) {
        places.add(Json.object().put("rule", rule).put("at", rules.getOrDefault(rule, "")).build());
      }
      broken.add(
          Json.object()
              .put("property", one.property().id())
              .put("statement", one.statement())
              .put("story", one.story())
              .put("rules", new Json.Arr(places))
              .put("situation", one.situation())
              .build());
    }
    return Json.object()
        .put("proved", Certificate.json(findings.proved()))
        .put("broken", new Json.Arr(broken))
        .put("notices", Json.Arr.ofStrings(findings.notices()))
        .put(
            "certificate",
            outcome.certificate().<Json>map(Certificate::json).orElse(new Json.Null()))
        .build();
  }
}
