package vermilion.patient;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vermilion.episode.Standing;
import vermilion.episode.Task;
import vermilion.json.Json;
import vermilion.protocol.Texts;
import vermilion.time.UtcText;

/// Writes what the patient is asked to do.
final class TaskView {

  private final Standing standing;
  private final Texts texts;

  TaskView(Standing standing, Texts texts) {
    this.standing = standing;
    this.texts = texts;
  }

  /// The tasks that are open now, and those that open or were done on the patient's date.
  Json today() {
    List<Json> all = new ArrayList<>();
    for (Task task : standing.tasks()) {
      LocalDate opens = standing.plan().wall().dateAt(task.window().opens());
      if (task.state() == Task.State.OPEN || opens.equals(standing.today())) {
        all.add(json(task));
      }
    }
    return new Json.Arr(all);
  }

  /// The first task that is still to come.
  Json next() {
    for (Task task : standing.tasks()) {
      if (task.state() == Task.State.COMING) {
        return json(task);
      }
    }
    return new Json.Null();
  }

  Json json(Task task) {
    Json.Builder out =
        Json.object()
            .put("id", task.id())
            .put("activity", task.activity())
            .put("form", task.form())
            .put("title", title(task))
            .put("opens", UtcText.of(task.window().opens()))
            .put("closes", UtcText.of(task.window().closes()))
            .put("state", task.state().id());
    task.done()
        .ifPresent(entry ->
            out.put("doneAt", UtcText.of(entry.received())).put("helper", Reporter.helper(entry)));
    return out.build();
  }

  private String title(Task task) {
    return texts
        .find("activity." + task.activity())
        .orElse(
            switch (task.activity()) {
              case "photo" -> "Photo";
              case "look-again" -> "Look again";
              case "check-in-look" -> "First look";
              default -> "Check-in";
            });
  }
}
