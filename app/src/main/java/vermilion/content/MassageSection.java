package vermilion.content;

import java.util.List;
import java.util.Optional;
import vermilion.protocol.MassageLimits;
import vermilion.time.Elapsed;

/// Reads what massage a practitioner may order; never more than the engine allows.
final class MassageSection {
  private static final String FORM_GATE = "gate";

  private final Vocabulary vocabulary;
  private final Problems problems;
  private final Citations citations;

  MassageSection(Vocabulary vocabulary, Citations citations) {
    this.vocabulary = vocabulary;
    this.problems = vocabulary.problems();
    this.citations = citations;
  }

  /// The limits, or nothing for `never`; what is wrong is told.
  Optional<MassageLimits> read(Yaml value) {
    if (value instanceof Yaml.Scalar word) {
      if (!word.text().equals("never")) {
        problems.add(word.place(), word.text(), "never, or the keys start, minutes, per-day, days");
      }
      return Optional.empty();
    }
    Optional<Section> section =
        Section.of(value, problems, List.of("start", "minutes", "per-day", "days", "sources"));
    if (section.isEmpty()) {
      return Optional.empty();
    }
    citations.add("massage", section.get());
    if (!vocabulary.formPlaces().containsKey(FORM_GATE)) {
      problems.tell(value.place(), "massage without a form gate", "a form gate, asked before it");
    }
    return limits(section.get());
  }

  private Optional<MassageLimits> limits(Section section) {
    Optional<Start> start =
        section
            .require("start", "usual, free-from, with-reason-from and latest")
            .flatMap(this::start);
    Optional<Pair> minutes = pair(section, "minutes", MassageLimits.ENGINE_MOST_MINUTES);
    Optional<Pair> perDay = pair(section, "per-day", MassageLimits.ENGINE_MOST_PER_DAY);
    Optional<Pair> days = pair(section, "days", MassageLimits.ENGINE_MOST_DAYS);
    if (start.isEmpty() || minutes.isEmpty() || perDay.isEmpty() || days.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new MassageLimits(
            start.get().usual(),
            start.get().freeFrom(),
            start.get().withReasonFrom(),
            start.get().latest(),
            minutes.get().usual(),
            minutes.get().most(),
            perDay.get().usual(),
            perDay.get().most(),
            days.get().usual(),
            days.get().most()));
  }

  private record Start(int usual, int freeFrom, int withReasonFrom, int latest) {}

  private record Pair(int usual, int most) {}

  /// What a number may be.
  private record Range(int least, int most) {
    String said(boolean hours) {
      return hours
          ? "hours from " + least + " h to " + most + " h"
          : "a whole number from " + least + " to " + most;
    }

    boolean contains(int number) {
      return number >= least && number <= most;
    }
  }

  private Optional<Start> start(Yaml value) {
    Optional<Section> found =
        Section.of(value, problems, List.of("usual", "free-from", "with-reason-from", "latest"));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Section section = found.get();
    int last = MassageLimits.ENGINE_LATEST_START_HOURS;
    Optional<Integer> reason =
        hours(section, "with-reason-from", new Range(MassageLimits.ENGINE_EARLIEST_HOURS, last));
    int leastFree = Math.max(MassageLimits.ENGINE_FREE_START_HOURS, reason.orElse(0));
    Optional<Integer> free = hours(section, "free-from", new Range(leastFree, last));
    Optional<Integer> latest = hours(section, "latest", new Range(free.orElse(leastFree), last));
    Optional<Integer> usual =
        hours(section, "usual", new Range(free.orElse(leastFree), latest.orElse(last)));
    return reason.isEmpty() || free.isEmpty() || latest.isEmpty() || usual.isEmpty()
        ? Optional.empty()
        : Optional.of(new Start(usual.get(), free.get(), reason.get(), latest.get()));
  }

  private Optional<Integer> hours(Section section, String key, Range range) {
    Optional<Yaml.Scalar> line = section.requireWord(key, range.said(true));
    if (line.isEmpty()) {
      return Optional.empty();
    }
    Words words = Words.of(line.get(), problems);
    Optional<Elapsed> time =
        Times.point(words, problems).filter(_ -> words.end("the end of the line"));
    if (time.isEmpty()) {
      return Optional.empty();
    }
    long seconds = time.get().seconds();
    if (seconds % Elapsed.SECONDS_PER_HOUR != 0
        || !range.contains(Math.toIntExact(seconds / Elapsed.SECONDS_PER_HOUR))) {
      problems.add(line.get().place(), line.get().text(), range.said(true));
      return Optional.empty();
    }
    return Optional.of(Math.toIntExact(seconds / Elapsed.SECONDS_PER_HOUR));
  }

  private Optional<Pair> pair(Section section, String key, int engineMost) {
    Optional<Section> found =
        section
            .require(key, "usual and most")
            .flatMap(value -> Section.of(value, problems, List.of("usual", "most")));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Optional<Integer> most = number(found.get(), "most", new Range(1, engineMost));
    Optional<Integer> usual = number(found.get(), "usual", new Range(1, most.orElse(engineMost)));
    return most.isEmpty() || usual.isEmpty()
        ? Optional.empty()
        : Optional.of(new Pair(usual.get(), most.get()));
  }

  private Optional<Integer> number(Section section, String key, Range range) {
    Optional<Yaml.Scalar> word = section.requireWord(key, range.said(false));
    if (word.isEmpty()) {
      return Optional.empty();
    }
    String text = word.get().text();
    if (!Times.isNumber(text) || !range.contains(Integer.parseInt(text))) {
      problems.add(word.get().place(), text, range.said(false));
      return Optional.empty();
    }
    return Optional.of(Integer.parseInt(text));
  }
}
