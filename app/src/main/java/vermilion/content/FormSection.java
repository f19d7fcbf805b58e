package vermilion.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vermilion.clinical.Form;
import vermilion.clinical.Question;
import vermilion.time.Elapsed;

/// Reads the forms of a protocol: which questions stand together on a screen, and when each is
/// asked.
final class FormSection {
  /// No red flag may be left out of the full form before this time.
  private static final Elapsed RED_FLAGS_UNTIL = Elapsed.ofHours(72);

  private static final int MOST_FORMS = 32;
  private static final String LINE =
      "a question, and then: from 48 h, before 72 h, if pain at least 1";

  private final Vocabulary vocabulary;
  private final Problems problems;

  FormSection(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.problems = vocabulary.problems();
  }

  /// The forms; what is wrong with them is told.
  List<Form> read(Yaml value) {
    List<Form> forms = new ArrayList<>();
    for (Yaml item : Section.itemsOf(value)) {
      Section.of(item, problems, List.of("id", "groups")).flatMap(this::form).ifPresent(forms::add);
    }
    if (forms.size() > MOST_FORMS) {
      problems.tell(value.place(), forms.size() + " forms", "at most " + MOST_FORMS + " forms");
    }
    if (!vocabulary.formPlaces().containsKey("full")) {
      problems.tell(value.place(), "no form full", "the form that every check-in can fall back on");
    }
    return forms;
  }

  private Optional<Form> form(Section section) {
    int before = problems.count();
    Optional<Yaml.Scalar> id =
        section
            .requireWord("id", Ids.SHAPE)
            .filter(word -> Ids.isQuestion(word, vocabulary.formPlaces(), problems));
    id.ifPresent(word -> vocabulary.declareForm(word.text(), word.place()));
    Optional<Yaml> groups = section.require("groups", "the screens of the form");
    List<Form.Group> screens = new ArrayList<>();
    Asked asked = new Asked();
    Map<String, Place> ids = new HashMap<>();
    for (Yaml item : groups.map(Section::itemsOf).orElse(List.of())) {
      Section.of(item, problems, List.of("id", "ask"))
          .flatMap(group -> group(group, ids, asked))
          .ifPresent(screens::add);
    }
    if (screens.size() > Form.MOST_GROUPS) {
      problems.tell(
          section.place(), screens.size() + " groups", "at most " + Form.MOST_GROUPS + " groups");
    }
    if (id.isEmpty() || problems.count() > before) {
      return Optional.empty();
    }
    Form form = new Form(id.get().text(), screens);
    if (form.id().equals("full")) {
      tellOfRedFlags(form, id.get().place());
    }
    return Optional.of(form);
  }

  private Optional<Form.Group> group(Section section, Map<String, Place> ids, Asked asked) {
    Optional<Yaml.Scalar> id =
        section.requireWord("id", Ids.SHAPE).filter(word -> Ids.isFree(word, ids, problems));
    id.ifPresent(word -> ids.put(word.text(), word.place()));
    section.require("ask", LINE);
    List<Form.Item> items = new ArrayList<>();
    for (Yaml.Scalar line : section.words("ask", LINE)) {
      item(Words.of(line, problems), asked).ifPresent(items::add);
    }
    return id.map(word -> new Form.Group(word.text(), items));
  }

  private Optional<Form.Item> item(Words words, Asked asked) {
    Optional<Words.Word> name = words.word(LINE);
    Optional<Question> question =
        name.flatMap(word -> vocabulary.question(word.text(), word.place()));
    if (name.isEmpty() || question.isEmpty()) {
      return Optional.empty();
    }
    if (!asked.ids.add(question.get().id())) {
      problems.add(name.get().place(), name.get().text(), "each question once in a form");
      return Optional.empty();
    }
    Elapsed from = Elapsed.ofHours(0);
    if (words.take("from")) {
      Optional<Elapsed> bound = Times.point(words, problems);
      if (bound.isEmpty()) {
        return Optional.empty();
      }
      from = bound.get();
    }
    Optional<Elapsed> before = Optional.empty();
    if (words.take("before")) {
      before = before(words, from);
      if (before.isEmpty()) {
        return Optional.empty();
      }
    }
    Optional<Form.OnlyIf> onlyIf = Optional.empty();
    if (words.take("if")) {
      onlyIf = onlyIf(words, asked);
      if (onlyIf.isEmpty()) {
        return Optional.empty();
      }
    }
    return words.end("from, before, if, or the end of the line")
        ? Optional.of(new Form.Item(question.get().id(), from, before, onlyIf))
        : Optional.empty();
  }

  private Optional<Elapsed> before(Words words, Elapsed from) {
    Place place = words.place();
    Optional<Elapsed> bound = Times.point(words, problems);
    if (bound.isPresent() && !from.isBefore(bound.get())) {
      problems.tell(
          place, "a window that ends before it begins", "a time after " + Said.point(from));
      return Optional.empty();
    }
    return bound;
  }

  private Optional<Form.OnlyIf> onlyIf(Words words, Asked asked) {
    Optional<Words.Word> name = words.word("a question that stands above");
    Optional<Question> question =
        name.flatMap(word -> vocabulary.question(word.text(), word.place()));
    if (name.isEmpty() || question.isEmpty()) {
      return Optional.empty();
    }
    String id = question.get().id();
    Optional<Form.OnlyIf> onlyIf =
        new AnswerWords(question.get(), words, problems)
            .atLeast()
            .map(least -> new Form.OnlyIf(id, least));
    if (onlyIf.isPresent() && !asked.isAbove(id)) {
      problems.add(name.get().place(), id, "a question that stands above this one in the form");
      return Optional.empty();
    }
    return onlyIf;
  }

  private void tellOfRedFlags(Form full, Place place) {
    Set<String> asked = new HashSet<>();
    boolean othersBegan = false;
    for (Form.Item item : full.items()) {
      Question question = vocabulary.question(item.question(), place).orElseThrow();
      if (!question.redFlag()) {
        othersBegan = true;
        continue;
      }
      asked.add(question.id());
      if (othersBegan) {
        problems.tell(
            place, question.id() + " after other questions", "all red flags first in form full");
      }
      boolean early = item.before().isPresent() && item.before().get().isBefore(RED_FLAGS_UNTIL);
      if (item.from().seconds() > 0 || early) {
        problems.tell(
            place,
            question.id() + " not asked at every hour before 72 h",
            "a red flag asked from 0 h on, in form full");
      }
    }
    for (String id : vocabulary.questionPlaces().keySet()) {
      boolean redFlag = vocabulary.question(id, place).map(Question::redFlag).orElse(false);
      if (redFlag && !asked.contains(id)) {
        problems.tell(place, "no " + id, "all red flags asked in form full");
      }
    }
  }

  /// The questions that a form has asked so far; the last one is being read.
  private static final class Asked {
    private final Set<String> ids = new java.util.LinkedHashSet<>();

    boolean isAbove(String id) {
      return ids.contains(id) && !ids.stream().reduce((_, last) -> last).orElse("").equals(id);
    }
  }
}
