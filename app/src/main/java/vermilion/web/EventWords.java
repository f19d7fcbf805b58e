package vermilion.web;

import java.util.ArrayList;
import java.util.List;
import vermilion.episode.CareEvent;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.ReminderWay;
import vermilion.protocol.MassageOrder;
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
          e.called().isPresent()
              ? "Tapped to call " + e.called().get()
              : e.form().equals("none") ? "Message or call" : "\"I am worried now\"";
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
      case EpisodeEvent.PhotoTaken e ->
          e.picture()
              .map(picture -> "Photo, " + view(picture.view()))
              .orElse("Photo taken, kept on her phone");
      case EpisodeEvent.MessageSent _ -> "Message to her";
      case EpisodeEvent.Noted _ -> "Note";
      case EpisodeEvent.RemindersSet e -> reminded(e.by());
      case EpisodeEvent.LeaveAsked e -> LeaveWords.asked(e.leave());
      case EpisodeEvent.LeaveTakenBack e -> LeaveWords.takenBack(e.leave());
      case EpisodeEvent.LeaveAnswered e -> LeaveWords.answered(e.leave());
      case EpisodeEvent.ConfidantLetIn e -> "Helper let in: " + e.name();
      case EpisodeEvent.ConfidantEnded _ -> "Helper ended";
      case CareEvent e -> CareWords.title(e);
    };
  }

  private static String reminded(ReminderWay by) {
    return switch (by) {
      case NONE -> "No reminders of check-ins";
      case TEXT -> "Reminders of check-ins by text message";
      case EMAIL -> "Reminders of check-ins by e-mail";
    };
  }

  /// From where a photo was taken; the sides are the patient's own.
  static String view(EpisodeEvent.View view) {
    return switch (view) {
      case FRONT -> "from the front";
      case LEFT -> "from her left";
      case RIGHT -> "from her right";
      case OTHER -> "of a spot";
    };
  }

  static List<String> lines(EpisodeEvent event) {
    List<String> lines = new ArrayList<>();
    switch (event) {
      case EpisodeEvent.Contacted e -> {
        e.called().ifPresent(_ -> lines.add("Whether anybody answered is not known here."));
        e.text().ifPresent(lines::add);
        e.concern().ifPresent(concern -> lines.add("about: " + concern.id()));
      }
      case EpisodeEvent.MassageStarted e -> lines.add(e.occurrence());
      case EpisodeEvent.MassageEnded e -> lines.add(e.seconds() + " seconds");
      case EpisodeEvent.OrderSigned e ->
          e.order().massage().ifPresent(massage -> lines.add(order(massage)));
      case EpisodeEvent.OrderStopped e -> lines.add(e.reason());
      case EpisodeEvent.HoldLifted e -> lines.add(e.reason());
      case EpisodeEvent.LevelLowered e -> {
        lines.add(e.reason());
        lines.add((e.seen() ? "seen, until " : "until ") + UtcText.of(e.until()));
      }
      case EpisodeEvent.Acknowledged e -> lines.add(e.alert());
      case EpisodeEvent.ZoneChanged e -> lines.add("awake " + e.waking());
      case EpisodeEvent.PhotoTaken e -> lines.addAll(why(e));
      case EpisodeEvent.Noted e -> lines.add(e.text());
      case EpisodeEvent.RemindersSet e -> e.to().ifPresent(lines::add);
      case EpisodeEvent.MessageSent e -> lines.add(e.text());
      case EpisodeEvent.LeaveAsked e -> e.text().ifPresent(lines::add);
      case EpisodeEvent.LeaveAnswered e -> lines.add(e.text());
      case EpisodeEvent.LeaveTakenBack _, EpisodeEvent.ConfidantEnded _ -> {}
      case EpisodeEvent.ConfidantLetIn e -> lines.add(ConfidantsView.may(e.may(), e.phone()) + ".");
      case CareEvent e -> lines.addAll(CareWords.lines(e));
      case EpisodeEvent.Opened _, EpisodeEvent.CheckedIn _ -> {}
      case EpisodeEvent.FactRecorded _ -> {}
    }
    return lines;
  }

  private static List<String> why(EpisodeEvent.PhotoTaken taken) {
    if (taken.occurrence().isPresent()) {
      return List.of("asked for by the plan");
    }
    boolean ofMessage = taken.picture().flatMap(EpisodeEvent.Picture::message).isPresent();
    return ofMessage ? List.of("with a message") : List.of();
  }

  private static String order(MassageOrder massage) {
    return massage.minutes()
        + " min, "
        + massage.perDay()
        + " a day, "
        + massage.days()
        + " days, from hour "
        + massage.startHours()
        + ", "
        + String.join("; ", massage.where());
  }
}
