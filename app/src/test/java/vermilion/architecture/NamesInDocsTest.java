package vermilion.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What the documents name exists: tests, hazards and sources.
final class NamesInDocsTest {
  private static final Pattern TEST_NAME = Pattern.compile("`([A-Z]\\w*)#(\\w+)`");
  private static final Pattern HAZARD_KEY = Pattern.compile("\\(H-(\\d+)\\)");
  private static final Pattern HAZARD_HEAD = Pattern.compile("(?m)^### H-(\\d+) ");
  private static final Pattern SOURCE_KEY = Pattern.compile("\\[S(\\d+)]");
  private static final Pattern SOURCE_HEAD = Pattern.compile("\\*\\*S(\\d+)\\*\\*");

  @Test
  void every_test_that_a_document_names_exists() throws IOException {
    Set<String> tests = new HashSet<>();
    for (Repository.TextFile file : Repository.textFiles(path -> path.endsWith("Test.java"))) {
      tests.addAll(JavaTidy.read(file.path(), file.text()).tests());
    }
    List<String> unknown = new ArrayList<>();
    int named = 0;
    for (Repository.TextFile file : Repository.textFiles(path -> path.endsWith(".md"))) {
      Matcher name = TEST_NAME.matcher(file.text());
      while (name.find()) {
        named++;
        if (!tests.contains(name.group(1) + "#" + name.group(2))) {
          unknown.add(file.path() + " names " + name.group());
        }
      }
    }
    assertThat(tests).contains("NamesInDocsTest#every_test_that_a_document_names_exists");
    assertThat(named).isPositive();
    assertThat(unknown).isEmpty();
  }

  @Test
  void every_hazard_that_is_referred_to_is_in_the_log() throws IOException {
    assertThat(unknown(HAZARD_KEY, keysIn("docs/hazards.md", HAZARD_HEAD))).isEmpty();
  }

  @Test
  void every_source_that_is_referred_to_is_in_the_list() throws IOException {
    // Samples in tests may name sources that do not exist.
    assertThat(unknown(SOURCE_KEY, keysIn("docs/sources.md", SOURCE_HEAD))).isEmpty();
  }

  @Test
  void a_name_that_does_not_exist_is_found() {
    String sample = "held by `GoneTest#a_fact` (H-" + "999) [S" + "9999]";

    assertThat(TEST_NAME.matcher(sample).find()).isTrue();
    assertThat(keysOf(HAZARD_KEY, sample)).containsExactly("999");
    assertThat(keysOf(SOURCE_KEY, sample)).containsExactly("9999");
  }

  private static List<String> unknown(Pattern key, Set<String> known) throws IOException {
    assertThat(known).hasSizeGreaterThan(10);
    List<String> unknown = new ArrayList<>();
    for (Repository.TextFile file : Repository.textFiles(path -> !path.contains("/src/test/"))) {
      for (String one : keysOf(key, file.text())) {
        if (!known.contains(one)) {
          unknown.add(file.path() + " refers to " + one);
        }
      }
    }
    return unknown;
  }

  private static Set<String> keysIn(String path, Pattern head) throws IOException {
    return keysOf(head, Repository.textFiles(path::equals).getFirst().text());
  }

  private static Set<String> keysOf(Pattern pattern, String text) {
    Set<String> keys = new HashSet<>();
    Matcher key = pattern.matcher(text);
    while (key.find()) {
      keys.add(key.group(1));
    }
    return keys;
  }
}
