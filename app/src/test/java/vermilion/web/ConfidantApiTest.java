package vermilion.web;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermilion.json.Json;

/// A helper whom the patient lets in: by a link that opens once, as far as she lets him, and until
/// she ends it (decision 29).
class ConfidantApiTest {

  private static final String BORN = "1991-04-30";
  private static final String PALE =
      "\"type\":\"check-in\",\"form\":\"look\",\"answers\":{\"colour\":\"pale\",\"pain\":2}";

  /// What a helper needs for each route. A route that is not here fails the test: somebody has to
  /// decide about it.
  private static final Map<String, String> DECIDED =
      Map.ofEntries(
          entry("POST /api/enrol", "anybody"),
          entry("POST /api/enrol/opened", "anybody"),
          entry("POST /api/episodes", "never"),
          entry("GET /api/episodes/{id}", "look"),
          entry("GET /api/episodes/{id}/phone", "look"),
          entry("GET /api/episodes/{id}/events", "never"),
          entry("POST /api/episodes/{id}/events", "answer"),
          entry("POST /api/episodes/{id}/photos", "never"),
          entry("GET /api/episodes/{id}/photos", "never"),
          entry("GET /api/episodes/{id}/photos/{photo}", "never"),
          entry("GET /api/episodes/{id}/devices", "never"),
          // Himself alone: see below.
          entry("POST /api/episodes/{id}/devices/end", "look"),
          entry("POST /api/episodes/{id}/devices/ready", "look"),
          entry("POST /api/episodes/{id}/link", "never"),
          entry("POST /api/episodes/{id}/helpers/{helper}/link", "never"),
          entry("GET /api/worklist", "never"),
          entry("POST /api/alerts/{id}/acknowledge", "never"));

  @TempDir Path folder;
  private RunningClinic clinic;
  private String nurse;
  private String episode = "";
  private String path = "";
  private String hers = "";

  @BeforeEach
  void start() {
    clinic = RunningClinic.real(folder);
    nurse = clinic.clinician("north");
    RunningClinic.Answer opened =
        clinic.post("/api/episodes", nurse, RunningClinic.opening(clinic.now(), "null"));
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    episode = opened.text("episode");
    path = "/api/episodes/" + episode;
    hers = letIn(secret(opened.text("patientLink")));
  }

  @AfterEach
  void stop() {
    clinic.close();
  }

  private static String secret(String link) {
    return link.substring(link.indexOf(".once.") + ".once.".length());
  }

  private RunningClinic.Answer enrol(String link, String born) {
    return clinic.post(
        "/api/enrol", "", "{\"link\":\"%s\",\"birthDate\":\"%s\"}".formatted(link, born));
  }

  private String letIn(String link) {
    RunningClinic.Answer answer = enrol(link, BORN);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.text("token");
  }

  private String status(String token, String id, String fields) {
    RunningClinic.Answer answer =
        clinic.post(
            path + "/events",
            token,
            "[{\"id\":\"%s\",\"at\":\"%s\",%s}]".formatted(id, clinic.now(), fields));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return ((Json.Str) first(answer).find("status").orElseThrow()).value();
  }

  private static Json.Obj first(RunningClinic.Answer answer) {
    return (Json.Obj) ((Json.Arr) answer.json()).items().getFirst();
  }

  private String let(String name, String fields) {
    String id =
        UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)).toString();
    assertThat(status(hers, id, "\"type\":\"helper-let-in\",\"name\":\"" + name + "\"," + fields))
        .isEqualTo("accepted");
    return id;
  }

  private RunningClinic.Answer link(String helper, String token) {
    return clinic.post(path + "/helpers/" + helper + "/link", token, "{}");
  }

  /// The token of a helper's phone.
  private String helper(String name, String may) {
    return letIn(secret(link(let(name, "\"may\":" + may), hers).text("helperLink")));
  }

  private Optional<String> end(String helper, String token) {
    return Optional.of(
        status(
            token,
            UUID.randomUUID().toString(),
            "\"type\":\"helper-ended\",\"helper\":\"" + helper + "\""));
  }

  @Test
  void every_route_is_shut_to_a_helper_but_for_what_she_lets_him_do() {
    List<String> routes = clinic.routes().stream().filter(one -> one.contains(" /api/")).toList();
    assertThat(routes).hasSizeGreaterThan(10);
    assertThat(DECIDED.keySet()).containsExactlyInAnyOrderElementsOf(routes);
    String looks = helper("Sam", "[\"look\"]");
    String answers = helper("Kim", "[\"look\",\"answer\"]");
    for (String route : routes) {
      String needs = DECIDED.get(route);
      assertThat(isShut(route, looks))
          .as(route)
          .isEqualTo(!List.of("look", "anybody").contains(needs));
      assertThat(isShut(route, answers)).as(route).isEqualTo("never".equals(needs));
    }
  }

  private boolean isShut(String route, String token) {
    int space = route.indexOf(' ');
    String address =
        route
            .substring(space + 1)
            .replace("/api/episodes/{id}", path)
            .replace("{id}", "x")
            .replace("{helper}", UUID.randomUUID().toString())
            .replace("{photo}", UUID.randomUUID().toString());
    String with = address.startsWith("/api/enrol") ? "" : token;
    RunningClinic.Answer answer =
        route.startsWith("GET ") ? clinic.get(address, with) : clinic.post(address, with, "{}");
    assertThat(answer.status()).as(route + ": " + answer.text()).isNotIn(401, 500);
    return answer.status() == 403;
  }

  @Test
  void a_helper_sees_whose_page_it_is_and_none_of_the_letters_photos_and_other_numbers() {
    let("Pat", "\"phone\":\"020 7946 0003\",\"may\":[\"call\"]");
    status(
        hers,
        UUID.randomUUID().toString(),
        "\"type\":\"contact\",\"form\":\"none\",\"concern\":\"other\",\"text\":\"for the nurse alone\"");
    String sam = helper("Sam", "[\"look\"]");
    String seen = clinic.get(path, sam).text();
    String bundle = clinic.get(path + "/phone", sam).text();

    assertThat(seen).contains("\"helper\":{\"id\":", "\"name\":\"Sam\"", "Amira Haddad");
    assertThat(seen + bundle)
        .doesNotContain("for the nurse alone", "020 7946 0003", "\"helpers\":");
    assertThat(clinic.get(path, hers).text())
        .contains("for the nurse alone", "020 7946 0003", "\"may\":[\"look\"]");
    assertThat(clinic.get(path + "?language=de", sam).status()).isEqualTo(200);
  }

  @Test
  void what_a_helper_answers_counts_as_hers_and_says_who_answered() {
    String kim = helper("Kim", "[\"look\",\"answer\"]");
    String id = UUID.randomUUID().toString();
    clinic.at(clinic.now().plus(Duration.ofHours(2)));
    assertThat(status(kim, id, PALE)).isEqualTo("accepted");
    assertThat(status(kim, id, PALE)).isEqualTo("duplicate");

    assertThat(clinic.get(path, hers).text())
        .contains("\"level\":\"emergency\"", "\"helper\":\"Kim\"");
    assertThat(clinic.get("/api/worklist", nurse).text())
        .contains("\"level\":\"emergency\"", episode);
    assertThat(clinic.get(path + "/events", nurse).text())
        .contains("\"by\":{\"role\":\"helper\",\"name\":\"Kim\"}");
    String refused = UUID.randomUUID().toString();
    assertThat(status(kim, refused, "\"type\":\"leave-asked\",\"leave\":\"erasure\""))
        .isEqualTo("refused");
    assertThat(status(kim, refused, "\"type\":\"massage-started\",\"occurrence\":\"x\""))
        .isEqualTo("refused");
  }

  @Test
  void a_helper_whom_she_ends_is_out_at_once_and_his_phone_is_told_to_forget() {
    String kim = helper("Kim", "[\"look\",\"answer\"]");
    String id = let("Sam", "\"may\":[\"look\"]");
    String unopened = secret(link(id, hers).text("helperLink"));
    end(id, hers);
    assertThat(enrol(unopened, BORN).status()).isEqualTo(403);
    assertThat(link(id, hers).status()).isEqualTo(404);
    assertThat(clinic.get(path, kim).status()).isEqualTo(200);

    Json helpers = clinic.get(path, hers).object().find("helpers").orElseThrow();
    String kims =
        ((Json.Str) ((Json.Obj) ((Json.Arr) helpers).items().getFirst()).find("id").orElseThrow())
            .value();
    end(kims, nurse);
    RunningClinic.Answer told = clinic.get(path, kim);
    assertThat(told.status()).isEqualTo(401);
    assertThat(told.text()).contains("urn:vermilion:session-ended");
    assertThat(clinic.post(path + "/events", kim, "[]").status()).isEqualTo(401);
    assertThat(clinic.get(path + "/devices", hers).text()).contains("\"helpers\":[]");
  }

  @Test
  void a_helpers_link_opens_once_for_half_an_hour_and_locks() {
    String id = let("Sam", "\"may\":[\"look\"]");
    assertThat(link(id, nurse).status()).isEqualTo(403);
    String late = secret(link(id, hers).text("helperLink"));
    clinic.at(clinic.now().plus(Duration.ofMinutes(31)));
    assertThat(enrol(late, BORN).status()).isEqualTo(403);
    String tried = secret(link(id, hers).text("helperLink"));
    for (int i = 1; i <= 5; i++) {
      assertThat(enrol(tried, "1991-04-0" + i).status()).isEqualTo(403);
    }
    assertThat(enrol(tried, BORN).status()).isEqualTo(403);
    String other = let("Kim", "\"may\":[\"look\"]");
    String kims = secret(link(other, hers).text("helperLink"));
    String right = secret(link(id, hers).text("helperLink"));
    // A link for one helper leaves that of another open, and hers alone.
    String own = secret(clinic.post(path + "/link", hers, "{}").text("patientLink"));
    letIn(kims);
    letIn(own);
    String sam = letIn(right);
    assertThat(enrol(right, BORN).status()).isEqualTo(403);
    RunningClinic.Answer everybody =
        clinic.post(path + "/devices/end", sam, "{\"device\":\"all\"}");
    assertThat(everybody.status()).isEqualTo(403);
    assertThat(clinic.post(path + "/devices/end", sam, "{\"device\":\"this\"}").text())
        .isEqualTo("{\"ended\":1}");
    assertThat(clinic.get(path, sam).status()).isEqualTo(401);
    assertThat(clinic.get(path, hers).status()).isEqualTo(200);
  }

  @Test
  void who_finds_her_phone_does_not_stay_in_as_a_helper() {
    String finder = helper("Kim", "[\"look\",\"answer\"]");
    String made = secret(link(let("Sam", "\"may\":[\"look\"]"), hers).text("helperLink"));
    assertThat(clinic.post(path + "/devices/end", nurse, "{\"device\":\"all\"}").text())
        .isEqualTo("{\"ended\":2}");
    assertThat(clinic.get(path, finder).status()).isEqualTo(401);
    assertThat(enrol(made, BORN).status()).isEqualTo(403);
  }

  @Test
  void the_clinic_sees_on_the_worklist_whom_it_may_call() {
    let("Sam", "\"phone\":\"020 7946 0003\",\"may\":[\"call\"]");
    clinic.at(clinic.now().plus(Duration.ofHours(2)));
    status(hers, UUID.randomUUID().toString(), PALE);
    assertThat(clinic.get("/api/worklist", nurse).text())
        .contains("\"callable\":[{\"name\":\"Sam\",\"phone\":\"020 7946 0003\"}]");
  }
}
