package vermilion.proof.episode;

import java.time.Instant;
import java.util.Optional;
import vermilion.episode.Author;
import vermilion.episode.ClinicHours;
import vermilion.episode.Decider;
import vermilion.episode.Decision;
import vermilion.episode.Episode;
import vermilion.episode.EventCodec;
import vermilion.episode.Guideline;
import vermilion.episode.Standing;
import vermilion.schedule.Occurrence;

/// The thing that is proved: what decides about events and says how an episode stands. The engine
/// is one; a test puts faulty ones in its place, to see that the proof finds them.
public interface EpisodeSystem {

  /// Decides about the event that opens an episode.
  Decision open(Guideline guideline, EventCodec.Sent sent, Author by, Instant received);

  /// Decides about any later event.
  Decision decide(Episode episode, EventCodec.Sent sent, Author by, Instant received);

  /// How an episode stands at an instant.
  Standing at(Episode episode, Instant now);

  /// The massage that the patient may be reminded of, if any.
  Optional<Occurrence> massageReminder(Standing standing);

  /// The engine itself, for a clinic with these hours.
  static EpisodeSystem engine(ClinicHours hours) {
    return new Engine(hours, new Decider(hours));
  }

  /// The engine behind the wall.
  ///
  /// @param hours the clinic's
  /// @param decider what decides
  record Engine(ClinicHours hours, Decider decider) implements EpisodeSystem {
    @Override
    public Decision open(Guideline guideline, EventCodec.Sent sent, Author by, Instant received) {
      return decider.open(guideline, sent, by, received);
    }

    @Override
    public Decision decide(Episode episode, EventCodec.Sent sent, Author by, Instant received) {
      return decider.decide(episode, sent, by, received);
    }

    @Override
    public Standing at(Episode episode, Instant now) {
      return episode.at(now, hours);
    }

    @Override
    public Optional<Occurrence> massageReminder(Standing standing) {
      return standing.massageReminder();
    }
  }
}
