package vermilion.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vermilion.json.Json;
import vermilion.json.JsonText;

/// The words of the patient's pages in one language, from the same message files as on her phone.
///
/// A red-flag text that no clinician has reviewed in a language comes with the English that it was
/// translated from (H-7).
public final class PageWords {

  /// The languages that there are words for, as they are offered, each by its own name.
  public static final List<Choice> LANGUAGES =
      List.of(
          new Choice("en", "English"),
          new Choice("es", "Español"),
          new Choice("fr", "Français"),
          new Choice("de", "Deutsch"),
          new Choice("ar", "العربية"));

  private static final String ENGLISH = "en";

  private static final Map<String, Json.Obj> FILES = new ConcurrentHashMap<>();

  private final String language;
  private final Json.Obj own;
  private final Json.Obj english;

  private PageWords(String language) {
    this.language = language;
    this.own = file(language);
    this.english = file(ENGLISH);
  }

  /// The words for somebody who reads a language such as `fr` or `fr-CA`; English where there are
  /// none.
  public static PageWords in(String wanted) {
    int end = wanted.indexOf('-');
    String plain = end < 0 ? wanted : wanted.substring(0, end);
    return new PageWords(isOffered(plain) ? plain : ENGLISH);
  }

  /// Whether there are words for a language.
  public static boolean isOffered(String language) {
    return LANGUAGES.stream().anyMatch(one -> one.value().equals(language));
  }

  private static Json.Obj file(String language) {
    return FILES.computeIfAbsent(language, PageWords::read);
  }

  /// What the phone reads too, and what the server alone says: on paper, in a mail.
  private static Json.Obj read(String language) {
    List<Json.Member> sections = new ArrayList<>();
    for (String folder : List.of("/web/static/p/words/", "/words/")) {
      sections.addAll(readFile(folder + language + ".json").members());
    }
    return new Json.Obj(sections);
  }

  private static Json.Obj readFile(String path) {
    try (@Nullable InputStream in = PageWords.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("there is no " + path);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      if (JsonText.read(text) instanceof JsonText.Reading.Value value
          && value.value() instanceof Json.Obj words) {
        return words;
      }
      throw new IllegalStateException(path + " is not a JSON object");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  /// The language that is spoken.
  public String language() {
    return language;
  }

  /// `rtl` or `ltr`.
  public String direction() {
    return language.equals("ar") ? "rtl" : "ltr";
  }

  /// The words of a key such as `card.title`.
  public String say(String key) {
    return say(key, Map.of());
  }

  /// The same with values in their places.
  public String say(String key, Map<String, String> values) {
    return filled(one(own, key).or(() -> one(english, key)).orElse(key), values, isolates());
  }

  /// The English of a key, where it has to stand beside.
  public Optional<String> beside(String key, Map<String, String> values) {
    return isReviewed()
        ? Optional.empty()
        : one(english, key).map(words -> filled(words, values, false));
  }

  /// All lines of a key.
  public List<String> lines(String key) {
    return all(own, key);
  }

  /// The English line that has to stand beside a line.
  public Optional<String> beside(String key, int line) {
    List<String> lines = isReviewed() ? List.of() : all(english, key);
    return line < lines.size() ? Optional.of(lines.get(line)) : Optional.empty();
  }

  /// Whether a clinician has reviewed the red-flag texts of this language. Of English there is no
  /// better source.
  public boolean isReviewed() {
    return language.equals(ENGLISH)
        || own.find("reviewed").filter(flag -> flag.equals(new Json.Bool(true))).isPresent();
  }

  private static Optional<Json> find(Json.Obj file, String key) {
    int dot = key.indexOf('.');
    return file.find(key.substring(0, dot))
        .filter(section -> section instanceof Json.Obj)
        .flatMap(section -> ((Json.Obj) section).find(key.substring(dot + 1)));
  }

  private static Optional<String> one(Json.Obj file, String key) {
    return find(file, key)
        .flatMap(
            words -> words instanceof Json.Str text ? Optional.of(text.value()) : Optional.empty());
  }

  private static List<String> all(Json.Obj file, String key) {
    List<String> lines = new ArrayList<>();
    if (find(file, key).orElse(new Json.Null()) instanceof Json.Arr array) {
      for (Json line : array.items()) {
        if (line instanceof Json.Str text) {
          lines.add(text.value());
        }
      }
    }
    return lines;
  }

  /// A name or a telephone number must not be turned around by the script around it.
  private boolean isolates() {
    return direction().equals("rtl");
  }

  private static String filled(String words, Map<String, String> values, boolean isolated) {
    String filled = words;
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled =
          filled.replace(
              "{" + value.getKey() + "}",
              isolated ? "\u2068" + value.getValue() + "\u2069" : value.getValue());
    }
    return filled;
  }
}
