package vermilion.proof.episode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import vermilion.episode.Episode;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.Guideline;
import vermilion.episode.MassageGate;
import vermilion.episode.Standing;

/// What may happen with the answers of one protocol: each of its sheets at its hour, as a check-in
/// or as a worry; then a calm repeat, and a massage that is tried.
///
/// @param guideline the protocol
/// @param sheets its sheets at one hour
/// @param hour that hour
record EpisodeReportMenu(Guideline guideline, List<EpisodeSheets.Sheet> sheets, Duration hour)
    implements EpisodeWorld.Menu {

  private static final Duration MOMENT = Duration.ofMinutes(5);
  private static final Duration PAST_ALL = Duration.ofDays(8);

  @Override
  public List<Instant> instants(Standing standing) {
    Instant now = standing.now();
    Instant first = EpisodeWorlds.TREATED.plus(hour);
    if (now.isBefore(first)) {
      return List.of(first);
    }
    TreeSet<Instant> instants = new TreeSet<>();
    instants.add(now.plus(MOMENT));
    instants.add(now.plus(PAST_ALL));
    return List.copyOf(instants);
  }

  @Override
  public List<EpisodeWorld.Choice> choices(Episode episode, Standing standing) {
    List<EpisodeEvent> events = new ArrayList<>();
    if (episode.assessed().isEmpty()) {
      for (EpisodeSheets.Sheet sheet : sheets) {
        events.add(new EpisodeEvent.CheckedIn("full", true, sheet.answers()));
        events.add(
            new EpisodeEvent.Contacted(
                "full", true, sheet.answers(), Optional.empty(), Optional.empty()));
      }
    } else {
      Duration now = Duration.between(EpisodeWorlds.TREATED, standing.now());
      Map<String, String> calm = EpisodeWorlds.calm(guideline, "full", now);
      events.add(new EpisodeEvent.CheckedIn("full", true, calm));
      String session =
          standing.gate() instanceof MassageGate.Open open ? open.occurrence().id() : "none";
      events.add(new EpisodeEvent.MassageStarted(session));
    }
    return events.stream().map(EpisodeWorld.Choice::of).toList();
  }
}
