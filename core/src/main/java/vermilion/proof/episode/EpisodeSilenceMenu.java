package vermilion.proof.episode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import vermilion.clinical.Concern;
import vermilion.clinical.Form;
import vermilion.clinical.Urgency;
import vermilion.episode.AlertClock;
import vermilion.episode.Episode;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.Guideline;
import vermilion.episode.Standing;

/// What may happen while nothing is heard.
///
/// @param guideline what the patient is followed up by
record EpisodeSilenceMenu(Guideline guideline) implements EpisodeWorld.Menu {

  @Override
  public List<Instant> instants(Standing standing) {
    Instant now = standing.now();
    TreeSet<Instant> instants = new TreeSet<>();
    instants.add(now);
    standing.nextChange().ifPresent(instants::add);
    instants.add(now.plus(Duration.ofHours(31)));
    return List.copyOf(instants);
  }

  @Override
  public List<EpisodeWorld.Choice> choices(Episode episode, Standing standing) {
    List<EpisodeEvent> events = new ArrayList<>();
    Duration hour = Duration.between(EpisodeWorlds.TREATED, standing.now());
    Map<String, String> calm = EpisodeWorlds.calm(guideline, "full", hour);
    events.add(new EpisodeEvent.CheckedIn("full", true, calm));
    events.add(new EpisodeEvent.CheckedIn("full", false, Map.of()));
    events.add(message(Concern.OTHER));
    events.add(
        new EpisodeEvent.LevelLowered(
            Concern.SILENCE,
            Urgency.ROUTINE,
            standing.now().plus(Duration.ofDays(1)),
            true,
            "rang her"));
    for (AlertClock.State state : standing.alerts()) {
      events.add(new EpisodeEvent.Acknowledged(state.alert().id(), EpisodeEvent.How.SEEN));
      events.add(new EpisodeEvent.Acknowledged(state.alert().id(), EpisodeEvent.How.SPEAKING));
    }
    EpisodeAlertMenu.others(episode, events);
    return events.stream().map(EpisodeWorld.Choice::of).toList();
  }

  static EpisodeEvent message(Concern concern) {
    return new EpisodeEvent.Contacted(
        Form.NONE, true, Map.of(), Optional.of(concern), Optional.of("hello"));
  }
}
