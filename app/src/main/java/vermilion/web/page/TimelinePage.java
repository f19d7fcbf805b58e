package vermilion.web.page;

import java.util.List;
import java.util.Optional;
import vermilion.protocol.MassageLimits;

/// One patient: what is open, what is held, what is ordered, and all that happened.
///
/// Its forms post to `/clinic/episodes/{id}/` `acknowledge` (`alert`, several), `lift-hold`
/// (`reason`), `leave` (`leave` and `leave-` with its id), `order` (see [OrderFields]),
/// `stop-order` (`stop-reason`), `link`, `end-helper` (`helper`), `end-device` (`device`),
/// `test-mail` (`email`) and `mail-came`.
///
/// @param frame what stands around it
/// @param episode the id of the episode
/// @param patient the name
/// @param about day, hours, time zone, as one line
/// @param seq the place of the last event that the page knows
/// @param care who looks after her, who rang, when somebody sees her
/// @param facts treatment and patient
/// @param alerts what is open, worst first
/// @param leaving in which ways she leaves
/// @param hold why all massage is held; empty where it is not
/// @param order what is ordered
/// @param form what was typed into a form of this page and refused
/// @param limits what may be ordered
/// @param course the pain told so far
/// @param entries all that happened, newest first
/// @param patientLink the patient's own link; shown once, right after the treatment was recorded
/// @param card the address of the emergency card
/// @param phones how her phones stand
/// @param helpers whom she has let in
public record TimelinePage(
    Frame frame,
    String episode,
    String patient,
    String about,
    long seq,
    List<String> care,
    List<Fact> facts,
    List<OpenAlert> alerts,
    List<LeavingCard> leaving,
    Optional<String> hold,
    SignedOrder order,
    FormValues form,
    MassageLimits limits,
    PainCourse course,
    List<TimelineEntry> entries,
    Optional<String> patientLink,
    String card,
    PhonesCard phones,
    List<ConfidantRow> helpers)
    implements Page {

  @Override
  public String template() {
    return "clinic/timeline.jte";
  }
}
