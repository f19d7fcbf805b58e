package vermilion.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermilion.json.Json;
import vermilion.service.Clinic;

class ApiTest {

  private static final String ORDER =
      """
      {"practitioner":"Dr Okafor","massage":{"startHours":48,"minutes":1,"perDay":2,"days":3,
      "where":["upper lip, left"],"reason":null}}\
      """;

  @TempDir Path folder;
  private RunningClinic clinic;
  private String nurse;
  private String episode = "";
  private String patient = "";

  @BeforeEach
  void start() {
    clinic = RunningClinic.in(folder);
    nurse = clinic.clinician("north");
  }

  @AfterEach
  void stop() {
    clinic.close();
  }

  private void open() {
    RunningClinic.Answer answer =
        clinic.post("/api/episodes", nurse, RunningClinic.opening(clinic.now(), ORDER));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    episode = answer.text("episode");
    String link = answer.text("patientLink");
    assertThat(link).startsWith(clinic.url() + "/p/#" + episode + ".");
    patient = link.substring(link.lastIndexOf('.') + 1);
  }

  private RunningClinic.Answer send(String token, String... events) {
    return clinic.post(
        "/api/episodes/" + episode + "/events", token, "[" + String.join(",", events) + "]");
  }

  private String event(String type, String fields) {
    return event(UUID.randomUUID(), type, clinic.now(), fields);
  }

  private static String event(UUID id, String type, Instant at, String fields) {
    return "{\"id\":\"%s\",\"type\":\"%s\",\"at\":\"%s\"%s}".formatted(id, type, at, fields);
  }

  private static Json.Obj only(RunningClinic.Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return (Json.Obj) ((Json.Arr) answer.json()).items().getFirst();
  }

  private static String at(Json.Obj object, String... path) {
    Json value = object;
    for (String name : path) {
      value = ((Json.Obj) value).find(name).orElseThrow();
    }
    return value instanceof Json.Str text ? text.value() : value.text();
  }

  @Test
  void an_opening_that_is_sent_twice_opens_one_episode() {
    String id = UUID.randomUUID().toString();
    String body =
        RunningClinic.opening(clinic.now(), ORDER).replaceFirst("\\{", "{\"id\":\"" + id + "\",");
    RunningClinic.Answer first = clinic.post("/api/episodes", nurse, body);
    clinic.at(clinic.now().plus(Duration.ofMinutes(1)));
    RunningClinic.Answer again = clinic.post("/api/episodes", nurse, body);
    assertThat(first.status()).as(first.text()).isEqualTo(201);
    assertThat(again.status()).as(again.text()).isEqualTo(200);
    assertThat(List.of(first.text("episode"), again.text("episode"))).containsOnly(id);
    String link = again.text("patientLink");
    String token = link.substring(link.lastIndexOf('.') + 1);
    assertThat(clinic.get("/api/episodes/" + id, token).status()).isEqualTo(200);
  }

  @Test
  void an_id_of_another_episode_is_refused_and_nothing_is_kept() {
    String id = UUID.randomUUID().toString();
    String body =
        RunningClinic.opening(clinic.now(), ORDER).replaceFirst("\\{", "{\"id\":\"" + id + "\",");
    clinic.post("/api/episodes", nurse, body);
    RunningClinic.Answer other =
        clinic.post("/api/episodes", nurse, body.replace("Amira Haddad", "Bea Other"));
    assertThat(other.status()).isEqualTo(409);
    RunningClinic.Answer none = clinic.post("/api/episodes", nurse, body.replace(id, "not-an-id"));
    assertThat(none.status()).isEqualTo(400);
    assertThat(none.text()).contains("\"field\":\"id\"", "not-an-id");
    assertThat(clinic.get("/api/episodes/" + id, nurse).text()).contains("Amira Haddad");
  }

  @Test
  void a_red_flag_reaches_the_worklist_and_an_acknowledgement_reaches_the_patient() {
    open();
    clinic.at(clinic.now().plus(Duration.ofHours(6)));
    Json.Obj row =
        only(
            send(
                patient,
                event(
                    "check-in",
                    ",\"form\":\"full\",\"complete\":false,\"answers\":{\"colour\":\"pale\"}")));
    assertThat(at(row, "status")).isEqualTo("accepted");
    assertThat(at(row, "assessment", "level")).isEqualTo("urgent");
    assertThat(at(row, "assessment", "hold")).isEqualTo("true");
    Json.Obj line =
        (Json.Obj)
            ((Json.Arr) clinic.get("/api/worklist", nurse).object().find("waiting").orElseThrow())
                .items()
                .getFirst();
    assertThat(at(line, "level")).isEqualTo("urgent");
    assertThat(at(line, "patient")).isEqualTo("Amira Haddad");
    String alert =
        at((Json.Obj) ((Json.Arr) line.find("alerts").orElseThrow()).items().getFirst(), "id");
    Json.Obj before = clinic.get("/api/episodes/" + episode, patient).object();
    assertThat(((Json.Obj) before.find("status").orElseThrow()).find("seen")).isEmpty();
    assertThat(clinic.post("/api/alerts/" + alert + "/acknowledge", nurse, "").status())
        .isEqualTo(200);
    Json.Obj after = clinic.get("/api/episodes/" + episode, patient).object();
    assertThat(at(after, "status", "seen", "by")).isEqualTo("Nurse Kay");
    assertThat(at(after, "status", "level")).isEqualTo("urgent");
  }

  @Test
  void in_the_use_information_no_patient_is_given_a_level_of_her_own() {
    clinic.use("north", Clinic.Use.INFORMATION);
    open();
    for (String answers :
        List.of(
            "\"vision\":\"yes\"",
            "\"colour\":\"pale\"",
            "\"redness\":\"warm\",\"pus\":\"yes\"",
            "\"worry\":3",
            "\"colour\":\"bruised\"",
            "\"pain\":0")) {
      clinic.at(clinic.now().plus(Duration.ofHours(5)));
      String fields = ",\"form\":\"full\",\"complete\":false,\"answers\":{" + answers + "}";
      Json.Obj row = only(send(patient, event("check-in", fields)));
      assertThat(at(row, "status")).isEqualTo("accepted");
      assertThat(row.find("assessment")).isEmpty();
      String events = clinic.get("/api/episodes/" + episode + "/events", patient).text();
      assertThat(events).contains("\"type\":\"check-in\"").doesNotContain("\"assessment\"");
      Json.Obj view = clinic.get("/api/episodes/" + episode, patient).object();
      assertThat(at(view, "use")).isEqualTo("information");
      assertThat(((Json.Obj) view.find("status").orElseThrow()).members())
          .extracting(Json.Member::name)
          .containsExactly("level", "since", "alerts", "reported", "seen", "answered");
      assertThat(((Json.Obj) view.find("status").orElseThrow()).find("level")).isEmpty();
      assertThat(view.find("course").orElseThrow().text()).doesNotContain("\"level\"");
    }
    // The clinic sees it all the same, and its clock rings.
    assertThat(clinic.get("/api/worklist", nurse).text()).contains("\"level\":\"emergency\"");
  }

  @Test
  void a_clock_that_ran_ahead_leaves_no_later_deadline_on_the_worklist() {
    open();
    send(
        patient,
        event(
            "check-in", ",\"form\":\"full\",\"complete\":false,\"answers\":{\"colour\":\"pale\"}"));
    Json told = clinic.get("/api/worklist", nurse).object().find("waiting").orElseThrow();
    clinic.at(clinic.now().plus(Duration.ofHours(20)));
    Json ahead = clinic.get("/api/worklist", nurse).object().find("waiting").orElseThrow();
    assertThat(ahead.text()).isNotEqualTo(told.text());

    clinic.at(clinic.now().minus(Duration.ofHours(20)));

    assertThat(clinic.get("/api/worklist", nurse).object().find("waiting").orElseThrow().text())
        .isEqualTo(told.text());
  }

  @Test
  void nothing_waits_on_a_worklist_where_nobody_reported() {
    open();
    Json.Obj page = clinic.get("/api/worklist", nurse).object();
    assertThat(at(page, "waiting")).isEqualTo("[]");
    assertThat(at(page, "others")).isEqualTo("1");
  }

  @Test
  void a_token_of_another_clinic_finds_nothing() {
    open();
    String other = clinic.clinician("south");
    assertThat(clinic.get("/api/episodes/" + episode, other).status()).isEqualTo(404);
    assertThat(
            clinic.post("/api/episodes/" + episode + "/events", other, "[" + note() + "]").status())
        .isEqualTo(404);
    assertThat(clinic.get("/api/worklist", other).text()).doesNotContain(episode);
  }

  @Test
  void a_patients_token_opens_her_own_episode_alone() {
    open();
    String mine = patient;
    open();
    assertThat(clinic.get("/api/episodes/" + episode, mine).status()).isEqualTo(404);
    assertThat(clinic.get("/api/worklist", mine).status()).isEqualTo(403);
    assertThat(
            clinic
                .post("/api/episodes", mine, RunningClinic.opening(clinic.now(), "null"))
                .status())
        .isEqualTo(403);
  }

  @Test
  void a_wrong_token_is_refused() {
    open();
    for (String token :
        new String[] {"", "north_wrong", "nothing", "north", "_", "x".repeat(500)}) {
      RunningClinic.Answer answer = clinic.get("/api/episodes/" + episode, token);
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.type()).startsWith("application/problem+json");
    }
  }

  @Test
  void an_order_outside_the_limits_is_refused_by_the_limit_and_nothing_is_kept() {
    RunningClinic.Answer answer =
        clinic.post(
            "/api/episodes",
            nurse,
            RunningClinic.opening(
                clinic.now(), ORDER.replace("\"perDay\":2", "\"perDay\":6").replace("48", "12")));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("order.startHours", "order.perDay", "is 6");
    assertThat(at(clinic.get("/api/worklist", nurse).object(), "others")).isEqualTo("0");
  }

  @Test
  void every_wrong_field_is_named_with_its_value() {
    String body =
        RunningClinic.opening(clinic.now(), "null")
            .replace("hyaluronic-acid", "hyaluronic-acids")
            .replace("1991-04-30", "1991-02-30")
            .replace("\"language\"", "\"langage\"");
    RunningClinic.Answer answer = clinic.post("/api/episodes", nurse, body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text())
        .contains("treatment.filler", "did you mean hyaluronic-acid?")
        .contains("patient.birthDate", "1991-02-30")
        .contains("patient.langage", "did you mean language?");
  }

  @Test
  void the_same_event_twice_is_one_event_and_another_body_is_refused() {
    open();
    UUID id = UUID.randomUUID();
    String first = event(id, "contact", clinic.now(), ",\"form\":\"none\",\"text\":\"one\"");
    assertThat(at(only(send(patient, first)), "status")).isEqualTo("accepted");
    assertThat(at(only(send(patient, first)), "status")).isEqualTo("duplicate");
    Json.Obj other = only(send(patient, first.replace("one", "two")));
    assertThat(at(other, "status")).isEqualTo("refused");
    assertThat(at(other, "why")).contains(id.toString());
    assertThat(clinic.get("/api/episodes/" + episode + "/events?after=2", nurse).text())
        .contains("one")
        .doesNotContain("two");
  }

  @Test
  void a_body_that_is_too_large_or_truncated_or_not_utf8_is_a_clear_problem() {
    open();
    String path = "/api/episodes/" + episode + "/events";
    String large = "[" + event("note", ",\"text\":\"" + "x".repeat(300_000) + "\"") + "]";
    assertThat(clinic.post(path, nurse, large).status()).isEqualTo(413);
    String whole = "[" + event("note", ",\"text\":\"hello\"") + "]";
    for (int length = 0; length < whole.length(); length += 7) {
      assertThat(clinic.post(path, nurse, whole.substring(0, length)).status()).isEqualTo(400);
    }
    byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
    bytes[whole.indexOf("hello")] = (byte) 0xff;
    assertThat(clinic.postBytes(path, nurse, bytes).status()).isEqualTo(400);
    assertThat(clinic.get(path + "?after=2", nurse).text()).isEqualTo("[]");
  }

  @Test
  void a_phone_clock_a_day_off_is_kept_with_both_clocks_and_the_worse_level() {
    open();
    clinic.at(clinic.now().plus(Duration.ofHours(30)));
    Instant phone = clinic.now().minus(Duration.ofHours(24));
    String hives = ",\"form\":\"full\",\"complete\":false,\"answers\":{\"hives\":\"yes\"}";
    Json.Obj row = only(send(patient, event(UUID.randomUUID(), "check-in", phone, hives)));
    assertThat(at(row, "assessment", "level")).isEqualTo("emergency");
    assertThat(clinic.get("/api/episodes/" + episode + "/events?after=2", nurse).text())
        .contains(phone.toString(), clinic.now().toString());
  }

  @Test
  void a_server_clock_that_goes_backwards_never_sets_the_record_back() {
    open();
    Instant later = clinic.now().plus(Duration.ofHours(3));
    clinic.at(later);
    only(send(nurse, note()));
    clinic.at(later.minus(Duration.ofHours(2)));
    assertThat(at(only(send(nurse, note())), "status")).isEqualTo("accepted");
    String events = clinic.get("/api/episodes/" + episode + "/events?after=2", nurse).text();
    assertThat(events.split("\"received\":\"" + later, -1)).hasSize(3);
  }

  @Test
  void massage_begins_only_after_its_questions_were_answered_clear() {
    open();
    for (int hours : new int[] {6, 24, 48, 66}) {
      clinic.at(RunningClinic.START.plus(Duration.ofHours(hours)));
      if (hours < 66) {
        only(send(patient, event("check-in", clear("full"))));
      }
    }
    Json.Obj view = clinic.get("/api/episodes/" + episode, patient).object();
    assertThat(at(view, "today", "massage", "state")).as(view.text()).isEqualTo("open");
    String occurrence = at(view, "today", "massage", "occurrence");
    String start = ",\"occurrence\":\"" + occurrence + "\"";
    assertThat(at(only(send(patient, event("massage-started", start))), "status"))
        .isEqualTo("refused");
    String clear = clear(at(view, "today", "massage", "form"));
    assertThat(at(only(send(patient, event("check-in", clear))), "status")).isEqualTo("accepted");
    Json.Obj begun = only(send(patient, event("massage-started", start)));
    assertThat(at(begun, "status")).as(begun.text()).isEqualTo("accepted");
    assertThat(at(only(send(patient, event("massage-started", start))), "status"))
        .isEqualTo("refused");
    Json.Obj after = clinic.get("/api/episodes/" + episode, patient).object();
    assertThat(at(after, "today", "massage", "state")).isEqualTo("refused");
    assertThat(at(after, "today", "massage", "doneToday")).isEqualTo("1");
    assertThat(after.text()).contains("\"seconds\":null,\"stopped\":false}]");
  }

  @Test
  void two_missed_windows_bring_the_patient_onto_the_worklist_by_themselves() {
    open();
    clinic.at(clinic.now().plus(Duration.ofHours(24)));
    Json.Obj page = clinic.get("/api/worklist", nurse).object();
    assertThat(page.text()).contains("\"silence\"");
    assertThat(page.text()).contains("\"level\":\"soon\"");
    Json.Obj view = clinic.get("/api/episodes/" + episode, patient).object();
    assertThat(at(view, "status", "reportedBy")).isEqualTo("nobody");
    assertThat(view.text()).contains("\"heard\":null");
    assertThat(at(view, "plan", "answered")).isEqualTo("0");
  }

  @Test
  void health_and_metrics_answer_without_a_token() {
    assertThat(clinic.get("/health/live", "").status()).isEqualTo(200);
    assertThat(clinic.get("/health/ready", "").status()).isEqualTo(200);
    open();
    RunningClinic.Answer metrics = clinic.get("/metrics", "");
    assertThat(metrics.text()).contains("vermilion_http_requests", "/api/episodes");
    assertThat(metrics.text()).doesNotContain(episode);
  }

  private static String clear(String form) {
    return """
    ,"form":"%s","answers":{"vision":"no","stroke":"no","airway":"no","collapse":"no",
    "hives":"no","colour":"usual","colour-elsewhere":"no","pain":1,"pain-course":"easing",
    "cool":"no","skin":"whole","fever":"no","redness":"none","pus":"no",
    "swelling":"mild","swelling-course":"easing","bleeding":"no","numb":"no","lump":"none",
    "asymmetry":"none","worry":0}\
    """
        .formatted(form);
  }

  private String note() {
    return event("note", ",\"text\":\"rang\"");
  }
}
