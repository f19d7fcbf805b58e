package vermilion.proof.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static vermilion.proof.episode.EpisodeFault.DAY;
import static vermilion.proof.episode.EpisodeFault.LEAN;
import static vermilion.proof.episode.EpisodeFault.LUMP;
import static vermilion.proof.episode.EpisodeFault.MASSAGE;
import static vermilion.proof.episode.EpisodeFault.TWO;
import static vermilion.proof.episode.EpisodeFault.WIDE;
import static vermilion.proof.episode.EpisodeFault.each;
import static vermilion.proof.episode.EpisodeFault.fault;
import static vermilion.proof.episode.EpisodeFault.has;
import static vermilion.proof.episode.EpisodeFault.isSpeaking;
import static vermilion.proof.episode.EpisodeFault.state;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vermilion.episode.AlertClock;
import vermilion.episode.Author;
import vermilion.episode.Decision;
import vermilion.episode.Episode;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.EventCodec;
import vermilion.episode.MassageGate;
import vermilion.episode.Standing;

/// Engines whose clocks stop, or are stopped by what should not stop them, are found; a change that
/// breaks nothing is not.
final class EpisodeClockFaultsTest {

  @ParameterizedTest
  @MethodSource({
    "deadlines",
    "rings",
    "hospitals",
    "announcements",
    "forgotten",
    "readings",
    "answers",
    "lowerings"
  })
  void a_faulty_engine_is_found_by_the_law_that_it_breaks(EpisodeFault fault) {
    fault.isFound();
  }

  static List<EpisodeFault> deadlines() {
    return List.of(
        fault(
            "no deadline",
            LEAN,
            EpisodeLaw.DEADLINE_RUNS,
            sound -> each(sound, was -> state(was, was.level(), Optional.empty(), was.overdue()))),
        fault(
            "every deadline three days later",
            LEAN,
            EpisodeLaw.DEADLINE_RUNS,
            sound ->
                each(
                    sound,
                    was ->
                        state(
                            was,
                            was.level(),
                            was.actBy().map(by -> by.plus(DAY.multipliedBy(3))),
                            was.overdue()))),
        fault(
            "nothing ever rings",
            LEAN,
            EpisodeLaw.DEADLINE_ESCALATES,
            sound -> each(sound, was -> state(was, was.level(), was.actBy(), false))));
  }

  static List<EpisodeFault> rings() {
    return List.of(
        fault(
            "she is never sent to the hospital",
            LEAN,
            EpisodeLaw.DEADLINE_RUNS,
            sound ->
                each(
                    sound,
                    was ->
                        new AlertClock.State(
                            was.alert(),
                            was.level(),
                            was.since(),
                            was.actBy(),
                            Optional.empty(),
                            was.checkAt(),
                            was.overdue(),
                            was.changes()))));
  }

  static List<EpisodeFault> hospitals() {
    return List.of(
        fault(
            "she is never asked whether she is being seen",
            LEAN,
            EpisodeLaw.ANSWER_STOPS,
            sound ->
                each(
                    sound,
                    was ->
                        new AlertClock.State(
                            was.alert(),
                            was.level(),
                            was.since(),
                            was.actBy(),
                            was.goAt(),
                            Optional.empty(),
                            was.overdue(),
                            was.changes()))),
        fault(
            "time raises nothing",
            LEAN,
            EpisodeLaw.DEADLINE_ESCALATES,
            sound ->
                each(sound, was -> state(was, was.alert().level(), was.actBy(), was.overdue()))),
        fault(
            "no change is announced",
            LEAN,
            EpisodeLaw.CHANGE_IS_ANNOUNCED,
            sound ->
                FaultyEngine.showing(
                    sound, (_, was) -> FaultyEngine.announcing(was, Optional.empty()))));
  }

  static List<EpisodeFault> announcements() {
    return List.of(
        fault(
            "changes are announced an hour late",
            LEAN,
            EpisodeLaw.CHANGE_IS_ANNOUNCED,
            sound ->
                FaultyEngine.showing(
                    sound,
                    (_, was) ->
                        FaultyEngine.announcing(
                            was, was.nextChange().map(next -> next.plus(Duration.ofHours(1)))))),
        fault(
            "an alert is forgotten after a day",
            LUMP,
            EpisodeLaw.TIME_ONLY_RAISES,
            sound ->
                FaultyEngine.showing(
                    sound,
                    (_, was) ->
                        FaultyEngine.alerts(
                            was,
                            was.alerts().stream()
                                .filter(one -> one.since().plus(DAY).isAfter(was.now()))
                                .toList()))));
  }

  static List<EpisodeFault> forgotten() {
    return List.of(
        fault(
            "an overdue alert falls silent after two days",
            LUMP,
            EpisodeLaw.DEADLINE_ESCALATES,
            sound ->
                FaultyEngine.showing(
                    sound,
                    (_, was) ->
                        was.alerts().stream()
                                .anyMatch(one ->
                                    one.since().plus(DAY.multipliedBy(2)).isBefore(was.now()))
                            ? FaultyEngine.alerts(
                                was,
                                was.alerts().stream()
                                    .map(one -> state(one, one.level(), one.actBy(), false))
                                    .toList())
                            : was)));
  }

  static List<EpisodeFault> readings() {
    return List.of(
        fault(
            "reading counts as speaking",
            LEAN,
            EpisodeLaw.KEPT_AS_SENT,
            sound -> turning(sound, EpisodeClockFaultsTest::spoken)),
        fault(
            "reading stops the clock",
            LEAN,
            EpisodeLaw.SEEN_IS_NOT_ANSWERED,
            sound ->
                FaultyEngine.showing(
                    sound,
                    (episode, was) ->
                        has(episode, EpisodeFault::isSeen)
                            ? FaultyEngine.alerts(
                                was,
                                was.alerts().stream()
                                    .map(one -> state(one, one.level(), Optional.empty(), false))
                                    .toList())
                            : was)),
        fault(
            "an answer to the patient stops nothing",
            LEAN,
            EpisodeLaw.ANSWER_STOPS,
            sound -> FaultyEngine.blindTo(sound, EpisodeFault::isSpeaking)));
  }

  static List<EpisodeFault> answers() {
    return List.of(
        fault(
            "an answer about one concern closes the others",
            TWO,
            EpisodeLaw.ONE_CONCERN,
            sound ->
                FaultyEngine.showing(
                    sound,
                    (episode, was) ->
                        isSpeaking(episode.entries().getLast().event())
                            ? FaultyEngine.alerts(was, answeredAlone(episode, was))
                            : was)),
        fault(
            "a lowering closes all alerts",
            TWO,
            EpisodeLaw.ONE_CONCERN,
            sound ->
                FaultyEngine.showing(
                    sound,
                    (episode, was) ->
                        episode.entries().getLast().event() instanceof EpisodeEvent.LevelLowered
                            ? FaultyEngine.alerts(was, List.of())
                            : was)));
  }

  static List<EpisodeFault> lowerings() {
    return List.of(
        fault(
            "the same event counts twice",
            LEAN,
            EpisodeLaw.ONCE,
            sound ->
                new FaultyEngine(sound) {
                  @Override
                  public Decision decide(
                      Episode episode, EventCodec.Sent sent, Author by, Instant now) {
                    Decision decision = sound.decide(episode, sent, by, now);
                    return decision instanceof Decision.Duplicate
                        ? added(episode, sent, by, now)
                        : decision;
                  }
                }));
  }

  private static List<AlertClock.State> answeredAlone(Episode episode, Standing was) {
    String answered = ((EpisodeEvent.Acknowledged) episode.entries().getLast().event()).alert();
    return was.alerts().stream().filter(one -> one.alert().id().equals(answered)).toList();
  }

  private static EpisodeEvent spoken(EpisodeEvent event) {
    return event instanceof EpisodeEvent.Acknowledged mark
        ? new EpisodeEvent.Acknowledged(mark.alert(), EpisodeEvent.How.SPEAKING)
        : event;
  }

  private static FaultyEngine turning(EpisodeSystem sound, UnaryOperator<EpisodeEvent> turned) {
    return new FaultyEngine(sound) {
      @Override
      public Decision decide(Episode episode, EventCodec.Sent sent, Author by, Instant now) {
        EventCodec.Sent other =
            new EventCodec.Sent(sent.id(), sent.at(), turned.apply(sent.event()));
        return sound.decide(episode, other, by, now);
      }
    };
  }

  // What changes nothing that matters.

  static List<EpisodeFault> harmless() {
    return List.of(
        fault("the engine itself", LEAN, EpisodeLaw.ONCE, FaultyEngine::new),
        fault(
            "notes are refused",
            LEAN,
            EpisodeLaw.ONCE,
            sound ->
                FaultyEngine.refusing(sound, sent -> sent.event() instanceof EpisodeEvent.Noted)),
        fault(
            "every deadline a minute earlier",
            TWO,
            EpisodeLaw.ONCE,
            sound ->
                each(
                    sound,
                    was ->
                        state(
                            was,
                            was.level(),
                            was.actBy().map(by -> by.minusSeconds(60)),
                            was.overdue() || isOver(was)))),
        fault(
            "no lowering is taken",
            WIDE,
            EpisodeLaw.ONCE,
            sound ->
                FaultyEngine.refusing(
                    sound, sent -> sent.event() instanceof EpisodeEvent.LevelLowered)));
  }

  static List<EpisodeFault> strict() {
    return List.of(
        fault(
            "the gate is always shut",
            MASSAGE,
            EpisodeLaw.ONCE,
            sound ->
                FaultyEngine.showing(
                    FaultyEngine.refusing(
                        sound, sent -> sent.event() instanceof EpisodeEvent.MassageStarted),
                    (_, was) -> FaultyEngine.gate(was, shut()))),
        fault(
            "everything is held",
            LEAN,
            EpisodeLaw.ONCE,
            sound -> FaultyEngine.showing(sound, (_, was) -> FaultyEngine.held(was, true))));
  }

  private static boolean isOver(AlertClock.State was) {
    return was.overdue();
  }

  private static MassageGate shut() {
    return new MassageGate.Refused(
        MassageGate.Reason.NOT_YET, "", Optional.empty(), Optional.empty(), 0);
  }

  @ParameterizedTest
  @MethodSource({"harmless", "strict"})
  void a_change_that_breaks_no_law_is_not_reported(EpisodeFault change) {
    assertThat(change.search(2).found()).isEmpty();
  }
}
