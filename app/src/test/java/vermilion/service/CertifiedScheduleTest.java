package vermilion.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vermilion.json.Json;
import vermilion.json.OneObject;
import vermilion.proof.schedule.ScheduleCertificate;
import vermilion.proof.schedule.ScheduleProof;

/// Decides the schedule anew in every build, and holds the committed certificate to it.
///
/// After a change of the engine, or with a new time zone database, write it anew and read what
/// changed: `./build certificate`.
final class CertifiedScheduleTest {
  private static final Path FILE = Path.of("src/main/resources/proof/schedule.json");
  private static final Path CLASSES = Path.of("src/main/resources/proof/schedule-classes.txt");
  private static final boolean WRITES = "write".equals(System.getProperty("certificate"));
  private static final String RENEW = "if the change is meant, renew it with ./build certificate";

  /// What of the protocols belongs to the schedule.
  private static final Set<String> ALONE =
      Set.of("MassageLimits", "MassageOrder", "CheckIn", "PhotoPoint", "ScheduleSpec");

  @Test
  void the_committed_certificate_is_what_the_run_gives() throws IOException {
    if (WRITES) {
      Files.writeString(CLASSES, String.join("\n", engineClasses()) + "\n");
      Files.createDirectories(Path.of("target/classes/proof"));
      Files.copy(
          CLASSES,
          Path.of("target/classes/proof/schedule-classes.txt"),
          StandardCopyOption.REPLACE_EXISTING);
    }
    ScheduleProof.Outcome outcome = ScheduleProof.decide();

    assertThat(outcome.findings().broken()).isEmpty();
    ScheduleCertificate certificate =
        ScheduleCertificate.of(outcome, CertifiedSchedule.engine()).orElseThrow();
    if (WRITES) {
      Files.writeString(FILE, lines(certificate.json()));
    }
    ScheduleCertificate committed = committed();
    if (committed.timeZones().equals(certificate.timeZones())) {
      assertThat(committed).as(RENEW).isEqualTo(certificate);
    } else {
      // Another JDK may bring other time zones: they are decided too, and check says so.
      assertThat(committed.engine()).as(RENEW).isEqualTo(certificate.engine());
      assertThat(committed.laws()).as(RENEW).isEqualTo(certificate.laws());
    }
  }

  @Test
  void every_class_of_the_engine_is_hashed() {
    assertThat(CertifiedSchedule.classes()).as(RENEW).containsExactlyElementsOf(engineClasses());
    assertThat(CertifiedSchedule.classes())
        .contains("vermilion/schedule/MassagePlan$Span", "vermilion/time/ZoneTable");
    assertThat(CertifiedSchedule.engine()).hasSize(64).isEqualTo(CertifiedSchedule.engine());
  }

  @Test
  void the_certificate_of_this_build_holds_or_says_why_not() throws IOException {
    var findings = CertifiedSchedule.findings();

    assertThat(findings.broken()).isEmpty();
    if (findings.proved().isEmpty()) {
      assertThat(findings.notices())
          .singleElement()
          .asString()
          .contains("not certified for time zones", "only for " + committed().timeZones());
    } else {
      assertThat(findings.notices()).isEmpty();
      assertThat(findings.proved()).hasSameSizeAs(committed().laws());
    }
  }

  private static ScheduleCertificate committed() throws IOException {
    return switch (ScheduleCertificate.read(Files.readString(FILE))) {
      case OneObject.Read<ScheduleCertificate>(ScheduleCertificate certificate) -> certificate;
      case OneObject.Refused<ScheduleCertificate>(String sentence) ->
          throw new AssertionError(FILE + ": " + sentence + "; " + RENEW);
    };
  }

  /// A member a line, so that a difference can be read.
  private static String lines(Json.Obj object) {
    List<String> lines = new ArrayList<>();
    for (Json.Member member : object.members()) {
      lines.add("  \"" + member.name() + "\": " + member.value().text());
    }
    return "{\n" + String.join(",\n", lines) + "\n}\n";
  }

  private static List<String> engineClasses() {
    Set<String> names = new TreeSet<>();
    new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .withImportOption(location -> !location.contains("-tests.jar"))
        .importPackages(
            "vermilion.time",
            "vermilion.schedule",
            "vermilion.protocol",
            "vermilion.proof.schedule")
        .forEach(type -> names.add(type.getName()));
    return names.stream()
        .filter(CertifiedScheduleTest::isEngine)
        .map(name -> name.replace('.', '/'))
        .toList();
  }

  private static boolean isEngine(String name) {
    String simple = name.substring(name.lastIndexOf('.') + 1);
    if (simple.equals("package-info")) {
      return false;
    }
    return !name.startsWith("vermilion.protocol.") || ALONE.contains(simple);
  }
}
