package vermilion.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class AppShellTest {

  private static final Pattern ADDRESS = Pattern.compile("\"(/(?:static|p)/[^\"]+)\"");

  @Test
  void the_pages_of_the_app_are_one_file_and_the_core_another() {
    assertThat(AppShell.files().stream().filter(file -> file.matches(".*\\.m?js")))
        .containsExactly("static/p/core.mjs", "static/p/main.js");
  }

  @Test
  void everything_that_a_phone_fetches_the_first_time_has_at_most_150_kB_packed()
      throws IOException {
    assertThat(firstLoad()).isBetween(50_000, 150_000);
  }

  /// Above what a first load shall have, and why it is, is in decision 27.
  @Test
  void another_language_adds_its_words_to_that_and_stays_below_159_kB() throws IOException {
    for (String language : List.of("es", "fr", "de", "ar")) {
      String words = "static/p/words/" + language + ".json";
      assertThat(AppShell.later()).contains(words);
      assertThat(firstLoad() + packed(bytes(words))).as(language).isLessThanOrEqualTo(159_000);
    }
  }

  private static int firstLoad() throws IOException {
    int bytes = 0;
    for (String file : AppShell.files()) {
      bytes += packed(bytes(file));
    }
    return bytes;
  }

  private static byte[] bytes(String file) throws IOException {
    try (InputStream in = AppShell.class.getResourceAsStream("/web/" + file)) {
      return Objects.requireNonNull(in, file).readAllBytes();
    }
  }

  private static String built(String file) throws IOException {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  private static int packed(byte[] file) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(file);
    }
    return packed.size();
  }

  @Test
  void what_the_page_and_its_manifests_name_is_kept_too() throws IOException {
    for (String file : List.of("index.html", "manifest.webmanifest", "plain.webmanifest")) {
      List<String> named =
          ADDRESS
              .matcher(built("p/" + file))
              .results()
              .map((MatchResult found) -> found.group(1).substring(1))
              .filter(name -> !name.equals("p/plain") && !name.endsWith(".png"))
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
  void of_other_languages_and_rare_pages_a_phone_keeps_only_what_it_asks_for() {
    assertThat(AppShell.files())
        .contains("static/p/words/en.json")
        .doesNotContainAnyElementsOf(AppShell.later());
    assertThat(AppShell.later())
        .contains(
            "static/p/words/ar.json",
            "static/p/words/later/en.json",
            "static/p/later/devices.js",
            "static/p/later/photo.css")
        .doesNotContain("static/p/words/en.json");
    String version = AppShell.script(file -> new byte[] {1});
    assertThat(AppShell.script(file -> new byte[] {(byte) (file.endsWith("/ar.json") ? 2 : 1)}))
        .isNotEqualTo(version);
  }

  @Test
  void another_byte_in_one_file_is_another_version() {
    String version = AppShell.script(file -> new byte[] {1});
    assertThat(AppShell.script(file -> new byte[] {1})).isEqualTo(version);
    assertThat(AppShell.script(file -> new byte[] {(byte) (file.endsWith("main.js") ? 2 : 1)}))
        .isNotEqualTo(version);
  }
}
