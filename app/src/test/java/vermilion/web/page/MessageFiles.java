package vermilion.web.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vermilion.json.Json;
import vermilion.json.JsonText;

/// The message files of the patient's pages, and where the pages use them.
public final class MessageFiles {
  static final Path WEB = Path.of("src/main/resources/web");
  private static final Path WORDS = WEB.resolve("static/p/words");
  private static final Path OF_THE_SERVER = Path.of("src/main/resources/words");
  private static final Path LATER_WORDS = WORDS.resolve("later");
  private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");
  private static final Pattern PLAIN = Pattern.compile("['\"]([a-z-]+)\\.([a-z0-9-]+)['\"]");
  private static final Pattern TEMPLATE = Pattern.compile("`([a-z-]+)\\.([^`]*)`");
  private static final Pattern HOLE = Pattern.compile("\\$\\{[^}]*}");
  private static final Pattern CALL =
      Pattern.compile(
          "\\b(?:say|sayAll|woven|flagged|flaggedLines|inEnglish|allInEnglish)\\('([^']+)'");

  private MessageFiles() {}

  /// The languages that there are files for, English first.
  static List<String> languages() {
    List<String> languages = new ArrayList<>(List.of("en"));
    for (Path file : under(LATER_WORDS)) {
      String name = file.getFileName().toString().replace(".json", "");
      if (!name.equals("en")) {
        languages.add(name);
      }
    }
    return languages;
  }

  /// What there is of a language: for the phone, and for the server alone.
  static Json.Obj file(String language) {
    List<Json.Member> sections = new ArrayList<>();
    for (Path folder : List.of(WORDS, OF_THE_SERVER)) {
      sections.addAll(object(folder.resolve(language + ".json")).members());
    }
    return new Json.Obj(sections);
  }

  private static Json.Obj object(Path file) {
    if (JsonText.read(read(file)) instanceof JsonText.Reading.Value value
        && value.value() instanceof Json.Obj words) {
      return words;
    }
    throw new AssertionError(file + " is no JSON object: " + JsonText.read(read(file)));
  }

  /// The words of the pages that are fetched later.
  static Json.Obj laterFile(String language) {
    return object(LATER_WORDS.resolve(language + ".json"));
  }

  /// The messages of a language by key, such as `today.next`, of both files.
  public static Map<String, Json> messages(String language) {
    Map<String, Json> messages = new TreeMap<>();
    List<Json.Member> sections = new ArrayList<>(file(language).members());
    sections.addAll(laterFile(language).members());
    for (Json.Member section : sections) {
      if (section.value() instanceof Json.Obj lines) {
        for (Json.Member line : lines.members()) {
          messages.put(section.name() + "." + line.name(), line.value());
        }
      }
    }
    return messages;
  }

  /// The texts of a message: one, the lines of a list, or the plural forms.
  public static List<String> texts(Json message) {
    return switch (message) {
      case Json.Str text -> List.of(text.value());
      case Json.Arr lines -> lines.items().stream().flatMap(line -> texts(line).stream()).toList();
      case Json.Obj forms ->
          forms.members().stream().flatMap(form -> texts(form.value()).stream()).toList();
      default -> throw new AssertionError("no message: " + message.text());
    };
  }

  /// The names of the values that a text has places for.
  static Set<String> places(String text) {
    Set<String> places = new TreeSet<>();
    PLACE.matcher(text).results().map((MatchResult found) -> found.group(1)).forEach(places::add);
    return places;
  }

  /// The keys that the pages name, with `*` where the rest is made while they run.
  static Set<String> used() {
    Set<String> sections = new TreeSet<>();
    messages("en").keySet().forEach(key -> sections.add(key.substring(0, key.indexOf('.'))));
    Set<String> used = new TreeSet<>();
    for (Path page : pages()) {
      String code = read(page);
      CALL.matcher(code).results().forEach(call -> used.add(call.group(1)));
      PLAIN
          .matcher(code)
          .results()
          .filter(found -> sections.contains(found.group(1)))
          .forEach(found -> used.add(found.group(1) + "." + found.group(2)));
      TEMPLATE
          .matcher(code)
          .results()
          .filter(found -> sections.contains(found.group(1)))
          .forEach(found ->
              used.add(found.group(1) + "." + HOLE.matcher(found.group(2)).replaceAll("*")));
    }
    return used;
  }

  /// The modules of the patient's pages.
  static List<Path> modules() {
    return under(WEB.resolve("static/p")).stream()
        .filter(file -> file.toString().endsWith(".js"))
        .toList();
  }

  private static List<Path> pages() {
    List<Path> pages = new ArrayList<>(modules());
    pages.add(Path.of("src/main/jte/card.jte"));
    pages.add(Path.of("src/main/jte/clinic/card-print.jte"));
    pages.add(Path.of("src/main/jte/mailed.jte"));
    for (String name : List.of("PrintCardView", "PhonePages", "Manifests", "ReminderWords")) {
      pages.add(Path.of("src/main/java/vermilion/web/" + name + ".java"));
    }
    pages.add(Path.of("src/main/java/vermilion/web/CardView.java"));
    return pages;
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read " + file, failure);
    }
  }

  private static List<Path> under(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot list " + folder, failure);
    }
  }
}
