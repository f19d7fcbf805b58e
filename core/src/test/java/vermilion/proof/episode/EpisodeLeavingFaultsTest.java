package vermilion.proof.episode;

import static vermilion.proof.episode.EpisodeFault.LEAVING;
import static vermilion.proof.episode.EpisodeFault.fault;

import java.util.List;
import java.util.function.BiPredicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vermilion.clinical.Concern;
import vermilion.episode.AlertClock;
import vermilion.episode.Author;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.Standing;

/// Engines that chase who has left, or lose what was open when she did, are found.
final class EpisodeLeavingFaultsTest {

  @ParameterizedTest
  @MethodSource({"faults", "others"})
  void a_faulty_engine_is_found_by_the_law_that_it_breaks(EpisodeFault fault) {
    fault.isFound();
  }

  static List<EpisodeFault> faults() {
    return List.of(
        fault(
            "who has stopped is chased",
            LEAVING,
            EpisodeLaw.NOT_CHASED,
            sound -> FaultyEngine.blindTo(sound, e -> e instanceof EpisodeEvent.LeaveAsked)),
        fault(
            "a stop closes a silence",
            LEAVING,
            EpisodeLaw.SILENCE_ENDS,
            sound -> hiding(sound, (state, _) -> state.alert().concern() == Concern.SILENCE)),
        fault(
            "a stop closes a finding",
            LEAVING,
            EpisodeLaw.REPORT_NEVER_CALMS,
            sound -> hiding(sound, (state, now) -> isFindingOfBefore(state, now))),
        fault(
            "a red flag after a stop is lost",
            LEAVING,
            EpisodeLaw.REPORT_COUNTS,
            sound -> hiding(sound, (state, now) -> isFindingOfNow(state, now))));
  }

  static List<EpisodeFault> others() {
    return List.of(
        fault(
            "anybody answers for the clinic",
            LEAVING,
            EpisodeLaw.OWN_ROLE,
            sound ->
                FaultyEngine.taking(
                    sound,
                    sent ->
                        sent.event() instanceof EpisodeEvent.LeaveAnswered
                            && sent.isBy(Author.Role.PATIENT))),
        fault(
            "the clinic stops her check-ins",
            LEAVING,
            EpisodeLaw.OWN_ROLE,
            sound ->
                FaultyEngine.taking(
                    sound,
                    sent ->
                        sent.event() instanceof EpisodeEvent.LeaveAsked
                            && sent.isBy(Author.Role.CLINICIAN))));
  }

  private static boolean isFindingOfBefore(AlertClock.State state, Standing now) {
    return state.alert().concern() != Concern.SILENCE
        && state.alert().opened().isBefore(now.leaving().stopped().orElseThrow());
  }

  private static boolean isFindingOfNow(AlertClock.State state, Standing now) {
    return state.alert().concern() != Concern.SILENCE
        && state.alert().opened().isAfter(now.leaving().stopped().orElseThrow());
  }

  /// An engine that hides some alerts while she is asked nothing.
  private static FaultyEngine hiding(
      EpisodeSystem sound, BiPredicate<AlertClock.State, Standing> hidden) {
    return FaultyEngine.showing(
        sound,
        (_, was) ->
            was.leaving().stopped().isEmpty()
                ? was
                : FaultyEngine.alerts(
                    was, was.alerts().stream().filter(state -> !hidden.test(state, was)).toList()));
  }
}
