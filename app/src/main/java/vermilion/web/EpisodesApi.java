package vermilion.web;

import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vermilion.episode.Author;
import vermilion.episode.Confidant;
import vermilion.episode.Entry;
import vermilion.episode.Episode;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.EventCodec;
import vermilion.episode.OpenedCodec;
import vermilion.episode.Patient;
import vermilion.episode.Treatment;
import vermilion.json.Fields;
import vermilion.json.Json;
import vermilion.json.JsonText;
import vermilion.patient.AssessmentJson;
import vermilion.patient.PatientView;
import vermilion.patient.PhoneBundle;
import vermilion.protocol.Order;
import vermilion.service.Access;
import vermilion.service.Bytes;
import vermilion.service.CheckInReminders;
import vermilion.service.Clinic;
import vermilion.service.Clinics;
import vermilion.service.ConfidantPhones;
import vermilion.service.EpisodeRef;
import vermilion.service.EpisodeService;
import vermilion.service.ErasureRefusals;
import vermilion.service.Guidelines;
import vermilion.service.Lookup;
import vermilion.service.NewEpisode;
import vermilion.service.Outcome;
import vermilion.service.Phones;
import vermilion.service.PhotoService;
import vermilion.service.Submission;
import vermilion.time.UtcText;

/// The episodes of the API: open one, read it, read its events, add events (docs/api.md).
final class EpisodesApi {

  private static final int MOST_EVENTS = 100;
  private static final int MOST_PAGE = 500;

  private final EpisodeService service;
  private final Clinics clinics;
  private final Guidelines guidelines;
  private final PhotoService photos;
  private final ErasureRefusals erasures;
  private final Requests requests;
  private final Links links;
  private final Phones phones;
  private final CheckInReminders reminders;
  private final ConfidantPhones helpers;

  EpisodesApi(WebServer.Parts parts, Requests requests, Links links) {
    this.service = parts.service();
    this.clinics = parts.clinics();
    this.guidelines = parts.guidelines();
    this.photos = parts.photos();
    this.erasures = parts.erasures();
    this.requests = requests;
    this.links = links;
    this.phones = parts.phones();
    this.reminders = parts.reminders();
    this.helpers = new ConfidantPhones(parts.service(), parts.phones());
  }

  /// `POST /api/episodes`.
  void open(Context ctx) {
    Access access = requests.clinician(ctx);
    EpisodeService.Opening opening = service.open(access, wanted(Requests.json(ctx)));
    switch (opening) {
      case EpisodeService.Opening.Opened opened -> {
        ctx.status(201);
        json(ctx, openedJson(opened.ref(), access));
      }
      case EpisodeService.Opening.Known known -> json(ctx, openedJson(known.ref(), access));
      case EpisodeService.Opening.Taken _ -> throw Problem.idTaken();
      case EpisodeService.Opening.Refused refused ->
          throw Problem.badFields(refused.refused().problems());
      case EpisodeService.Opening.Busy _ -> throw Problem.busy();
    }
  }

  private Json openedJson(EpisodeRef ref, Access access) {
    return Json.object()
        .put("episode", ref.episode())
        .put("patientLink", links.patient(ref, access.author()))
        .build();
  }

  /// `GET /api/episodes/{id}`.
  void read(Context ctx) {
    Requests.Sender sender = requests.sender(ctx, Confidant.Right.LOOK);
    EpisodeRef ref = ref(ctx, sender.access());
    Episode episode = found(ref);
    phones.heard(sender.access(), requests.token(ctx));
    PatientView hers =
        new PatientView(
            episode,
            service.standing(ref, episode),
            clinics.get(ref.clinic()).toPatients(),
            links.cardPath(ref),
            language(ctx, episode));
    PatientView view = sender.helper().map(hers::forHelper).orElse(hers);
    json(ctx, view.json(ref.episode(), clinics.get(ref.clinic()).hours()));
  }

  /// `GET /api/episodes/{id}/phone`.
  void phone(Context ctx) {
    Requests.Sender sender = requests.sender(ctx, Confidant.Right.LOOK);
    Access access = sender.access();
    EpisodeRef ref = ref(ctx, access);
    Clinic clinic = clinics.get(ref.clinic());
    Episode episode = found(ref);
    boolean hers = access.author().role() == Author.Role.PATIENT;
    PhoneBundle own =
        new PhoneBundle(
            ref.episode(),
            hers ? access.author().name() : Links.PATIENT,
            links.cardPath(ref),
            language(ctx, episode),
            clinic.toPatients(),
            clinic.hours(),
            episode);
    PhoneBundle bundle = sender.helper().map(own::forHelper).orElse(own);
    Bytes bytes = Bytes.ofText(bundle.json(service.now()).text());
    String tag = StaticFiles.tag(bytes.toArray());
    ctx.header(Header.ETAG, tag);
    if (tag.equals(ctx.header(Header.IF_NONE_MATCH))) {
      ctx.status(304);
      return;
    }
    ctx.contentType("application/json; charset=utf-8").result(bytes.toArray());
  }

  /// The language that the phone asks for, else the one that the clinic noted.
  private static String language(Context ctx, Episode episode) {
    return Requests.language(ctx).orElse(episode.opened().patient().language());
  }

  /// `GET /api/episodes/{id}/events?after=SEQ`.
  void events(Context ctx) {
    Access access = requests.access(ctx);
    EpisodeRef ref = ref(ctx, access);
    long after = after(ctx);
    boolean levels =
        access.isClinician() || clinics.get(ref.clinic()).use() == Clinic.Use.MONITORING;
    Episode episode = found(ref);
    List<Json> events = new ArrayList<>();
    for (Entry entry : episode.entries()) {
      if (entry.seq() > after && events.size() < MOST_PAGE) {
        events.add(eventJson(entry, episode, levels));
      }
    }
    json(ctx, new Json.Arr(events));
  }

  /// `POST /api/episodes/{id}/events`.
  void submit(Context ctx) {
    Access access = requests.sender(ctx, Confidant.Right.ANSWER).access();
    EpisodeRef ref = ref(ctx, access);
    List<EventCodec.Sent> events = sent(Requests.json(ctx));
    List<Fields.Problem> missing = new ArrayList<>(photos.missing(ref, events));
    missing.addAll(erasures.unfounded(ref, events));
    if (!missing.isEmpty()) {
      throw Problem.badFields(missing);
    }
    Submission submission = service.submit(ref, access.author(), events);
    boolean levels =
        access.isClinician() || clinics.get(ref.clinic()).use() == Clinic.Use.MONITORING;
    switch (submission) {
      case Submission.Decided decided -> {
        reminders.plan(ref, events);
        endHelpers(ref, access, events, decided);
        List<Json> rows = new ArrayList<>();
        for (Outcome outcome : decided.outcomes()) {
          rows.add(outcomeJson(outcome, levels));
        }
        json(ctx, new Json.Arr(rows));
      }
      case Submission.NoEpisode _ -> throw Problem.noEpisode();
      case Submission.Erased _ -> throw Problem.erased();
      case Submission.Busy _, Submission.Overtaken _ -> throw Problem.busy();
    }
  }

  /// The record has ended a helper already; the tokens follow.
  private void endHelpers(
      EpisodeRef ref, Access access, List<EventCodec.Sent> events, Submission.Decided decided) {
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i).event() instanceof EpisodeEvent.ConfidantEnded ended
          && decided.outcomes().get(i).status() != Outcome.Status.REFUSED) {
        helpers.end(ref, ended.helper(), Access.actorOf(access.author()));
      }
    }
  }

  Episode found(EpisodeRef ref) {
    return switch (service.find(ref)) {
      case Lookup.Found found -> found.episode();
      case Lookup.NoEpisode _ -> throw Problem.noEpisode();
      case Lookup.Erased _ -> throw Problem.erased();
    };
  }

  /// The episode that a path names, if the token opens it. A token of another clinic and a wrong id
  /// look the same.
  static EpisodeRef ref(Context ctx, Access access) {
    String id = ctx.pathParam("id");
    if (!access.opens(id)) {
      throw Problem.noEpisode();
    }
    return EpisodeRef.of(access.clinic(), id).orElseThrow(Problem::noEpisode);
  }

  private static long after(Context ctx) {
    String text = ctx.queryParam("after");
    if (text == null) {
      return 0;
    }
    Optional<Long> after = new Json.Num(text.isEmpty() ? "-" : text).wholeNumber();
    if (text.equals("-") || text.isEmpty() || after.isEmpty() || after.get() < 0) {
      throw Problem.badFields(List.of(new Fields.Problem("after", text, "a whole number from 0")));
    }
    return after.get();
  }

  private NewEpisode wanted(Json body) {
    List<Fields.Problem> problems = new ArrayList<>();
    if (!(body instanceof Json.Obj object)) {
      throw Problem.badFields(List.of(new Fields.Problem("body", "not an object", "an object")));
    }
    Fields in = Fields.of(object, problems);
    Optional<String> id = in.has("id") ? Optional.of(EventCodec.readId(in)) : Optional.empty();
    Patient patient = in.object("patient", OpenedCodec::readPatient);
    Treatment treatment = in.object("treatment", OpenedCodec::readTreatment);
    EpisodeEvent.KnownBefore known =
        in.optionalObject("known", OpenedCodec::readKnown).orElse(EpisodeEvent.KnownBefore.NOTHING);
    String protocol = in.text("protocol", 64);
    Optional<Order> order = in.optionalObject("order", EventCodec::readOrder);
    Optional<Integer> version =
        in.has("protocolVersion")
            ? Optional.of(in.whole("protocolVersion", 1, 1_000_000))
            : guidelines.newest(protocol).map(newest -> newest.protocol().version());
    in.noOthers();
    if (!problems.isEmpty()) {
      throw Problem.badFields(problems);
    }
    return new NewEpisode(
        id.map(UUID::fromString),
        new EpisodeEvent.Opened(patient, treatment, protocol, version.orElse(1), known),
        order.map(EpisodeEvent.OrderSigned::new));
  }

  private static List<EventCodec.Sent> sent(Json body) {
    if (!(body instanceof Json.Arr array)
        || array.items().isEmpty()
        || array.items().size() > MOST_EVENTS) {
      throw Problem.badFields(
          List.of(
              new Fields.Problem(
                  "body", "not such an array", "an array of 1 to " + MOST_EVENTS + " events")));
    }
    List<EventCodec.Sent> events = new ArrayList<>();
    List<Fields.Problem> problems = new ArrayList<>();
    for (int i = 0; i < array.items().size(); i++) {
      String place = "[" + i + "]";
      if (!(array.items().get(i) instanceof Json.Obj object)) {
        problems.add(new Fields.Problem(place, "not an object", "an event"));
        continue;
      }
      switch (EventCodec.readSent(object)) {
        case EventCodec.Reading.Read<EventCodec.Sent> read -> events.add(read.value());
        case EventCodec.Reading.Broken<EventCodec.Sent> broken -> {
          for (Fields.Problem problem : broken.problems()) {
            problems.add(
                new Fields.Problem(
                    place + "." + problem.field(), problem.value(), problem.expected()));
          }
        }
      }
    }
    if (!problems.isEmpty()) {
      throw Problem.badFields(problems);
    }
    return events;
  }

  private static Json eventJson(Entry entry, Episode episode, boolean levels) {
    EventCodec.Sent sent = new EventCodec.Sent(entry.id(), entry.at(), entry.event());
    List<Json.Member> members = new ArrayList<>();
    members.add(new Json.Member("seq", Json.Num.of(entry.seq())));
    members.add(new Json.Member("received", new Json.Str(UtcText.of(entry.received()))));
    if (JsonText.read(EventCodec.body(sent, entry.by())) instanceof JsonText.Reading.Value value
        && value.value() instanceof Json.Obj body) {
      members.addAll(body.members());
    }
    if (levels) {
      episode
          .assessed(entry.seq())
          .ifPresent(one -> members.add(new Json.Member("assessment", AssessmentJson.of(one))));
    }
    return new Json.Obj(members);
  }

  private static Json outcomeJson(Outcome outcome, boolean levels) {
    Json.Builder out = Json.object().put("id", outcome.id()).put("status", outcome.status().id());
    out.put("seq", outcome.seq().<Json>map(Json.Num::of).orElse(new Json.Null()));
    out.put(
        "assessment",
        levels
            ? outcome.assessed().<Json>map(AssessmentJson::of).orElse(new Json.Null())
            : new Json.Null());
    out.put("why", outcome.why().<Json>map(Json.Str::new).orElse(new Json.Null()));
    return out.build();
  }

  static void json(Context ctx, Json body) {
    ctx.contentType("application/json; charset=utf-8").result(body.text());
  }
}
