package vermilion.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vermilion.service.Article;
import vermilion.service.Articles;

/// Holds the articles that come with the product to what we promise of them: sources for what they
/// say, words for everybody, no comfort that nobody knows and no dose (H-1, H-14).
final class ShippedArticlesTest {
  private static final Path FOLDER = Path.of("..", "articles");
  private static final double OLDEST = 11;

  private static final Pattern DOSE =
      Pattern.compile(
          "\\b\\d+([.,]\\d+)?\\s*(mg|ml|iu|mcg|units?|tablets?|pills?)\\b"
              + "|\\b(ibuprofen|aspirin|paracetamol|acetaminophen|antihistamine|aciclovir)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern FALSE_COMFORT =
      Pattern.compile(
          "\\bnormal\\w*|\\babnormal\\w*|don't worry|do not worry|nothing to worry"
              + "|\\bharmless\\b|\\bperfectly\\b|you are fine",
          Pattern.CASE_INSENSITIVE);

  private static Articles shipped() {
    ArticleReading reading = ArticleReader.read(FOLDER);
    assertThat(reading).isInstanceOf(ArticleReading.Read.class);
    return ((ArticleReading.Read) reading).articles();
  }

  private static String words(Article article) {
    return article
        .html()
        .replaceAll("<a [^>]*class=\"cite\"[^>]*>\\d+</a>", "")
        .replaceAll("</(p|li|h2|h3)>", ".\n")
        .replaceAll("<[^>]+>", "")
        .replace("&quot;", "");
  }

  @Test
  void there_is_an_article_for_every_day_of_the_follow_up() {
    Articles articles = shipped();

    assertThat(articles.all()).hasSizeGreaterThanOrEqualTo(10);
    assertThat(articles.all().getFirst().slug()).isEqualTo("call-at-once");
    for (int day = 0; day <= 365; day++) {
      assertThat(articles.forDay(day)).as("day %s", day).isPresent();
    }
  }

  @Test
  void a_child_of_eleven_can_read_every_article() {
    List<String> hard = new ArrayList<>();
    for (Article article : shipped().all()) {
      double age =
          ReadingAge.of(List.of(article.lead().title(), article.lead().summary(), words(article)));
      if (age > OLDEST) {
        hard.add(article.slug() + " needs age " + age);
      }
    }
    assertThat(hard).isEmpty();
  }

  @Test
  void no_article_comforts_falsely_or_names_a_dose() {
    for (Article article : shipped().all()) {
      String all = article.lead().title() + " " + article.lead().summary() + " " + words(article);
      assertThat(all).as(article.slug()).doesNotContainPattern(FALSE_COMFORT);
      assertThat(all).as(article.slug()).doesNotContainPattern(DOSE);
    }
  }

  @Test
  void every_article_has_sources_and_no_article_claims_a_study_that_there_is_not() {
    for (Article article : shipped().all()) {
      assertThat(article.references()).as(article.slug()).isNotEmpty();
      assertThat(article.grade().id()).as(article.slug()).isNotEqualTo("studies");
    }
  }

  @Test
  void no_article_turns_anybody_from_a_vaccine_or_a_blood_thinner() {
    assertThat(words(shipped().find("dentist-vaccine-illness").orElseThrow()))
        .contains("Have every vaccine that you need");
    assertThat(words(shipped().find("what-to-avoid").orElseThrow()))
        .contains("Never stop a blood thinner");
  }

  @Test
  void the_list_of_sources_names_what_the_documents_name() throws IOException {
    Set<String> documented = new HashSet<>();
    Matcher head =
        Pattern.compile("\\*\\*(S\\d+[a-z]?)\\*\\*")
            .matcher(Files.readString(Path.of("..", "docs", "sources.md")));
    while (head.find()) {
      documented.add(head.group(1));
    }
    Set<String> listed = new HashSet<>();
    for (String line : Files.readAllLines(FOLDER.resolve("sources.txt"))) {
      if (!line.startsWith("#")) {
        listed.add(line.substring(0, line.indexOf('|')).strip());
      }
    }
    assertThat(documented).containsAll(listed);
    Set<String> cited = new HashSet<>();
    shipped().all().forEach(one -> one.references().forEach(source -> cited.add(source.key())));
    assertThat(cited).isEqualTo(listed);
  }
}
