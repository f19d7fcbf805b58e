package vermilion.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermilion.service.StaffRole;
import vermilion.web.Colleagues;
import vermilion.web.RunningClinic;
import vermilion.web.page.Chromium.Tab;
import vermilion.web.page.Chromium.View;

/// Staff set up accounts and sign in, with an authenticator that Chromium plays.
class StaffBrowserTest extends InChromium {

  @TempDir Path folder;
  private RunningClinic clinic;
  private Colleagues colleagues;

  @BeforeEach
  void start() {
    clinic = RunningClinic.real(folder);
    colleagues = new Colleagues(clinic);
  }

  @AfterEach
  void stop() {
    clinic.close();
  }

  /// Passkeys are bound to a name, and a number is none.
  private String at(String path) {
    return clinic.url().replace("127.0.0.1", "localhost") + path;
  }

  private static JsonObject json(Map<String, Object> members) {
    JsonObject object = new JsonObject();
    members.forEach((name, value) -> {
      switch (value) {
        case Boolean flag -> object.addProperty(name, flag);
        case Number number -> object.addProperty(name, number);
        case JsonObject inner -> object.add(name, inner);
        default -> object.addProperty(name, value.toString());
      }
    });
    return object;
  }

  /// A phone that unlocks by a finger and keeps passkeys; its id.
  private static String authenticator(CDPSession devtools) {
    devtools.send("WebAuthn.enable");
    JsonObject options =
        json(
            Map.of(
                "protocol", "ctap2",
                "transport", "internal",
                "hasResidentKey", true,
                "hasUserVerification", true,
                "isUserVerified", true,
                "automaticPresenceSimulation", true));
    return devtools
        .send("WebAuthn.addVirtualAuthenticator", json(Map.of("options", options)))
        .get("authenticatorId")
        .getAsString();
  }

  private static Locator button(Page page, String words) {
    return page.locator("button:visible", new Page.LocatorOptions().setHasText(words));
  }

  @Test
  void a_passkey_sets_up_an_account_signs_in_and_is_not_copied() {
    String code = colleagues.invited("north", "Nurse Kay", StaffRole.NURSE);
    try (Tab tab = chromium.tab(View.DESK)) {
      Page page = tab.page();
      CDPSession devtools = page.context().newCDPSession(page);
      String phone = authenticator(devtools);
      page.navigate(at("/clinic/set-up#" + code));
      assertThat(page.locator("h1")).hasText("Welcome, Nurse Kay");
      Chromium.inspect(tab, "staff-set-up-desk");
      button(page, "Make a passkey").click();
      assertThat(page.locator("h1")).hasText("Your account is set up");
      signIn(page);
      assertThat(page.locator("h1")).hasText("Who needs you now");
      assertThat(page.locator("header nav")).not().containsText("New treatment");

      page.navigate(at("/clinic/account"));
      assertThat(page.locator("main")).containsText("Chrome, Linux");
      button(page, "Add a passkey").click();
      assertThat(page.locator(".passkey-said"))
          .hasText("This device has a passkey for you already.");
      page.locator("main details summary").click();
      page.locator("input[name=label]").fill("Ward phone");
      button(page, "Change the name").click();
      assertThat(page.locator("main")).containsText("Ward phone");
      page.locator("main details summary").click();
      button(page, "Remove Ward phone").click();
      assertThat(page.locator("main")).containsText("you could not sign in any more");

      rewind(devtools, phone);
      signIn(page);
      assertThat(page.locator("main")).containsText("This passkey is not known here");
      devtools.send(
          "WebAuthn.setUserVerified",
          json(Map.of("authenticatorId", phone, "isUserVerified", false)));
      button(page, "Sign in with a passkey").click();
      assertThat(page.locator(".passkey-said")).containsText("Nothing was signed.");
    }
  }

  private void signIn(Page page) {
    page.navigate(at("/clinic/sign-in"));
    button(page, "Sign in with a passkey").click();
    page.waitForLoadState();
  }

  /// Puts the passkey back as it was before it was ever used: what somebody has who copied it.
  private static void rewind(CDPSession devtools, String phone) {
    JsonObject credential =
        devtools
            .send("WebAuthn.getCredentials", json(Map.of("authenticatorId", phone)))
            .getAsJsonArray("credentials")
            .get(0)
            .getAsJsonObject();
    devtools.send(
        "WebAuthn.removeCredential",
        json(
            Map.of(
                "authenticatorId",
                phone,
                "credentialId",
                credential.get("credentialId").getAsString())));
    credential.addProperty("signCount", 0);
    devtools.send(
        "WebAuthn.addCredential", json(Map.of("authenticatorId", phone, "credential", credential)));
  }

  @Test
  void the_pages_of_staff_are_clean_at_every_size_and_scheme() {
    Colleagues.Colleague ada =
        colleagues.colleague(
            "north", "Dr A. Okafor", StaffRole.MEDICAL_LEAD, StaffRole.ADMINISTRATOR);
    colleagues.colleague("north", "Mia Hall", StaffRole.FRONT_DESK);
    colleagues.invited("north", "Nurse Kay", StaffRole.NURSE);
    String cookie = colleagues.cookie(ada);
    String invitation = colleagues.invited("north", "Dr New", StaffRole.INJECTOR);
    for (View view : View.ALL) {
      try (Tab tab = chromium.tab(view)) {
        Page page = tab.page();
        page.navigate(at("/clinic/sign-in"));
        Chromium.inspect(tab, "staff-sign-in-" + view.name());
        page.navigate(at("/clinic/set-up#" + invitation));
        assertThat(page.locator("h1")).hasText("Welcome, Dr New");
        Chromium.inspect(tab, "staff-set-up-" + view.name());
        page.context()
            .addCookies(
                List.of(
                    new Cookie("vermilion", cookie.substring(cookie.indexOf('=') + 1))
                        .setUrl(at("/clinic"))));
        for (String name : List.of("people", "account")) {
          page.navigate(at("/clinic/" + name));
          page.locator("main details")
              .evaluateAll("all => all.slice(0, 1).forEach(e => e.open = true)");
          Chromium.inspect(tab, "staff-" + name + "-" + view.name());
        }
      }
    }
  }
}
