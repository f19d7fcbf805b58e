package vermilion.proof.episode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vermilion.clinical.Question;
import vermilion.clinical.Questions;
import vermilion.episode.Assessed;
import vermilion.episode.CareEvent;
import vermilion.episode.Entry;
import vermilion.episode.Episode;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.EventCodec;
import vermilion.episode.Guideline;
import vermilion.json.Json;
import vermilion.json.JsonText;
import vermilion.proof.Counterexample;
import vermilion.time.UtcText;

/// Tells the events that broke a law as a short story.
///
/// @param guideline what the patient was followed up by
/// @param found what was found
record EpisodeStory(Guideline guideline, EpisodeTrial.Found found) {

  Counterexample counterexample() {
    return new Counterexample(
        found.law().property, found.law().statement, story(), rules(), situation());
  }

  String story() {
    List<Entry> entries = found.trail().entries();
    Instant treated = ((EpisodeEvent.Opened) entries.getFirst().event()).treatment().at();
    StringBuilder story = new StringBuilder();
    for (Entry entry : entries.subList(1, entries.size())) {
      story.append("Hour ").append(hour(treated, entry.received())).append(": ");
      story.append(entry.by().name()).append(' ').append(told(entry.event())).append(". ");
    }
    if (found.now().isAfter(entries.getLast().received())) {
      story.append("Hour ").append(hour(treated, found.now())).append(": nothing more happened. ");
    }
    return story.append("Then ").append(found.although()).append('.').toString();
  }

  /// Hours with at most two decimals.
  private static String hour(Instant treated, Instant now) {
    long hundredths = Duration.between(treated, now).toSeconds() * 100 / 3600;
    String text = Long.toString(hundredths / 100);
    long rest = hundredths % 100;
    return rest == 0 ? text : text + "." + (rest < 10 ? "0" : "") + rest;
  }

  private String told(EpisodeEvent event) {
    return switch (event) {
      case EpisodeEvent.Opened _ -> "opens the episode again";
      case EpisodeEvent.CheckedIn e ->
          (e.complete() ? "answers the form " : "begins the form ")
              + e.form()
              + worries(e.answers());
      case EpisodeEvent.Contacted e ->
          "comes with a worry"
              + e.concern().map(concern -> " about " + concern.id()).orElse("")
              + worries(e.answers());
      case EpisodeEvent.MassageStarted _ -> "begins a massage";
      case EpisodeEvent.MassageEnded e -> "ends a massage" + worries(e.answers());
      case EpisodeEvent.OrderSigned e ->
          e.order().massage().isPresent() ? "orders a massage" : "orders no massage";
      case EpisodeEvent.OrderStopped _ -> "stops the order";
      case EpisodeEvent.HoldLifted _ -> "lifts the hold";
      case EpisodeEvent.LevelLowered e ->
          "lowers "
              + e.concern().id()
              + " to "
              + e.level().id()
              + (e.seen() ? " after seeing the patient" : " without seeing the patient");
      case EpisodeEvent.Acknowledged e -> "marks " + e.alert() + " as " + e.how().id();
      case EpisodeEvent.ZoneChanged e -> "moves to " + e.zone() + ", awake " + e.waking();
      case EpisodeEvent.FactRecorded e ->
          "records " + e.fact().id() + (e.holds() ? "" : " as no longer so");
      case EpisodeEvent.PhotoTaken _ -> "takes a photo";
      case EpisodeEvent.MessageSent _ -> "writes to the patient";
      case EpisodeEvent.Noted _ -> "writes a note";
      case EpisodeEvent.RemindersSet e -> "is reminded by " + e.by().id();
      case EpisodeEvent.LeaveAsked e -> "leaves: " + e.leave().id();
      case EpisodeEvent.LeaveTakenBack e -> "takes back leaving: " + e.leave().id();
      case EpisodeEvent.LeaveAnswered e -> "answers leaving: " + e.leave().id();
      case EpisodeEvent.ConfidantLetIn e -> "lets a helper in: " + e.name();
      case EpisodeEvent.ConfidantEnded _ -> "ends a helper";
      case CareEvent e -> did(e);
    };
  }

  private static String did(CareEvent event) {
    return switch (event) {
      case CareEvent.TakenOver _ -> "takes the patient over";
      case CareEvent.Rang e -> "rings the patient: " + e.outcome().id();
      case CareEvent.ReviewBooked _ -> "books a review";
      case CareEvent.ReviewCancelled _ -> "cancels the review";
    };
  }

  /// The answers that are not the least worrying ones.
  private String worries(Map<String, String> answers) {
    Questions questions = guideline.protocol().questions();
    List<String> worries = new ArrayList<>();
    answers.forEach((id, answer) -> {
      Question question = questions.at(questions.placeOf(id));
      if (!answer.equals(question.answerIds().getFirst())) {
        worries.add(id + " " + answer);
      }
    });
    if (worries.isEmpty()) {
      return answers.isEmpty() ? "" : ", all well";
    }
    return ": " + String.join(", ", worries);
  }

  /// The rules that fired on the way.
  private List<String> rules() {
    List<Entry> entries = found.trail().entries();
    Set<String> rules = new LinkedHashSet<>();
    for (Assessed one : Episode.of(guideline, entries).assessed()) {
      rules.addAll(one.assessment().rules());
    }
    return List.copyOf(rules);
  }

  private Json.Obj situation() {
    List<Json> events = new ArrayList<>();
    for (Entry entry : found.trail().entries()) {
      EventCodec.Sent sent = new EventCodec.Sent(entry.id(), entry.at(), entry.event());
      if (JsonText.read(EventCodec.body(sent, entry.by())) instanceof JsonText.Reading.Value body) {
        events.add(
            Json.object()
                .put("received", UtcText.of(entry.received()))
                .put("event", body.value())
                .build());
      }
    }
    return Json.object()
        .put("law", found.law().name())
        .put("now", UtcText.of(found.now()))
        .put("events", new Json.Arr(events))
        .build();
  }
}
