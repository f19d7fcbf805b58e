package vermilion.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermilion.episode.Episode;
import vermilion.episode.GoldenCourse;
import vermilion.json.Json;
import vermilion.json.JsonText;
import vermilion.patient.PhoneBundle;
import vermilion.patient.TreatingClinic;

/// The stories of `src/test/resources/scenarios`: what happens in each is decided as the brief
/// says, and on the phone byte for byte as on the server.
final class GoldenScenarioTest {
  private static final Path STORIES = Path.of("src", "test", "resources", "scenarios");
  private static final Path CORE = Path.of("target", "classes", "web", "static", "p", "core.mjs");
  private static final TreatingClinic CLINIC =
      new TreatingClinic(
          "Café Lip",
          "020 7946 0018",
          "020 7946 0123",
          "999",
          "St Example's",
          "1 Road",
          TreatingClinic.MONITORING,
          true);

  @Test
  void every_story_ends_as_written_and_alike_on_the_phone(@TempDir Path place)
      throws IOException, InterruptedException {
    Path questions = place.resolve("questions.txt");
    Path here = place.resolve("jvm.txt");
    List<String> wrong = new ArrayList<>();
    List<Path> stories = stories();
    try (Asking asking =
        new Asking(
            Files.newBufferedWriter(questions, StandardCharsets.US_ASCII),
            Files.newBufferedWriter(here, StandardCharsets.US_ASCII))) {
      for (Path story : stories) {
        wrong.addAll(new Telling(asking, read(story), name(story)).tell());
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(stories).hasSizeGreaterThanOrEqualTo(20);

    Path there = place.resolve("node.txt");
    List<String> said =
        Node.run(
            "episodes.mjs",
            place.resolve("node.log"),
            CORE.toString(),
            questions.toString(),
            there.toString());
    assertThat(said).isNotEmpty();
    assertThat(Files.readAllLines(there)).isEqualTo(Files.readAllLines(here));
  }

  private static List<Path> stories() throws IOException {
    try (Stream<Path> files = Files.list(STORIES)) {
      return files.sorted().toList();
    }
  }

  private static String name(Path story) {
    return String.valueOf(story.getFileName()).replace(".json", "");
  }

  private static Json.Obj read(Path story) throws IOException {
    return object(Files.readString(story));
  }

  private static Json.Obj object(String text) {
    if (JsonText.read(text) instanceof JsonText.Reading.Value value
        && value.value() instanceof Json.Obj object) {
      return object;
    }
    throw new AssertionError(text + " is no JSON object");
  }

  /// One story, told step by step.
  private static final class Telling {
    private final Asking asking;
    private final Json.Obj story;
    private final String name;
    private final GoldenCourse course = new GoldenCourse();
    private final List<String> wrong = new ArrayList<>();
    private String why = "";
    private Json.Obj view = new Json.Obj(List.of());

    Telling(Asking asking, Json.Obj story, String name) {
      this.asking = asking;
      this.story = story;
      this.name = name;
    }

    /// Everything that is not as written.
    List<String> tell() throws IOException {
      Episode episode = GoldenCourse.opened(isTrue(story, "order"));
      PhoneBundle bundle =
          new PhoneBundle("e1", "Ada", "/card/k", "en", CLINIC, GoldenCourse.hours(), episode);
      asking.load(bundle.json(GoldenCourse.hour(0)).text());
      for (Json step : ((Json.Arr) story.find("steps").orElseThrow()).items()) {
        take((Json.Obj) step);
      }
      return wrong;
    }

    private void take(Json.Obj step) throws IOException {
      double hour = Double.parseDouble(((Json.Num) step.find("hour").orElseThrow()).text());
      Instant at = GoldenCourse.hour(hour);
      Json.Obj said = object(asking.decide(event(step, at), at));
      view = object(asking.view(at));
      why = said.find("why").map(reason -> " (" + reason.text() + ")").orElse("");
      Optional<Json> assessed = said.find("assessment");
      String where = name + " at hour " + hour + ": ";
      check(where, step, "status", said.find("status"));
      check(where, step, "level", inside(assessed, "level"));
      check(where, step, "rules", inside(assessed, "rules"));
      check(where, step, "standing", inside(view.find("status"), "level"));
      check(where, step, "massage", massage());
    }

    private String event(Json.Obj step, Instant at) {
      if (isTrue(step, "start")) {
        // Where none is open, the phone has to refuse what is asked for.
        return course.massageStarted(
            inside(today(), "occurrence").map(Telling::textOf).orElse("none"), at);
      }
      Optional<Json> end = step.find("end");
      if (end.isPresent()) {
        Json.Obj told = (Json.Obj) end.get();
        long seconds = told.find("seconds").orElseThrow().wholeNumber().orElseThrow();
        return course.massageEnded(seconds, isTrue(told, "stopped"), at, answers(told, "answers"));
      }
      String form = text(step.find("form"));
      return step.find("only").isPresent()
          ? course.half(form, at, answers(step, "only"))
          : course.report(
              step.find("kind").map(Telling::textOf).orElse("check-in"),
              form,
              at,
              answers(step, "answers"));
    }

    private void check(String where, Json.Obj step, String what, Optional<Json> found) {
      Optional<Json> meant = step.find(what);
      if (meant.isPresent() && !meant.equals(found)) {
        String is = found.map(Json::text).orElse("nothing");
        wrong.add(where + what + " is " + is + ", written is " + meant.get().text() + why);
      }
    }

    private Optional<Json> today() {
      return inside(view.find("today"), "massage");
    }

    /// `open`, or the reason why there is none.
    private Optional<Json> massage() {
      Optional<Json> reason = inside(today(), "reason");
      return reason.isPresent() ? reason : inside(today(), "state");
    }

    private static Optional<Json> inside(Optional<Json> outer, String name) {
      return outer.flatMap(found -> found instanceof Json.Obj object ? object.find(name) : outer);
    }

    private static Map<String, String> answers(Json.Obj step, String name) {
      Map<String, String> answers = new LinkedHashMap<>();
      for (Json.Member member : ((Json.Obj) step.find(name).orElseThrow()).members()) {
        answers.put(member.name(), textOf(member.value()));
      }
      return answers;
    }

    private static boolean isTrue(Json.Obj object, String name) {
      return object.find(name).equals(Optional.of(new Json.Bool(true)));
    }

    private static String text(Optional<Json> json) {
      return textOf(json.orElseThrow());
    }

    private static String textOf(Json json) {
      return ((Json.Str) json).value();
    }
  }
}
