package vermilion.patient;

import java.util.ArrayList;
import java.util.List;
import vermilion.episode.Standing;
import vermilion.episode.Task;
import vermilion.json.Json;
import vermilion.protocol.Texts;

/// Writes how the plan goes: how many check-ins were asked for and answered so far, and what is
/// coming.
final class PlanView {

  private static final int MOST_COMING = 6;

  private final Standing standing;
  private final Texts texts;

  PlanView(Standing standing, Texts texts) {
    this.standing = standing;
    this.texts = texts;
  }

  Json json() {
    int asked = 0;
    int answered = 0;
    List<Json> coming = new ArrayList<>();
    TaskView tasks = new TaskView(standing, texts);
    for (Task task : standing.tasks()) {
      boolean checkIn = task.activity().startsWith("check-in");
      boolean done = task.state() == Task.State.DONE;
      if (checkIn && (done || task.state() == Task.State.MISSED)) {
        asked++;
        answered += done ? 1 : 0;
      }
      if (task.state() == Task.State.COMING && coming.size() < MOST_COMING) {
        coming.add(tasks.json(task));
      }
    }
    return Json.object()
        .put("asked", asked)
        .put("answered", answered)
        .put("coming", new Json.Arr(coming))
        .build();
  }
}
