package vermilion.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import vermilion.web.RunningClinic;
import vermilion.web.page.Chromium.Tab;
import vermilion.web.page.Chromium.View;

/// A patient's phone and a real clinic, one for each test.
abstract class OnRunningClinic extends InChromium {

  static final Instant NOW = RunningClinic.START.plus(Duration.ofHours(6));

  @TempDir Path folder;
  RunningClinic clinic;
  String nurse;
  String episode = "";
  String link = "";

  /// Opens one patient's episode.
  @BeforeEach
  void start() {
    clinic = running();
    nurse = clinic.clinician("north");
    RunningClinic.Answer opened =
        clinic.post("/api/episodes", nurse, RunningClinic.opening(RunningClinic.START, order()));
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    episode = opened.text("episode");
    link = opened.text("patientLink");
    turnClock();
  }

  /// The clinic of a test.
  RunningClinic running() {
    return RunningClinic.in(folder);
  }

  /// The order that is signed with the treatment.
  String order() {
    return "null";
  }

  /// Some hours later, unless a test has its own time.
  void turnClock() {
    clinic.at(NOW);
  }

  @AfterEach
  void stop() {
    clinic.close();
  }

  /// Her phone, let in by the link, with all kept that it needs without a network.
  final Tab phone(View view, Instant time) {
    Tab tab = chromium.tab(view, ServiceWorkerPolicy.ALLOW);
    Page page = tab.page();
    page.clock().install(new Clock.InstallOptions().setTime(time.toEpochMilli()));
    page.navigate(link);
    page.waitForSelector("nav a");
    page.waitForFunction("() => navigator.serviceWorker.controller !== null");
    PatientHands.comes(page, "() => vermilion.runs()");
    PatientHands.kept(page);
    return tab;
  }
}
