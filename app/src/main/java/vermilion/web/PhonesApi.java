package vermilion.web;

import io.javalin.http.Context;
import io.javalin.http.Header;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import vermilion.episode.Author;
import vermilion.episode.Confidant;
import vermilion.json.Fields;
import vermilion.json.Json;
import vermilion.service.Access;
import vermilion.service.Device;
import vermilion.service.EpisodeRef;
import vermilion.service.EpisodeService;
import vermilion.service.Lookup;
import vermilion.service.PhoneKind;
import vermilion.service.Phones;
import vermilion.time.UtcText;

/// How a patient's phone gets in and out (docs/api.md): by a link that opens once and her date of
/// birth, and by ending it.
final class PhonesApi {

  private static final int LINK_CHARS = 200;
  private static final int SECRET_CHARS = 43;
  private static final int DATE_CHARS = 10;
  private static final int WORD_CHARS = 20;

  private final Phones phones;
  private final EpisodeService service;
  private final Requests requests;
  private final Links links;
  private final WrongDates wrongDates = new WrongDates();

  PhonesApi(WebServer.Parts parts, Requests requests, Links links) {
    this.phones = parts.phones();
    this.service = parts.service();
    this.requests = requests;
    this.links = links;
  }

  /// `POST /api/enrol`: nobody is signed in yet.
  void enrol(Context ctx) {
    List<Fields.Problem> problems = new ArrayList<>();
    Fields in = fields(ctx, problems);
    String link = in.text("link", LINK_CHARS);
    String birthDate = in.text("birthDate", DATE_CHARS);
    PhoneKind kind = PhoneKind.of(in.optionalText("device", WORD_CHARS).orElse(""));
    Optional<String> secret = in.optionalText("secret", LINK_CHARS);
    if (secret.isPresent() && !isSecret(secret.get())) {
      in.refuse("secret", SECRET_CHARS + " of A-Z a-z 0-9 - _, chosen at random");
    }
    in.noOthers();
    refuse(problems);
    Instant now = service.now();
    if (wrongDates.isTooMany(Requests.place(ctx), now)) {
      ctx.header(Header.RETRY_AFTER, Long.toString(WrongDates.WITHIN.toSeconds()));
      throw Problem.of(429, "Too many birth dates were wrong; try again later");
    }
    switch (phones.enrol(link, new Phones.Asker(birthDate, kind, secret))) {
      case Phones.Entry.LetIn letIn -> {
        ctx.status(201);
        EpisodesApi.json(
            ctx, Json.object().put("episode", letIn.episode()).put("token", letIn.token()).build());
      }
      case Phones.Entry.Shut shut -> {
        if (shut.counted()) {
          wrongDates.count(Requests.place(ctx), now);
        }
        throw Problem.of(403, "This link and this date of birth open nothing");
      }
      case Phones.Entry.Busy _ -> throw Problem.busy();
    }
  }

  /// 256 bits in the letters of base64url.
  private static boolean isSecret(String text) {
    boolean all = text.length() == SECRET_CHARS;
    for (int i = 0; all && i < SECRET_CHARS; i++) {
      char c = text.charAt(i);
      all = c == '-' || c == '_' || (c < 128 && Character.isLetterOrDigit(c));
    }
    return all;
  }

  /// `POST /api/enrol/opened`: the same answer for a link that is open and for one that is not any
  /// more; nobody has an unknown one by chance.
  void opened(Context ctx) {
    List<Fields.Problem> problems = new ArrayList<>();
    Fields in = fields(ctx, problems);
    String link = in.text("link", LINK_CHARS);
    in.noOthers();
    refuse(problems);
    Optional<Phones.Invitation> invitation = phones.invitation(link);
    Json language =
        invitation.<Json>map(one -> new Json.Str(one.language())).orElse(new Json.Null());
    boolean helper = invitation.filter(Phones.Invitation::helper).isPresent();
    EpisodesApi.json(ctx, Json.object().put("language", language).put("helper", helper).build());
  }

  /// `GET /api/episodes/{id}/devices`.
  void list(Context ctx) {
    Access access = requests.access(ctx);
    EpisodeRef ref = known(ctx, access);
    String own = Phones.idOf(requests.token(ctx));
    List<Json> devices = new ArrayList<>();
    for (Device device : phones.of(ref)) {
      if (device.isPhone() && device.isOpen() && !device.isHelpers()) {
        devices.add(json(device, own));
      }
    }
    Json.Builder out = Json.object().put("devices", new Json.Arr(devices));
    out.put("helpers", helpers(ref));
    if (access.isClinician()) {
      out.put("link", newestLink(ref));
    }
    EpisodesApi.json(ctx, out.build());
  }

  /// What is known of the phones and links of each helper.
  private Json helpers(EpisodeRef ref) {
    List<Json> helpers = new ArrayList<>();
    for (Device device : phones.of(ref)) {
      if (device.isHelpers() && device.isOpen()) {
        helpers.add(
            Json.object()
                .put("helper", device.token().label())
                .put("is", device.isLink() ? "link" : "phone")
                .put("since", UtcText.of(device.token().created()))
                .put("seen", device.seen().map(UtcText::of))
                .build());
      }
    }
    return new Json.Arr(helpers);
  }

  private Json newestLink(EpisodeRef ref) {
    return phones.of(ref).stream()
        .filter(one -> one.isLink() && !one.isHelpers())
        .findFirst()
        .<Json>map(link ->
            Json.object()
                .put("made", UtcText.of(link.token().created()))
                .put("opened", link.seen().map(UtcText::of))
                .put("state", link.isOpen() ? "open" : link.isLocked() ? "locked" : "used")
                .build())
        .orElseGet(Json.Null::new);
  }

  private static Json json(Device device, String own) {
    return Json.object()
        .put("id", device.id())
        .put("kind", device.kind().id())
        .put("since", UtcText.of(device.token().created()))
        .put("seen", device.seen().map(UtcText::of))
        .put("this", device.id().equals(own))
        .put("cardSaved", device.cardSaved())
        .put("worksOffline", device.worksOffline())
        .build();
  }

  /// `POST /api/episodes/{id}/devices/end`: `this`, `others`, `all` or an id.
  void end(Context ctx) {
    Requests.Sender sender = requests.sender(ctx, Confidant.Right.LOOK);
    Access access = sender.access();
    EpisodeRef ref = known(ctx, access);
    List<Fields.Problem> problems = new ArrayList<>();
    Fields in = fields(ctx, problems);
    String which = in.text("device", WORD_CHARS);
    in.noOthers();
    refuse(problems);
    if (sender.helper().isPresent() && !which.equals("this")) {
      throw Problem.forbidden("patient or clinician");
    }
    String actor = Access.actorOf(access.author());
    String own = Phones.idOf(requests.token(ctx));
    Predicate<Device> wanted =
        switch (which) {
          case "all" -> Device::isPhone;
          case "others" -> device -> device.isPhone() && !device.id().equals(own);
          case "this" -> device -> device.id().equals(own);
          default -> device -> device.id().equals(which);
        };
    int ended = 0;
    for (Device device : phones.of(ref)) {
      if (device.isOpen() && wanted.test(device)) {
        ended += phones.end(ref, device, actor) ? 1 : 0;
      }
    }
    // Who signs out here may be moving to the phone that her own link is for.
    if (!which.equals("this")) {
      phones.endOwnLink(ref, actor);
    }
    EpisodesApi.json(ctx, Json.object().put("ended", ended).build());
  }

  /// `POST /api/episodes/{id}/devices/ready`: what a phone says of itself.
  void ready(Context ctx) {
    Access access = requests.sender(ctx, Confidant.Right.LOOK).access();
    known(ctx, access);
    List<Fields.Problem> problems = new ArrayList<>();
    Fields in = fields(ctx, problems);
    boolean cardSaved = in.flag("cardSaved", false);
    boolean worksOffline = in.flag("worksOffline", false);
    in.noOthers();
    refuse(problems);
    phones.ready(access, requests.token(ctx), cardSaved, worksOffline);
    ctx.status(204);
  }

  /// `POST /api/episodes/{id}/link`: the clinic renews a link, or the patient lets in one more
  /// device of hers.
  void link(Context ctx) {
    Access access = requests.access(ctx);
    if (access.author().role() == Author.Role.SERVICE) {
      throw Problem.forbidden("clinician or patient");
    }
    EpisodeRef ref = known(ctx, access);
    ctx.status(201);
    EpisodesApi.json(
        ctx, Json.object().put("patientLink", links.once(ref, access.author())).build());
  }

  /// `POST /api/episodes/{id}/helpers/{helper}/link`: the patient alone, for a helper who is in and
  /// may look.
  void helperLink(Context ctx) {
    Access access = requests.access(ctx);
    if (access.author().role() != Author.Role.PATIENT) {
      throw Problem.forbidden("patient");
    }
    EpisodeRef ref = known(ctx, access);
    String helper = ctx.pathParam("helper");
    boolean looks =
        service.find(ref) instanceof Lookup.Found found && Phones.mayLook(found.episode(), helper);
    if (!looks) {
      throw Problem.of(404, "There is no such helper who may look");
    }
    ctx.status(201);
    EpisodesApi.json(
        ctx, Json.object().put("helperLink", links.helper(ref, helper, access.author())).build());
  }

  private EpisodeRef known(Context ctx, Access access) {
    EpisodeRef ref = EpisodesApi.ref(ctx, access);
    return switch (service.find(ref)) {
      case Lookup.Found _ -> ref;
      case Lookup.NoEpisode _ -> throw Problem.noEpisode();
      case Lookup.Erased _ -> throw Problem.erased();
    };
  }

  private static Fields fields(Context ctx, List<Fields.Problem> problems) {
    if (!(Requests.json(ctx) instanceof Json.Obj object)) {
      throw Problem.badFields(List.of(new Fields.Problem("body", "not an object", "an object")));
    }
    return Fields.of(object, problems);
  }

  private static void refuse(List<Fields.Problem> problems) {
    if (!problems.isEmpty()) {
      throw Problem.badFields(problems);
    }
  }
}
