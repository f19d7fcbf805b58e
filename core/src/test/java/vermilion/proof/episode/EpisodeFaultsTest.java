package vermilion.proof.episode;

import static vermilion.proof.episode.EpisodeFault.LEAN;
import static vermilion.proof.episode.EpisodeFault.MASSAGE;
import static vermilion.proof.episode.EpisodeFault.SILENCE;
import static vermilion.proof.episode.EpisodeFault.TWO;
import static vermilion.proof.episode.EpisodeFault.WIDE;
import static vermilion.proof.episode.EpisodeFault.fault;
import static vermilion.proof.episode.EpisodeFault.has;
import static vermilion.proof.episode.EpisodeFault.isCalm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vermilion.clinical.Concern;
import vermilion.clinical.Urgency;
import vermilion.episode.Author;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.MassageGate;

/// Engines that take or show what they should not are found, each by the law that it breaks and by
/// a short way.
final class EpisodeFaultsTest {

  @ParameterizedTest
  @MethodSource({"taken", "takenFromItsOwnRole", "begun", "refused", "holds", "shown", "silences"})
  void a_faulty_engine_is_found_by_the_law_that_it_breaks(EpisodeFault fault) {
    fault.isFound();
  }

  private static FaultyEngine takes(
      EpisodeSystem sound, Class<? extends EpisodeEvent> type, Author.Role role) {
    return FaultyEngine.taking(sound, sent -> type.isInstance(sent.event()) && sent.isBy(role));
  }

  static List<EpisodeFault> taken() {
    List<EpisodeFault> faults = new ArrayList<>();
    for (Author.Role role : List.of(Author.Role.PATIENT, Author.Role.SERVICE)) {
      for (var type :
          List.of(
              EpisodeEvent.LevelLowered.class,
              EpisodeEvent.HoldLifted.class,
              EpisodeEvent.Acknowledged.class,
              EpisodeEvent.OrderStopped.class)) {
        faults.add(
            fault(
                type.getSimpleName() + " by " + role,
                LEAN,
                EpisodeLaw.OWN_ROLE,
                sound -> takes(sound, type, role)));
      }
      faults.add(
          fault(
              "an order by " + role,
              MASSAGE,
              EpisodeLaw.OWN_ROLE,
              sound -> takes(sound, EpisodeEvent.OrderSigned.class, role)));
      faults.add(
          fault(
              "a suspension taken back by " + role,
              MASSAGE,
              EpisodeLaw.OWN_ROLE,
              sound -> takes(sound, EpisodeEvent.FactRecorded.class, role)));
    }
    return faults;
  }

  static List<EpisodeFault> takenFromItsOwnRole() {
    List<EpisodeFault> faults = new ArrayList<>();
    faults.add(
        fault(
            "every lowering by a clinician",
            WIDE,
            EpisodeLaw.ONLY_A_CLINICIAN_LOWERS,
            sound -> takes(sound, EpisodeEvent.LevelLowered.class, Author.Role.CLINICIAN)));
    faults.add(lowering("an emergency lowered", Urgency.EMERGENCY));
    faults.add(lowering("an urgent alert lowered unseen, or for three days", Urgency.URGENT));
    faults.add(
        fault(
            "silence lowered",
            SILENCE,
            EpisodeLaw.ONLY_A_CLINICIAN_LOWERS,
            sound -> takes(sound, EpisodeEvent.LevelLowered.class, Author.Role.CLINICIAN)));
    return faults;
  }

  static List<EpisodeFault> begun() {
    List<EpisodeFault> faults = new ArrayList<>();
    faults.add(
        fault(
            "a massage begins whatever stands",
            MASSAGE,
            EpisodeLaw.NO_START,
            sound -> takes(sound, EpisodeEvent.MassageStarted.class, Author.Role.PATIENT)));
    faults.add(start("a massage begins while it is held", MassageGate.Reason.HELD));
    faults.add(start("a massage begins while it is suspended", MassageGate.Reason.SUSPENDED));
    faults.add(start("a massage begins too soon after another", MassageGate.Reason.NOT_YET));
    faults.add(
        fault(
            "a massage begins at an open gate, whatever was answered",
            MASSAGE,
            EpisodeLaw.NO_START,
            sound ->
                FaultyEngine.taking(
                    sound,
                    sent ->
                        sent.event() instanceof EpisodeEvent.MassageStarted
                            && sent.isBy(Author.Role.PATIENT)
                            && gate(sound, sent) instanceof MassageGate.Open)));
    return faults;
  }

  private static EpisodeFault lowering(String name, Urgency level) {
    return fault(
        name,
        WIDE,
        EpisodeLaw.ONLY_A_CLINICIAN_LOWERS,
        sound ->
            FaultyEngine.taking(
                sound,
                sent ->
                    sent.event() instanceof EpisodeEvent.LevelLowered
                        && sent.isBy(Author.Role.CLINICIAN)
                        && sound.at(sent.episode(), sent.now()).level() == level));
  }

  private static EpisodeFault start(String name, MassageGate.Reason reason) {
    return fault(
        name,
        MASSAGE,
        EpisodeLaw.NO_START,
        sound ->
            FaultyEngine.taking(
                sound,
                sent ->
                    sent.event() instanceof EpisodeEvent.MassageStarted
                        && sent.isBy(Author.Role.PATIENT)
                        && gate(sound, sent) instanceof MassageGate.Refused refused
                        && refused.reason() == reason));
  }

  private static MassageGate gate(EpisodeSystem sound, FaultyEngine.Sent sent) {
    return sound.at(sent.episode(), sent.now()).gate();
  }

  static List<EpisodeFault> refused() {
    return List.of(
        fault(
            "a check-in is refused while an alert is open",
            LEAN,
            EpisodeLaw.ONCE,
            sound ->
                FaultyEngine.refusing(
                    sound,
                    sent ->
                        sent.event() instanceof EpisodeEvent.CheckedIn
                            && !sound.at(sent.episode(), sent.now()).alerts().isEmpty())),
        fault(
            "a message is refused",
            LEAN,
            EpisodeLaw.REPORT_IS_TAKEN,
            sound ->
                FaultyEngine.refusing(
                    sound, sent -> sent.event() instanceof EpisodeEvent.Contacted)));
  }

  static List<EpisodeFault> holds() {
    return List.of(
        fault(
            "nothing is ever held",
            LEAN,
            EpisodeLaw.HOLD_STANDS,
            sound -> FaultyEngine.showing(sound, (_, was) -> FaultyEngine.held(was, false))),
        fault(
            "an answer to the patient ends the hold",
            LEAN,
            EpisodeLaw.HOLD_STANDS,
            sound ->
                FaultyEngine.showing(
                    sound,
                    (episode, was) ->
                        has(episode, EpisodeFault::isSpeaking)
                            ? FaultyEngine.held(was, false)
                            : was)),
        fault(
            "a lowering ends the hold",
            LEAN,
            EpisodeLaw.HOLD_STANDS,
            sound ->
                FaultyEngine.showing(
                    sound,
                    (_, was) -> was.alerts().isEmpty() ? FaultyEngine.held(was, false) : was)));
  }

  static List<EpisodeFault> shown() {
    return List.of(
        fault(
            "what time raises is not held",
            LEAN,
            EpisodeLaw.HOLD_STANDS,
            sound ->
                FaultyEngine.showing(
                    sound,
                    (episode, was) ->
                        episode.assessed().stream().noneMatch(one -> one.level().holdsMassage())
                            ? FaultyEngine.held(was, false)
                            : was)),
        fault(
            "a calm repeat closes the alert",
            LEAN,
            EpisodeLaw.REPORT_NEVER_CALMS,
            sound ->
                FaultyEngine.showing(
                    sound,
                    (episode, was) -> isCalm(episode) ? FaultyEngine.alerts(was, List.of()) : was)),
        fault(
            "only the worst alert is shown",
            TWO,
            EpisodeLaw.REPORT_NEVER_CALMS,
            sound ->
                FaultyEngine.alerting(sound, all -> all.isEmpty() ? all : List.of(all.getFirst()))),
        fault(
            "no alert is shown",
            LEAN,
            EpisodeLaw.REPORT_COUNTS,
            sound -> FaultyEngine.alerting(sound, _ -> List.of())));
  }

  static List<EpisodeFault> silences() {
    return List.of(
        fault(
            "a photo closes a silence",
            SILENCE,
            EpisodeLaw.SILENCE_ENDS,
            sound -> closesSilence(sound, event -> event instanceof EpisodeEvent.PhotoTaken)),
        fault(
            "a message closes a silence",
            SILENCE,
            EpisodeLaw.SILENCE_ENDS,
            sound -> closesSilence(sound, event -> event instanceof EpisodeEvent.Contacted)));
  }

  private static FaultyEngine closesSilence(EpisodeSystem sound, Predicate<EpisodeEvent> closing) {
    return FaultyEngine.showing(
        sound,
        (episode, was) ->
            closing.test(episode.entries().getLast().event())
                ? FaultyEngine.alerts(
                    was,
                    was.alerts().stream()
                        .filter(one -> one.alert().concern() != Concern.SILENCE)
                        .toList())
                : was);
  }
}
