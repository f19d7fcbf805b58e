package vermilion.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermilion.cli.CommandRun;
import vermilion.json.Json;
import vermilion.pixels.Samples;
import vermilion.service.Photos;
import vermilion.service.Sha256;
import vermilion.web.RunningClinic.Answer;

/// Photos and messages over HTTP: who sends, who sees, what is refused, and what is left of them.
final class PhotosApiTest {

  private static final String DAY_0 = "1/photo/2026-03-25/0";

  @TempDir Path folder;
  private RunningClinic clinic;
  private String nurse;
  private String episode;
  private String patient;

  @BeforeEach
  void open() {
    clinic = RunningClinic.in(folder);
    nurse = clinic.clinician("north");
    Answer opened =
        clinic.post("/api/episodes", nurse, RunningClinic.opening(clinic.now(), "null"));
    episode = opened.text("episode");
    String link = opened.text("patientLink");
    patient = link.substring(link.indexOf('.', link.indexOf('#')) + 1);
  }

  @AfterEach
  void close() {
    clinic.close();
  }

  private String at(String rest) {
    return "/api/episodes/" + episode + rest;
  }

  private Answer send(UUID id, byte[] file) {
    return clinic.postBytes(at("/photos?id=" + id), patient, file);
  }

  private static String hash(byte[] file) {
    return HexFormat.of().formatHex(Sha256.of(file));
  }

  private String event(UUID id, byte[] file) {
    return "[{\"id\":\"%s\",\"type\":\"photo-taken\",\"at\":\"%s\",\"occurrence\":\"%s\",\"photo\":{\"view\":\"front\",\"hash\":\"%s\"}}]"
        .formatted(id, clinic.now(), DAY_0, hash(file));
  }

  private UUID taken(byte[] file) {
    UUID id = UUID.randomUUID();
    assertThat(send(id, file).status()).isEqualTo(201);
    assertThat(clinic.post(at("/events"), patient, event(id, file)).text())
        .contains("\"status\":\"accepted\"");
    return id;
  }

  private HttpResponse<byte[]> bytes(String path, String header, String value)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(clinic.url() + path)).header(header, value).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }
  }

  @Test
  void a_photo_and_its_event_do_the_task_and_both_sides_see_it() throws Exception {
    byte[] file = Samples.jpeg(600, 750, 1);
    UUID id = taken(file);

    Answer view = clinic.get(at(""), patient);
    assertThat(view.text()).contains("\"activity\":\"photo\"", "\"state\":\"done\"");
    assertThat(clinic.get(at("/photos"), patient).text())
        .isEqualTo(clinic.get(at("/photos"), nurse).text())
        .contains(id.toString(), "\"view\":\"front\"", DAY_0);
    for (String token : List.of(patient, nurse)) {
      HttpResponse<byte[]> photo = bytes(at("/photos/" + id), "Authorization", "Bearer " + token);
      assertThat(photo.statusCode()).isEqualTo(200);
      assertThat(photo.headers().firstValue("Content-Type").orElseThrow()).startsWith("image/jpeg");
      assertThat(photo.headers().firstValue("Cache-Control")).contains("no-store");
      assertThat(photo.body()).startsWith(0xFF, 0xD8, 0xFF).hasSizeGreaterThan(1_000);
    }
    HttpResponse<byte[]> small =
        bytes(at("/photos/" + id + "?size=small"), "Authorization", "Bearer " + patient);
    assertThat(small.body()).hasSizeLessThan(Photos.THUMBNAIL_BYTES_MAX);
    HttpResponse<byte[]> page =
        bytes(
            "/clinic/episodes/" + episode + "/photos",
            "Cookie",
            new Colleagues(clinic).byCode(nurse));
    assertThat(new String(page.body(), StandardCharsets.UTF_8))
        .contains("/photos/" + id, "from the front", "0 h");
    assertThat(
            bytes(
                    "/clinic/episodes/" + episode + "/photos/" + id,
                    "Cookie",
                    new Colleagues(clinic).byCode(nurse))
                .body())
        .startsWith(0xFF, 0xD8);
  }

  @Test
  void that_staff_saw_a_photo_is_in_the_audit_and_that_she_did_is_not() throws Exception {
    UUID id = taken(Samples.jpeg(600, 750, 1));
    bytes(at("/photos/" + id), "Authorization", "Bearer " + patient);
    bytes(at("/photos/" + id + "?size=small"), "Authorization", "Bearer " + nurse);
    bytes(at("/photos/" + id), "Authorization", "Bearer " + nurse);

    String export =
        CommandRun.of("export", patientId(), "--clinic", "north", "--data", folder.toString())
            .out();
    assertThat(export).containsOnlyOnce("\"action\":\"photo-read\"").contains("photo " + id);
  }

  private String patientId() {
    String out =
        CommandRun.of("export", episode, "--clinic", "north", "--data", folder.toString()).out();
    int at = out.indexOf("\"patient\":\"") + 11;
    return out.substring(at, at + 36);
  }

  @Test
  void a_request_that_is_sent_twice_is_one_photo_and_other_bytes_are_refused() {
    byte[] file = Samples.jpeg(600, 750, 1);
    UUID id = taken(file);
    Answer again = send(id, file);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("hash")).isEqualTo(hash(file));
    assertThat(clinic.post(at("/events"), patient, event(id, file)).text()).contains("duplicate");
    assertThat(send(id, Samples.jpeg(600, 750, 2)).status()).isEqualTo(409);
    assertThat(((Json.Arr) clinic.get(at("/photos"), patient).json()).items()).hasSize(1);
  }

  @Test
  void an_event_of_a_photo_that_was_not_sent_is_refused_by_its_field() {
    byte[] file = Samples.jpeg(600, 750, 1);
    UUID id = UUID.randomUUID();
    Answer early = clinic.post(at("/events"), patient, event(id, file));
    assertThat(early.status()).isEqualTo(400);
    assertThat(early.text("field")).isEqualTo("[0].photo.hash");
    send(id, file);
    assertThat(clinic.post(at("/events"), patient, event(id, Samples.png(600, 750, 1))).status())
        .isEqualTo(400);
    assertThat(clinic.post(at("/events"), patient, event(id, file)).status()).isEqualTo(200);
  }

  @Test
  void a_photo_of_which_no_event_tells_is_shown_to_nobody() {
    UUID id = UUID.randomUUID();
    send(id, Samples.jpeg(600, 750, 1));
    assertThat(clinic.get(at("/photos/" + id), patient).status()).isEqualTo(404);
    assertThat(clinic.get(at("/photos/" + id), nurse).status()).isEqualTo(404);
  }

  @Test
  void what_is_no_photo_is_refused_with_what_it_is() {
    byte[] file = Samples.jpeg(600, 750, 1);
    UUID id = UUID.randomUUID();
    byte[] huge = Arrays.copyOf(file, Photos.PHOTO_BYTES_MAX + 1);
    byte[] page = "<html><script>1</script>".getBytes(StandardCharsets.UTF_8);

    Answer cut = send(id, Arrays.copyOf(file, file.length / 2));
    assertThat(cut.status()).isEqualTo(415);
    assertThat(cut.type()).startsWith("application/problem+json");
    assertThat(cut.text("detail"))
        .isEqualTo("body is a JPEG that is cut off, expected a whole JPEG or PNG file");
    assertThat(send(id, page).text("value")).isEqualTo("neither a JPEG nor a PNG");
    assertThat(send(id, new byte[0]).status()).isEqualTo(415);
    assertThat(send(id, huge).status()).isEqualTo(413);
    assertThat(send(id, Samples.png(4000, 3000, 1)).text("value")).isEqualTo("4000 x 3000 pixels");
    assertThat(clinic.postBytes(at("/photos?id=me"), patient, file).status()).isEqualTo(400);
    assertThat(clinic.postBytes(at("/photos"), patient, file).status()).isEqualTo(400);
    assertThat(send(id, file).status()).isEqualTo(201);
  }

  @Test
  void nobody_else_sends_or_sees_a_photo() {
    byte[] file = Samples.jpeg(600, 750, 1);
    UUID id = taken(file);
    String stranger = clinic.clinician("south");
    assertThat(clinic.postBytes(at("/photos?id=" + UUID.randomUUID()), nurse, file).status())
        .isEqualTo(403);
    assertThat(clinic.get(at("/photos/" + id), "").status()).isEqualTo(401);
    assertThat(clinic.get(at("/photos/" + id), stranger).status()).isEqualTo(404);
    assertThat(clinic.get(at("/photos"), stranger).status()).isEqualTo(404);
    Answer other = clinic.post("/api/episodes", nurse, RunningClinic.opening(clinic.now(), "null"));
    String link = other.text("patientLink");
    String hers = link.substring(link.indexOf('.', link.indexOf('#')) + 1);
    assertThat(clinic.get(at("/photos/" + id), hers).status()).isEqualTo(404);
    assertThat(
            clinic.get("/api/episodes/" + other.text("episode") + "/photos/" + id, hers).status())
        .isEqualTo(404);
  }

  @Test
  void a_day_has_so_many_photos() {
    byte[] file = Samples.jpeg(64, 80, 1);
    for (int i = 0; i < Photos.PHOTOS_PER_DAY_MAX; i++) {
      assertThat(send(UUID.randomUUID(), file).status()).isEqualTo(201);
    }
    Answer more = send(UUID.randomUUID(), file);
    assertThat(more.status()).isEqualTo(422);
    assertThat(more.text("title")).contains("24 photos", "24 hours");
    clinic.at(clinic.now().plus(Duration.ofDays(1)).plusSeconds(1));
    assertThat(send(UUID.randomUUID(), file).status()).isEqualTo(201);
  }

  @Test
  void an_export_holds_the_photos_and_an_erasure_leaves_none() throws Exception {
    UUID id = taken(Samples.jpeg(600, 750, 1));
    Path out = folder.resolve("export");
    String data = folder.toString();
    String who = patientId();
    CommandRun export =
        CommandRun.of(
            "export", who, "--clinic", "north", "--data", data, "--photos", out.toString());
    assertThat(export.exit()).isZero();
    assertThat(export.err()).contains("1 photo in " + out);
    assertThat(Files.readAllBytes(out.resolve(id + ".jpg"))).startsWith(0xFF, 0xD8, 0xFF);
    assertThat(CommandRun.of("export", who, "--clinic", "north", "--data", data).err())
        .contains("1 photo not in this export");
    assertThat(CommandRun.of("verify", "--data", data).out()).startsWith("whole");

    assertThat(CommandRun.of("erase", who, "--clinic", "north", "--data", data).exit()).isZero();

    assertThat(clinic.get(at("/photos/" + id), nurse).status()).isEqualTo(410);
    assertThat(CommandRun.of("verify", "--data", data).out()).startsWith("whole");
    Files.delete(out.resolve(id + ".jpg"));
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain("JFIF");
      }
    }
  }

  private String told(String token, UUID id, String type, String fields) {
    String event =
        "[{\"id\":\""
            + id
            + "\",\"type\":\""
            + type
            + "\",\"at\":\""
            + clinic.now()
            + "\","
            + fields
            + "}]";
    return clinic.post(at("/events"), token, event).text();
  }

  @Test
  void a_message_is_a_contact_that_rings_nobody_and_is_seen_when_a_human_says_so() {
    clinic.at(clinic.now().plusSeconds(7200));
    UUID id = UUID.randomUUID();
    String fields =
        "\"form\":\"none\",\"answers\":{},\"concern\":\"look\",\"text\":\"One side is higher.\"";
    assertThat(told(patient, id, "contact", fields)).contains("\"level\":\"soon\"");
    assertThat(clinic.get(at(""), patient).text())
        .contains("\"text\":\"One side is higher.\",\"photos\":[],\"seen\":null");
    String reply = "\"text\":\"We will look on Friday.\"";
    assertThat(told(nurse, UUID.randomUUID(), "message-sent", reply)).contains("accepted");
    assertThat(told(patient, UUID.randomUUID(), "message-sent", reply))
        .contains("refused", "message-sent");
    assertThat(clinic.get(at(""), patient).text())
        .contains("\"from\":\"clinic\",\"by\":\"Nurse Kay\",\"text\":\"We will look on Friday.\"")
        .contains("\"seen\":null");
    String seen = "\"alert\":\"look.2\",\"how\":\"seen\"";
    assertThat(told(nurse, UUID.randomUUID(), "acknowledged", seen)).contains("accepted");
    assertThat(clinic.get(at(""), patient).text())
        .contains("\"photos\":[],\"seen\":{\"by\":\"Nurse Kay\"");
  }

  @Test
  void a_tap_on_a_number_is_a_contact_and_nobody_claims_that_anybody_spoke() throws Exception {
    String call =
        "\"form\":\"none\",\"answers\":{},\"concern\":\"other\",\"called\":\"020 7946 0018\"";
    assertThat(told(patient, UUID.randomUUID(), "contact", call)).contains("accepted");
    String page =
        new String(
            bytes("/clinic/episodes/" + episode, "Cookie", new Colleagues(clinic).byCode(nurse))
                .body(),
            StandardCharsets.UTF_8);
    assertThat(page)
        .contains("Tapped to call 020 7946 0018", "Whether anybody answered is not known here.");
    assertThat(clinic.get(at(""), patient).text()).contains("\"called\":\"020 7946 0018\"");
  }
}
