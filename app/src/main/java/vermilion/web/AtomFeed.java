package vermilion.web;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vermilion.service.Article;
import vermilion.service.Articles;

/// The articles as an Atom feed (RFC 4287), newest change first. Its ids are tag URIs (RFC 4151):
/// an article keeps its own as long as its name, its first day and the public address stay.
final class AtomFeed {

  /// Where the feed is.
  static final String PATH = "/learn/feed.xml";

  /// The media type of a feed.
  static final String TYPE = "application/atom+xml; charset=utf-8";

  private static final int MOST_ENTRIES = 50;

  /// A year in which nobody could be followed yet: a feed without articles must have a date too.
  private static final LocalDate NEVER = LocalDate.of(2026, 1, 1);

  private final String url;
  private final String host;
  private final String author;

  /// A feed for one public address.
  ///
  /// @param url without a slash behind it
  /// @param author who publishes
  AtomFeed(String url, String author) {
    this.url = url;
    this.host = Optional.ofNullable(URI.create(url).getHost()).orElse("localhost");
    this.author = author;
  }

  String xml(Articles articles) {
    List<Article> newest = new ArrayList<>(articles.all());
    newest.sort(
        Comparator.comparing((Article one) -> one.dates().updated())
            .reversed()
            .thenComparingInt(one -> one.lead().order())
            .thenComparing(Article::slug));
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<feed xmlns=\"http://www.w3.org/2005/Atom\">\n");
    element(xml, "  ", "title", author + ": learn about lip filler");
    element(xml, "  ", "subtitle", "New and changed articles on the care of lips after filler");
    element(xml, "  ", "id", "tag:" + host + ",2026:learn");
    element(xml, "  ", "updated", instant(articles.updated().orElse(NEVER)));
    xml.append("  <author><name>").append(escaped(author)).append("</name></author>\n");
    xml.append("  <link rel=\"self\" type=\"application/atom+xml\" href=\"");
    xml.append(escaped(url + PATH)).append("\"/>\n");
    alternate(xml, "  ", url + "/learn");
    for (Article article : newest.subList(0, Math.min(MOST_ENTRIES, newest.size()))) {
      entry(xml, article);
    }
    return xml.append("</feed>\n").toString();
  }

  private void entry(StringBuilder xml, Article article) {
    Article.Dates dates = article.dates();
    xml.append("  <entry xml:lang=\"").append(escaped(article.lead().language())).append("\">\n");
    element(xml, "    ", "title", article.lead().title());
    element(
        xml, "    ", "id", "tag:" + host + "," + dates.published() + ":learn/" + article.slug());
    element(xml, "    ", "published", instant(dates.published()));
    element(xml, "    ", "updated", instant(dates.updated()));
    alternate(xml, "    ", url + "/learn/" + article.slug());
    element(xml, "    ", "summary", article.lead().summary());
    xml.append("  </entry>\n");
  }

  private static String instant(LocalDate day) {
    return day + "T00:00:00Z";
  }

  private static void element(StringBuilder xml, String indent, String name, String text) {
    xml.append(indent).append('<').append(name).append('>').append(escaped(text));
    xml.append("</").append(name).append(">\n");
  }

  private static void alternate(StringBuilder xml, String indent, String to) {
    xml.append(indent).append("<link rel=\"alternate\" type=\"text/html\" href=\"");
    xml.append(escaped(to)).append("\"/>\n");
  }

  /// Text as it may stand between tags and in an attribute.
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
