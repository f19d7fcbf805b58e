package vermilion.web;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.EventCodec;
import vermilion.json.Fields;
import vermilion.json.Json;
import vermilion.service.Access;
import vermilion.service.EpisodeRef;
import vermilion.service.EpisodeService;
import vermilion.service.Ids;
import vermilion.service.Outcome;
import vermilion.service.Submission;
import vermilion.service.WorklistCard;
import vermilion.service.WorklistService;
import vermilion.time.UtcText;

/// What the clinic's systems ask of the API: who waits, and that somebody has seen it.
final class ClinicApi {

  private final EpisodeService service;
  private final WorklistService worklist;
  private final Requests requests;
  private final Ids ids;

  ClinicApi(WebServer.Parts parts, Requests requests) {
    this.service = parts.service();
    this.worklist = parts.worklist();
    this.ids = parts.ids();
    this.requests = requests;
  }

  /// `GET /api/worklist`.
  void worklist(Context ctx) {
    Access access = requests.clinician(ctx);
    WorklistService.Page page = worklist.page(access.clinic());
    List<Json> lines = new ArrayList<>();
    for (WorklistService.Line line : page.lines()) {
      lines.add(line(line));
    }
    EpisodesApi.json(
        ctx,
        Json.object()
            .put("at", UtcText.of(page.at()))
            .put("waiting", new Json.Arr(lines))
            .put("others", page.others().all())
            .build());
  }

  /// `POST /api/alerts/{id}/acknowledge`, where the id is `EPISODE.ALERT` as the worklist gives it.
  void acknowledge(Context ctx) {
    Access access = requests.clinician(ctx);
    String id = ctx.pathParam("id");
    int dot = id.indexOf('.');
    if (dot < 1) {
      throw Problem.of(404, "There is no such alert");
    }
    EpisodeEvent.How how = how(ctx);
    Outcome outcome = acknowledge(access, id.substring(0, dot), id.substring(dot + 1), how);
    if (outcome.status() == Outcome.Status.REFUSED) {
      throw new Problem(
          409,
          "This alert is not open",
          List.of(new Fields.Problem("id", id, outcome.why().orElse("an open alert"))));
    }
    EpisodesApi.json(
        ctx,
        Json.object()
            .put("id", id)
            .put("status", outcome.status().id())
            .put("seq", outcome.seq().<Json>map(Json.Num::of).orElse(new Json.Null()))
            .build());
  }

  private Outcome acknowledge(Access access, String episode, String alert, EpisodeEvent.How how) {
    EpisodeRef ref = EpisodeRef.of(access.clinic(), episode).orElseThrow(Problem::noEpisode);
    EventCodec.Sent sent =
        new EventCodec.Sent(
            ids.uuid().toString(), service.now(), new EpisodeEvent.Acknowledged(alert, how));
    return switch (service.submit(ref, access.author(), List.of(sent))) {
      case Submission.Decided decided -> decided.outcomes().getFirst();
      case Submission.NoEpisode _ -> throw Problem.noEpisode();
      case Submission.Erased _ -> throw Problem.erased();
      case Submission.Busy _, Submission.Overtaken _ -> throw Problem.busy();
    };
  }

  private static EpisodeEvent.How how(Context ctx) {
    if (ctx.bodyAsBytes().length == 0) {
      return EpisodeEvent.How.SEEN;
    }
    List<Fields.Problem> problems = new ArrayList<>();
    Optional<EpisodeEvent.How> how = Optional.empty();
    if (Requests.json(ctx) instanceof Json.Obj object) {
      Fields in = Fields.of(object, problems);
      how = in.optionalOneOf("how", EpisodeEvent.How.values(), EpisodeEvent.How::id);
      in.noOthers();
    }
    if (!problems.isEmpty()) {
      throw Problem.badFields(problems);
    }
    return how.orElse(EpisodeEvent.How.SEEN);
  }

  private static Json line(WorklistService.Line line) {
    List<Json> alerts = new ArrayList<>();
    for (WorklistCard.Waiting alert : line.card().alerts()) {
      alerts.add(alert(line.ref(), alert));
    }
    return Json.object()
        .put("episode", line.ref().episode())
        .put("patient", line.card().person().name())
        .put("level", line.level().id())
        .put("actBy", line.actBy().map(UtcText::of))
        .put("hold", line.card().held())
        .put("alerts", new Json.Arr(alerts))
        .put("leaving", leaving(line.card().left()))
        .put("callable", callable(line.card()))
        .build();
  }

  /// The helpers of hers whom the clinic may call.
  private static Json callable(WorklistCard card) {
    List<Json> all = new ArrayList<>();
    for (WorklistCard.Callable one : card.callable()) {
      all.add(Json.object().put("name", one.name()).put("phone", one.phone()).build());
    }
    return new Json.Arr(all);
  }

  private static Json leaving(WorklistCard.Left left) {
    List<Json> waiting = new ArrayList<>();
    for (WorklistCard.Asked one : left.waiting()) {
      waiting.add(
          Json.object()
              .put("leave", one.leave().id())
              .put("asked", UtcText.of(one.at()))
              .put("actBy", UtcText.of(one.at().plus(one.leave().within())))
              .put("overdue", one.overdue())
              .build());
    }
    return Json.object()
        .put("stopped", left.stopped())
        .put("waiting", new Json.Arr(waiting))
        .build();
  }

  private static Json alert(EpisodeRef ref, WorklistCard.Waiting alert) {
    WorklistCard.Clock times = alert.times();
    WorklistCard.Marks marks = alert.marks();
    return Json.object()
        .put("id", ref.episode() + "." + alert.id())
        .put("concern", alert.concern().id())
        .put("level", alert.level().id())
        .put("since", UtcText.of(times.since()))
        .put("opened", UtcText.of(times.opened()))
        .put("rules", Json.Arr.ofStrings(alert.rules()))
        .put("overdue", times.overdue())
        .put("actBy", times.actBy().map(UtcText::of))
        .put("goAt", times.goAt().map(UtcText::of))
        .put("seenBy", marks.seenBy())
        .put("seenAt", marks.seenAt().map(UtcText::of))
        .put("answeredAt", marks.answeredAt().map(UtcText::of))
        .build();
  }
}
