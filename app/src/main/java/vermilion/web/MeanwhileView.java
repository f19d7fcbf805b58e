package vermilion.web;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vermilion.episode.Entry;
import vermilion.episode.Episode;
import vermilion.episode.Standing;
import vermilion.service.Clinic;
import vermilion.service.EpisodeRef;
import vermilion.service.Submission;
import vermilion.web.page.Choice;
import vermilion.web.page.Fact;
import vermilion.web.page.Frame;
import vermilion.web.page.MeanwhilePage;
import vermilion.web.page.TimelineEntry;

/// Fills the page that says what came while somebody decided.
///
/// @param clinic where
/// @param overtaken what came
record MeanwhileView(Clinic clinic, Submission.Overtaken overtaken) {

  /// What a form carries that nobody typed.
  private static final Set<String> CARRIED = Set.of("token", "seq", "from", "alert", "concern");

  MeanwhilePage page(Frame frame, EpisodeRef ref, Context ctx) {
    Episode episode = overtaken.episode();
    List<Choice> again = new ArrayList<>();
    List<Fact> typed = new ArrayList<>();
    for (Map.Entry<String, List<String>> field : ctx.formParamMap().entrySet()) {
      for (String value : field.getValue()) {
        if (!field.getKey().equals("token") && !field.getKey().equals("seq")) {
          again.add(new Choice(field.getKey(), value));
        }
        if (!CARRIED.contains(field.getKey()) && !value.isBlank()) {
          typed.add(new Fact(field.getKey().replace('-', ' '), value));
        }
      }
    }
    return new MeanwhilePage(
        frame,
        ref.episode(),
        episode.opened().patient().name(),
        entries(),
        new MeanwhilePage.Again(ctx.path(), episode.seq(), again, typed));
  }

  private List<TimelineEntry> entries() {
    Episode episode = overtaken.episode();
    TimelineView timeline = new TimelineView(clinic, episode, standing());
    List<TimelineEntry> entries = new ArrayList<>();
    for (Entry entry : overtaken.meanwhile().reversed()) {
      entries.add(timeline.entry(entry));
    }
    return entries;
  }

  private Standing standing() {
    Episode episode = overtaken.episode();
    return episode.at(episode.lastReceived(), clinic.hours());
  }
}
