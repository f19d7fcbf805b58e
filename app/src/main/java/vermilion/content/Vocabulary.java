package vermilion.content;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vermilion.clinical.Question;

/// What one protocol file has declared so far, for those who name it further down.
///
/// A question or form that is itself broken is still known by its id, so that one mistake is told
/// once and not at each place that names it.
final class Vocabulary {
  private final Problems problems;
  private final Map<String, Question> questions = new LinkedHashMap<>();
  private final Map<String, Place> questionPlaces = new LinkedHashMap<>();
  private final Map<String, Place> formPlaces = new LinkedHashMap<>();
  private final Map<String, Place> sourcePlaces = new LinkedHashMap<>();
  private final Set<String> citedSources = new LinkedHashSet<>();

  Vocabulary(Problems problems) {
    this.problems = problems;
  }

  Problems problems() {
    return problems;
  }

  void declareQuestion(String id, Place place) {
    questionPlaces.put(id, place);
  }

  void declareForm(String id, Place place) {
    formPlaces.put(id, place);
  }

  void declareSource(String key, Place place) {
    sourcePlaces.put(key, place);
  }

  void define(Question question) {
    questions.put(question.id(), question);
  }

  Map<String, Place> questionPlaces() {
    return questionPlaces;
  }

  Map<String, Place> formPlaces() {
    return formPlaces;
  }

  /// The question of a name, or nothing where it is unknown, which is told, or broken, which was.
  Optional<Question> question(String id, Place place) {
    if (!questionPlaces.containsKey(id)) {
      problems.unknown(place, id, "a question of this protocol", questionPlaces.keySet());
    }
    return Optional.ofNullable(questions.get(id));
  }

  /// Whether a form has this id; where none has, that is told.
  boolean knowsForm(String id, Place place) {
    boolean known = formPlaces.containsKey(id);
    if (!known) {
      problems.unknown(place, id, "a form of this protocol", formPlaces.keySet());
    }
    return known;
  }

  /// The keys of sources that a statement cites; unknown ones are told.
  List<String> sources(Section section) {
    List<Yaml.Scalar> keys = section.words("sources", "keys of sources, such as [S12, SD]");
    for (Yaml.Scalar key : keys) {
      if (sourcePlaces.containsKey(key.text())) {
        citedSources.add(key.text());
      } else {
        // Keys are too short for a near miss; S15 is no slip of S1.
        problems.add(key.place(), key.text(), "a key of the sources below");
      }
    }
    return keys.stream().map(Yaml.Scalar::text).toList();
  }

  /// Warns of sources of this file that no statement cites; a base may carry more than is needed.
  void warnOfUncitedSources(String file) {
    sourcePlaces.forEach((key, place) -> {
      if (!citedSources.contains(key) && place.file().equals(file)) {
        problems.warn(
            place, "the source " + key + ", cited by nothing", "a statement that cites it");
      }
    });
  }
}
