package vermilion.proof.episode;

import static vermilion.proof.episode.EpisodeFault.MASSAGE;
import static vermilion.proof.episode.EpisodeFault.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.MassageGate;
import vermilion.episode.RecordFact;
import vermilion.episode.Standing;
import vermilion.schedule.Occurrence;

/// Engines that let a massage begin, or remind of it, while something forbids it are found.
final class EpisodeGateFaultsTest {

  @ParameterizedTest
  @MethodSource({"gates", "reminders"})
  void a_faulty_engine_is_found_by_the_law_that_it_breaks(EpisodeFault fault) {
    fault.isFound();
  }

  static List<EpisodeFault> gates() {
    List<EpisodeFault> faults = new ArrayList<>();
    for (RecordFact fact :
        List.of(
            RecordFact.HYALURONIDASE,
            RecordFact.REVIEW_PENDING,
            RecordFact.DENTAL_WORK,
            RecordFact.BLOOD_THINNER,
            RecordFact.OLDER_FILLER)) {
      faults.add(
          blindGate(
              "the gate overlooks " + fact.id(),
              event ->
                  event instanceof EpisodeEvent.FactRecorded recorded && recorded.fact() == fact));
    }
    faults.add(
        blindGate(
            "the gate overlooks a bruise",
            event ->
                event instanceof EpisodeEvent.CheckedIn form
                    && "bruised".equals(form.answers().get("colour"))));
    faults.add(
        blindGate(
            "the gate overlooks an infection",
            event ->
                event instanceof EpisodeEvent.CheckedIn form
                    && "soon".equals(form.answers().get("every-infection"))));
    faults.add(
        blindGate(
            "the gate overlooks pale lips",
            event ->
                event instanceof EpisodeEvent.CheckedIn form
                    && "pale".equals(form.answers().get("colour"))));
    faults.add(
        blindGate(
            "the gate overlooks that the order was stopped",
            event -> event instanceof EpisodeEvent.OrderStopped));
    return faults;
  }

  static List<EpisodeFault> reminders() {
    List<EpisodeFault> faults = new ArrayList<>();
    faults.add(reminder("a reminder while it is held", MassageGate.Reason.HELD));
    faults.add(reminder("a reminder while it is suspended", MassageGate.Reason.SUSPENDED));
    faults.add(reminder("a reminder of a stopped order", MassageGate.Reason.STOPPED));
    return faults;
  }

  private static EpisodeFault blindGate(String name, Predicate<EpisodeEvent> overlooked) {
    return fault(
        name,
        MASSAGE,
        EpisodeLaw.GATE_IS_SHUT,
        sound -> FaultyEngine.gateBlindTo(sound, overlooked));
  }

  private static EpisodeFault reminder(String name, MassageGate.Reason reason) {
    return fault(
        name,
        MASSAGE,
        EpisodeLaw.NO_REMINDER,
        sound ->
            new FaultyEngine(sound) {
              private Optional<Occurrence> last = Optional.empty();

              @Override
              public Optional<Occurrence> massageReminder(Standing standing) {
                if (standing.gate() instanceof MassageGate.Open open) {
                  last = Optional.of(open.occurrence());
                }
                return standing.gate() instanceof MassageGate.Refused refused
                        && refused.reason() != reason
                    ? Optional.empty()
                    : last;
              }
            });
  }
}
