package vermilion.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// The education pages and their feed over HTTP.
final class LearnPagesTest {
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  @TempDir static Path folder;
  private static RunningClinic clinic;
  private static HttpClient client;

  @BeforeAll
  static void start() {
    clinic = RunningClinic.in(folder);
    client = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() {
    client.close();
    clinic.close();
  }

  private static HttpResponse<String> get(String path, String... headers) {
    try {
      HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(clinic.url() + path));
      if (headers.length > 0) {
        request.headers(headers);
      }
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("no answer to " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  @Test
  void anybody_reads_the_list_and_every_article_under_a_strict_policy() {
    HttpResponse<String> list = get("/learn");

    assertThat(list.statusCode()).isEqualTo(200);
    assertThat(list.body()).contains("/learn/call-at-once", "Demonstration");
    for (String slug : List.of("call-at-once", "massage", "day-by-day", "what-to-avoid")) {
      HttpResponse<String> article = get("/learn/" + slug);
      assertThat(article.statusCode()).isEqualTo(200);
      assertThat(article.headers().firstValue("Content-Security-Policy"))
          .contains(WebServer.CONTENT_SECURITY_POLICY);
      assertThat(article.headers().firstValue("Set-Cookie")).isEmpty();
      assertThat(article.body())
          .contains("How well is this known?", "<svg", "020 7946 0018", "Updated on 23 November")
          .doesNotContain("<script", "style=", "<img");
    }
  }

  @Test
  void every_citation_leads_to_a_source_on_the_page() {
    String page = get("/learn/massage").body();
    int from = page.indexOf("#source-");
    while (from >= 0) {
      String key = page.substring(from + 1, page.indexOf('"', from));
      assertThat(page).contains("id=\"" + key + "\"");
      from = page.indexOf("#source-", from + 1);
    }
    assertThat(page).contains("rel=\"noreferrer\"");
  }

  @Test
  void a_day_leads_to_its_questions_and_a_far_one_to_the_list() {
    assertThat(get("/learn/day/3").headers().firstValue("Location").orElse(""))
        .endsWith("/learn/questions-days-two-to-six");
    assertThat(get("/learn/day/9999").headers().firstValue("Location").orElse(""))
        .endsWith("/learn");
    assertThat(get("/learn/day/today").statusCode()).isEqualTo(404);
  }

  @Test
  void what_is_not_there_is_said_on_a_page() {
    HttpResponse<String> nothing = get("/learn/nothing");

    assertThat(nothing.statusCode()).isEqualTo(404);
    assertThat(nothing.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(nothing.body()).contains("There is no such article", "To all articles");
  }

  @Test
  void the_feed_is_atom() throws Exception {
    HttpResponse<String> answer = get("/learn/feed.xml");
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/atom+xml");
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Document feed =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)));

    Element root = feed.getDocumentElement();
    assertThat(root.getNamespaceURI() + root.getLocalName()).isEqualTo(ATOM + "feed");
    // RFC 4287, 4.1.1: exactly one id, title and updated; an author; one alternate of a type.
    required(root, "id", "title", "updated", "author");
    assertThat(linked(root, "self")).containsExactly(clinic.url() + "/learn/feed.xml");
    assertThat(linked(root, "alternate")).containsExactly(clinic.url() + "/learn");
    Set<String> ids = new HashSet<>(Set.of(text(root, "id")));
    List<Element> entries = children(root, "entry");
    assertThat(entries).hasSizeGreaterThanOrEqualTo(10);
    for (Element entry : entries) {
      required(entry, "id", "title", "updated", "summary", "published");
      assertThat(ids.add(text(entry, "id"))).as("each id once").isTrue();
      // RFC 4151: tag:authority,date:specific.
      assertThat(text(entry, "id"))
          .matches("tag:127\\.0\\.0\\.1,\\d{4}-\\d\\d-\\d\\d:learn/[a-z0-9-]+");
      Instant updated = Instant.parse(text(entry, "updated"));
      assertThat(updated).isBeforeOrEqualTo(Instant.parse(text(root, "updated")));
      assertThat(Instant.parse(text(entry, "published"))).isBeforeOrEqualTo(updated);
      assertThat(linked(entry, "alternate"))
          .singleElement()
          .satisfies(
              link -> assertThat(get(URI.create(link).getPath()).statusCode()).isEqualTo(200));
    }
  }

  @Test
  void a_feed_that_has_not_changed_is_not_sent_again() {
    HttpResponse<String> first = get("/learn/feed.xml");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    String modified = first.headers().firstValue("Last-Modified").orElseThrow();

    assertThat(modified).isEqualTo("Mon, 23 Nov 2026 00:00:00 GMT");
    HttpResponse<String> again = get("/learn/feed.xml", "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(get("/learn/feed.xml", "If-Modified-Since", modified).statusCode()).isEqualTo(304);
    assertThat(
            get("/learn/feed.xml", "If-Modified-Since", "Sun, 22 Nov 2026 00:00:00 GMT")
                .statusCode())
        .isEqualTo(200);
    assertThat(get("/learn/feed.xml", "If-Modified-Since", "yesterday").statusCode())
        .isEqualTo(200);
    assertThat(
            get("/learn/feed.xml", "If-None-Match", "\"other\"", "If-Modified-Since", modified)
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void words_stand_in_a_feed_as_they_are() {
    assertThat(AtomFeed.escaped("a < b & \"c\" > d"))
        .isEqualTo("a &lt; b &amp; &quot;c&quot; &gt; d");
  }

  private static void required(Element parent, String... names) {
    for (String name : names) {
      assertThat(children(parent, name)).as(parent.getLocalName() + "/" + name).hasSize(1);
      assertThat(text(parent, name)).as(name).isNotBlank();
    }
  }

  private static String text(Element parent, String name) {
    return children(parent, name).getFirst().getTextContent();
  }

  private static List<String> linked(Element parent, String rel) {
    return children(parent, "link").stream()
        .filter(link -> link.getAttribute("rel").equals(rel))
        .map(link -> link.getAttribute("href"))
        .toList();
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node at = parent.getFirstChild(); at != null; at = at.getNextSibling()) {
      if (at instanceof Element element
          && name.equals(element.getLocalName())
          && ATOM.equals(element.getNamespaceURI())) {
        found.add(element);
      }
    }
    return found;
  }
}
