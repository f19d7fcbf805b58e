package vermilion.web.page;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import vermilion.web.page.Chromium.Tab;
import vermilion.web.page.Chromium.View;

/// The patient's pages over a server that keeps the contract of the API, a new one for each test.
abstract class OnPatientPages extends InChromium {

  ContractServer server;

  @BeforeEach
  void serve() {
    server = ContractServer.start();
  }

  /// Opens the link on a fresh phone and goes to a page.
  final Tab visit(View view, String path) {
    Tab tab = chromium.tab(view);
    PatientHands.open(tab.page(), server, path);
    return tab;
  }

  @AfterEach
  void stop() {
    server.close();
  }
}
