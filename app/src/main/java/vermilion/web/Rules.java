package vermilion.web;

import static vermilion.service.Capability.ANSWER;
import static vermilion.service.Capability.ANSWER_LEAVING;
import static vermilion.service.Capability.LET_IN;
import static vermilion.service.Capability.LIFT_HOLD;
import static vermilion.service.Capability.LOWER;
import static vermilion.service.Capability.MANAGE_PEOPLE;
import static vermilion.service.Capability.ORDER;
import static vermilion.service.Capability.SEE_MAILS;
import static vermilion.service.Capability.SEE_PATIENT;
import static vermilion.service.Capability.SEE_WORKLIST;
import static vermilion.service.Capability.STOP_MASSAGE;
import static vermilion.service.Capability.TAKE_CALL;
import static vermilion.service.Capability.TREAT;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who may use each route (decision 30). A server with a route that is not here does not start.
final class Rules {

  private static final Map<String, Rule> ALL = new HashMap<>();

  static {
    all(
        Rule.OPEN,
        "GET /",
        "GET /p/",
        "GET /p/sw.js",
        "GET /p/manifest-{language}.webmanifest",
        "GET /p/plain-{language}.webmanifest",
        "GET /p/<path>",
        "GET /static/<path>",
        "GET /card/{key}",
        "GET /mail/{secret}",
        "POST /mail/{secret}",
        "GET /health/live",
        "GET /health/ready",
        "GET /metrics",
        "POST /api/enrol",
        "POST /api/enrol/opened");
    all(
        Rule.OPEN,
        "GET /learn",
        "GET /learn/feed.xml",
        "GET /learn/day/{day}",
        "GET /learn/{slug}",
        "GET /learn/subscribe",
        "POST /learn/subscribe",
        "GET /learn/confirm/{key}",
        "POST /learn/confirm/{key}",
        "GET /learn/leave/{key}",
        "POST /learn/leave/{key}");
    // Nobody is signed in yet: a password, an access code or a set-up code is asked for there.
    all(
        Rule.OPEN,
        "GET /clinic/sign-in",
        "POST /clinic/sign-in",
        "GET /clinic/set-up",
        "POST /clinic/set-up",
        "POST /clinic/set-up/password",
        "POST /clinic/sign-in/passkey",
        "POST /clinic/set-up/passkey");
    all(Rule.SIGNED_IN, "POST /clinic/sign-out");
    all(
        Rule.ACCOUNT,
        "GET /clinic/account",
        "POST /clinic/account/end-session",
        "POST /clinic/account/end-others",
        "POST /clinic/account/password",
        "POST /clinic/account/recovery-codes",
        "POST /clinic/account/passkey",
        "POST /clinic/account/name-passkey",
        "POST /clinic/account/drop-passkey");
    all(
        Rule.page(MANAGE_PEOPLE),
        "GET /clinic/people",
        "POST /clinic/people",
        "POST /clinic/people/{person}/roles",
        "POST /clinic/people/{person}/start-anew",
        "POST /clinic/people/{person}/end");
    care();
    api();
  }

  private static void care() {
    all(Rule.page(SEE_WORKLIST), "GET /clinic", "GET /clinic/live");
    all(Rule.page(TREAT), "GET /clinic/new", "POST /clinic/new");
    all(
        Rule.page(SEE_PATIENT),
        "GET /clinic/episodes/{id}",
        "GET /clinic/episodes/{id}/photos",
        "GET /clinic/episodes/{id}/photos/{photo}",
        "GET /clinic/episodes/{id}/card-print");
    all(
        Rule.page(ANSWER),
        "GET /clinic/episodes/{id}/act",
        "POST /clinic/episodes/{id}/acknowledge",
        "POST /clinic/episodes/{id}/take-over",
        "POST /clinic/episodes/{id}/rang",
        "POST /clinic/episodes/{id}/review",
        "POST /clinic/episodes/{id}/cancel-review",
        "POST /clinic/episodes/{id}/message");
    all(Rule.page(LIFT_HOLD), "POST /clinic/episodes/{id}/lift-hold");
    all(Rule.page(TAKE_CALL), "GET /clinic/episodes/{id}/call", "POST /clinic/episodes/{id}/call");
    all(Rule.page(LOWER), "POST /clinic/episodes/{id}/lower");
    all(Rule.page(ORDER), "POST /clinic/episodes/{id}/order");
    all(Rule.page(STOP_MASSAGE), "POST /clinic/episodes/{id}/stop-order");
    all(Rule.page(ANSWER_LEAVING), "POST /clinic/episodes/{id}/leave");
    all(
        Rule.page(LET_IN),
        "POST /clinic/episodes/{id}/link",
        "POST /clinic/episodes/{id}/end-device",
        "POST /clinic/episodes/{id}/reminders",
        "POST /clinic/episodes/{id}/end-helper",
        "POST /clinic/episodes/{id}/test-mail",
        "POST /clinic/episodes/{id}/mail-came");
    all(Rule.page(SEE_MAILS), "GET /clinic/mails", "POST /clinic/mails/{id}/forget");
  }

  private static void api() {
    all(Rule.api(TREAT), "POST /api/episodes");
    all(
        Rule.api(SEE_PATIENT).andPatient().andService(),
        "GET /api/episodes/{id}",
        "GET /api/episodes/{id}/phone",
        "GET /api/episodes/{id}/events",
        "GET /api/episodes/{id}/photos",
        "GET /api/episodes/{id}/photos/{photo}");
    // What each event needs is asked again where it is taken.
    all(Rule.api(ANSWER).andPatient().andService(), "POST /api/episodes/{id}/events");
    all(
        Rule.PATIENT,
        "POST /api/episodes/{id}/photos",
        "POST /api/episodes/{id}/devices/ready",
        "POST /api/episodes/{id}/helpers/{helper}/link");
    all(
        Rule.api(LET_IN).andPatient(),
        "GET /api/episodes/{id}/devices",
        "POST /api/episodes/{id}/devices/end",
        "POST /api/episodes/{id}/link");
    all(Rule.api(SEE_WORKLIST), "GET /api/worklist");
    all(Rule.api(ANSWER), "POST /api/alerts/{id}/acknowledge");
  }

  private Rules() {}

  private static void all(Rule rule, String... routes) {
    for (String route : Arrays.asList(routes)) {
      if (ALL.put(route, rule) != null) {
        throw new IllegalStateException("the route " + route + " has two rules");
      }
    }
  }

  /// The rule of a route such as `GET /clinic/episodes/{id}`.
  static Optional<Rule> of(String route) {
    return Optional.ofNullable(ALL.get(route));
  }

  /// Refuses a server with a route that nobody has thought about, and a rule for no route.
  static void check(List<String> routes) {
    List<String> without = routes.stream().filter(route -> !ALL.containsKey(route)).toList();
    List<String> left = ALL.keySet().stream().filter(route -> !routes.contains(route)).toList();
    if (!without.isEmpty() || !left.isEmpty()) {
      throw new IllegalStateException(
          "routes without a rule in vermilion.web.Rules: "
              + without
              + "; rules without a route: "
              + left);
    }
  }
}
