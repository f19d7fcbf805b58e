package vermilion.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vermilion.clinical.Concern;
import vermilion.clinical.Urgency;
import vermilion.episode.AlertClock;
import vermilion.episode.Decider;
import vermilion.episode.Entry;
import vermilion.episode.Episode;
import vermilion.episode.Standing;
import vermilion.service.CareCard;
import vermilion.service.Clinic;
import vermilion.service.Device;
import vermilion.service.EpisodeRef;
import vermilion.service.WorklistCard;
import vermilion.web.page.ActPage;
import vermilion.web.page.Choice;
import vermilion.web.page.FormValues;
import vermilion.web.page.Frame;

/// Fills the page of what can be done about one patient.
///
/// @param parts what the server stands on
/// @param clinic where
/// @param episode whose
record ActView(WebServer.Parts parts, Clinic clinic, Episode episode) {

  /// The fields that stand on this page alone.
  static final Set<String> FIELDS =
      Set.of(
          "outcome",
          "review-at",
          "review-with",
          "cancel-reason",
          "lower-level",
          "lower-hours",
          "lower-reason");

  ActPage page(Frame frame, EpisodeRef ref, FormValues form) {
    Standing standing = parts.service().standing(ref, episode);
    CareCard care = CareCard.of(standing.care());
    TimelineView timeline = new TimelineView(clinic, episode, standing);
    return new ActPage(
        frame,
        new ActPage.Who(
            ref.episode(), episode.opened().patient().name(), timeline.about(), episode.seq()),
        form,
        timeline.alerts(),
        CareWords.now(care, standing.now(), clinic.hours().zone()),
        heard(ref, standing.now()),
        new ActPage.Offers(
            lowerings(standing),
            standing.held(),
            care.review().filter(one -> one.isComing(standing.now())).isPresent(),
            standing.care().takenOver().filter(one -> isBy(one, frame)).isPresent(),
            tomorrow(standing.now())),
        WorklistCard.callable(episode));
  }

  private static boolean isBy(Entry entry, Frame frame) {
    return entry.by().name().equals(frame.staff());
  }

  /// When her own phone was last heard of: what is not known is said.
  private String heard(EpisodeRef ref, Instant now) {
    ZoneId zone = clinic.hours().zone();
    Optional<Instant> last =
        parts.phones().of(ref).stream()
            .filter(Device::isPhone)
            .filter(Device::isOpen)
            .flatMap(device -> device.seen().stream())
            .max(Instant::compareTo);
    return last.map(at -> "Her app was last heard of " + Words.shortTime(at, now, zone) + ".")
        .orElse("Her app was not heard of yet: nobody knows whether she has read anything.");
  }

  private static List<ActPage.Lowering> lowerings(Standing standing) {
    List<ActPage.Lowering> all = new ArrayList<>();
    for (AlertClock.State state : standing.alerts()) {
      boolean lowered =
          state.alert().concern() != Concern.SILENCE && state.level() != Urgency.EMERGENCY;
      if (lowered) {
        boolean urgent = state.level() == Urgency.URGENT;
        Duration most = urgent ? Decider.LOWERED_URGENT : Decider.LOWERED;
        all.add(
            new ActPage.Lowering(
                state.alert().concern().id(),
                Words.level(state.level()),
                below(state.level()),
                most.toHours(),
                urgent));
      }
    }
    return all;
  }

  private static List<Choice> below(Urgency level) {
    List<Choice> choices = new ArrayList<>();
    for (Urgency one :
        List.of(Urgency.SAME_DAY, Urgency.SOON, Urgency.ROUTINE, Urgency.SELF_CARE)) {
      if (level.compareTo(one) > 0) {
        String closes = one.atLeast(Urgency.SOON) ? "" : ": closes it";
        choices.add(new Choice(one.id(), Words.level(one) + closes));
      }
    }
    return choices;
  }

  /// The same hour tomorrow on the clinic's clock, as a date field takes it.
  private String tomorrow(Instant now) {
    return now.atZone(clinic.hours().zone())
        .plusDays(1)
        .truncatedTo(ChronoUnit.HOURS)
        .toLocalDateTime()
        .toString();
  }
}
