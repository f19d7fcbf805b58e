package vermilion.episode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermilion.schedule.Occurrence;
import vermilion.time.DueWindow;
import vermilion.triage.AskAgain;

/// What the patient is asked to do, and how it stands.
final class Tasks {

  private static final String FULL = "full";

  private Tasks() {}

  /// Whether a completed form of this kind answers a check-in.
  static boolean answersAWindow(String form) {
    return form.equals(FULL) || form.equals("look") || form.equals("late");
  }

  /// Whether a completed form answers a check-in that asks another one: the full form asks all that
  /// the others ask.
  static boolean answers(String given, String asked) {
    return given.equals(asked) || given.equals(FULL);
  }

  /// How the check-ins and photos of a plan stand at `now`, in order of time.
  static List<Task> planned(Fold fold, List<Occurrence> occurrences, Instant now) {
    List<Task> tasks = new ArrayList<>();
    for (Occurrence one : occurrences) {
      switch (one.activity()) {
        case "check-in" -> tasks.add(checkIn(fold, one, FULL, now));
        case "check-in-look" -> tasks.add(checkIn(fold, one, "look", now));
        case "check-in-late" -> tasks.add(checkIn(fold, one, "late", now));
        case "photo" -> tasks.add(photo(fold, one, now));
        default -> {}
      }
    }
    // What she was not asked, she has not missed.
    tasks.removeIf(
        task -> task.state() != Task.State.DONE && fold.leaves.isStoppedAt(task.window().closes()));
    return tasks;
  }

  /// The looks that rules asked for and that are still open at `now`, in order of time.
  static List<Task> askedAgain(Fold fold, List<Alert> alerts, Instant now) {
    List<Task> tasks = new ArrayList<>();
    for (Assessed one : fold.assessed) {
      for (AskAgain again : one.assessment().askAgain()) {
        // A repeat ends once a human has seen or lowered what asked for it; a single look does not.
        boolean ended = again.everyMinutes() > 0 && !isUnseen(one, alerts);
        if (!ended) {
          nextLook(fold, one, again, now).ifPresent(tasks::add);
        }
      }
    }
    return tasks;
  }

  private static Task checkIn(Fold fold, Occurrence occurrence, String form, Instant now) {
    for (Assessed one : fold.assessed) {
      if (one.complete()
          && answers(one.form(), form)
          && occurrence.window().contains(one.entry().moment())) {
        return task(occurrence, form, Task.State.DONE, Optional.of(one.entry()));
      }
    }
    return task(occurrence, form, stateOf(occurrence.window(), now), Optional.empty());
  }

  private static Task photo(Fold fold, Occurrence occurrence, Instant now) {
    for (Entry photo : fold.photos) {
      if (photo.event() instanceof EpisodeEvent.PhotoTaken taken
          && taken.occurrence().isPresent()
          && taken.occurrence().get().equals(occurrence.id())) {
        return task(occurrence, "", Task.State.DONE, Optional.of(photo));
      }
    }
    return task(occurrence, "", stateOf(occurrence.window(), now), Optional.empty());
  }

  private static Task task(
      Occurrence occurrence, String form, Task.State state, Optional<Entry> done) {
    return new Task(occurrence.id(), occurrence.activity(), form, occurrence.window(), state, done);
  }

  private static Task.State stateOf(DueWindow window, Instant now) {
    if (window.contains(now)) {
      return Task.State.OPEN;
    }
    return now.isBefore(window.opens()) ? Task.State.COMING : Task.State.MISSED;
  }

  /// The first repeat that nobody has answered, if its time has come.
  private static Optional<Task> nextLook(Fold fold, Assessed asked, AskAgain again, Instant now) {
    Instant first = asked.entry().received();
    int number = 1;
    for (int minutes = again.afterMinutes();
        minutes <= again.untilMinutes();
        minutes += again.everyMinutes() > 0 ? again.everyMinutes() : again.untilMinutes()) {
      Instant opens = first.plusSeconds(minutes * 60L);
      if (now.isBefore(opens)) {
        return Optional.empty();
      }
      long openMinutes = again.everyMinutes() > 0 ? again.everyMinutes() : again.afterMinutes();
      DueWindow window = new DueWindow(opens, opens.plusSeconds(openMinutes * 60L));
      if (window.contains(now) && !isAnsweredSince(fold, again.form(), opens)) {
        return Optional.of(
            new Task(
                "again/" + asked.entry().seq() + "/" + number,
                "look-again",
                again.form(),
                window,
                Task.State.OPEN,
                Optional.empty()));
      }
      number++;
    }
    return Optional.empty();
  }

  private static boolean isAnsweredSince(Fold fold, String form, Instant opens) {
    for (Assessed one : fold.assessed.reversed()) {
      if (one.entry().received().isBefore(opens)) {
        return false;
      }
      if (one.complete() && answers(one.form(), form)) {
        return true;
      }
    }
    return false;
  }

  /// Whether an open alert about these answers waits for its first reader.
  private static boolean isUnseen(Assessed asked, List<Alert> alerts) {
    for (Alert alert : alerts) {
      if (alert.seqs().contains(asked.entry().seq()) && alert.seen().isEmpty()) {
        return true;
      }
    }
    return false;
  }
}
