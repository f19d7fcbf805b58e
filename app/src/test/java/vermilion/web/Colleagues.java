package vermilion.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import vermilion.service.Staff;
import vermilion.service.StaffRole;

/// People with accounts at a running clinic, who sign in as people do.
public final class Colleagues {

  /// The password of all of them.
  public static final String PASSWORD = "seven quiet herons";

  private final RunningClinic clinic;

  /// Works at a clinic.
  public Colleagues(RunningClinic clinic) {
    this.clinic = clinic;
  }

  /// Somebody with an account that is set up.
  ///
  /// @param clinic where
  /// @param name who
  /// @param secret of the app
  /// @param recoveryCodes as they were shown
  public record Colleague(String clinic, String name, String secret, List<String> recoveryCodes) {}

  /// Makes an account; the code of its invitation.
  public String invited(String of, String name, StaffRole... roles) {
    Staff.Invitation made = clinic.people().staff().add(of, name, Set.of(roles), "test");
    return ((Staff.Invitation.Made) made).code();
  }

  /// Makes an account and sets it up.
  public Colleague colleague(String of, String name, StaffRole... roles) {
    Staff staff = clinic.people().staff();
    Staff.Waiting waiting = staff.waiting(invited(of, name, roles)).orElseThrow();
    String secret = staff.newAppSecret();
    Staff.SettingUp done =
        staff.setUp(
            waiting, new Staff.Chosen(PASSWORD, secret, Authenticator.code(secret, clinic.now())));
    clinic.at(clinic.now().plus(Duration.ofSeconds(30)));
    return new Colleague(of, name, secret, ((Staff.SettingUp.Done) done).recoveryCodes());
  }

  /// What the sign-in page sends for somebody.
  public String form(Colleague who, String code) {
    return "clinic="
        + who.clinic()
        + "&name="
        + URLEncoder.encode(who.name(), UTF_8)
        + "&own-password="
        + URLEncoder.encode(PASSWORD, UTF_8)
        + "&app-code="
        + code;
  }

  /// The cookie of a browser that has signed in by an access code.
  public String byCode(String accessCode) {
    return sent("password=" + accessCode);
  }

  /// The cookie of a browser that has sent the form of the sign-in page; empty where it was not let
  /// in.
  public String sent(String form) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(clinic.url() + "/clinic/sign-in"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(request, HttpResponse.BodyHandlers.ofString())
          .headers()
          .firstValue("Set-Cookie")
          .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
          .orElse("");
    } catch (IOException e) {
      throw new AssertionError("no answer to " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /// The cookie of somebody who has signed in; the clock goes on to the next code.
  public String cookie(Colleague who) {
    String cookie = sent(form(who, Authenticator.code(who.secret(), clinic.now())));
    clinic.at(clinic.now().plus(Duration.ofSeconds(30)));
    if (cookie.isEmpty()) {
      throw new AssertionError(who.name() + " was not let in");
    }
    return cookie;
  }
}
