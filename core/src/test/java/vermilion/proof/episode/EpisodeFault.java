package vermilion.proof.episode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import vermilion.clinical.Concern;
import vermilion.clinical.Urgency;
import vermilion.episode.AlertClock;
import vermilion.episode.BriefProtocol;
import vermilion.episode.Episode;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.Guideline;
import vermilion.proof.Counterexample;

/// A fault, the world in which it shows, the law that it breaks, and the engine that has it.
record EpisodeFault(
    String name, EpisodeWorld world, EpisodeLaw law, Function<EpisodeSystem, FaultyEngine> engine) {

  static final Guideline BARE = EpisodeEvery.over(BriefProtocol.PROTOCOL, false);
  static final Guideline PLANNED = EpisodeEvery.over(BriefProtocol.PROTOCOL, true);
  static final EpisodeWorld LEAN = alerts(EpisodeAlertMenu.Kind.LEAN, Concern.OCCLUSION);
  static final EpisodeWorld WIDE = alerts(EpisodeAlertMenu.Kind.WIDE, Concern.OCCLUSION);
  static final EpisodeWorld LUMP = alerts(EpisodeAlertMenu.Kind.NARROW, Concern.LUMP);
  static final EpisodeWorld TWO = alerts(EpisodeAlertMenu.Kind.NARROW, Concern.NUMB, Concern.OTHER);
  static final EpisodeWorld SILENCE = EpisodeWorlds.silence(PLANNED);
  static final EpisodeWorld LEAVING = EpisodeWorlds.leaving(PLANNED);
  static final EpisodeWorld MASSAGE = EpisodeWorlds.massage(PLANNED, EpisodeMassageMenu.Width.WIDE);
  static final Duration DAY = Duration.ofDays(1);

  private static EpisodeWorld alerts(EpisodeAlertMenu.Kind kind, Concern... concerns) {
    return EpisodeWorlds.alerts(
        EpisodeWorlds.OPEN, new EpisodeAlertMenu(BARE, List.of(concerns), kind));
  }

  @Override
  public String toString() {
    return name;
  }

  static EpisodeFault fault(
      String name, EpisodeWorld world, EpisodeLaw law, Function<EpisodeSystem, FaultyEngine> made) {
    return new EpisodeFault(name, world, law, made);
  }

  /// Searches so deep, to the first law that is broken.
  EpisodeSearch.Outcome search(int depth) {
    EpisodeSystem faulty = engine.apply(EpisodeSystem.engine(world.hours()));
    return new EpisodeSearch(faulty, world).stoppingAtFirst().run(depth);
  }

  /// Looks that the fault is found by its law, and told.
  void isFound() {
    EpisodeSearch.Outcome outcome = search(4);
    assertThat(outcome.found()).extracting(EpisodeTrial.Found::law).contains(law);
    Counterexample told =
        new EpisodeStory(world.guideline(), outcome.found().getFirst()).counterexample();
    assertThat(told.story()).contains("Then ");
  }

  static boolean has(Episode episode, Predicate<EpisodeEvent> event) {
    return episode.entries().stream().anyMatch(entry -> event.test(entry.event()));
  }

  static boolean isSpeaking(EpisodeEvent event) {
    return event instanceof EpisodeEvent.Acknowledged mark
        && mark.how() == EpisodeEvent.How.SPEAKING;
  }

  static boolean isSeen(EpisodeEvent event) {
    return event instanceof EpisodeEvent.Acknowledged mark && mark.how() == EpisodeEvent.How.SEEN;
  }

  static boolean isCalm(Episode episode) {
    return !episode.assessed().isEmpty()
        && episode.assessed().getLast().assessment().fired().isEmpty()
        && episode.entries().getLast().event() instanceof EpisodeEvent.CheckedIn;
  }

  static AlertClock.State state(
      AlertClock.State was, Urgency level, Optional<Instant> actBy, boolean overdue) {
    return new AlertClock.State(
        was.alert(), level, was.since(), actBy, was.goAt(), was.checkAt(), overdue, was.changes());
  }

  static FaultyEngine each(EpisodeSystem sound, UnaryOperator<AlertClock.State> changed) {
    return FaultyEngine.alerting(sound, all -> all.stream().map(changed).toList());
  }
}
