package vermilion.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vermilion.episode.EventCodec;
import vermilion.service.People;
import vermilion.service.Staff;
import vermilion.service.StaffAccount;
import vermilion.service.StaffRole;
import vermilion.service.StaffStore;
import vermilion.web.page.Choice;
import vermilion.web.page.FormValues;
import vermilion.web.page.PeoplePage;

/// The people of a clinic, for its administrator: make accounts, change roles, end them.
final class PeoplePages {

  private static final String HERE = "/clinic/people";
  private static final String ROLES = "roles";

  private final People people;
  private final ClinicPages pages;
  private final Links links;

  PeoplePages(WebServer.Parts parts, ClinicPages pages, Links links) {
    this.people = parts.people();
    this.pages = pages;
    this.links = links;
  }

  void route(RoutesConfig routes) {
    routes.get(HERE, ctx -> show(ctx, FormValues.EMPTY, Optional.empty()));
    routes.post(HERE, this::add);
    routes.post(HERE + "/{person}/roles", this::roles);
    routes.post(HERE + "/{person}/start-anew", this::startAnew);
    routes.post(HERE + "/{person}/end", this::end);
  }

  private void add(Context ctx) {
    Session session = pages.session(ctx);
    String name = Optional.ofNullable(ctx.formParam("name")).orElse("").strip();
    Set<StaffRole> roles = chosen(ctx);
    Map<String, String> wrong = new LinkedHashMap<>();
    if (!StaffAccount.isName(name)) {
      wrong.put("name", "Type the name under which this person signs, such as Nurse Kay.");
    }
    if (roles.isEmpty()) {
      wrong.put(ROLES, "Choose at least one role.");
    }
    if (wrong.isEmpty()) {
      Staff.Invitation made =
          people.staff().add(session.access().clinic(), name, roles, actor(session));
      switch (made) {
        case Staff.Invitation.Made done -> {
          show(ctx, FormValues.EMPTY, Optional.of(done));
          return;
        }
        case Staff.Invitation.Refused _ ->
            wrong.put(
                "name",
                "Somebody has or had this name here. Names are never given again: add to it.");
        case Staff.Invitation.Busy _ -> throw Problem.busy();
      }
    }
    ctx.status(422);
    show(ctx, new FormValues(ctx.formParamMap(), wrong), Optional.empty());
  }

  private void roles(Context ctx) {
    Session session = pages.session(ctx);
    UUID person = person(ctx);
    Set<StaffRole> roles = chosen(ctx);
    if (roles.isEmpty()) {
      throw Problem.of(422, "Somebody without a role: end the account instead");
    }
    if (isSelf(session, person) && !roles.contains(StaffRole.ADMINISTRATOR)) {
      throw Problem.of(409, "Another administrator has to take this role from you");
    }
    done(ctx, people.staff().assign(session.access().clinic(), person, roles, actor(session)));
  }

  private void startAnew(Context ctx) {
    Session session = pages.session(ctx);
    UUID person = person(ctx);
    if (isSelf(session, person)) {
      throw Problem.of(409, "Another administrator has to do this for you");
    }
    switch (people.staff().startAnew(session.access().clinic(), person, actor(session))) {
      case Staff.Invitation.Made made -> show(ctx, FormValues.EMPTY, Optional.of(made));
      case Staff.Invitation.Refused _ -> throw noPerson();
      case Staff.Invitation.Busy _ -> throw Problem.busy();
    }
  }

  private void end(Context ctx) {
    Session session = pages.session(ctx);
    UUID person = person(ctx);
    if (isSelf(session, person)) {
      throw Problem.of(409, "Another administrator has to do this for you");
    }
    done(ctx, people.staff().end(session.access().clinic(), person, actor(session)));
  }

  private static void done(Context ctx, StaffStore.Kept kept) {
    switch (kept) {
      case DONE -> ctx.redirect(HERE, HttpStatus.SEE_OTHER);
      case REFUSED -> throw noPerson();
      case BUSY -> throw Problem.busy();
    }
  }

  private static Problem noPerson() {
    return Problem.of(404, "There is no such person here");
  }

  private static UUID person(Context ctx) {
    String id = ctx.pathParam("person");
    if (!EventCodec.isUuid(id)) {
      throw noPerson();
    }
    return UUID.fromString(id);
  }

  private static boolean isSelf(Session session, UUID person) {
    return session.who().account().filter(own -> own.person().equals(person)).isPresent();
  }

  private static String actor(Session session) {
    return session.access().author().name();
  }

  private static Set<StaffRole> chosen(Context ctx) {
    Set<StaffRole> roles = EnumSet.noneOf(StaffRole.class);
    ctx.formParams(ROLES).forEach(id -> StaffRole.of(id).ifPresent(roles::add));
    return roles;
  }

  private void show(Context ctx, FormValues form, Optional<Staff.Invitation.Made> made) {
    Session session = pages.session(ctx);
    String clinic = session.access().clinic();
    ZoneId zone = pages.clinic(session).hours().zone();
    List<PeoplePage.Person> open = new ArrayList<>();
    List<String> ended = new ArrayList<>();
    for (StaffAccount one : people.staff().of(clinic)) {
      if (one.ended().isPresent()) {
        ended.add(one.name() + ", ended " + Words.dayAndTime(one.ended().get(), zone));
      } else {
        open.add(person(session, one));
      }
    }
    List<Choice> roles =
        List.of(StaffRole.values()).stream()
            .map(role -> new Choice(role.id(), role.word()))
            .toList();
    pages.html(
        ctx,
        new PeoplePage(
            pages.frame(session),
            open,
            ended,
            roles,
            form,
            made.map(one ->
                new PeoplePage.Invitation(
                    one.account().name(), links.base() + "/clinic/set-up#" + one.code()))));
  }

  private PeoplePage.Person person(Session session, StaffAccount account) {
    boolean isSetUp = people.staff().isSetUp(session.access().clinic(), account);
    return new PeoplePage.Person(
        account.person().toString(),
        account.name(),
        account.roles().stream().map(StaffRole::id).toList(),
        StaffRole.words(account.roles()),
        isSetUp ? "" : "not set up yet",
        isSelf(session, account.person()));
  }
}
