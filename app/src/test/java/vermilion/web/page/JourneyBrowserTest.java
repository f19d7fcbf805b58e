package vermilion.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static vermilion.web.page.PatientHands.calmly;
import static vermilion.web.page.PatientHands.go;
import static vermilion.web.page.PatientHands.says;
import static vermilion.web.page.PatientHands.sees;
import static vermilion.web.page.PatientHands.worry;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vermilion.json.Json;
import vermilion.web.RunningClinic;
import vermilion.web.page.Chromium.Tab;
import vermilion.web.page.Chromium.View;

/// A patient's phone and a real clinic: with a network, without one from a cold start, and back.
class JourneyBrowserTest extends OnRunningClinic {

  private static final String ORDER =
      """
      {"practitioner":"Dr Okafor","massage":{"startHours":48,"minutes":1,"perDay":2,"days":3,
      "where":["upper lip, left"],"reason":null}}\
      """;
  private static final String CALL_999 = "a[href='tel:999']";

  @Override
  String order() {
    return ORDER;
  }

  @Test
  void online_then_offline_from_a_cold_start_then_back_loses_and_doubles_nothing() {
    try (Tab tab = phone(View.PHONE, NOW)) {
      BrowserContext phone = tab.page().context();
      Page page = tab.page();
      calmly(page, "check-in");
      page.locator("main .actions button").click();
      PatientHands.sentAll(page, episode);
      PatientHands.kept(page);

      phone.setOffline(true);
      page.close();
      Page cold = coldStart(phone);
      says(cold, "main", "No network since");
      worry(cold, "vision");
      says(cold, "h1", "Call 999 now");
      sees(cold, CALL_999);
      says(cold, "main", "Not at the clinic yet");
      says(cold, "main", "Saved on this phone");
      assertThat(cold.locator("main").textContent()).doesNotContain("Sent ", "seen by");
      go(cold, "card");
      sees(cold, CALL_999);
      PatientHands.kept(cold);
      cold.close();

      Page again = coldStart(phone);
      says(again, "h2", "Call 999 now");
      phone.setOffline(false);
      again.evaluate("dispatchEvent(new Event('online'))");
      PatientHands.sentAll(again, episode);
      says(again, "main", "Not yet seen by the clinic");
      assertThat(told()).containsExactly("opened", "order-signed", "check-in", "contact");
      assertThat(lastLevel()).isEqualTo("emergency");
    }
  }

  @Test
  void two_phones_of_one_patient_end_up_with_the_same_story() {
    try (Tab one = phone(View.PHONE, NOW);
        Tab other = phone(View.PHONE, NOW)) {
      one.page().context().setOffline(true);
      worry(one.page(), "stroke");
      says(one.page(), "main", "Not at the clinic yet");
      worry(other.page(), "vision");
      PatientHands.sentAll(other.page(), episode);
      one.page().context().setOffline(false);
      one.page().evaluate("dispatchEvent(new Event('online'))");
      PatientHands.sentAll(one.page(), episode);
      assertThat(told()).containsExactly("opened", "order-signed", "contact", "contact");
      go(other.page(), "course");
      other.page().reload();
      go(one.page(), "course");
      for (Tab tab : List.of(one, other)) {
        PatientHands.comes(
            tab.page(), "() => document.querySelectorAll('main .rows li').length >= 2");
      }
    }
  }

  @Test
  void a_phone_whose_clock_is_a_day_behind_tells_its_own_time_and_the_clinics_counts() {
    try (Tab tab = phone(View.PHONE, NOW.minus(Duration.ofDays(1)))) {
      Page page = tab.page();
      says(page, "main", "21:0");
      page.context().setOffline(true);
      worry(page, "stroke");
      says(page, "h1", "Call 999 now");
      page.context().setOffline(false);
      page.evaluate("dispatchEvent(new Event('online'))");
      PatientHands.sentAll(page, episode);
      Json.Obj event = events().getLast();
      assertThat(text(event, "at")).startsWith("2026-03-24T21:0");
      assertThat(text(event, "received")).isEqualTo(NOW.toString());
    }
  }

  @Test
  void a_massage_begins_without_a_network_by_the_same_rules_and_is_told_later() {
    for (int hours : List.of(6, 20, 40)) {
      heardOf(RunningClinic.START.plus(Duration.ofHours(hours)));
    }
    Instant now = RunningClinic.START.plus(Duration.ofHours(50));
    clinic.at(now);
    try (Tab tab = phone(View.PHONE, now)) {
      Page page = tab.page();
      PatientHands.comes(page, "() => vermilion.later('massage') !== null");
      page.context().setOffline(true);
      calmly(page, "check-in");
      page.locator("main .actions button").click();
      says(page, "main", "Saved on this phone");
      go(page, "massage/how");
      page.locator("main .actions button").first().click();
      says(page, "main", "of 1 minute");
      page.context().setOffline(false);
      page.evaluate("dispatchEvent(new Event('online'))");
      PatientHands.sentAll(page, episode);
      assertThat(told()).endsWith("check-in", "massage-started");
      assertThat(page.locator("main").textContent()).contains("of 1 minute");
    }
  }

  /// A sign of life, so that nothing is held for silence.
  private void heardOf(Instant when) {
    clinic.at(when);
    String event =
        "[{\"id\":\"%s\",\"type\":\"check-in\",\"at\":\"%s\",\"complete\":false,\"answers\":{\"colour\":\"usual\"}}]"
            .formatted(UUID.randomUUID(), when);
    assertThat(clinic.post("/api/episodes/" + episode + "/events", nurse, event).text())
        .contains("accepted");
  }

  private Page coldStart(BrowserContext phone) {
    Page page = phone.newPage();
    page.navigate(clinic.url() + "/p/");
    page.waitForSelector("nav a");
    return page;
  }

  private List<Json.Obj> events() {
    return ((Json.Arr) clinic.get("/api/episodes/" + episode + "/events", nurse).json())
        .items().stream().map(each -> (Json.Obj) each).toList();
  }

  private List<String> told() {
    assertThat(events().stream().map(event -> text(event, "id"))).doesNotHaveDuplicates();
    return events().stream().map(event -> text(event, "type")).toList();
  }

  private String lastLevel() {
    return text((Json.Obj) events().getLast().find("assessment").orElseThrow(), "level");
  }

  private static String text(Json.Obj object, String name) {
    return ((Json.Str) object.find(name).orElseThrow()).value();
  }
}
