package vermilion.episode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermilion.clinical.Concern;
import vermilion.clinical.Urgency;
import vermilion.schedule.Occurrence;
import vermilion.time.WakingClock;

/// Finds the silence that is itself a sign: in the first 72 hours, two check-ins in a row missed,
/// or nothing heard at all for 30 waking hours (clinical brief 3). Counted on the server's clock
/// alone.
final class Silence {

  static final Duration WATCHED = Duration.ofDays(3);
  static final long UNHEARD_SECONDS = 30 * 3600;
  private static final List<String> MISSED = List.of("silence");

  private final Fold fold;
  private final List<Occurrence> checkIns;
  private final WakingClock waking;
  private final Instant now;

  Silence(Fold fold, List<Occurrence> checkIns, WakingClock waking, Instant now) {
    this.fold = fold;
    this.checkIns = checkIns;
    this.waking = waking;
    this.now = now;
  }

  /// The alert that stands now, if the patient is silent. A complete check-in closes it.
  Optional<Alert> alert() {
    Optional<Instant> missed = twoMissed();
    Optional<Instant> unheard = unheard();
    if (missed.isEmpty() && unheard.isEmpty()) {
      return Optional.empty();
    }
    boolean worse = unheard.isPresent();
    Instant opened =
        missed.isPresent() && (unheard.isEmpty() || missed.get().isBefore(unheard.get()))
            ? missed.get()
            : unheard.orElseThrow();
    Instant since = worse ? unheard.get() : opened;
    String id = "silence." + opened.getEpochSecond();
    return Optional.of(acknowledged(blank(id, worse, since, opened)));
  }

  private static Alert blank(String id, boolean worse, Instant since, Instant opened) {
    return new Alert(
        id,
        Concern.SILENCE,
        worse ? Urgency.SAME_DAY : Urgency.SOON,
        since,
        opened,
        MISSED,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private Alert acknowledged(Alert alert) {
    Alert marked = alert;
    for (Entry entry : fold.entries) {
      if (entry.event() instanceof EpisodeEvent.Acknowledged event
          && event.alert().equals(alert.id())
          && !entry.received().isBefore(alert.since())) {
        Alert.Ack ack = new Alert.Ack(entry.by().name(), entry.received());
        marked =
            event.how() == EpisodeEvent.How.SPEAKING ? marked.answeredBy(ack) : marked.seenBy(ack);
      }
    }
    return marked;
  }

  /// When the second of two missed windows closed, if no complete check-in has come since.
  private Optional<Instant> twoMissed() {
    Instant recorded = fold.entries.getFirst().received();
    Instant end = fold.opened().treatment().at().plus(WATCHED);
    Instant heard = lastComplete();
    boolean before = false;
    for (Occurrence one : checkIns) {
      boolean counts =
          !one.window().opens().isBefore(recorded) && one.window().opens().isBefore(end);
      boolean missed = counts && !one.window().closes().isAfter(now) && !isAnswered(one);
      if (missed && before && one.window().closes().isAfter(heard)) {
        return Optional.of(one.window().closes());
      }
      before = missed;
    }
    return Optional.empty();
  }

  private boolean isAnswered(Occurrence occurrence) {
    for (Assessed one : fold.assessed) {
      if (isCompleteCheckIn(one) && occurrence.window().contains(one.entry().received())) {
        return true;
      }
    }
    return false;
  }

  /// When the patient had not been heard of for 30 waking hours, if no complete check-in has come
  /// since.
  private Optional<Instant> unheard() {
    Instant end = fold.opened().treatment().at().plus(WATCHED);
    List<Instant> heard = heard();
    Instant closed = lastComplete();
    for (int i = 0; i < heard.size(); i++) {
      Instant until = i + 1 < heard.size() ? heard.get(i + 1) : now;
      Instant at = waking.plus(heard.get(i), UNHEARD_SECONDS);
      if (!at.isAfter(until) && at.isBefore(end) && at.isAfter(closed)) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  /// When the patient was heard, beginning with the treatment or its record, whichever is later.
  private List<Instant> heard() {
    List<Instant> heard = new ArrayList<>();
    Instant treated = fold.opened().treatment().at();
    Instant recorded = fold.entries.getFirst().received();
    heard.add(recorded.isAfter(treated) ? recorded : treated);
    for (Entry entry : fold.entries) {
      boolean fromPatient =
          switch (entry.event()) {
            case EpisodeEvent.CheckedIn _, EpisodeEvent.Contacted _ -> true;
            case EpisodeEvent.MassageStarted _, EpisodeEvent.MassageEnded _ -> true;
            case EpisodeEvent event -> event instanceof EpisodeEvent.PhotoTaken;
          };
      if (fromPatient && entry.received().isAfter(heard.getLast())) {
        heard.add(entry.received());
      }
    }
    return heard;
  }

  private Instant lastComplete() {
    for (Assessed one : fold.assessed.reversed()) {
      if (isCompleteCheckIn(one)) {
        return one.entry().received();
      }
    }
    return Instant.MIN;
  }

  private static boolean isCompleteCheckIn(Assessed one) {
    return one.complete() && Tasks.answersAWindow(one.form());
  }
}
