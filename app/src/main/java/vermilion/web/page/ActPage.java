package vermilion.web.page;

import java.util.List;
import vermilion.service.WorklistCard;

/// All that can be done about one patient without leaving the worklist.
///
/// Its forms post to `/clinic/episodes/{id}/` `acknowledge`, `take-over`, `rang` (`outcome`,
/// `rang-note`), `message`, `review` (`review-at`, `review-with`, `review-where`), `cancel-review`
/// (`cancel-reason`), `lower` (`concern`, `lower-level`, `lower-hours`, `lower-seen`,
/// `lower-reason`) and `lift-hold` (`lift-reason`).
///
/// @param frame what stands around it
/// @param who who it is about
/// @param form what was typed and refused
/// @param alerts what is open, worst first
/// @param care who looks after her, who rang, when somebody sees her
/// @param heard when her phone was last heard of
/// @param offers what may be done now
/// @param helpers whom the clinic may call
public record ActPage(
    Frame frame,
    Who who,
    FormValues form,
    List<OpenAlert> alerts,
    List<String> care,
    String heard,
    Offers offers,
    List<WorklistCard.Callable> helpers)
    implements Page {

  /// Who it is about.
  ///
  /// @param episode the id of the episode
  /// @param name her name
  /// @param about day, hours, time zone, as one line
  /// @param seq the place of the last event that the page knows
  public record Who(String episode, String name, String about, long seq) {}

  /// What may be done now.
  ///
  /// @param lowerings what may be lowered
  /// @param held whether massage is held
  /// @param booked whether a review is to come
  /// @param mine whether the one who is signed in looks after her already
  /// @param tomorrow a time to begin with for a review
  public record Offers(
      List<Lowering> lowerings, boolean held, boolean booked, boolean mine, String tomorrow) {}

  /// A concern that may be lowered.
  ///
  /// @param concern which
  /// @param level how urgent it is, as a word
  /// @param levels to what it may be lowered
  /// @param mostHours for how long at most
  /// @param mustSee whether only somebody lowers it who has seen her
  public record Lowering(
      String concern, String level, List<Choice> levels, long mostHours, boolean mustSee) {}

  /// The ids of the alerts that nobody has read.
  public List<String> unread() {
    return alerts.stream().filter(one -> one.takenBy().isEmpty()).map(OpenAlert::id).toList();
  }

  /// The ids of all alerts.
  public List<String> open() {
    return alerts.stream().map(OpenAlert::id).toList();
  }

  /// Whether a part of the page stands open: something in it was refused.
  public boolean isOpen(String field) {
    return form.wrong().keySet().stream().anyMatch(name -> name.startsWith(field));
  }

  @Override
  public String template() {
    return "clinic/act.jte";
  }
}
