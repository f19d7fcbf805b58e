package vermilion.proof.episode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import vermilion.clinical.Concern;
import vermilion.clinical.Urgency;
import vermilion.episode.AlertClock;
import vermilion.episode.Episode;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.Guideline;
import vermilion.episode.Leave;
import vermilion.episode.Standing;

/// What may happen while a patient leaves and comes back.
///
/// @param guideline what she is followed up by
record EpisodeLeavingMenu(Guideline guideline) implements EpisodeWorld.Menu {

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
    for (Leave leave : Leave.values()) {
      events.add(new EpisodeEvent.LeaveAsked(leave, Optional.empty()));
      events.add(new EpisodeEvent.LeaveTakenBack(leave));
      events.add(new EpisodeEvent.LeaveAnswered(leave, "told her"));
    }
    Duration hour = Duration.between(EpisodeWorlds.TREATED, standing.now());
    Map<String, String> calm = EpisodeWorlds.calm(guideline, "full", hour);
    events.add(new EpisodeEvent.CheckedIn("full", true, calm));
    Map<String, String> urgent = new LinkedHashMap<>(calm);
    urgent.put(EpisodeEvery.question(Concern.OCCLUSION), Urgency.URGENT.id());
    events.add(
        new EpisodeEvent.Contacted("full", true, urgent, Optional.empty(), Optional.empty()));
    for (AlertClock.State state : standing.alerts()) {
      events.add(new EpisodeEvent.Acknowledged(state.alert().id(), EpisodeEvent.How.SPEAKING));
    }
    return events.stream().map(EpisodeWorld.Choice::of).toList();
  }
}
