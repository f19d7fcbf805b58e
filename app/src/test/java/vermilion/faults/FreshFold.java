package vermilion.faults;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermilion.clinical.Urgency;
import vermilion.episode.ClinicHours;
import vermilion.episode.Entry;
import vermilion.episode.Episode;
import vermilion.episode.EventCodec;
import vermilion.episode.Guideline;
import vermilion.episode.Standing;
import vermilion.time.UtcText;

/// Folds kept events anew through the core alone, and holds what was derived from them against
/// that.
final class FreshFold {

  private final Guideline guideline;
  private final ClinicHours hours;

  FreshFold(Guideline guideline, ClinicHours hours) {
    this.guideline = guideline;
    this.hours = hours;
  }

  /// The episodes that can be folded; what cannot is found elsewhere.
  Map<String, Episode> episodes(Kept kept) {
    Map<String, Episode> episodes = new HashMap<>();
    for (Kept.Chain chain : kept.chains()) {
      episode(chain).ifPresent(episode -> episodes.put(chain.episode(), episode));
    }
    return episodes;
  }

  private Optional<Episode> episode(Kept.Chain chain) {
    List<Entry> entries = new ArrayList<>();
    for (Kept.Event event : chain.events()) {
      if (!(EventCodec.readBody(event.body())
          instanceof EventCodec.Reading.Read<EventCodec.Stored> read)) {
        return Optional.empty();
      }
      EventCodec.Sent sent = read.value().sent();
      Instant received = event.received();
      entries.add(
          new Entry(event.seq(), sent.id(), sent.at(), received, read.value().by(), sent.event()));
    }
    try {
      return Optional.of(Episode.of(guideline, entries));
    } catch (IllegalArgumentException _) {
      // A hole, which the checker names by itself.
      return Optional.empty();
    }
  }

  /// Every line of the worklist against the fold of its episode at the instant of the line.
  void lines(Kept kept, Map<String, Episode> episodes, List<Finding> findings) {
    Map<String, Kept.Line> lines = new HashMap<>();
    for (Kept.Line line : kept.lines()) {
      lines.put(line.episode(), line);
      if (kept.chains().stream().noneMatch(chain -> chain.episode().equals(line.episode()))) {
        findings.add(new Finding(Finding.Kind.PHANTOM_LINE, line.episode(), line.toString()));
      }
    }
    episodes.forEach((id, episode) -> {
      Kept.Line line = lines.get(id);
      if (line == null) {
        findings.add(new Finding(Finding.Kind.NO_LINE, id, episode.seq() + " events"));
      } else {
        Standing standing = episode.at(line.updated(), hours);
        Kept.Line fresh =
            new Kept.Line(
                id,
                line.updated(),
                standing.level().ordinal(),
                standing.actBy().map(FreshFold::millis),
                standing.nextChange().map(FreshFold::millis));
        if (!fresh.equals(line)) {
          findings.add(
              new Finding(Finding.Kind.STALE_LINE, id, "is " + line + ", a fold gives " + fresh));
        }
      }
    });
  }

  private static Instant millis(Instant instant) {
    return Instant.ofEpochMilli(instant.toEpochMilli());
  }

  /// What a node showed against the fold at that instant.
  void views(Seen seen, Map<String, Episode> episodes, List<Finding> findings) {
    Map<String, Seen.Waiting> waiting = new HashMap<>();
    seen.waiting().forEach(one -> waiting.put(one.episode(), one));
    episodes.forEach((id, episode) -> {
      List<String> kept = episode.entries().stream().map(Entry::id).toList();
      // Nobody can ask for an episode whose opening was never answered.
      List<String> shown = seen.events().getOrDefault(id, kept);
      if (!shown.equals(kept)) {
        findings.add(
            new Finding(
                Finding.Kind.STALE_VIEW,
                id,
                seen.node() + " shows " + shown.size() + " events, kept are " + kept.size()));
      }
      // The worklist says its instant when it has looked; what changed while it did is not judged.
      Optional<Seen.Waiting> from = line(id, episode, seen.at().minusSeconds(1));
      Optional<Seen.Waiting> until = line(id, episode, seen.at());
      Optional<Seen.Waiting> line = Optional.ofNullable(waiting.get(id));
      if (from.equals(until) && !from.equals(line)) {
        findings.add(
            new Finding(
                Finding.Kind.STALE_VIEW,
                id,
                seen.node() + " has " + line + " on its worklist, a fold gives " + from));
      }
    });
  }

  private Optional<Seen.Waiting> line(String id, Episode episode, Instant at) {
    Standing standing = episode.at(at, hours);
    return standing.level().atLeast(Urgency.SOON)
        ? Optional.of(new Seen.Waiting(id, standing.level().id(), standing.actBy().map(this::said)))
        : Optional.empty();
  }

  /// As the API says it.
  private Instant said(Instant instant) {
    return Instant.parse(UtcText.of(instant));
  }
}
