package vermilion.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermilion.service.StaffRole;
import vermilion.web.Colleagues.Colleague;

/// How staff come in and go out, over HTTP as a browser does it.
final class StaffSignInTest {

  private static final Pattern SECRET = Pattern.compile("class=\"secret\">([A-Z2-7 ]+)<");
  private static final Pattern LINK = Pattern.compile("/clinic/set-up#([A-Za-z0-9_-]+)");
  private static final Pattern CODE = Pattern.compile("<li>([a-z2-7-]{19})</li>");
  private static final Pattern DEVICE = Pattern.compile("name=\"device\" value=\"([0-9a-f]+)\"");
  private static final Pattern PERSON = Pattern.compile("/clinic/people/([0-9a-f-]{36})/end");

  @TempDir Path folder;
  private RunningClinic clinic;
  private Colleagues colleagues;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void start() {
    clinic = RunningClinic.real(folder);
    colleagues = new Colleagues(clinic);
  }

  @AfterEach
  void stop() {
    client.close();
    clinic.close();
  }

  private HttpResponse<String> get(String path, String cookie) {
    return send(HttpRequest.newBuilder(URI.create(clinic.url() + path)).header("Cookie", cookie));
  }

  private HttpResponse<String> post(String path, String cookie, String form) {
    String token =
        cookie.isEmpty()
            ? ""
            : "token=" + Session.formToken(cookie.substring(cookie.indexOf('=') + 1)) + "&";
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(clinic.url() + path));
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    return send(
        request
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(token + form)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private static String first(Pattern pattern, HttpResponse<String> page) {
    MatchResult found = pattern.matcher(page.body()).results().findFirst().orElseThrow();
    return found.group(1);
  }

  private boolean isIn(String cookie) {
    return get("/clinic/account", cookie).statusCode() == 200;
  }

  private void later(Duration duration) {
    clinic.at(clinic.now().plus(duration));
  }

  private String app(String secret) {
    return Authenticator.code(secret, clinic.now());
  }

  @Test
  void an_invitation_sets_up_an_account_once_and_within_a_day() {
    String code = colleagues.invited("north", "Nurse Kay", StaffRole.NURSE);
    HttpResponse<String> page = post("/clinic/set-up", "", "password=" + code);
    assertThat(page.body()).contains("Welcome, Nurse Kay", "<svg class=\"qr");
    String secret = first(SECRET, page);
    String form = "invitation=" + code + "&app-secret=" + secret.replace(" ", "+");

    assertThat(post("/clinic/set-up/password", "", form + "&new-password=short&app-code=1").body())
        .contains("The password has 5 characters");
    assertThat(
            post("/clinic/set-up/password", "", form + "&new-password=dear+nurse+kay&app-code=1")
                .body())
        .contains("easy to guess");
    String chosen = form + "&new-password=" + URLEncoder.encode(Colleagues.PASSWORD, UTF_8);
    assertThat(post("/clinic/set-up/password", "", chosen + "&app-code=000000").statusCode())
        .isEqualTo(422);
    HttpResponse<String> done =
        post("/clinic/set-up/password", "", chosen + "&app-code=" + app(secret));
    assertThat(CODE.matcher(done.body()).results()).hasSize(10);
    assertThat(post("/clinic/set-up", "", "password=" + code).statusCode()).isEqualTo(403);
    later(Duration.ofSeconds(30));
    assertThat(colleagues.cookie(new Colleague("north", "nurse  kay", secret, List.of())))
        .as("names are compared without case and blanks")
        .startsWith("vermilion=north_");

    String stale = colleagues.invited("north", "Dr Late", StaffRole.INJECTOR);
    later(Duration.ofHours(24));
    assertThat(post("/clinic/set-up", "", "password=" + stale).body()).contains("older than a day");
  }

  @Test
  void every_refusal_is_the_same_and_a_code_of_the_app_works_once() {
    Colleague kay = colleagues.colleague("north", "Nurse Kay", StaffRole.NURSE);
    colleagues.invited("north", "Nobody Yet", StaffRole.NURSE);
    String right = colleagues.form(kay, app(kay.secret()));
    Set<String> refusals = new HashSet<>();
    for (String form :
        List.of(
            right.replace("Nurse+Kay", "Nurse+Ada"),
            right.replace("Nurse+Kay", "Nobody+Yet"),
            right.replace("herons", "hebrides"),
            right.replace(app(kay.secret()), "000000"),
            right.replace("clinic=north", "clinic=south"),
            right.replace("clinic=north", "clinic=nowhere"))) {
      HttpResponse<String> page = post("/clinic/sign-in", "", form);
      assertThat(page.statusCode()).isEqualTo(403);
      assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
      refusals.add(page.body().replaceAll("(value|data-challenge)=\"[^\"]*\"", ""));
    }
    assertThat(refusals).hasSize(1);
    assertThat(colleagues.sent(right)).startsWith("vermilion=north_");
    assertThat(colleagues.sent(right)).as("the same code again").isEmpty();
    clinic.at(clinic.now().minus(Duration.ofSeconds(30)));
    assertThat(colleagues.sent(colleagues.form(kay, app(kay.secret()))))
        .as("an older code")
        .isEmpty();
  }

  @Test
  void a_recovery_code_works_once_however_it_is_typed_and_new_ones_take_their_place() {
    Colleague kay = colleagues.colleague("north", "Nurse Kay", StaffRole.NURSE);
    String one = kay.recoveryCodes().getFirst();
    String cookie =
        colleagues.sent(colleagues.form(kay, one.replace("-", "+").toUpperCase(Locale.ROOT)));
    assertThat(isIn(cookie)).isTrue();
    assertThat(colleagues.sent(colleagues.form(kay, one))).isEmpty();
    assertThat(get("/clinic/account", cookie).body()).contains("9 are left");
    HttpResponse<String> page = post("/clinic/account/recovery-codes", cookie, "");
    String fresh = first(CODE, page);
    assertThat(colleagues.sent(colleagues.form(kay, kay.recoveryCodes().getLast()))).isEmpty();
    assertThat(colleagues.sent(colleagues.form(kay, fresh))).isNotEmpty();
  }

  @Test
  void who_guesses_has_to_wait_whether_or_not_the_account_exists() {
    Colleague kay = colleagues.colleague("north", "Nurse Kay", StaffRole.NURSE);
    for (String name : List.of("Nurse+Kay", "Nurse+Ada")) {
      String form = "clinic=north&name=" + name + "&own-password=guess&app-code=1";
      for (int i = 0; i < 10; i++) {
        assertThat(post("/clinic/sign-in", "", form).statusCode()).isEqualTo(403);
      }
      assertThat(post("/clinic/sign-in", "", form).statusCode()).isEqualTo(429);
    }
    assertThat(colleagues.sent(colleagues.form(kay, app(kay.secret())))).isEmpty();
    later(Duration.ofMinutes(15));
    assertThat(colleagues.sent(colleagues.form(kay, app(kay.secret())))).isNotEmpty();
  }

  @Test
  void who_does_nothing_is_signed_out_and_everybody_after_twelve_hours() {
    Colleague kay = colleagues.colleague("north", "Nurse Kay", StaffRole.NURSE);
    String cookie = colleagues.cookie(kay);
    later(Duration.ofMinutes(29));
    assertThat(isIn(cookie)).isTrue();
    later(Duration.ofMinutes(29));
    assertThat(isIn(cookie)).isTrue();
    later(Duration.ofMinutes(30));
    assertThat(isIn(cookie)).isFalse();

    String busy = colleagues.cookie(kay);
    for (int i = 0; i < 35; i++) {
      later(Duration.ofMinutes(20));
      assertThat(isIn(busy)).isTrue();
    }
    later(Duration.ofMinutes(20));
    assertThat(isIn(busy)).isFalse();
  }

  @Test
  void a_person_sees_where_she_is_signed_in_and_ends_each_or_all() {
    Colleague kay = colleagues.colleague("north", "Nurse Kay", StaffRole.NURSE);
    String desk = colleagues.cookie(kay);
    String phone = colleagues.cookie(kay);
    String third = colleagues.cookie(kay);
    HttpResponse<String> page = get("/clinic/account", desk);
    assertThat(DEVICE.matcher(page.body()).results()).hasSize(2);
    post("/clinic/account/end-session", desk, "device=" + first(DEVICE, page));
    assertThat(List.of(isIn(phone), isIn(third))).containsExactlyInAnyOrder(true, false);
    post("/clinic/account/end-others", desk, "");
    assertThat(List.of(isIn(desk), isIn(phone), isIn(third))).containsExactly(true, false, false);
    String other = colleagues.cookie(kay);
    String change =
        "own-password="
            + URLEncoder.encode(Colleagues.PASSWORD, UTF_8)
            + "&new-password=nine+loud+bitterns";
    assertThat(post("/clinic/account/password", desk, change.replace("seven", "six")).body())
        .contains("This is not your password of now.");
    assertThat(post("/clinic/account/password", desk, change).body())
        .contains("Your password is changed.");
    assertThat(List.of(isIn(desk), isIn(other))).containsExactly(true, false);
    post("/clinic/sign-out", desk, "");
    assertThat(isIn(desk)).isFalse();
  }

  @Test
  void an_administrator_makes_changes_and_ends_accounts_and_it_counts_at_once() {
    String admin = colleagues.cookie(colleagues.colleague("north", "Ada", StaffRole.ADMINISTRATOR));
    assertThat(get("/clinic", admin).headers().firstValue("Location").orElse(""))
        .isEqualTo("/clinic/people");
    assertThat(post("/clinic/people", admin, "name=&x=1").body())
        .contains("Type the name under which", "Choose at least one role.");
    HttpResponse<String> made =
        post("/clinic/people", admin, "name=Nurse+Kay&roles=nurse&roles=auditor");
    assertThat(made.body()).contains("A link for Nurse Kay", "Nurse, Auditor", "not set up yet");
    assertThat(first(LINK, made)).startsWith("north_");
    assertThat(post("/clinic/people", admin, "name=nurse++KAY&roles=nurse").body())
        .contains("has or had this name");

    Colleague lou = colleagues.colleague("north", "Lou", StaffRole.NURSE);
    String cookie = colleagues.cookie(lou);
    assertThat(get("/clinic", cookie).statusCode()).isEqualTo(200);
    String person = personOf("Lou");
    post("/clinic/people/" + person + "/roles", admin, "roles=front-desk&roles=auditor");
    assertThat(get("/clinic/new", cookie).statusCode()).isEqualTo(403);
    HttpResponse<String> anew = post("/clinic/people/" + person + "/start-anew", admin, "");
    assertThat(first(LINK, anew)).startsWith("north_");
    assertThat(isIn(cookie)).isFalse();
    assertThat(colleagues.sent(colleagues.form(lou, app(lou.secret())))).isEmpty();
    post("/clinic/people/" + person + "/end", admin, "");
    assertThat(post("/clinic/set-up", "", "password=" + first(LINK, anew)).statusCode())
        .isEqualTo(403);
    assertThat(get("/clinic/people", admin).body()).contains("Lou, ended");
    assertThat(PERSON.matcher(get("/clinic/people", admin).body()).results())
        .as("nobody ends her own account")
        .hasSize(1);
  }

  private String personOf(String name) {
    return clinic.people().staff().of("north").stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow()
        .person()
        .toString();
  }

  @Test
  void an_access_code_opens_the_pages_only_until_somebody_has_an_account() {
    String code = clinic.clinician("north");
    assertThat(colleagues.byCode(code)).isNotEmpty();
    colleagues.invited("north", "Ada", StaffRole.ADMINISTRATOR);
    assertThat(colleagues.byCode(code)).as("nobody could sign in else").isNotEmpty();
    colleagues.colleague("north", "Kay", StaffRole.NURSE);
    assertThat(colleagues.byCode(code)).isEmpty();
    assertThat(colleagues.byCode(clinic.clinician("south"))).isNotEmpty();
    assertThat(clinic.get("/api/worklist", code).status()).as("the API goes on").isEqualTo(200);
  }
}
