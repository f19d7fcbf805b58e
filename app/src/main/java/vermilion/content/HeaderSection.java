package vermilion.content;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermilion.clinical.Filler;
import vermilion.protocol.Protocol;
import vermilion.protocol.Source;

/// Reads what a protocol is: its name, version, status and signature, for which fillers, and the
/// sources that it cites.
final class HeaderSection {
  private static final List<String> QUALITIES =
      List.of("A", "A*", "A via B", "B on A", "B", "GK", "SD");
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_REFERENCE = 1000;
  private static final int LONGEST_KEY = 20;
  private static final int MOST_SOURCES = 500;

  private final Vocabulary vocabulary;
  private final Problems problems;

  HeaderSection(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.problems = vocabulary.problems();
  }

  /// The name of the protocol.
  Optional<String> id(Section top) {
    return top.requireWord("protocol", Ids.SHAPE)
        .filter(word -> Ids.isFree(word, java.util.Map.of(), problems))
        .map(Yaml.Scalar::text);
  }

  /// The version of the protocol, from 1.
  Optional<Integer> version(Section top) {
    return wholeNumber(top, "version", "a whole number from 1");
  }

  /// Refuses a file in another version of the language.
  void tellOfFormat(Section top) {
    Optional<Integer> format = wholeNumber(top, "format", "1");
    if (format.isPresent() && format.get() != ProtocolReader.FORMAT) {
      problems.add(
          top.find("format").map(Yaml::place).orElse(top.place()),
          format.get().toString(),
          "1, the version of the protocol language");
    }
  }

  private Optional<Integer> wholeNumber(Section top, String key, String expected) {
    Optional<Yaml.Scalar> word = top.requireWord(key, expected);
    if (word.isPresent()
        && (!Times.isNumber(word.get().text()) || Integer.parseInt(word.get().text()) < 1)) {
      problems.add(word.get().place(), word.get().text(), expected);
      return Optional.empty();
    }
    return word.map(number -> Integer.parseInt(number.text()));
  }

  /// The signature of a signed protocol; nothing for a draft.
  Optional<Protocol.Signature> signature(Section top) {
    Optional<Yaml.Scalar> status = top.requireWord("status", "draft or signed");
    Optional<Yaml> value = top.find("signature");
    if (status.isEmpty()) {
      return Optional.empty();
    }
    switch (status.get().text()) {
      case "draft" ->
          value.ifPresent(signature ->
              problems.tell(
                  signature.place(), "a signature under a draft", "status: signed, or none"));
      case "signed" -> {
        if (value.isEmpty()) {
          problems.tell(
              status.get().place(), "signed without a signature", "signature: by and date");
        }
        return value
            .flatMap(signature -> Section.of(signature, problems, List.of("by", "date")))
            .flatMap(this::signed);
      }
      default ->
          problems.unknown(
              status.get().place(),
              status.get().text(),
              "draft or signed",
              List.of("draft", "signed"));
    }
    return Optional.empty();
  }

  private Optional<Protocol.Signature> signed(Section section) {
    Optional<Yaml.Scalar> by = section.requireWord("by", "the clinician's name");
    Optional<Yaml.Scalar> date = section.requireWord("date", "a date as YYYY-MM-DD");
    if (by.isPresent() && by.get().text().length() > LONGEST_NAME) {
      problems.add(by.get().place(), by.get().text(), "at most " + LONGEST_NAME + " characters");
    }
    if (date.isPresent() && !isDate(date.get().text())) {
      problems.add(date.get().place(), date.get().text(), "a date as YYYY-MM-DD");
    }
    return by.isEmpty() || date.isEmpty()
        ? Optional.empty()
        : Optional.of(new Protocol.Signature(by.get().text(), date.get().text()));
  }

  private static boolean isDate(String text) {
    try {
      return LocalDate.parse(text).toString().equals(text);
    } catch (DateTimeParseException _) {
      return false;
    }
  }

  /// The families of filler that the protocol is for.
  List<Filler> fillers(Section top) {
    boolean there = top.require("fillers", Named.FILLERS).isPresent();
    List<Filler> fillers = new ArrayList<>();
    for (Yaml.Scalar word : top.words("fillers", Named.FILLERS)) {
      Optional<Filler> filler = Named.filler(new Words.Word(word.text(), word.place()), problems);
      if (filler.isPresent() && fillers.contains(filler.get())) {
        problems.add(word.place(), word.text(), "each family once");
      }
      filler.ifPresent(fillers::add);
    }
    if (there && fillers.isEmpty()) {
      problems.tell(top.place(), "no filler family", Named.FILLERS);
    }
    return fillers;
  }

  /// The sources, by their keys.
  List<Source> sources(Yaml value) {
    List<Source> sources = new ArrayList<>();
    if (!(value instanceof Yaml.Fields fields)) {
      problems.tell(
          value.place(), "no keys", "the key of each source, with its quality and reference");
      return sources;
    }
    for (Yaml.Field field : fields.fields()) {
      if (field.key().text().length() > LONGEST_KEY) {
        problems.add(
            field.key().place(), field.key().text(), "a key of at most 20 characters, such as S12");
      }
      vocabulary.declareSource(field.key().text(), field.key().place());
      Section.of(field.value(), problems, List.of("quality", "reference"))
          .flatMap(section -> source(field.key().text(), section))
          .ifPresent(sources::add);
    }
    if (sources.size() > MOST_SOURCES) {
      problems.tell(value.place(), sources.size() + " sources", "at most " + MOST_SOURCES);
    }
    return sources;
  }

  private Optional<Source> source(String key, Section section) {
    String expected = "one of " + String.join(", ", QUALITIES);
    Optional<Yaml.Scalar> quality = section.requireWord("quality", expected);
    Optional<Yaml.Scalar> reference = section.requireWord("reference", "who, what, where, when");
    if (quality.isPresent() && !QUALITIES.contains(quality.get().text())) {
      problems.add(quality.get().place(), quality.get().text(), expected);
      return Optional.empty();
    }
    if (reference.isPresent() && reference.get().text().length() > LONGEST_REFERENCE) {
      problems.add(
          reference.get().place(),
          reference.get().text(),
          "at most " + LONGEST_REFERENCE + " characters");
    }
    return quality.isEmpty() || reference.isEmpty()
        ? Optional.empty()
        : Optional.of(new Source(key, quality.get().text(), reference.get().text()));
  }
}
