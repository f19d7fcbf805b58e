package vermilion.episode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermilion.json.Fields;

/// The helpers whom a patient has let in, while her events are folded.
final class ConfidantBook {

  private final List<Confidant> in = new ArrayList<>();

  /// Takes over all that another book holds; what it holds never changes.
  void addAll(ConfidantBook other) {
    in.addAll(other.in);
  }

  void letIn(EpisodeEvent.ConfidantLetIn event, Entry entry) {
    in.add(new Confidant(entry.id(), event.name(), event.phone(), event.may(), entry.received()));
  }

  void ended(EpisodeEvent.ConfidantEnded event) {
    in.removeIf(one -> one.id().equals(event.helper()));
  }

  /// Those who are in now, in the order in which they were let in.
  List<Confidant> in() {
    return List.copyOf(in);
  }

  /// What is wrong with letting somebody in, if anything is.
  Optional<Fields.Problem> whyNot(EpisodeEvent.ConfidantLetIn event) {
    if (in.size() >= Confidant.MOST) {
      return wrong("type", in.size() + " helpers", "at most " + Confidant.MOST + " at one time");
    }
    for (Confidant one : in) {
      if (one.name().equals(event.name())) {
        return wrong("name", event.name(), "a name that no other helper of hers has");
      }
    }
    if (event.may().isEmpty()) {
      return wrong("may", "nothing", "one or more of [look, answer, call]");
    }
    if (event.may().contains(Confidant.Right.ANSWER)
        && !event.may().contains(Confidant.Right.LOOK)) {
      return wrong("may", "answer without look", "look too: whoever answers sees the questions");
    }
    if (event.may().contains(Confidant.Right.CALL) != event.phone().isPresent()) {
      return wrong(
          "phone",
          event.phone().isPresent() ? "a number" : "absent",
          "a number where the helper may be called, and only there");
    }
    return Optional.empty();
  }

  /// Whether somebody of this name may do something now.
  boolean may(String name, Confidant.Right right) {
    for (Confidant one : in) {
      if (one.name().equals(name)) {
        return one.may(right);
      }
    }
    return false;
  }

  private static Optional<Fields.Problem> wrong(String field, String value, String expected) {
    return Optional.of(new Fields.Problem(field, value, expected));
  }
}
