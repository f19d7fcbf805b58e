package vermilion.content;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vermilion.content.FrontMatter.Value;
import vermilion.service.Article;
import vermilion.service.EvidenceGrade;
import vermilion.service.Reference;

/// Reads one article: the lines before its text, each checked where it stands, and the text.
final class ArticleFile {

  /// Addresses of pages that are no articles.
  private static final List<String> TAKEN = List.of("subscribe", "confirm", "leave", "day");

  private static final int TITLE_CHARS = 100;
  private static final int SUMMARY_CHARS = 200;
  private static final int SLUG_CHARS = 60;
  private static final int MOST_ORDER = 9_999;
  private static final int MOST_DAY = 3_650;
  private static final int DATE_CHARS = 10;

  private final String file;
  private final Map<String, Reference> sources;
  private final Problems problems;
  private final List<ArticleReader.Link> links = new ArrayList<>();

  ArticleFile(String file, Map<String, Reference> sources, Problems problems) {
    this.file = file;
    this.sources = sources;
    this.problems = problems;
  }

  /// The links to other articles that stand in the text.
  List<ArticleReader.Link> links() {
    return List.copyOf(links);
  }

  Optional<Article> read(String text) {
    int before = problems.count();
    String slug = ArticleReader.slug(file);
    if (!isSlug(slug) || TAKEN.contains(slug)) {
      problems.add(
          Place.first(file),
          slug,
          "a file name of a-z, 0-9 and inner hyphens, none of " + String.join(", ", TAKEN));
    }
    FrontMatter front = FrontMatter.read(file, text, problems);
    Article.Lead lead =
        new Article.Lead(
            text(front, "title", TITLE_CHARS),
            text(front, "summary", SUMMARY_CHARS),
            language(front),
            number(front.find("order").orElse(new Value("1000", front.start())), MOST_ORDER));
    Article.Dates dates = dates(front);
    EvidenceGrade grade =
        oneOf(front.required("grade"), EvidenceGrade.values(), EvidenceGrade::id)
            .orElse(EvidenceGrade.OPINION);
    Optional<Article.Picture> picture =
        front
            .find("picture")
            .flatMap(value -> oneOf(value, Article.Picture.values(), Article.Picture::id));
    Optional<Article.Days> days = front.find("days").flatMap(this::days);
    Map<String, Place> cited = cited(front.required("sources"));
    ArticleBody body = new ArticleBody(file, front.bodyLine(), cited, problems);
    String html = body.html(front.body());
    links.addAll(body.links());
    List<Reference> references = new ArrayList<>();
    for (String key : body.order()) {
      Optional.ofNullable(sources.get(key)).ifPresent(references::add);
    }
    return problems.count() > before
        ? Optional.empty()
        : Optional.of(new Article(slug, lead, dates, grade, references, picture, days, html));
  }

  private String text(FrontMatter front, String key, int chars) {
    Value value = front.required(key);
    if (value.text().length() > chars) {
      problems.add(
          value.place(), value.text(), "a " + key + " of at most " + chars + " characters");
    }
    return value.text();
  }

  /// Two or three letters, and perhaps a region: en, de-CH.
  private String language(FrontMatter front) {
    Value value = front.required("language");
    String text = value.text();
    int hyphen = text.indexOf('-');
    String main = hyphen < 0 ? text : text.substring(0, hyphen);
    boolean good = main.length() >= 2 && main.length() <= 3 && isLower(main) && text.length() <= 8;
    if (!good && !text.isEmpty()) {
      problems.add(value.place(), text, "a language such as en or de-CH");
    }
    return text;
  }

  private static boolean isLower(String text) {
    return text.chars().allMatch(c -> c >= 'a' && c <= 'z');
  }

  private Article.Dates dates(FrontMatter front) {
    Value published = front.required("published");
    Value updated = front.required("updated");
    LocalDate first = date(published);
    LocalDate last = date(updated);
    if (last.isBefore(first)) {
      problems.add(updated.place(), updated.text(), "a day not before " + published.text());
    }
    return new Article.Dates(first, last);
  }

  private LocalDate date(Value value) {
    try {
      if (value.text().length() == DATE_CHARS) {
        return LocalDate.parse(value.text());
      }
    } catch (DateTimeException e) {
      problems.add(value.place(), value.text(), "a day of the calendar such as 2026-11-23");
      return LocalDate.EPOCH;
    }
    if (!value.text().isEmpty()) {
      problems.add(value.place(), value.text(), "a day such as 2026-11-23");
    }
    return LocalDate.EPOCH;
  }

  private int number(Value value, int most) {
    String text = value.text();
    boolean digits = !text.isEmpty() && text.length() <= 5;
    digits = digits && text.chars().allMatch(c -> c >= '0' && c <= '9');
    int number = digits ? Integer.parseInt(text) : -1;
    if (number < 0 || number > most) {
      problems.add(value.place(), text, "a number from 0 to " + most);
    }
    return number;
  }

  private Optional<Article.Days> days(Value value) {
    int hyphen = value.text().indexOf('-');
    if (hyphen < 0) {
      problems.add(value.place(), value.text(), "days such as 2-6");
      return Optional.empty();
    }
    int first = number(new Value(value.text().substring(0, hyphen), value.place()), MOST_DAY);
    int last =
        number(
            new Value(value.text().substring(hyphen + 1), value.place().right(hyphen + 1)),
            MOST_DAY);
    if (last < first) {
      problems.add(value.place(), value.text(), "days such as 2-6, the first one first");
    }
    return Optional.of(new Article.Days(first, last));
  }

  private Map<String, Place> cited(Value value) {
    Map<String, Place> cited = new LinkedHashMap<>();
    int column = 0;
    for (String part : value.text().split(",", -1)) {
      String key = part.strip();
      Place place = value.place().right(column + part.length() - part.stripLeading().length());
      column += part.length() + 1;
      if (!sources.containsKey(key)) {
        problems.unknown(
            place, key, "a source of the list " + ArticleReader.SOURCES, sources.keySet());
      } else if (cited.containsKey(key)) {
        problems.add(place, key, "each source once");
      }
      cited.putIfAbsent(key, place);
    }
    return cited;
  }

  private <E> Optional<E> oneOf(Value value, E[] all, Function<E, String> id) {
    Optional<E> found =
        Arrays.stream(all).filter(one -> id.apply(one).equals(value.text())).findFirst();
    if (found.isEmpty() && !value.text().isEmpty()) {
      List<String> known = Arrays.stream(all).map(id).toList();
      problems.unknown(value.place(), value.text(), "one of " + String.join(", ", known), known);
    }
    return found;
  }

  static boolean isSlug(String text) {
    boolean plain = !text.isEmpty() && text.length() <= SLUG_CHARS;
    plain = plain && text.charAt(0) != '-' && text.charAt(text.length() - 1) != '-';
    for (int i = 0; plain && i < text.length(); i++) {
      char c = text.charAt(i);
      plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    }
    return plain;
  }
}
