package vermilion.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AppShellTest {

  private static final Path WEB = Path.of("src/main/resources/web");
  private static final Pattern ADDRESS = Pattern.compile("\"(/(?:static|p)/[^\"]+)\"");

  @Test
  void every_file_of_the_app_is_kept_for_a_time_without_a_network() throws IOException {
    try (Stream<Path> files = Files.walk(WEB.resolve("static/p"))) {
      List<String> modules =
          files.filter(Files::isRegularFile).map(file -> WEB.relativize(file).toString()).toList();
      assertThat(modules).hasSizeGreaterThan(15);
      assertThat(AppShell.files()).containsAll(modules);
    }
  }

  @Test
  void what_the_page_and_its_manifests_name_is_kept_too() throws IOException {
    for (String file : List.of("index.html", "manifest.webmanifest", "plain.webmanifest")) {
      List<String> named =
          ADDRESS
              .matcher(Files.readString(WEB.resolve("p").resolve(file)))
              .results()
              .map((MatchResult found) -> found.group(1).substring(1))
              .filter(name -> !name.equals("p/plain"))
              .toList();
      assertThat(named).isNotEmpty();
      assertThat(AppShell.files()).containsAll(named);
    }
  }

  @Test
  void the_clinics_files_and_the_worker_itself_are_not_kept() {
    assertThat(AppShell.files())
        .doesNotContain("static/clinic.js", "static/clinic.css", "p/sw.js")
        .contains("p/index.html");
    assertThat(AppShell.script().lines().findFirst().orElseThrow())
        .contains("\"/p/\"")
        .doesNotContain("index.html");
  }

  @Test
  void another_byte_in_one_file_is_another_version() {
    String version = AppShell.script(file -> new byte[] {1});
    assertThat(AppShell.script(file -> new byte[] {1})).isEqualTo(version);
    assertThat(AppShell.script(file -> new byte[] {(byte) (file.endsWith("main.js") ? 2 : 1)}))
        .isNotEqualTo(version);
  }
}
