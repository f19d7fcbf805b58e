package vermilion.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import vermilion.service.Article;
import vermilion.service.Articles;
import vermilion.service.Reference;

/// Reads the articles of a folder: files of Markdown with a few lines before the text, and the list
/// of the sources that they may name. A folder with a mistake is not used at all: half a set of
/// articles would say half of what a clinic means.
public final class ArticleReader {

  /// The file of the sources.
  public static final String SOURCES = "sources.txt";

  /// How an article's file ends.
  public static final String ENDING = ".md";

  private static final int MOST_BYTES = 64 * 1024;
  private static final int MOST_ARTICLES = 200;

  private ArticleReader() {}

  /// Reads a folder.
  public static ArticleReading read(Path folder) {
    Problems problems = new Problems(SOURCES);
    List<Article> articles = new ArrayList<>();
    try {
      List<String> names = names(folder);
      if (names.size() > MOST_ARTICLES) {
        problems.tell(
            Place.first(SOURCES), names.size() + " articles beside it", "at most " + MOST_ARTICLES);
        return new ArticleReading.Broken(problems.errors());
      }
      Map<String, Reference> sources =
          new SourceList(SOURCES, problems).read(text(folder, SOURCES, problems));
      TreeMap<String, List<Link>> links = new TreeMap<>();
      for (String name : names) {
        ArticleFile file = new ArticleFile(name, sources, problems);
        file.read(text(folder, name, problems)).ifPresent(articles::add);
        links.put(name, file.links());
      }
      refuseLostLinks(links, problems);
    } catch (IOException e) {
      problems.tell(
          Place.first(folder.getFileName() == null ? "articles" : folder.getFileName().toString()),
          "a folder that cannot be read: " + e.getMessage(),
          "a folder with " + SOURCES + " and articles");
    }
    return problems.any()
        ? new ArticleReading.Broken(problems.errors())
        : new ArticleReading.Read(new Articles(articles));
  }

  /// A link to another article of the folder.
  ///
  /// @param place where it stands
  /// @param slug the other's name
  record Link(Place place, String slug) {}

  private static void refuseLostLinks(Map<String, List<Link>> links, Problems problems) {
    TreeSet<String> slugs = new TreeSet<>();
    links.keySet().forEach(name -> slugs.add(slug(name)));
    links
        .values()
        .forEach(all ->
            all.stream()
                .filter(link -> !slugs.contains(link.slug()))
                .forEach(link ->
                    problems.unknown(
                        link.place(), link.slug(), "the name of another article", slugs)));
  }

  static String slug(String file) {
    return file.substring(0, file.length() - ENDING.length());
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(ENDING))
          .sorted()
          .toList();
    }
  }

  private static String text(Path folder, String name, Problems problems) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      problems.tell(Place.first(name), "no such file", "the list of the articles' sources");
      return "";
    }
    long size = Files.size(file);
    if (size > MOST_BYTES) {
      problems.tell(Place.first(name), size + " bytes", "at most " + MOST_BYTES);
      return "";
    }
    return Utf8.read(Files.readAllBytes(file), Place.first(name), problems);
  }
}
