package vermilion.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vermilion.service.Article;

/// What is wrong with an article is told by line and column, and a folder with a mistake is not
/// used.
final class ArticleErrorsTest {

  private static final String HEAD =
      """
      ---
      title: Lips
      summary: What they are.
      language: en
      published: 2026-11-01
      updated: 2026-11-02
      grade: opinion
      sources: S1
      ---
      """;

  @TempDir Path folder;

  @BeforeEach
  void list() throws IOException {
    Files.writeString(
        folder.resolve("sources.txt"), "# all\nS1 | paper | One paper | https://example.org/1\n");
  }

  private List<String> problems(String text) throws IOException {
    return problemsOf("lips.md", text);
  }

  private List<String> problemsOf(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
    return switch (ArticleReader.read(folder)) {
      case ArticleReading.Read _ -> List.of();
      case ArticleReading.Broken broken ->
          broken.problems().stream().map(Problem::toString).toList();
    };
  }

  @Test
  void an_article_becomes_html_with_numbered_sources() throws IOException {
    String text = HEAD + "## Why\n\nSoft **lips**. [S1]\n\n- one\n- [two](/learn/lips)\n";
    Files.writeString(folder.resolve("lips.md"), text);

    assertThat(ArticleReader.read(folder)).isInstanceOf(ArticleReading.Read.class);
    Article read = ((ArticleReading.Read) ArticleReader.read(folder)).articles().all().getFirst();
    assertThat(read.slug()).isEqualTo("lips");
    assertThat(read.references()).extracting(one -> one.key()).containsExactly("S1");
    assertThat(read.html())
        .contains("<h2>Why</h2>", "<strong>lips</strong>", "href=\"/learn/lips\">two</a>")
        .containsPattern("<a (rel=\"nofollow\" )?href=\"#source-S1\" class=\"cite\">1</a>")
        .doesNotContain("[S1]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "title: Lips;titel: Lips;lips.md:2:1: found \"titel\", expected one of title, summary;",
        "language: en;language: English;lips.md:4:11: found \"English\", expected a language",
        "published: 2026-11-01;published: 2026-13-01;lips.md:5:12: found \"2026-13-01\"",
        "updated: 2026-11-02;updated: 2026-10-31;lips.md:6:10: found \"2026-10-31\", expected a day"
            + " not before 2026-11-01",
        "grade: opinion;grade: opinon;did you mean opinion?",
        "sources: S1;sources: S1, S2;lips.md:8:14: found \"S2\", expected a source of the list"
      })
  void a_wrong_line_before_the_text_is_told_by_its_place(String right, String wrong, String told)
      throws IOException {
    assertThat(problems(HEAD.replace(right, wrong) + "Soft. [S1]\n"))
        .anyMatch(problem -> problem.contains(told));
  }

  @Test
  void a_missing_line_before_the_text_is_told() throws IOException {
    assertThat(problems("Soft."))
        .contains("lips.md:1:1: found no line ---, expected --- before the first key")
        .anyMatch(problem -> problem.startsWith("lips.md:1:1: found no title, expected a line"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<!-- hidden -->",
        "a <b onclick=\"x()\">word</b>",
        "![a picture](https://example.org/track.png)",
        "[here](javascript:alert(1))",
        "[here](http://example.org/)",
        "[here](//example.org/)",
        "[here](data:text/html,x)",
        "[here](https://user:secret@example.org/)",
        "# A second title"
      })
  void what_could_run_load_or_mislead_is_refused_with_its_place(String hostile) throws IOException {
    assertThat(problems(HEAD + "Soft. [S1]\n\n" + hostile + "\n"))
        .isNotEmpty()
        .allMatch(problem -> problem.startsWith("lips.md:12:"));
  }

  @Test
  void a_claim_may_not_cite_what_is_not_listed_nor_a_list_name_what_is_not_cited()
      throws IOException {
    assertThat(problems(HEAD + "Soft. [S7]\n"))
        .containsExactly(
            "lips.md:8:10: found \"S1\", expected a source that the text cites as [S1]",
            "lips.md:10:7: found \"S7\", expected a source that stands behind sources: above");
  }

  @Test
  void a_link_to_an_article_that_is_not_there_is_told() throws IOException {
    assertThat(problems(HEAD + "Soft. [S1] See [more](/learn/lip).\n"))
        .containsExactly(
            "lips.md:10:16: found \"lip\", expected the name of another article;"
                + " did you mean lips?");
  }

  @Test
  void a_file_that_is_too_large_or_no_text_is_refused() throws IOException {
    assertThat(problems(HEAD + "Soft. [S1]\n" + "word ".repeat(14_000)))
        .anyMatch(problem -> problem.endsWith("expected at most 65536"));
    Files.write(folder.resolve("lips.md"), new byte[] {(byte) 0xff, 'a'});
    assertThat(ArticleReader.read(folder)).isInstanceOf(ArticleReading.Broken.class);
  }

  @Test
  void a_name_that_no_address_can_bear_is_refused() throws IOException {
    assertThat(problemsOf("My lips.md", HEAD + "Soft. [S1]\n"))
        .anyMatch(problem -> problem.contains("expected a file name of a-z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "S1 | paper | One paper",
        "X1 | paper | One paper | https://example.org",
        "S1 | papers | One paper | https://example.org",
        "S1 | paper | One paper | http://example.org",
        "S1 | paper | | https://example.org"
      })
  void a_wrong_line_in_the_list_of_sources_is_told(String line) throws IOException {
    Files.writeString(folder.resolve("sources.txt"), line + "\n");

    assertThat(problems(HEAD + "Soft. [S1]\n"))
        .anyMatch(problem -> problem.startsWith("sources.txt:1:"));
  }
}
