package vermilion.json;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vermilion.clinical.NearMiss;
import vermilion.time.UtcText;

/// Reads the members of one JSON object, each with its bounds, and gathers everything that is wrong
/// with them. A member that is wrong reads as a harmless value; nobody may use it while there are
/// problems.
public final class Fields {

  private final Json.Obj object;
  private final String path;
  private final List<Problem> problems;
  private final List<String> known = new ArrayList<>();

  private Fields(Json.Obj object, String path, List<Problem> problems) {
    this.object = object;
    this.path = path;
    this.problems = problems;
  }

  /// Reads an object; `problems` is added to.
  public static Fields of(Json.Obj object, List<Problem> problems) {
    return new Fields(object, "", problems);
  }

  /// Something wrong with one member.
  ///
  /// @param field its name, with dots for members of members
  /// @param value what was given, shortened; `absent` where nothing was
  /// @param expected what would have been right
  public record Problem(String field, String value, String expected) {
    /// One sentence that names the field, the value and what was expected.
    public String sentence() {
      return field + " is " + value + ", expected " + expected;
    }
  }

  /// Whether the member is there and not null.
  public boolean has(String name) {
    return object.find(name).isPresent();
  }

  /// A required text of 1 to `most` characters that is not blank.
  public String text(String name, int most) {
    Optional<Json> value = take(name);
    String text = value.isPresent() && value.get() instanceof Json.Str str ? str.value() : "";
    if (text.isBlank() || text.length() > most) {
      refuse(name, "text of 1 to " + most + " characters");
      return "";
    }
    return text;
  }

  /// A text of at most `most` characters, or nothing where it is absent, null or blank.
  public Optional<String> optionalText(String name, int most) {
    Optional<Json> value = take(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!(value.get() instanceof Json.Str text) || text.value().length() > most) {
      refuse(name, "text of at most " + most + " characters");
      return Optional.empty();
    }
    if (text.value().isBlank()) {
      return Optional.empty();
    }
    return Optional.of(text.value());
  }

  /// A required whole number.
  public int whole(String name, int least, int most) {
    Optional<Long> number = take(name).flatMap(Json::wholeNumber);
    if (number.isEmpty() || number.get() < least || number.get() > most) {
      refuse(name, "a whole number from " + least + " to " + most);
      return least;
    }
    return (int) (long) number.get();
  }

  /// A required whole number that may be larger than an `int`.
  public long wholeLong(String name, long least, long most) {
    Optional<Long> number = take(name).flatMap(Json::wholeNumber);
    if (number.isEmpty() || number.get() < least || number.get() > most) {
      refuse(name, "a whole number from " + least + " to " + most);
      return least;
    }
    return number.get();
  }

  /// A number as its text, also where it was given as a string; nothing where it is absent.
  public Optional<String> numberText(String name) {
    Optional<Json> value = take(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    return switch (value.get()) {
      case Json.Num number when number.text().length() <= 40 -> Optional.of(number.text());
      case Json.Str text when text.value().length() <= 40 -> Optional.of(text.value());
      case Json _ -> {
        refuse(name, "a number");
        yield Optional.empty();
      }
    };
  }

  /// True or false; `otherwise` where it is absent.
  public boolean flag(String name, boolean otherwise) {
    Optional<Json> value = take(name);
    if (value.isEmpty()) {
      return otherwise;
    }
    if (value.get() instanceof Json.Bool bool) {
      return bool.value();
    }
    refuse(name, "true or false");
    return otherwise;
  }

  /// A required instant.
  public Instant instant(String name) {
    Optional<Instant> instant =
        take(name)
            .flatMap(value ->
                value instanceof Json.Str text ? UtcText.parse(text.value()) : Optional.empty());
    if (instant.isEmpty()) {
      refuse(name, "an instant such as 2026-03-28T15:00:00Z");
    }
    return instant.orElse(Instant.EPOCH);
  }

  /// A required word that is the id of one of `all`.
  public <E> E oneOf(String name, E[] all, Function<E, String> idOf) {
    return optionalOneOf(name, all, idOf)
        .orElseGet(() -> {
          if (!has(name)) {
            refuse(name, "one of " + listed(ids(all, idOf)));
          }
          return all[0];
        });
  }

  /// A word that is the id of one of `all`, or nothing where it is absent.
  public <E> Optional<E> optionalOneOf(String name, E[] all, Function<E, String> idOf) {
    Optional<Json> value = take(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    String word = value.get() instanceof Json.Str text ? text.value() : "";
    for (E one : all) {
      if (idOf.apply(one).equals(word)) {
        return Optional.of(one);
      }
    }
    List<String> ids = ids(all, idOf);
    refuse(
        name,
        "one of "
            + listed(ids)
            + NearMiss.of(word, ids).map(near -> "; did you mean " + near + "?").orElse(""));
    return Optional.empty();
  }

  /// A list of at most `mostItems` texts of at most `mostChars` characters each; empty where it is
  /// absent.
  public List<String> texts(String name, int mostItems, int mostChars) {
    Optional<Json> value = take(name);
    List<String> texts = new ArrayList<>();
    if (value.isEmpty()) {
      return texts;
    }
    boolean right = value.get() instanceof Json.Arr items && items.items().size() <= mostItems;
    if (value.get() instanceof Json.Arr items) {
      for (Json item : items.items()) {
        right &= item instanceof Json.Str text && text.value().length() <= mostChars;
        texts.add(item instanceof Json.Str text ? text.value() : "");
      }
    }
    if (!right) {
      refuse(name, "at most " + mostItems + " texts of at most " + mostChars + " characters");
      return List.of();
    }
    return texts;
  }

  /// Answers by question: texts, and whole numbers as their decimal text; null is left out. Empty
  /// where the member is absent.
  public Map<String, String> answers(String name, int most, int mostChars) {
    Map<String, String> answers = new LinkedHashMap<>();
    Optional<Json> value = take(name);
    if (value.isEmpty()) {
      return answers;
    }
    if (!(value.get() instanceof Json.Obj given) || given.members().size() > most) {
      refuse(name, "an object of at most " + most + " answers");
      return answers;
    }
    for (Json.Member member : given.members()) {
      String field = name + "." + member.name();
      switch (member.value()) {
        case Json.Null _ -> {}
        case Json.Str text when text.value().length() <= mostChars ->
            answers.put(member.name(), text.value());
        case Json.Num number when number.wholeNumber().isPresent() ->
            answers.put(member.name(), Long.toString(number.wholeNumber().get()));
        case Json other -> problem(field, shown(other), "a word, a whole number or null");
      }
    }
    return answers;
  }

  /// A required object, read by `reader`.
  public <T> T object(String name, Function<Fields, T> reader) {
    Optional<Json> value = take(name);
    if (value.isPresent() && value.get() instanceof Json.Obj inner) {
      Fields fields = new Fields(inner, path + name + ".", problems);
      T read = reader.apply(fields);
      fields.noOthers();
      return read;
    }
    refuse(name, "an object");
    // What is wrong inside an object that is not there is not worth naming.
    return reader.apply(new Fields(Json.object().build(), path + name + ".", new ArrayList<>()));
  }

  /// An object, read by `reader`, or nothing where it is absent or null.
  public <T> Optional<T> optionalObject(String name, Function<Fields, T> reader) {
    if (!has(name)) {
      known.add(name);
      return Optional.empty();
    }
    return Optional.of(object(name, reader));
  }

  /// A list of at most `most` objects, each read by `reader`; empty where it is absent.
  public <T> List<T> objects(String name, int most, Function<Fields, T> reader) {
    Optional<Json> value = take(name);
    List<T> read = new ArrayList<>();
    if (value.isEmpty()) {
      return read;
    }
    if (!(value.get() instanceof Json.Arr items) || items.items().size() > most) {
      refuse(name, "at most " + most + " objects");
      return read;
    }
    for (int i = 0; i < items.items().size(); i++) {
      String place = name + "[" + i + "]";
      if (items.items().get(i) instanceof Json.Obj inner) {
        Fields fields = new Fields(inner, path + place + ".", problems);
        read.add(reader.apply(fields));
        fields.noOthers();
      } else {
        problem(place, shown(items.items().get(i)), "an object");
      }
    }
    return read;
  }

  /// Notes that a member may be there and is read elsewhere.
  public void skip(String name) {
    known.add(name);
  }

  /// Refuses every member that nothing asked for.
  public void noOthers() {
    for (Json.Member member : object.members()) {
      if (!known.contains(member.name())) {
        problem(
            member.name(),
            shown(member.value()),
            "no such field"
                + NearMiss.of(member.name(), known)
                    .map(near -> "; did you mean " + near + "?")
                    .orElse(""));
      }
    }
  }

  /// Refuses the member as it stands.
  public void refuse(String name, String expected) {
    problem(name, object.find(name).map(Fields::shown).orElse("absent"), expected);
  }

  private void problem(String name, String value, String expected) {
    problems.add(new Problem(path + name, value, expected));
  }

  private Optional<Json> take(String name) {
    known.add(name);
    return object.find(name);
  }

  private static String shown(Json value) {
    String text = value.text();
    return text.length() > 60 ? text.substring(0, 57) + "..." : text;
  }

  /// As a list is written; asking any list for its text would carry that of all things in lists to
  /// the phone.
  private static String listed(List<String> words) {
    return "[" + String.join(", ", words) + "]";
  }

  private static <E> List<String> ids(E[] all, Function<E, String> idOf) {
    List<String> ids = new ArrayList<>();
    for (E one : all) {
      ids.add(idOf.apply(one));
    }
    return ids;
  }
}
