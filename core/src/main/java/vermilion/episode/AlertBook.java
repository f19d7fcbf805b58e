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
  private final List<Lowered> lowered = new ArrayList<>();

  /// An alert as it stood when a clinician lowered it.
  record Lowered(Alert alert, Instant at) {}

  /// Takes over all that another book holds; alerts never change, so that both may go on.
  void addAll(AlertBook other) {
    System.arraycopy(other.open, 0, open, 0, open.length);
    lowered.addAll(other.lowered);
  }

  /// Opens, joins or raises the alert of a finding that needs a human.
  void report(Assessed.Finding finding, Entry entry) {
    if (!finding.level().atLeast(Urgency.SOON)) {
      return;
    }
    Instant now = entry.received();
    Optional<Instant> ring =
        finding.ring() ? Optional.of(now.plusSeconds(RING_SECONDS)) : Optional.empty();
    Alert.Running clock = Alert.Running.from(finding.level(), now, ring);
    Alert known = open[finding.concern().ordinal()];
    put(known == null ? first(finding, entry, clock) : known.reported(finding, entry.seq(), clock));
  }

  private static Alert first(Assessed.Finding finding, Entry entry, Alert.Running clock) {
    return new Alert(
        finding.concern().id() + "." + entry.seq(),
        finding.concern(),
        entry.received(),
        finding.rules(),
        List.of(entry.seq()),
        Optional.empty(),
        List.of(clock));
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
    lowered.add(new Lowered(alert, entry.received()));
    open[event.concern().ordinal()] = null;
    if (event.level().atLeast(Urgency.SOON)) {
      Alert.Running clock = Alert.Running.from(event.level(), entry.received(), Optional.empty());
      Alert left =
          new Alert(
              alert.id(),
              alert.concern(),
              alert.opened(),
              alert.rules(),
              alert.seqs(),
              Optional.empty(),
              List.of(clock));
      put(left.seenBy(new Alert.Ack(entry.by().name(), entry.received())));
    }
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

  /// All alerts as they stood when they were lowered, in order of time.
  List<Lowered> lowered() {
    return lowered;
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
