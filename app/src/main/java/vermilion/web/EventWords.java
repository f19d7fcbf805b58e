package vermilion.web;

import java.util.ArrayList;
import java.util.List;
import vermilion.episode.EpisodeEvent;
import vermilion.time.UtcText;

/// Says what happened, for the timeline.
final class EventWords {

  private EventWords() {}

  static String title(EpisodeEvent event) {
    return switch (event) {
      case EpisodeEvent.Opened _ -> "Treatment recorded";
      case EpisodeEvent.CheckedIn e ->
          e.form().equals("gate")
              ? "Questions before a massage"
              : e.complete() ? "Check-in" : "Check-in, not finished";
      case EpisodeEvent.Contacted e ->
          e.form().equals("none") ? "Message or call" : "\"I am worried now\"";
      case EpisodeEvent.MassageStarted _ -> "Massage began";
      case EpisodeEvent.MassageEnded e -> e.stopped() ? "Massage stopped early" : "Massage ended";
      case EpisodeEvent.OrderSigned e ->
          e.order().massage().isPresent() ? "Massage ordered" : "Signed: no massage";
      case EpisodeEvent.OrderStopped _ -> "Order stopped";
      case EpisodeEvent.HoldLifted _ -> "Hold on massage lifted";
      case EpisodeEvent.LevelLowered e ->
          "Lowered " + e.concern().id() + " to " + Words.level(e.level());
      case EpisodeEvent.Acknowledged e ->
          e.how() == EpisodeEvent.How.SPEAKING ? "Speaking to the patient" : "Alert seen";
      case EpisodeEvent.ZoneChanged e -> "Now in " + e.zone();
      case EpisodeEvent.FactRecorded e ->
          (e.holds() ? "Recorded: " : "No longer: ") + e.fact().id().replace('-', ' ');
      case EpisodeEvent.PhotoTaken _ -> "Photo taken, kept on her phone";
      case EpisodeEvent.Noted _ -> "Note";
    };
  }

  static List<String> lines(EpisodeEvent event) {
    List<String> lines = new ArrayList<>();
    switch (event) {
      case EpisodeEvent.Contacted e -> {
        e.text().ifPresent(lines::add);
        e.concern().ifPresent(concern -> lines.add("about: " + concern.id()));
      }
      case EpisodeEvent.MassageStarted e -> lines.add(e.occurrence());
      case EpisodeEvent.MassageEnded e -> lines.add(e.seconds() + " seconds");
      case EpisodeEvent.OrderSigned e ->
          e.order()
              .massage()
              .ifPresent(massage ->
                  lines.add(
                      massage.minutes()
                          + " min, "
                          + massage.perDay()
                          + " a day, "
                          + massage.days()
                          + " days, from hour "
                          + massage.startHours()
                          + ", "
                          + String.join("; ", massage.where())));
      case EpisodeEvent.OrderStopped e -> lines.add(e.reason());
      case EpisodeEvent.HoldLifted e -> lines.add(e.reason());
      case EpisodeEvent.LevelLowered e -> {
        lines.add(e.reason());
        lines.add((e.seen() ? "seen, until " : "until ") + UtcText.of(e.until()));
      }
      case EpisodeEvent.Acknowledged e -> lines.add(e.alert());
      case EpisodeEvent.ZoneChanged e -> lines.add("awake " + e.waking());
      case EpisodeEvent.Noted e -> lines.add(e.text());
      case EpisodeEvent.Opened _, EpisodeEvent.CheckedIn _ -> {}
      case EpisodeEvent.FactRecorded _, EpisodeEvent.PhotoTaken _ -> {}
    }
    return lines;
  }
}
