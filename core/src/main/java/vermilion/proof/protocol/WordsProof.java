package vermilion.proof.protocol;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vermilion.clinical.Form;
import vermilion.clinical.Question;
import vermilion.json.Json;
import vermilion.proof.Counterexample;
import vermilion.proof.Findings;
import vermilion.proof.Property;
import vermilion.proof.Proved;
import vermilion.protocol.CheckIn;
import vermilion.protocol.Protocol;
import vermilion.time.Elapsed;
import vermilion.triage.AskAgain;
import vermilion.triage.Rule;

/// Decides whether every form is asked at some time and every question in some form, so that no
/// words of a protocol are written for nobody.
public final class WordsProof {

  private static final String STATEMENT = "every form and every question is asked at some time";

  /// A form asked at an hour from which it may be asked at any later one.
  private static final Elapsed ANY_TIME = new Elapsed(0);

  private final Protocol protocol;
  private final List<Counterexample> broken = new ArrayList<>();

  private WordsProof(Protocol protocol) {
    this.protocol = protocol;
  }

  /// Decides it.
  public static Findings decide(Protocol protocol) {
    WordsProof proof = new WordsProof(protocol);
    Map<String, Elapsed> asked = proof.asked();
    List<String> notices = new ArrayList<>();
    for (Form form : protocol.forms()) {
      if (form.id().equals("gate") && protocol.massage().isEmpty()) {
        notices.add("form gate is never asked, since there is never a massage");
      } else if (!asked.containsKey(form.id())) {
        proof.tell("form", form.id(), "No check-in, rule or session ever asks the form ");
      }
    }
    Set<String> questions = proof.questionsOf(asked);
    for (Question question : protocol.questions()) {
      if (!questions.contains(question.id())) {
        proof.tell("question", question.id(), "No form that is ever asked has the question ");
      }
    }
    BigInteger states =
        BigInteger.valueOf(protocol.forms().size() + (long) protocol.questions().size());
    return proof.broken.isEmpty()
        ? new Findings(List.of(new Proved(Property.TOTAL, STATEMENT, states)), List.of(), notices)
        : new Findings(List.of(), proof.broken, notices);
  }

  private void tell(String what, String id, String story) {
    broken.add(
        new Counterexample(
            Property.TOTAL,
            STATEMENT,
            story + id + "; its words would never be read.",
            List.of(),
            Json.object().put(what, id).build()));
  }

  /// The forms that are asked, each with the latest hour at which it may still be asked first.
  private Map<String, Elapsed> asked() {
    Map<String, Elapsed> asked = new LinkedHashMap<>();
    // Every contact asks it, at any hour.
    asked.put("full", ANY_TIME);
    if (protocol.massage().isPresent()) {
      asked.put("gate", ANY_TIME);
    }
    for (CheckIn checkIn : protocol.checkIns()) {
      asked.putIfAbsent(checkIn.form(), checkIn.at());
    }
    for (Rule rule : protocol.rules()) {
      for (Rule.Case one : rule.cases()) {
        one.askAgain().map(AskAgain::form).ifPresent(form -> asked.putIfAbsent(form, ANY_TIME));
      }
    }
    return asked;
  }

  /// The questions of forms that are asked. A check-in may be answered late, so an item counts if
  /// it does not end before the form's first hour.
  private Set<String> questionsOf(Map<String, Elapsed> asked) {
    Set<String> questions = new LinkedHashSet<>();
    for (Form form : protocol.forms()) {
      Optional<Elapsed> first = Optional.ofNullable(asked.get(form.id()));
      for (Form.Item item : form.items()) {
        boolean ends =
            first.isPresent()
                && item.before().filter(end -> !first.get().isBefore(end)).isPresent();
        if (first.isPresent() && !ends) {
          questions.add(item.question());
        }
      }
    }
    return questions;
  }
}
