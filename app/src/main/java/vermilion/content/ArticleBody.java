package vermilion.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.UrlSanitizer;

/// Turns an article's Markdown into HTML that nothing can hide in: HTML in the text is refused, and
/// would be escaped; a link leads to another article, to a source of this one or over TLS away.
final class ArticleBody {

  private static final String ARTICLE = "/learn/";
  private static final String SOURCE = "#source-";
  private static final int MOST_CHARS = 60_000;

  /// Headings, paragraphs, lists: what the pages have styles for.
  private static final Set<Class<? extends Block>> BLOCKS =
      Set.of(
          Heading.class, ListBlock.class, BlockQuote.class, ThematicBreak.class, HtmlBlock.class);

  private final String file;
  private final int firstLine;
  private final Map<String, Place> declared;
  private final Problems problems;
  private final Map<String, Integer> order = new LinkedHashMap<>();
  private final List<ArticleReader.Link> links = new ArrayList<>();

  /// @param declared the sources that the article names before its text, and where
  ArticleBody(String file, int firstLine, Map<String, Place> declared, Problems problems) {
    this.file = file;
    this.firstLine = firstLine;
    this.declared = declared;
    this.problems = problems;
  }

  /// The cited sources in the order of their first mention.
  List<String> order() {
    return List.copyOf(order.keySet());
  }

  List<ArticleReader.Link> links() {
    return links;
  }

  String html(String text) {
    if (text.isBlank() || text.length() > MOST_CHARS) {
      problems.tell(
          place(0, 0), text.length() + " characters of text", "some, at most " + MOST_CHARS);
      return "";
    }
    Parser parser =
        Parser.builder()
            .enabledBlockTypes(BLOCKS)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();
    Node document = parser.parse(text + definitions());
    document.accept(new Checks());
    refuseUncited(text);
    return HtmlRenderer.builder()
        .escapeHtml(true)
        .sanitizeUrls(true)
        .urlSanitizer(new SafeLinks())
        .attributeProviderFactory(_ ->
            (node, _, attributes) -> {
              if (node instanceof Link link && link.getDestination().startsWith(SOURCE)) {
                attributes.put("class", "cite");
              }
            })
        .build()
        .render(document);
  }

  /// What makes `[S12]` a link to the source: definitions behind the text, where no place moves.
  private String definitions() {
    StringBuilder definitions = new StringBuilder("\n\n");
    for (String key : declared.keySet()) {
      definitions.append('[').append(key).append("]: ").append(SOURCE).append(key).append('\n');
    }
    return definitions.toString();
  }

  private void refuseUncited(String text) {
    Set<String> undeclared = new LinkedHashSet<>();
    declared.forEach((key, where) -> {
      if (!order.containsKey(key)) {
        problems.add(where, key, "a source that the text cites as [" + key + "]");
      }
    });
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      for (int at = line.indexOf("[S"); at >= 0; at = line.indexOf("[S", at + 1)) {
        int end = line.indexOf(']', at);
        String key = end < 0 ? "" : line.substring(at + 1, end);
        if (SourceList.isKey(key) && !declared.containsKey(key) && undeclared.add(key)) {
          problems.add(place(i, at), key, "a source that stands behind sources: above");
        }
      }
    }
  }

  private Place place(int line, int column) {
    return new Place(file, firstLine + line, column + 1);
  }

  /// Where a part of the text begins; that of its parent where the parser does not say.
  private Place place(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      List<SourceSpan> spans = at.getSourceSpans();
      if (!spans.isEmpty()) {
        return place(spans.getFirst().getLineIndex(), spans.getFirst().getColumnIndex());
      }
    }
    return place(0, 0);
  }

  /// Walks through the text once, says what may not stand there and numbers the sources.
  private final class Checks extends AbstractVisitor {
    @Override
    public void visit(HtmlBlock html) {
      problems.add(place(html), html.getLiteral(), "text, since HTML is not taken");
    }

    @Override
    public void visit(HtmlInline html) {
      problems.add(place(html), html.getLiteral(), "text, since HTML is not taken");
    }

    @Override
    public void visit(Image image) {
      problems.add(place(image), image.getDestination(), "text; a drawing is named by picture:");
    }

    @Override
    public void visit(Heading heading) {
      if (heading.getLevel() < 2 || heading.getLevel() > 3) {
        problems.tell(
            place(heading),
            "a heading of level " + heading.getLevel(),
            "## or ###; the title stands above");
      }
      visitChildren(heading);
    }

    @Override
    public void visit(Link link) {
      String to = link.getDestination();
      if (to.startsWith(SOURCE)) {
        number(link, to.substring(SOURCE.length()));
      } else if (to.startsWith(ARTICLE)) {
        links.add(new ArticleReader.Link(place(link), to.substring(ARTICLE.length())));
      } else if (!SourceList.isLink(to)) {
        problems.add(place(link), to, "a link to /learn/ARTICLE or https://");
      }
      visitChildren(link);
    }

    private void number(Link link, String key) {
      int number = order.computeIfAbsent(key, _ -> order.size() + 1);
      Node first = link.getFirstChild();
      if (first instanceof Text text) {
        text.setLiteral(Integer.toString(number));
      }
    }
  }

  /// The last guard: what the checks let through by a mistake of ours leads nowhere.
  private static final class SafeLinks implements UrlSanitizer {
    @Override
    public String sanitizeLinkUrl(String url) {
      boolean ours = url.startsWith(SOURCE) || url.startsWith(ARTICLE);
      return ours || SourceList.isLink(url) ? url : "";
    }

    @Override
    public String sanitizeImageUrl(String url) {
      return "";
    }
  }
}
