package vermilion.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.Endpoint;
import vermilion.episode.Author;
import vermilion.service.Access;
import vermilion.service.Capability;

/// Stands before every route and lets in whom its [Rule] names. What a request is about, the
/// handlers look at themselves; another clinic's episode is there, as everywhere, none.
final class Gate {

  private final Requests requests;

  Gate(Requests requests) {
    this.requests = requests;
  }

  void route(RoutesConfig routes) {
    routes.beforeMatched(this::check);
  }

  /// The route of a request such as `GET /clinic/episodes/{id}`.
  static String routeOf(Endpoint endpoint) {
    return endpoint.method.name() + " " + endpoint.path;
  }

  private void check(Context ctx) {
    Endpoint endpoint = ctx.endpoints().matchedHttpEndpoint();
    if (endpoint == null) {
      return;
    }
    Rule rule =
        Rules.of(routeOf(endpoint))
            .orElseThrow(
                () -> new IllegalStateException("no rule for the route " + routeOf(endpoint)));
    switch (rule.door()) {
      case OPEN -> {}
      case TOKEN -> refuse(rule, requests.anybody(ctx), endpoint);
      case PAGE, ACCOUNT -> page(ctx, rule, endpoint);
    }
  }

  private static void refuse(Rule rule, Access access, Endpoint endpoint) {
    boolean bound = access.episode().isPresent();
    boolean letIn =
        switch (access.author().role()) {
          case PATIENT -> rule.patient();
          // A helper is never let in where she is not; what she lets him do, each handler asks.
          case CONFIDANT -> rule.patient();
          case SERVICE -> rule.service();
          case CLINICIAN ->
              rule.staff()
                  && rule.needs().map(access::may).orElse(true)
                  && (!bound || endpoint.path.startsWith("/api/episodes/{id}"));
        };
    if (!letIn) {
      throw Problem.forbidden(rule.staff() ? "clinician" : Author.Role.PATIENT.id());
    }
  }

  private void page(Context ctx, Rule rule, Endpoint endpoint) {
    Session session =
        requests.session(ctx).orElseThrow(() -> Problem.of(401, "You are not signed in"));
    boolean letIn =
        rule.needs().map(session.access()::may).orElse(true)
            && (rule.door() == Rule.Door.PAGE || session.who().account().isPresent());
    if (letIn) {
      return;
    }
    if (endpoint.path.equals("/clinic")) {
      ctx.redirect(firstPlace(session.access()), HttpStatus.SEE_OTHER);
      ctx.skipRemainingHandlers();
      return;
    }
    throw Problem.of(403, "Your roles do not include this");
  }

  /// Where somebody begins who has no worklist.
  private static String firstPlace(Access access) {
    return access.may(Capability.MANAGE_PEOPLE) ? "/clinic/people" : "/clinic/account";
  }
}
