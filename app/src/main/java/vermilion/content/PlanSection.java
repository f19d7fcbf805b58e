package vermilion.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermilion.protocol.Advice;
import vermilion.protocol.CheckIn;
import vermilion.protocol.PhotoPoint;
import vermilion.time.Elapsed;

/// Reads when a protocol asks, photographs and advises.
final class PlanSection {
  private static final int MOST_CHECK_INS = 64;
  private static final int MOST_PHOTOS = 32;
  private static final int MOST_ADVICE = 64;
  private static final Elapsed LATEST = Elapsed.ofDays(400);
  private static final String TIMES = "times in rising order, such as: 4 h, 12 h, day 4, month 2";
  private static final String INCLUDED = "ids of other advice, or massage";
  private static final String WINDOW = "such as: 0 h to 48 h; or: from 6 h";

  private final Vocabulary vocabulary;
  private final Problems problems;
  private final Citations citations;

  PlanSection(Vocabulary vocabulary, Citations citations) {
    this.vocabulary = vocabulary;
    this.problems = vocabulary.problems();
    this.citations = citations;
  }

  /// The check-ins: under each form, its times.
  List<CheckIn> checkIns(Yaml value) {
    List<String> keys = new ArrayList<>(vocabulary.formPlaces().keySet());
    keys.add("sources");
    Optional<Section> section = Section.of(value, problems, keys);
    if (section.isEmpty() || !(value instanceof Yaml.Fields fields)) {
      return List.of();
    }
    citations.add("check-ins", section.get());
    List<CheckIn> checkIns = new ArrayList<>();
    Map<Elapsed, Place> taken = new HashMap<>();
    for (Yaml.Field field : fields.fields()) {
      if (field.key().text().equals("sources")) {
        continue;
      }
      for (Timed time : times(field.value())) {
        Place first = taken.putIfAbsent(time.at(), time.place());
        if (first != null) {
          problems.add(
              time.place(),
              Said.point(time.at()),
              "one check-in at a time; one stands at " + first);
        }
        checkIns.add(new CheckIn(time.at(), field.key().text()));
      }
    }
    tellOfCount(value.place(), checkIns.size(), MOST_CHECK_INS, "check-ins");
    checkIns.sort((one, other) -> one.at().compareTo(other.at()));
    return checkIns;
  }

  /// The photos: their times.
  List<PhotoPoint> photos(Yaml value) {
    Optional<Section> section = Section.of(value, problems, List.of("at", "sources"));
    if (section.isEmpty()) {
      return List.of();
    }
    citations.add("photos", section.get());
    List<PhotoPoint> photos = new ArrayList<>();
    section
        .get()
        .require("at", TIMES)
        .ifPresent(times -> times(times).forEach(time -> photos.add(new PhotoPoint(time.at()))));
    tellOfCount(value.place(), photos.size(), MOST_PHOTOS, "photos");
    return photos;
  }

  /// The advice windows.
  List<Advice> advice(Yaml value) {
    List<Advice> all = new ArrayList<>();
    Map<String, Place> ids = new HashMap<>();
    List<Yaml> items = Section.itemsOf(value);
    for (Yaml item : items) {
      Section.of(item, problems, List.of("id", "avoid", "allow", "includes", "sources"))
          .flatMap(section -> advice(section, ids))
          .ifPresent(all::add);
    }
    tellOfCount(value.place(), items.size(), MOST_ADVICE, "pieces of advice");
    tellOfUnknown(items, ids);
    return all;
  }

  /// What is included must be there; the massage always is.
  private void tellOfUnknown(List<Yaml> items, Map<String, Place> ids) {
    List<String> known = new ArrayList<>(ids.keySet());
    known.add(Advice.MASSAGE);
    known.sort(null);
    for (Yaml item : items) {
      if (item instanceof Yaml.Fields fields && fields.find("includes").isPresent()) {
        Yaml included = fields.find("includes").get().value();
        for (Yaml.Scalar word : Section.wordsIn(included, INCLUDED, problems)) {
          if (!known.contains(word.text())) {
            problems.unknown(word.place(), word.text(), INCLUDED, known);
          }
        }
      }
    }
  }

  private Optional<Advice> advice(Section section, Map<String, Place> ids) {
    Optional<Yaml.Scalar> id =
        section.requireWord("id", Ids.SHAPE).filter(word -> Ids.isFree(word, ids, problems));
    id.ifPresent(word -> ids.put(word.text(), word.place()));
    section.require("sources", "keys of sources; SD for the project's own proposal");
    List<String> sources = vocabulary.sources(section);
    Optional<Yaml> avoid = section.find("avoid");
    Optional<Yaml> allow = section.find("allow");
    if (avoid.isPresent() == allow.isPresent()) {
      problems.tell(
          section.place(),
          avoid.isPresent() ? "both avoid and allow" : "neither avoid nor allow",
          "one of them, " + WINDOW);
      return Optional.empty();
    }
    Optional<Window> window =
        avoid
            .or(() -> allow)
            .flatMap(value -> Section.wordIn(value, WINDOW, problems))
            .flatMap(this::window);
    return id.isEmpty() || window.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Advice(
                id.get().text(),
                avoid.isPresent(),
                window.get().from(),
                window.get().until(),
                section.words("includes", INCLUDED).stream().map(Yaml.Scalar::text).toList(),
                sources));
  }

  /// A window whose end is left out ends with something that the words name.
  private record Window(Elapsed from, Optional<Elapsed> until) {}

  private Optional<Window> window(Yaml.Scalar line) {
    Words words = Words.of(line, problems);
    if (words.take("from")) {
      return Times.point(words, problems)
          .filter(_ -> words.end("the end of the line"))
          .map(from -> new Window(from, Optional.empty()));
    }
    Optional<Elapsed> from = Times.point(words, problems);
    if (from.isEmpty()) {
      return Optional.empty();
    }
    if (!words.take("to")) {
      words.fail("to and a time, as in: 0 h to 48 h");
      return Optional.empty();
    }
    Place place = words.place();
    Optional<Elapsed> until = Times.point(words, problems);
    if (until.isEmpty() || !words.end("the end of the line")) {
      return Optional.empty();
    }
    if (!from.get().isBefore(until.get())) {
      problems.tell(
          place, "a window that ends before it begins", "a time after " + Said.point(from.get()));
      return Optional.empty();
    }
    return Optional.of(new Window(from.get(), until));
  }

  private record Timed(Elapsed at, Place place) {}

  private List<Timed> times(Yaml value) {
    List<Timed> times = new ArrayList<>();
    for (Yaml.Scalar line : Section.wordsIn(value, TIMES, problems)) {
      for (Words words : Words.parts(line, problems)) {
        Place place = words.place();
        Times.point(words, problems)
            .filter(_ -> words.end("a comma, or the end of the line"))
            .ifPresent(at -> addRising(new Timed(at, place), times));
      }
    }
    return times;
  }

  private void addRising(Timed time, List<Timed> times) {
    if (LATEST.isBefore(time.at())) {
      problems.add(time.place(), Said.point(time.at()), "at most " + Said.point(LATEST));
    } else if (!times.isEmpty() && !times.getLast().at().isBefore(time.at())) {
      problems.add(
          time.place(),
          Said.point(time.at()),
          "a time after " + Said.point(times.getLast().at()) + ", in rising order");
    } else {
      times.add(time);
    }
  }

  private void tellOfCount(Place place, int count, int most, String what) {
    if (count > most) {
      problems.tell(place, count + " " + what, "at most " + most);
    }
  }
}
