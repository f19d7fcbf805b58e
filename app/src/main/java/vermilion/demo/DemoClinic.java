package vermilion.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import vermilion.episode.ClinicHours;
import vermilion.json.Json;
import vermilion.json.JsonText;
import vermilion.service.Clinic;
import vermilion.time.UtcText;

/// Fills an empty demonstration clinic by living its patients' last months through the real API,
/// with the clock turned to each moment.
public final class DemoClinic implements AutoCloseable {

  private static final long SEED = 20261122;
  private static final Duration BEFORE_ALL = Duration.ofDays(150);

  private final HttpClient client = HttpClient.newHttpClient();
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final String url;
  private final String clinicianToken;
  private final DemoClock clock;

  /// The settings of the clinic that the demonstration is of.
  public static Clinic clinic(String id) {
    return new Clinic(
        id,
        "Northside Aesthetics",
        "020 7946 0018",
        "020 7946 0123",
        "999",
        new Clinic.Department("St Thomas' Hospital", "Westminster Bridge Road, London"),
        new ClinicHours(
            ZoneId.of("Europe/London"),
            LocalTime.of(9, 0),
            LocalTime.of(18, 0),
            Set.of(DayOfWeek.values())),
        Clinic.Use.MONITORING,
        true);
  }

  /// Works on a server that listens.
  ///
  /// @param url where it listens
  /// @param clinicianToken a token of the clinic to fill
  /// @param clock the clock of the server
  public DemoClinic(String url, String clinicianToken, DemoClock clock) {
    this.url = url;
    this.clinicianToken = clinicianToken;
    this.clock = clock;
  }

  /// When the past begins: the clock has to stand here before the clinic itself is made.
  public static Instant beginning(Instant now) {
    return now.minus(BEFORE_ALL);
  }

  /// A patient of the demonstration and her link.
  ///
  /// @param name who
  /// @param link where her pages are
  public record Seeded(String name, String link) {}

  /// Lives the past up to `now` and lets the clock run.
  public List<Seeded> seed(Instant now) {
    List<Happening> happenings = new ArrayList<>();
    List<Life> lives = new ArrayList<>();
    for (DemoPatient patient : new DemoCast(now).all()) {
      Life life = new Life(patient, now.minus(patient.ago()));
      lives.add(life);
      happenings.add(new Happening(life.treated, () -> open(life)));
      for (DemoStep step : patient.steps()) {
        Instant at = life.treated.plus(step.after());
        if (at.isBefore(now)) {
          happenings.add(new Happening(at, () -> live(life, step)));
        }
      }
    }
    happenings.sort(Comparator.comparing(Happening::at));
    for (Happening happening : happenings) {
      clock.turnTo(happening.at());
      happening.what().run();
    }
    clock.release();
    return lives.stream().map(life -> new Seeded(life.patient.name(), life.link)).toList();
  }

  private record Happening(Instant at, Runnable what) {}

  /// A patient while her past is lived.
  private static final class Life {

    private final DemoPatient patient;
    private final Instant treated;
    private String episode = "";
    private String link = "";

    Life(DemoPatient patient, Instant treated) {
      this.patient = patient;
      this.treated = treated;
    }

    String token() {
      return link.substring(link.lastIndexOf('.') + 1);
    }
  }

  private void open(Life life) {
    DemoPatient patient = life.patient;
    Json person =
        Json.object()
            .put("name", patient.name())
            .put("birthDate", patient.birthDate())
            .put("zone", "Europe/London")
            .put("waking", "07:30-22:30")
            .put("language", "en")
            .build();
    Json treatment =
        Json.object()
            .put("at", UtcText.of(life.treated))
            .put("filler", patient.filler())
            .put("product", patient.product())
            .put("lot", patient.lot())
            .put("expiry", patient.lot().isEmpty() ? "" : "2028-05-31")
            .put("volumeMl", patient.volumeMl())
            .put("sites", Json.Arr.ofStrings(patient.sites()))
            .put("practitioner", "Dr Okafor")
            .build();
    boolean known = patient.filler().equals("hyaluronic-acid");
    Json body =
        Json.object()
            .put("patient", person)
            .put("treatment", treatment)
            .put("protocol", known ? "lip-ha" : "lip-unknown")
            .put("order", order(patient.massage()))
            .build();
    Json.Obj opened = (Json.Obj) post("/api/episodes", clinicianToken, body);
    life.episode = text(opened, "episode");
    life.link = text(opened, "patientLink");
  }

  private static Json order(boolean massage) {
    Json ordered =
        Json.object()
            .put("startHours", 48)
            .put("minutes", 1)
            .put("perDay", 2)
            .put("days", 3)
            .put("where", Json.Arr.ofStrings(List.of("upper lip, left")))
            .build();
    return Json.object()
        .put("practitioner", "Dr Okafor")
        .put("massage", massage ? ordered : new Json.Null())
        .build();
  }

  private void live(Life life, DemoStep step) {
    switch (step.deed()) {
      case DemoStep.Deed.PatientSends deed -> send(life, life.token(), deed.type(), deed.fields());
      case DemoStep.Deed.ClinicianSends deed ->
          send(life, clinicianToken, deed.type(), deed.fields());
      case DemoStep.Deed.ClinicianAcknowledges deed -> acknowledge(life, deed.how());
      case DemoStep.Deed.PatientMassages _ -> massage(life);
    }
  }

  private void acknowledge(Life life, String how) {
    Json.Obj view = view(life);
    if (view.find("status").orElse(new Json.Null()) instanceof Json.Obj status
        && status.find("alerts").orElseThrow() instanceof Json.Arr alerts) {
      for (Json alert : alerts.items()) {
        Json.Obj fields =
            Json.object().put("alert", ((Json.Str) alert).value()).put("how", how).build();
        send(life, clinicianToken, "acknowledged", fields);
      }
    }
  }

  /// The questions, the session, and how it felt: only where the product lets her.
  private void massage(Life life) {
    Json.Obj massage =
        (Json.Obj)
            ((Json.Obj) view(life).find("today").orElseThrow()).find("massage").orElseThrow();
    if (!text(massage, "state").equals("open")) {
      return;
    }
    Json.Obj gate =
        Json.object()
            .put("form", text(massage, "form"))
            .put("complete", true)
            .put("answers", DemoAnswers.calm(1, "mild").json())
            .build();
    send(life, life.token(), "check-in", gate);
    send(
        life,
        life.token(),
        "massage-started",
        Json.object().put("occurrence", text(massage, "occurrence")).build());
    Json felt = Json.object().put("pain", 1).put("colour", "usual").build();
    send(
        life,
        life.token(),
        "massage-ended",
        Json.object().put("seconds", 60).put("stopped", false).put("answers", felt).build());
  }

  private Json.Obj view(Life life) {
    return (Json.Obj) ask(request("/api/episodes/" + life.episode, life.token()).GET().build());
  }

  private void send(Life life, String token, String type, Json.Obj fields) {
    Json.Builder event =
        Json.object()
            .put("id", new UUID(random.nextLong(), random.nextLong()).toString())
            .put("type", type)
            .put("at", UtcText.of(clock.instant()));
    fields.members().forEach(member -> event.put(member.name(), member.value()));
    Json answer =
        post(
            "/api/episodes/" + life.episode + "/events",
            token,
            new Json.Arr(List.of(event.build())));
    Json.Obj row = (Json.Obj) ((Json.Arr) answer).items().getFirst();
    if (!text(row, "status").equals("accepted")) {
      throw new IllegalStateException(
          "demonstration: " + life.patient.name() + ", " + type + ": " + row.text());
    }
  }

  private Json post(String path, String token, Json body) {
    return ask(
        request(path, token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.text()))
            .build());
  }

  private HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .header("Authorization", "Bearer " + token);
  }

  private Json ask(HttpRequest request) {
    try {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() / 100 == 2
          && JsonText.read(response.body()) instanceof JsonText.Reading.Value value) {
        return value.value();
      }
      throw new IllegalStateException(
          "demonstration: " + response.statusCode() + " " + response.body());
    } catch (IOException e) {
      throw new UncheckedIOException("demonstration: no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("demonstration: interrupted", e);
    }
  }

  private static String text(Json.Obj object, String name) {
    return object.find(name).orElseThrow() instanceof Json.Str text ? text.value() : "";
  }

  @Override
  public void close() {
    client.close();
  }
}
