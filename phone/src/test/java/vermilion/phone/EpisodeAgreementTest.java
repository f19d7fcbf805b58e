package vermilion.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermilion.episode.ToldCourse;
import vermilion.patient.PatientView;
import vermilion.patient.PhoneBundle;
import vermilion.patient.TreatingClinic;

/// What the phone shows and decides of whole episodes is, byte for byte, what the server would.
final class EpisodeAgreementTest {
  private static final int EPISODES = Integer.getInteger("agreement.episodes", 200);

  /// First load is 150 KB in all; the pages, styles and words want their part (issue 5).
  private static final int MOST_GZIPPED_BYTES = 110_000;

  private static final Path CORE = Path.of("target", "classes", "web", "static", "p", "core.mjs");

  private static final TreatingClinic MONITORING = clinic(TreatingClinic.MONITORING);
  private static final TreatingClinic INFORMATION = clinic("information");

  private static TreatingClinic clinic(String use) {
    return new TreatingClinic(
        "Café Lip", "020 7946 0018", "020 7946 0123", "999", "St Example's", "1 Road", use, true);
  }

  private static PhoneBundle bundle(ToldCourse told, TreatingClinic clinic) {
    return new PhoneBundle(
        "e1", ToldCourse.patient(), "/card/k", "en", clinic, told.hours(), told.episode());
  }

  @Test
  void the_phone_shows_and_decides_what_the_server_does(@TempDir Path place)
      throws IOException, InterruptedException {
    Path questions = place.resolve("questions.txt");
    Path here = place.resolve("jvm.txt");
    try (Asking asking =
        new Asking(
            Files.newBufferedWriter(questions, StandardCharsets.US_ASCII),
            Files.newBufferedWriter(here, StandardCharsets.US_ASCII))) {
      for (int seed = 0; seed < EPISODES; seed++) {
        ask(asking, new SplittableRandom(seed), seed % 5 == 0 ? INFORMATION : MONITORING);
      }
      assertThat(asking.statuses()).containsExactly("accepted", "duplicate", "refused");
    }
    Path there = place.resolve("node.txt");
    List<String> said =
        Node.run(
            "episodes.mjs",
            place.resolve("node.log"),
            CORE.toString(),
            questions.toString(),
            there.toString());

    assertThat(Files.mismatch(here, there)).as(() -> difference(here, there)).isEqualTo(-1);
    System.out.println(
        "NOTE: %d episodes alike on the phone; there a bundle takes %d us, a view %d, a decision %d"
            .formatted(
                EPISODES,
                Node.number(said, "load"),
                Node.number(said, "view"),
                Node.number(said, "decide")));
  }

  private static void ask(Asking asking, SplittableRandom random, TreatingClinic clinic)
      throws IOException {
    ToldCourse told = ToldCourse.tell(random);
    PhoneBundle bundle = bundle(told, clinic);
    asking.load(bundle.json(told.now()).text());
    for (int i = 0; i < 3; i++) {
      Instant at = told.now().plusMillis(random.nextLong(40 * 86_400_000L) - 86_400_000L);
      String server =
          new PatientView(
                  told.episode(),
                  told.episode().at(at, told.hours()),
                  bundle.clinic(),
                  bundle.card(),
                  bundle.language())
              .json(bundle.id(), told.hours())
              .text();
      assertThat(asking.view(at)).isEqualTo(server);
    }
    for (ToldCourse.Sent sent : told.sent()) {
      asking.decide(sent.text(), sent.at());
      asking.view(sent.at());
    }
  }

  private static String difference(Path here, Path there) {
    try {
      List<String> one = Files.readAllLines(here);
      List<String> other = Files.readAllLines(there);
      for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
        if (!one.get(i).equals(other.get(i))) {
          return "answer " + i + "\n" + one.get(i) + "\n" + other.get(i);
        }
      }
      return one.size() + " and " + other.size() + " answers";
    } catch (IOException e) {
      return "not readable: " + e;
    }
  }

  @Test
  void what_the_phone_loads_is_small() throws IOException {
    int bytes = Node.gzipped(CORE);

    System.out.println("NOTE: the core on the phone: " + bytes + " bytes gzipped");
    assertThat(bytes).isBetween(10_000, MOST_GZIPPED_BYTES);
  }

  @Test
  void a_text_that_is_no_bundle_is_refused_with_the_reason() {
    assertThat(Phone.load("nonsense")).isEqualTo("the bundle is not a JSON object");
    assertThat(Phone.load("{}")).isEqualTo("the bundle holds no protocol");
  }
}
