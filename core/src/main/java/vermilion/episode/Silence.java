package vermilion.episode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vermilion.clinical.Concern;
import vermilion.clinical.Urgency;
import vermilion.schedule.Occurrence;
import vermilion.schedule.PlanVersion;
import vermilion.schedule.Plans;
import vermilion.time.DueWindow;

/// Finds the silence that is itself a sign: in the first 72 hours, two check-ins in a row missed,
/// or nothing heard at all for 30 waking hours (clinical brief 3). Counted on the server's clock
/// alone, and not while she has stopped her check-ins: she has said why nothing is heard.
final class Silence {

  static final Duration WATCHED = Duration.ofDays(3);
  private static final long UNHEARD_SECONDS = 30 * 3600;

  private final Fold fold;
  private final List<Occurrence> checkIns;
  private final Plans plans;
  private final Instant now;
  private final Instant begins;
  private final Instant ends;
  private final List<Instant> completes = new ArrayList<>();

  Silence(Fold fold, List<Occurrence> checkIns, Plans plans, Instant now) {
    this.fold = fold;
    this.checkIns = checkIns;
    this.plans = plans;
    this.now = now;
    Instant treated = fold.opened().treatment().at();
    Instant recorded = fold.entries.getFirst().received();
    // A treatment that was recorded late could not be answered before.
    this.begins = recorded.isAfter(treated) ? recorded : treated;
    this.ends = treated.plus(WATCHED);
    for (Assessed one : fold.assessed) {
      if (one.complete() && Tasks.answersAWindow(one.form())) {
        completes.add(one.entry().received());
      }
    }
  }

  /// A silence from the instant on which it counts, until a complete check-in closed it.
  private record Span(Urgency level, Instant since, Instant closed) {}

  /// The alert that stands now, if the patient is silent.
  Optional<Alert> alert() {
    List<Span> open = new ArrayList<>();
    for (Span span : spans()) {
      if (span.closed().isAfter(now)) {
        open.add(span);
      }
    }
    return open.isEmpty() ? Optional.empty() : Optional.of(marked(open));
  }

  /// Every silence so far that a complete check-in has closed, as it stood then.
  List<AlertBook.Lowered> closed() {
    List<AlertBook.Lowered> closed = new ArrayList<>();
    for (Span span : spans()) {
      if (!span.closed().isAfter(now)) {
        closed.add(new AlertBook.Lowered(marked(List.of(span)), span.closed()));
      }
    }
    return closed;
  }

  /// The next instant at which silence may begin to count, though nothing happens.
  List<Instant> changes() {
    List<Instant> changes = new ArrayList<>();
    for (Occurrence one : checkIns) {
      if (isWatched(one.window())) {
        changes.add(one.window().closes());
      }
    }
    Instant unheard = unheardAt(heard().getLast());
    if (unheard.isBefore(ends)) {
      changes.add(unheard);
    }
    return changes;
  }

  /// All that a silence to come can depend on: when the patient was last heard, and when she last
  /// completed a check-in, as long as a window of the first days has not closed. What has begun
  /// already is an alert, and what is closed is a hold or nothing.
  String footprint() {
    boolean watching = now.isBefore(ends);
    for (Occurrence one : checkIns) {
      watching |= isWatched(one.window()) && one.window().closes().isAfter(now);
    }
    Instant complete = completes.isEmpty() ? Instant.MIN : completes.getLast();
    return watching
        ? "heard " + heard().getLast() + " complete " + complete + fold.leaves.stops()
        : "unwatched";
  }

  private Alert marked(List<Span> spans) {
    List<Alert.Running> clocks = new ArrayList<>();
    Optional<Alert.Ack> seen = Optional.empty();
    for (Span span : spans) {
      Alert.Running clock = Alert.Running.from(span.level(), span.since(), Optional.empty());
      for (Entry entry : fold.entries) {
        if (entry.event() instanceof EpisodeEvent.Acknowledged event && isIn(span, event, entry)) {
          Alert.Ack ack = new Alert.Ack(entry.by().name(), entry.received());
          boolean spoke = event.how() == EpisodeEvent.How.SPEAKING;
          clock = spoke ? clock.answeredBy(ack) : clock.seenBy(ack);
        }
      }
      clocks.add(clock);
      seen = clock.seen();
    }
    Instant opened = spans.getFirst().since();
    String id = Concern.SILENCE.id() + "." + opened.getEpochSecond();
    List<String> rules = List.of(Concern.SILENCE.id());
    return new Alert(id, Concern.SILENCE, opened, rules, List.of(), seen, clocks);
  }

  /// Whether a human's mark was on the silence alert while this span lasted.
  private static boolean isIn(Span span, EpisodeEvent.Acknowledged event, Entry entry) {
    return event.alert().startsWith(Concern.SILENCE.id() + ".")
        && !entry.received().isBefore(span.since())
        && entry.received().isBefore(span.closed());
  }

  /// All silences, in order of time.
  private List<Span> spans() {
    List<Span> spans = new ArrayList<>(spans(Urgency.SOON, twoMissed()));
    spans.addAll(spans(Urgency.SAME_DAY, unheard()));
    spans.sort(Comparator.comparing(Span::since));
    return spans;
  }

  /// One span for all alarms of a kind between two complete check-ins.
  private List<Span> spans(Urgency level, List<Instant> alarms) {
    List<Span> spans = new ArrayList<>();
    Instant closed = Instant.MIN;
    for (Instant alarm : alarms) {
      if (!alarm.isBefore(closed)) {
        closed = firstCompleteFrom(alarm);
        spans.add(new Span(level, alarm, closed));
      }
    }
    return spans;
  }

  private Instant firstCompleteFrom(Instant instant) {
    for (Instant complete : completes) {
      if (!complete.isBefore(instant)) {
        return complete;
      }
    }
    return Instant.MAX;
  }

  /// When the second of two windows in a row closed with no complete check-in from the opening of
  /// the first.
  private List<Instant> twoMissed() {
    List<Instant> alarms = new ArrayList<>();
    DueWindow before = null;
    for (Occurrence one : checkIns) {
      DueWindow window = one.window();
      if (isWatched(window) && fold.leaves.isStoppedIn(window)) {
        // She was not asked: this window is not missed, and parts the two beside it.
        before = null;
      } else if (isWatched(window)) {
        if (before != null) {
          Instant closes =
              before.closes().isAfter(window.closes()) ? before.closes() : window.closes();
          if (!closes.isAfter(now) && !firstCompleteFrom(before.opens()).isBefore(closes)) {
            alarms.add(closes);
          }
        }
        before = window;
      }
    }
    return alarms;
  }

  private boolean isWatched(DueWindow window) {
    return !window.opens().isBefore(begins) && window.opens().isBefore(ends);
  }

  /// When the patient had not been heard of for 30 waking hours.
  private List<Instant> unheard() {
    List<Instant> alarms = new ArrayList<>();
    List<Instant> heard = heard();
    for (int i = 0; i < heard.size(); i++) {
      Instant at = unheardAt(heard.get(i));
      boolean last = i + 1 == heard.size();
      // Heard at the very instant is heard too late: nothing that is shown may vanish.
      boolean silent = !at.isAfter(last ? now : heard.get(i + 1)) && !fold.leaves.isStoppedAt(at);
      if (silent && at.isBefore(ends)) {
        alarms.add(at);
      }
    }
    return alarms;
  }

  /// The instant with 30 waking hours behind it since `heard`, each in the zone that the patient
  /// was in.
  private Instant unheardAt(Instant heard) {
    Instant from = heard;
    long left = UNHEARD_SECONDS;
    for (PlanVersion version : plans.versions()) {
      if (version.from().isAfter(from)) {
        long awake = plans.at(from).clock().seconds(from, version.from());
        if (awake >= left) {
          break;
        }
        left -= awake;
        from = version.from();
      }
    }
    return plans.at(from).clock().plus(from, left);
  }

  /// When the patient was heard, beginning with the treatment or its record, whichever is later.
  private List<Instant> heard() {
    List<Instant> heard = new ArrayList<>();
    heard.add(begins);
    for (Entry entry : fold.entries) {
      boolean fromPatient =
          switch (entry.event()) {
            case EpisodeEvent.CheckedIn _, EpisodeEvent.Contacted _ -> true;
            case EpisodeEvent.MassageStarted _, EpisodeEvent.MassageEnded _ -> true;
            case EpisodeEvent.LeaveAsked _, EpisodeEvent.LeaveTakenBack _ -> true;
            case EpisodeEvent event -> event instanceof EpisodeEvent.PhotoTaken;
          };
      if (fromPatient && entry.received().isAfter(heard.getLast())) {
        heard.add(entry.received());
      }
    }
    return heard;
  }
}
