package vermilion.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Holds the house rules of size, name, comment and word against every file of the repository, and
/// each of them against a sample that breaks it.
final class TidyTest {
  private static final String SHIPPED = "core/src/main/java/vermilion/Sample.java";

  /// Findings that stay, each with its reason; one that is found no more must go from here too.
  private static final List<String> KNOWN =
      List.of(
          // Whole pages, written out as a nurse reads them.
          "app/src/test/java/vermilion/web/page/ClinicSamples.java: worklist has",
          "app/src/test/java/vermilion/web/page/ClinicSamples.java: timeline has",
          "app/src/test/java/vermilion/web/page/ClinicSamples.java: row takes");

  @Test
  void the_java_of_all_modules_is_tidy() throws IOException {
    List<String> findings = new ArrayList<>();
    int files = 0;
    for (Repository.TextFile file : Repository.textFiles(path -> path.endsWith(".java"))) {
      files++;
      if (!file.path().contains("/badsample/")) {
        findings.addAll(JavaTidy.read(file.path(), file.text()).findings());
      }
    }
    assertThat(files).isGreaterThan(100);
    assertThat(findings).filteredOn(finding -> !isKnown(finding)).isEmpty();
    assertThat(KNOWN)
        .allSatisfy(known ->
            assertThat(findings).anyMatch(finding -> unnumbered(finding).startsWith(known)));
  }

  @Test
  void no_file_holds_a_left_over_a_machine_path_or_a_sleep() throws IOException {
    List<String> findings = new ArrayList<>();
    for (Repository.TextFile file : Repository.textFiles(_ -> true)) {
      findings.addAll(TextTidy.anywhere(file.path(), file.text()));
    }
    assertThat(findings).isEmpty();
  }

  @Test
  void no_text_tells_a_patient_a_comfort_that_nobody_knows() throws IOException {
    List<String> findings = new ArrayList<>();
    List<Repository.TextFile> texts = Repository.textFiles(TextTidy::isReadByPatients);
    for (Repository.TextFile file : texts) {
      findings.addAll(TextTidy.toPatients(file.path(), file.text()));
    }
    assertThat(texts).isNotEmpty();
    assertThat(findings).isEmpty();
  }

  @Test
  void a_tidy_file_has_no_findings() throws IOException {
    assertThat(
            found(
                """
                /// A sample.
                public record Sample(int a, int b, int c, int d, int e) {
                  /// Refuses nothing.
                  public Sample {}

                  /// The sum.
                  public int sum() {
                    return a + b;
                  }

                  @Override
                  public String toString() {
                    return "";
                  }
                }
                """))
        .isEmpty();
  }

  @Test
  void a_long_file_is_found() throws IOException {
    assertThat(found("/// Long.\npublic class Sample {" + "\n".repeat(400) + "}\n"))
        .containsExactly(SHIPPED + ": 402 lines, at most 400");
  }

  @Test
  void a_long_method_is_found() throws IOException {
    assertThat(found("class Sample { void grows() {" + "\n".repeat(40) + "} }"))
        .containsExactly(SHIPPED + ":1: grows has 41 lines, at most 40");
  }

  @Test
  void a_fifth_parameter_of_a_method_and_a_seventh_of_a_constructor_are_found() throws IOException {
    assertThat(found("class Sample { void f(int a, int b, int c, int d, int e) {} }"))
        .containsExactly(SHIPPED + ":1: f takes 5 parameters, at most 4");
    assertThat(found("class Sample { Sample(int a, int b, int c, int d, int e, int f, int g) {} }"))
        .containsExactly(SHIPPED + ":1: <init> takes 7 parameters, at most 6");
  }

  @Test
  void a_vague_name_is_found_and_a_name_that_only_starts_so_is_not() throws IOException {
    assertThat(found("class DateUtil {} class Database {} interface Implant {} enum FormInfo {}"))
        .hasSize(2)
        .anyMatch(finding -> finding.contains("DateUtil"))
        .anyMatch(finding -> finding.contains("FormInfo"));
  }

  @Test
  void a_public_type_or_method_without_a_comment_is_found() throws IOException {
    assertThat(
            found(
                """
                public interface Sample {
                  int bare();

                  record Nested() {}
                }
                """))
        .containsExactly(
            SHIPPED + ":1: public type Sample has no doc comment",
            SHIPPED + ":2: public method bare has no doc comment",
            SHIPPED + ":4: public type Nested has no doc comment");
  }

  @Test
  void a_getter_is_found() throws IOException {
    assertThat(found("class Sample { int getAge() { return 1; } int getaway() { return 2; } }"))
        .containsExactly(SHIPPED + ":1: getAge: say what it gives, without get");
  }

  @Test
  void a_test_that_states_no_fact_is_found() throws IOException {
    String tests = "class Sample { @Test void shouldWork() {} @Test void a_fact_holds() {} }";
    assertThat(JavaTidy.read("core/src/test/java/Sample.java", tests))
        .satisfies(reading -> assertThat(reading.findings()).hasSize(1))
        .satisfies(reading ->
            assertThat(reading.tests())
                .containsExactly("Sample#shouldWork", "Sample#a_fact_holds"));
  }

  @Test
  void a_left_over_a_machine_path_and_a_sleep_are_found() {
    String mark = "TO" + "DO";
    String directory = "/wo" + "rk/";
    String text = mark + " later\n" + mark + " #12 later\ncd " + directory + "main\n";
    String sleep = "Thread.sl" + "eep(10);";

    assertThat(TextTidy.anywhere("build", text))
        .containsExactly(
            "build:1: " + mark + " names no issue, as in #12",
            "build:3: " + directory + " is a path of one machine");
    assertThat(TextTidy.anywhere("docs/a.md", "https://example.org/home/page")).isEmpty();
    assertThat(TextTidy.anywhere("app/src/test/java/A.java", sleep)).hasSize(1);
  }

  @Test
  void a_false_comfort_is_found_across_lines_and_apostrophes() {
    String comfort = "Do not fear, this\n  is normal. Don’t worry.";

    assertThat(TextTidy.isReadByPatients("protocols/lip-ha.yaml")).isTrue();
    assertThat(TextTidy.toPatients("protocols/lip-ha.yaml", comfort)).hasSize(2);
    assertThat(TextTidy.toPatients("protocols/lip-ha.yaml", "Commonly expected now.")).isEmpty();
  }

  private static boolean isKnown(String finding) {
    return KNOWN.stream().anyMatch(unnumbered(finding)::startsWith);
  }

  private static String unnumbered(String finding) {
    return finding.replaceFirst(":\\d+: ", ": ");
  }

  private static List<String> found(String text) throws IOException {
    return JavaTidy.read(SHIPPED, text).findings();
  }
}
