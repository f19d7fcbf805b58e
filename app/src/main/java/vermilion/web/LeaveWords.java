package vermilion.web;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermilion.episode.Leave;
import vermilion.episode.Leaving;
import vermilion.episode.Standing;
import vermilion.service.ErasureRefusals;
import vermilion.service.WorklistCard;
import vermilion.time.UtcText;
import vermilion.web.page.LeavingCard;
import vermilion.web.page.TimeLeft;

/// Says in staff's words that a patient leaves, and what to do about it (H-36).
final class LeaveWords {

  private final Standing standing;
  private final ZoneId zone;

  LeaveWords(Standing standing, ZoneId zone) {
    this.standing = standing;
    this.zone = zone;
  }

  static String asked(Leave leave) {
    return switch (leave) {
      case CHECK_INS -> "She has stopped her check-ins";
      case CLINIC -> "She goes to another clinic";
      case ERASURE -> "She asks to be erased";
    };
  }

  static String takenBack(Leave leave) {
    return switch (leave) {
      case CHECK_INS -> "Her check-ins go on again";
      case CLINIC -> "She stays with this clinic";
      case ERASURE -> "She no longer asks to be erased";
    };
  }

  static String answered(Leave leave) {
    return switch (leave) {
      case CHECK_INS, CLINIC -> "Hand-over confirmed to her";
      case ERASURE -> "Told her why she is not erased yet";
    };
  }

  /// The mark of a line of the worklist; empty where she has not left.
  static String mark(WorklistCard card) {
    List<String> words = new ArrayList<>();
    for (WorklistCard.Asked one : card.left().waiting()) {
      words.add(asked(one.leave()));
    }
    if (words.isEmpty() && card.left().stopped()) {
      words.add("She has left");
    }
    if (words.isEmpty()) {
      return "";
    }
    return String.join(". ", words) + (card.alerts().isEmpty() ? "" : ": hand over what is open");
  }

  /// What a patient was told who leaves.
  static String told(WorklistCard.Left left) {
    return switch (left.waiting().getFirst().leave()) {
      case CHECK_INS, CLINIC -> "The clinic tells her within 2 days who looks after what is open";
      case ERASURE -> "The clinic answers within 14 days";
    };
  }

  /// A card for each way in which she leaves.
  List<LeavingCard> cards(Optional<ErasureRefusals.Whose> record) {
    List<LeavingCard> cards = new ArrayList<>();
    for (Leaving.Request one : standing.leaving().requests()) {
      cards.add(card(one, record));
    }
    return cards;
  }

  private LeavingCard card(Leaving.Request one, Optional<ErasureRefusals.Whose> record) {
    boolean held = record.flatMap(ErasureRefusals.Whose::hold).isPresent();
    boolean answers = one.waits() && (one.leave() != Leave.ERASURE || held);
    return new LeavingCard(
        one.leave().id(),
        asked(one.leave()),
        Words.dayAndTime(one.asked(), zone),
        one.waits() ? UtcText.of(one.actBy()) : "",
        one.waits() ? TimeLeft.words(Duration.between(standing.now(), one.actBy())) : "",
        one.overdue(),
        lines(one, record),
        answers ? label(one.leave()) : "",
        one.leave() == Leave.ERASURE ? "Tell her why not yet" : "Confirm the hand-over");
  }

  private static String label(Leave leave) {
    return switch (leave) {
      case CHECK_INS -> "Who looks after what is open now";
      case CLINIC -> "To whom you have handed her over, and how";
      case ERASURE -> "Why her data must be kept, and until when";
    };
  }

  private List<String> lines(Leaving.Request one, Optional<ErasureRefusals.Whose> record) {
    List<String> lines = new ArrayList<>();
    one.text().ifPresent(text -> lines.add("She wrote: " + text));
    if (one.answer().isPresent()) {
      Leaving.Answer answer = one.answer().get();
      lines.add(
          answer.by() + ", " + Words.dayAndTime(answer.at(), zone) + ", to her: " + answer.text());
      return lines;
    }
    lines.add(
        one.leave() == Leave.CLINIC
            ? "Until you confirm, her check-ins go on here, and so do their alarms."
            : "Nobody waits to hear of her any more. What was open is still open, and what she tells"
                + " still counts.");
    if (one.leave() == Leave.ERASURE) {
      record.ifPresent(whose -> lines.addAll(erasing(whose)));
    }
    return lines;
  }

  private List<String> erasing(ErasureRefusals.Whose whose) {
    if (whose.hold().isPresent()) {
      return List.of(
          "A legal hold stands since "
              + Words.dayAndTime(whose.hold().get().since(), zone)
              + ": her record must be kept. Tell her so.");
    }
    return List.of(
        "Erase her: vermilion erase " + whose.patient(),
        "It cannot be undone. Hand over first what is open.");
  }
}
