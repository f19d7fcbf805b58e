package vermilion.proof.episode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import vermilion.clinical.Concern;
import vermilion.clinical.Filler;
import vermilion.episode.ClinicHours;
import vermilion.episode.Episode;
import vermilion.episode.Guideline;
import vermilion.episode.Standing;

/// All worlds in one: whatever may happen in any of them may happen here, after anything else.
///
/// @param menus the menus of the worlds
record EpisodeEverything(List<EpisodeWorld.Menu> menus) implements EpisodeWorld.Menu {

  /// A world from the hour of treatment on, with two concerns, a clinic and waking hours drawn.
  static EpisodeWorld world(SplittableRandom random) {
    Guideline guideline = EpisodeFault.PLANNED;
    List<Concern> concerns = new ArrayList<>(List.of(Concern.values()));
    concerns.remove(Concern.SILENCE);
    Concern one = concerns.remove(random.nextInt(concerns.size()));
    Concern other = concerns.remove(random.nextInt(concerns.size()));
    List<ClinicHours> hours = List.of(EpisodeWorlds.OFFICE, EpisodeWorlds.OPEN, EpisodeWorlds.SHUT);
    String waking = random.nextBoolean() ? "07:30-22:30" : EpisodeWorlds.SLEEPLESS;
    return new EpisodeWorld(
        "everything about " + one + " and " + other,
        guideline,
        hours.get(random.nextInt(hours.size())),
        EpisodeWorlds.opened(guideline, waking, Filler.HYALURONIC_ACID),
        EpisodeWorlds.TREATED,
        List.of(),
        new EpisodeEverything(
            List.of(
                new EpisodeAlertMenu(guideline, List.of(one, other), EpisodeAlertMenu.Kind.WIDE),
                new EpisodeAlertMenu(guideline, List.of(one), EpisodeAlertMenu.Kind.CONTACTS),
                new EpisodeSilenceMenu(guideline),
                new EpisodeMassageMenu(guideline, EpisodeMassageMenu.Width.WIDE))),
        true);
  }

  @Override
  public List<Instant> instants(Standing standing) {
    Set<Instant> instants = new TreeSet<>();
    menus.forEach(menu -> instants.addAll(menu.instants(standing)));
    return List.copyOf(instants);
  }

  @Override
  public List<EpisodeWorld.Choice> choices(Episode episode, Standing standing) {
    Set<EpisodeWorld.Choice> choices = new LinkedHashSet<>();
    menus.forEach(menu -> choices.addAll(menu.choices(episode, standing)));
    return List.copyOf(choices);
  }
}
