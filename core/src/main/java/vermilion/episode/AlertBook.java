package vermilion.episode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vermilion.clinical.Concern;
import vermilion.clinical.Urgency;

/// The open alerts of an episode while its events are folded: at most one for each concern, so that
/// a nurse sees one line for one trouble (H-9).
final class AlertBook {

  private static final long RING_SECONDS = 3600;

  private final @Nullable Alert[] open = new @Nullable Alert[Concern.values().length];

  /// Opens, joins or raises the alert of a finding that needs a human.
  void report(Assessed.Finding finding, Entry entry) {
    if (!finding.level().atLeast(Urgency.SOON)) {
      return;
    }
    Alert known = open[finding.concern().ordinal()];
    put(known == null ? opened(finding, entry) : joined(known, finding, entry));
  }

  private static Alert opened(Assessed.Finding finding, Entry entry) {
    Instant now = entry.received();
    return new Alert(
        finding.concern().id() + "." + entry.seq(),
        finding.concern(),
        finding.level(),
        now,
        now,
        finding.rules(),
        List.of(entry.seq()),
        ringBy(finding, now),
        Optional.empty(),
        Optional.empty());
  }

  /// A clock that already runs is never set back by the same report again; only a rise, or a report
  /// after a human has answered, starts a new one.
  private static Alert joined(Alert known, Assessed.Finding finding, Entry entry) {
    Instant now = entry.received();
    Optional<Instant> ring = ringBy(finding, now);
    List<Long> seqs = new ArrayList<>(known.seqs());
    seqs.add(entry.seq());
    boolean milder = known.level().compareTo(finding.level()) > 0;
    boolean rises = !milder && known.level() != finding.level();
    boolean afresh = rises || (!milder && known.answered().isPresent());
    return new Alert(
        known.id(),
        known.concern(),
        known.level().worse(finding.level()),
        afresh ? now : known.since(),
        known.opened(),
        milder ? known.rules() : finding.rules(),
        seqs,
        ring.isPresent() ? ring : known.ringBy(),
        milder ? known.seen() : Optional.empty(),
        afresh ? Optional.empty() : known.answered());
  }

  private static Optional<Instant> ringBy(Assessed.Finding finding, Instant now) {
    return finding.ring() ? Optional.of(now.plusSeconds(RING_SECONDS)) : Optional.empty();
  }

  /// Notes that a human has seen or answered an alert.
  void acknowledge(EpisodeEvent.Acknowledged event, Entry entry) {
    Alert alert = find(event.alert());
    if (alert != null) {
      Alert.Ack ack = new Alert.Ack(entry.by().name(), entry.received());
      put(event.how() == EpisodeEvent.How.SPEAKING ? alert.answeredBy(ack) : alert.seenBy(ack));
    }
  }

  /// Lowers the alert of a concern, or closes it where nothing is left that waits.
  void lower(EpisodeEvent.LevelLowered event, Entry entry) {
    Alert alert = open[event.concern().ordinal()];
    if (alert == null) {
      return;
    }
    if (!event.level().atLeast(Urgency.SOON)) {
      open[event.concern().ordinal()] = null;
      return;
    }
    Alert.Ack ack = new Alert.Ack(entry.by().name(), entry.received());
    put(
        new Alert(
            alert.id(),
            alert.concern(),
            event.level(),
            entry.received(),
            alert.opened(),
            alert.rules(),
            alert.seqs(),
            Optional.empty(),
            Optional.of(ack),
            Optional.empty()));
  }

  /// The open alerts, in the order of [Concern].
  List<Alert> alerts() {
    List<Alert> alerts = new ArrayList<>();
    for (Alert alert : open) {
      if (alert != null) {
        alerts.add(alert);
      }
    }
    return alerts;
  }

  private @Nullable Alert find(String id) {
    for (Alert alert : open) {
      if (alert != null && alert.id().equals(id)) {
        return alert;
      }
    }
    return null;
  }

  private void put(Alert alert) {
    open[alert.concern().ordinal()] = alert;
  }
}
