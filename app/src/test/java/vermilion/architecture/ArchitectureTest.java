package vermilion.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// Holds the house rules against the product, and each of them against a sample that breaks it.
final class ArchitectureTest {
  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("vermilion");

  private static final Rules RULES = new Rules("vermilion");

  @Test
  void the_import_sees_both_modules_and_no_test() {
    assertThat(PRODUCT).hasSizeGreaterThan(100);
    assertThat(PRODUCT.contain("vermilion.time.DueWindow")).isTrue();
    assertThat(PRODUCT.contain("vermilion.service.Journal")).isTrue();
    assertThat(PRODUCT)
        .extracting(JavaClass::getName)
        .doesNotContain("vermilion.testing.Seeded", ArchitectureTest.class.getName());
  }

  @Test
  void arrows_point_one_way_and_every_package_has_a_place() {
    RULES.arrowsPointOneWay().check(PRODUCT);
  }

  @Test
  void packages_form_no_cycle() {
    RULES.packagesFormNoCycle().check(PRODUCT);
  }

  @Test
  void the_core_leans_on_the_language_alone() {
    RULES.coreLeansOnTheLanguageAlone().check(PRODUCT);
  }

  @Test
  void the_core_opens_no_file_or_socket() {
    RULES.coreOpensNoFileOrSocket().check(PRODUCT);
  }

  @Test
  void the_core_has_no_hidden_clock_zone_or_randomness() {
    RULES.coreHasNoHiddenClock().check(PRODUCT);
  }

  @Test
  void what_runs_on_the_phone_stays_small() {
    RULES.phoneStaysSmall().check(PRODUCT);
  }

  @Test
  void only_the_store_speaks_sql() {
    RULES.onlyTheStoreSpeaksSql().check(PRODUCT);
  }

  @Test
  void only_pixels_know_images() {
    RULES.onlyPixelsKnowImages().check(PRODUCT);
  }

  @Test
  void an_inner_package_that_sees_an_outer_one_is_found() {
    assertThat(broken("layers", Rules::arrowsPointOneWay))
        .contains("badsample.layers.triage.SeesProtocol");
  }

  @Test
  void an_adapter_that_sees_another_is_found() {
    assertThat(broken("adapters", Rules::arrowsPointOneWay))
        .contains("badsample.adapters.web.SeesStore");
  }

  @Test
  void a_class_that_wires_beside_main_is_found() {
    assertThat(broken("wiring", Rules::arrowsPointOneWay))
        .contains("badsample.wiring.AlsoWires", "not contained in architecture")
        .doesNotContain("<badsample.wiring.Main>");
  }

  @Test
  void a_package_without_a_place_is_found() {
    assertThat(broken("unplaced", Rules::arrowsPointOneWay))
        .contains("badsample.unplaced.gadget.Unplaced", "not contained in architecture");
  }

  @Test
  void a_cycle_is_found() {
    assertThat(broken("cycle", Rules::packagesFormNoCycle)).contains("Cycle detected");
  }

  @Test
  void a_library_in_the_core_is_found() {
    assertThat(broken("library", Rules::coreLeansOnTheLanguageAlone)).contains("AssertionsForCore");
  }

  @Test
  void a_file_and_a_socket_in_the_core_are_found() {
    assertThat(broken("files", Rules::coreOpensNoFileOrSocket))
        .contains("java.nio.file.Files", "java.io.PrintStream", "java.net.URI");
  }

  @Test
  void every_hidden_input_of_the_core_is_found() {
    assertThat(broken("clock", Rules::coreHasNoHiddenClock))
        .contains(
            "java.time.Instant.now()",
            "java.time.LocalDate.now()",
            "java.time.Clock.systemUTC()",
            "java.time.ZoneId.systemDefault()",
            "java.util.Locale.getDefault()",
            "java.lang.System.nanoTime()",
            "java.lang.System.currentTimeMillis()",
            "java.lang.Math.random()",
            "java.util.UUID.randomUUID()",
            "java.util.Random.<init>()",
            "java.util.concurrent.ThreadLocalRandom.current()");
  }

  @Test
  void what_is_large_on_the_phone_is_found() {
    assertThat(broken("phone", Rules::phoneStaysSmall))
        .contains(
            "java.util.regex.Pattern",
            "java.lang.String.formatted",
            "java.lang.String.replaceAll",
            "java.time.Instant.parse",
            "java.util.EnumMap");
  }

  @Test
  void sql_outside_the_store_is_found() {
    assertThat(broken("sql", Rules::onlyTheStoreSpeaksSql)).contains("java.sql.Connection");
  }

  @Test
  void images_outside_of_pixels_are_found() {
    assertThat(broken("image", Rules::onlyPixelsKnowImages))
        .contains("java.awt.image.BufferedImage");
  }

  /// What a rule says of the sample that was made to break it.
  private static String broken(String sample, Function<Rules, ArchRule> rule) {
    String root = "badsample." + sample;
    JavaClasses classes = new ClassFileImporter().importPackages(root);
    EvaluationResult result = rule.apply(new Rules(root)).evaluate(classes);
    assertThat(result.hasViolation()).as("%s breaks its rule", root).isTrue();
    return result.getFailureReport().toString();
  }
}
