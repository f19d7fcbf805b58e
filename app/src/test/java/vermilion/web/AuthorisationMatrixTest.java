package vermilion.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermilion.episode.Author;
import vermilion.service.Access;
import vermilion.service.StaffRole;

/// Every route that the server registers, asked by everybody there is. Who is let in stands here a
/// second time, by hand and apart from the product's own table: a new route has to be thought about
/// twice before anything builds.
final class AuthorisationMatrixTest {

  /// I injector, N nurse, F front desk, M medical lead, A auditor, D administrator, by their
  /// cookies; c the cookie of an access code; t a clinician's token, p the patient's, s a
  /// service's. A star is everybody and nobody.
  private static final String LET_IN =
      """
      * GET /
      * GET /p/
      * GET /p/sw.js
      * GET /p/manifest-{language}.webmanifest
      * GET /p/plain-{language}.webmanifest
      * GET /p/<path>
      * GET /static/<path>
      * GET /card/{key}
      * GET /mail/{secret}
      * POST /mail/{secret}
      * GET /health/live
      * GET /health/ready
      * GET /metrics
      * POST /api/enrol
      * POST /api/enrol/opened
      * GET /learn
      * GET /learn/feed.xml
      * GET /learn/day/{day}
      * GET /learn/{slug}
      * GET /learn/subscribe
      * POST /learn/subscribe
      * GET /learn/confirm/{key}
      * POST /learn/confirm/{key}
      * GET /learn/leave/{key}
      * POST /learn/leave/{key}
      * GET /clinic/sign-in
      * POST /clinic/sign-in
      * GET /clinic/set-up
      * POST /clinic/set-up
      * POST /clinic/set-up/password
      * POST /clinic/set-up/passkey
      * POST /clinic/sign-in/passkey
      INFMADc POST /clinic/sign-out
      INFMAD GET /clinic/account
      INFMAD POST /clinic/account/end-session
      INFMAD POST /clinic/account/end-others
      INFMAD POST /clinic/account/password
      INFMAD POST /clinic/account/recovery-codes
      INFMAD POST /clinic/account/passkey
      INFMAD POST /clinic/account/name-passkey
      INFMAD POST /clinic/account/drop-passkey
      D GET /clinic/people
      D POST /clinic/people
      D POST /clinic/people/{person}/roles
      D POST /clinic/people/{person}/start-anew
      D POST /clinic/people/{person}/end
      INFMc GET /clinic
      INFMc GET /clinic/live
      IMc GET /clinic/new
      IMc POST /clinic/new
      INMc GET /clinic/episodes/{id}
      INMc GET /clinic/episodes/{id}/photos
      INMc GET /clinic/episodes/{id}/photos/{photo}
      INMc GET /clinic/episodes/{id}/card-print
      INMc GET /clinic/episodes/{id}/act
      INMc POST /clinic/episodes/{id}/acknowledge
      INMc POST /clinic/episodes/{id}/take-over
      INMc POST /clinic/episodes/{id}/rang
      INMc POST /clinic/episodes/{id}/review
      INMc POST /clinic/episodes/{id}/cancel-review
      IMc POST /clinic/episodes/{id}/lower
      INFMc GET /clinic/episodes/{id}/call
      INFMc POST /clinic/episodes/{id}/call
      INMc POST /clinic/episodes/{id}/message
      IMc POST /clinic/episodes/{id}/lift-hold
      IMc POST /clinic/episodes/{id}/order
      INMc POST /clinic/episodes/{id}/stop-order
      INMc POST /clinic/episodes/{id}/leave
      INMc POST /clinic/episodes/{id}/link
      INMc POST /clinic/episodes/{id}/end-device
      INMc POST /clinic/episodes/{id}/reminders
      INMc POST /clinic/episodes/{id}/end-helper
      INMc POST /clinic/episodes/{id}/test-mail
      INMc POST /clinic/episodes/{id}/mail-came
      INFMDc GET /clinic/mails
      INFMDc POST /clinic/mails/{id}/forget
      t POST /api/episodes
      tps GET /api/episodes/{id}
      tps GET /api/episodes/{id}/phone
      tps GET /api/episodes/{id}/events
      tps POST /api/episodes/{id}/events
      p POST /api/episodes/{id}/photos
      tps GET /api/episodes/{id}/photos
      tps GET /api/episodes/{id}/photos/{photo}
      tp GET /api/episodes/{id}/devices
      tp POST /api/episodes/{id}/devices/end
      p POST /api/episodes/{id}/devices/ready
      tp POST /api/episodes/{id}/link
      p POST /api/episodes/{id}/helpers/{helper}/link
      t GET /api/worklist
      t POST /api/alerts/{id}/acknowledge
      """;

  private static final Pattern HOLE = Pattern.compile("[{<]\\w+[}>]");

  @TempDir Path folder;
  private RunningClinic clinic;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, Who> everybody = new LinkedHashMap<>();
  private String episode = "";
  private String person = "";

  /// Somebody who asks.
  ///
  /// @param as the letter of the table that this one is treated like; empty: nobody
  /// @param header what is sent to be known by
  /// @param value its value
  /// @param stranger whether the episode is another clinic's or patient's
  private record Who(String as, String header, String value, boolean stranger) {}

  @BeforeEach
  void start() {
    clinic = RunningClinic.real(folder);
    String nurse = clinic.clinician("north");
    String opening = RunningClinic.opening(clinic.now(), "null");
    episode = clinic.post("/api/episodes", nurse, opening).text("episode");
    String other = clinic.post("/api/episodes", nurse, opening).text("episode");
    everybody.put("nobody", new Who("", "", "", false));
    everybody.put("access code", cookie("c", new Colleagues(clinic).byCode(nurse), false));
    everybody.put("a bearer token as a cookie", cookie("", "vermilion=" + nurse, false));
    everybody.put("clinician's token", token("t", nurse, false));
    everybody.put("clinician's token, other clinic", token("t", clinic.clinician("south"), true));
    everybody.put("her patient", token("p", patient(episode), false));
    everybody.put("another patient", token("p", patient(other), true));
    everybody.put("service", token("s", service(), false));
    Colleagues colleagues = new Colleagues(clinic);
    String letters = "INFMAD";
    for (StaffRole role : StaffRole.values()) {
      String letter = letters.substring(role.ordinal(), role.ordinal() + 1);
      for (String of : List.of("north", "south")) {
        Colleagues.Colleague one = colleagues.colleague(of, "Kim " + role.word(), role);
        everybody.put(
            role.word() + " of " + of, cookie(letter, colleagues.cookie(one), of.equals("south")));
      }
    }
    var gone = colleagues.colleague("north", "Lou", StaffRole.MEDICAL_LEAD);
    everybody.put("somebody whose account has ended", cookie("", colleagues.cookie(gone), false));
    var account =
        clinic.people().staff().of("north").stream()
            .filter(one -> one.name().equals("Lou"))
            .findFirst()
            .orElseThrow();
    clinic.people().staff().end("north", account.person(), "test");
    person = account.person().toString();
  }

  @AfterEach
  void stop() {
    client.close();
    clinic.close();
  }

  private static Who cookie(String as, String cookie, boolean stranger) {
    return new Who(as, "Cookie", cookie, stranger);
  }

  private static Who token(String as, String token, boolean stranger) {
    return new Who(as, "Authorization", "Bearer " + token, stranger);
  }

  private String patient(String of) {
    return clinic.token(
        new Access("north", new Author(Author.Role.PATIENT, "patient"), Optional.of(of)));
  }

  private String service() {
    return clinic.token(
        new Access("north", new Author(Author.Role.SERVICE, "till"), Optional.empty()));
  }

  private static Map<String, String> table() {
    Map<String, String> table = new TreeMap<>();
    for (String line : LET_IN.strip().split("\n", -1)) {
      int blank = line.indexOf(' ');
      table.put(line.substring(blank + 1), line.substring(0, blank));
    }
    return table;
  }

  @Test
  void every_route_lets_in_whom_the_table_names_and_nobody_else() {
    assertThat(clinic.routes()).containsExactlyInAnyOrderElementsOf(table().keySet());
    List<String> wrong = new ArrayList<>();
    int asked = 0;
    for (String route : inOrder(clinic.routes())) {
      String names = table().getOrDefault(route, "");
      for (Map.Entry<String, Who> who : everybody.entrySet()) {
        asked++;
        String expected = expected(route, names, who.getValue());
        String found = found(route, who.getValue());
        if (!found.equals(expected)) {
          wrong.add(route + " by " + who.getKey() + ": " + found + ", expected " + expected);
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(asked).isGreaterThan(1_000);
  }

  /// Whoever signs out asks nothing any more.
  private static List<String> inOrder(List<String> routes) {
    return routes.stream()
        .sorted(Comparator.comparingInt(route -> route.endsWith("sign-out") ? 1 : 0))
        .toList();
  }

  private static String expected(String route, String names, Who who) {
    if (names.equals("*")) {
      return "let in";
    }
    if (who.as().isEmpty() || !names.contains(who.as())) {
      return "refused";
    }
    return who.stranger() && isOfEpisode(route) ? "no such" : "let in";
  }

  private static boolean isOfEpisode(String route) {
    return route.contains("/episodes/{id}") || route.contains("/alerts/{id}");
  }

  private String found(String route, Who who) {
    Answer answer = ask(route, who);
    String to = answer.location();
    if (answer.status() == 401
        || (to.startsWith("/clinic/sign-in") && answer.status() == 302)
        || (route.equals("GET /clinic") && answer.status() == 303)
        || answer.body().contains("Your roles do not include this")
        || answer.body().contains("This needs the token of a")) {
      return "refused";
    }
    if (answer.status() >= 500) {
      return "failed with " + answer.status();
    }
    return answer.status() == 404 && who.stranger() && isOfEpisode(route) ? "no such" : "let in";
  }

  /// What came back.
  private record Answer(int status, String location, String body) {}

  private Answer ask(String route, Who who) {
    String[] parts = route.split(" ", 2);
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(clinic.url() + path(parts[1])));
    if (!who.header().isEmpty()) {
      request.header(who.header(), who.value());
    }
    if (parts[0].equals("POST")) {
      boolean form = !parts[1].startsWith("/api/");
      request.header(
          "Content-Type", form ? "application/x-www-form-urlencoded" : "application/json");
      request.POST(
          HttpRequest.BodyPublishers.ofString(form ? "token=" + formToken(who) : body(parts[1])));
    }
    try {
      HttpResponse<InputStream> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      String type = answer.headers().firstValue("Content-Type").orElse("");
      try (InputStream in = answer.body()) {
        return new Answer(
            answer.statusCode(),
            answer.headers().firstValue("Location").orElse(""),
            // A stream of events does not end by itself.
            type.startsWith("text/event-stream")
                ? ""
                : new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new AssertionError("no answer to " + route, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private static String formToken(Who who) {
    return who.header().equals("Cookie")
        ? Session.formToken(who.value().substring(who.value().indexOf('=') + 1))
        : "";
  }

  /// Something that is understood, as far as an episode has to be looked for.
  private String body(String path) {
    if (path.endsWith("/events")) {
      return "[{\"id\":\""
          + new UUID(1, 2)
          + "\",\"type\":\"note\",\"at\":\""
          + clinic.now()
          + "\",\"text\":\"n\"}]";
    }
    return path.endsWith("/end") ? "{\"device\":\"none\"}" : "{}";
  }

  private String path(String template) {
    String path = template.replace("/alerts/{id}", "/alerts/" + episode + ".none");
    path = path.replace("/episodes/{id}", "/episodes/" + episode).replace("{person}", person);
    return HOLE.matcher(path).replaceAll("none")
        + (path.endsWith("/photos") ? "?id=" + new UUID(1, 3) : "");
  }
}
