package vermilion.proof.episode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import vermilion.episode.AlertClock;
import vermilion.episode.Author;
import vermilion.episode.Decision;
import vermilion.episode.Entry;
import vermilion.episode.Episode;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.EventCodec;
import vermilion.episode.Guideline;
import vermilion.episode.MassageGate;
import vermilion.episode.Standing;
import vermilion.json.Fields;
import vermilion.schedule.Occurrence;

/// The engine with one fault in it.
class FaultyEngine implements EpisodeSystem {

  final EpisodeSystem sound;

  FaultyEngine(EpisodeSystem sound) {
    this.sound = sound;
  }

  @Override
  public Decision open(Guideline guideline, EventCodec.Sent sent, Author by, Instant received) {
    return sound.open(guideline, sent, by, received);
  }

  @Override
  public Decision decide(Episode episode, EventCodec.Sent sent, Author by, Instant received) {
    return sound.decide(episode, sent, by, received);
  }

  @Override
  public Standing at(Episode episode, Instant now) {
    return sound.at(episode, now);
  }

  @Override
  public Optional<Occurrence> massageReminder(Standing standing) {
    return sound.massageReminder(standing);
  }

  /// Something that is sent.
  record Sent(Episode episode, EpisodeEvent event, Author by, Instant now) {
    boolean isBy(Author.Role role) {
      return by.role() == role;
    }
  }

  /// An engine that takes what it should refuse.
  static FaultyEngine taking(EpisodeSystem sound, Predicate<Sent> taken) {
    return new FaultyEngine(sound) {
      @Override
      public Decision decide(Episode episode, EventCodec.Sent sent, Author by, Instant now) {
        Decision decision = sound.decide(episode, sent, by, now);
        return decision instanceof Decision.Refused
                && taken.test(new Sent(episode, sent.event(), by, now))
            ? added(episode, sent, by, now)
            : decision;
      }
    };
  }

  static Decision added(Episode episode, EventCodec.Sent sent, Author by, Instant now) {
    Entry entry = new Entry(episode.seq() + 1, sent.id(), sent.at(), now, by, sent.event());
    return new Decision.Accepted(entry, episode.with(List.of(entry)));
  }

  /// An engine that refuses what it should take.
  static FaultyEngine refusing(EpisodeSystem sound, Predicate<Sent> refused) {
    return new FaultyEngine(sound) {
      @Override
      public Decision decide(Episode episode, EventCodec.Sent sent, Author by, Instant now) {
        return refused.test(new Sent(episode, sent.event(), by, now))
            ? new Decision.Refused(List.of(new Fields.Problem("type", "x", "y")))
            : sound.decide(episode, sent, by, now);
      }
    };
  }

  /// What a faulty engine makes of how an episode stands.
  interface View {
    Standing seen(Episode episode, Standing standing);
  }

  /// An engine that shows something else than what stands.
  static FaultyEngine showing(EpisodeSystem sound, View view) {
    return new FaultyEngine(sound) {
      @Override
      public Standing at(Episode episode, Instant now) {
        return view.seen(episode, sound.at(episode, now));
      }
    };
  }

  /// An engine that overlooks some events when it looks how an episode stands.
  static FaultyEngine blindTo(EpisodeSystem sound, Predicate<EpisodeEvent> overlooked) {
    return new FaultyEngine(sound) {
      @Override
      public Standing at(Episode episode, Instant now) {
        return sound.at(without(episode, overlooked), now);
      }
    };
  }

  /// An engine whose gate overlooks some events.
  static FaultyEngine gateBlindTo(EpisodeSystem sound, Predicate<EpisodeEvent> overlooked) {
    return showing(
        sound,
        (episode, standing) ->
            gate(standing, sound.at(without(episode, overlooked), standing.now()).gate()));
  }

  static Episode without(Episode episode, Predicate<EpisodeEvent> overlooked) {
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : episode.entries()) {
      if (entries.isEmpty() || !overlooked.test(entry.event())) {
        entries.add(
            new Entry(
                entries.size() + 1,
                entry.id(),
                entry.at(),
                entry.received(),
                entry.by(),
                entry.event()));
      }
    }
    return Episode.of(episode.guideline(), entries);
  }

  static Standing gate(Standing was, MassageGate gate) {
    return new Standing(
        was.now(),
        was.today(),
        was.plan(),
        was.alerts(),
        was.held(),
        was.tasks(),
        gate,
        was.leaving(),
        was.care(),
        was.nextChange());
  }

  static Standing held(Standing was, boolean held) {
    return new Standing(
        was.now(),
        was.today(),
        was.plan(),
        was.alerts(),
        held,
        was.tasks(),
        was.gate(),
        was.leaving(),
        was.care(),
        was.nextChange());
  }

  static Standing announcing(Standing was, Optional<Instant> next) {
    return new Standing(
        was.now(),
        was.today(),
        was.plan(),
        was.alerts(),
        was.held(),
        was.tasks(),
        was.gate(),
        was.leaving(),
        was.care(),
        next);
  }

  /// An engine that shows other alerts.
  static FaultyEngine alerting(EpisodeSystem sound, UnaryOperator<List<AlertClock.State>> alerts) {
    return showing(sound, (_, was) -> alerts(was, alerts.apply(was.alerts())));
  }

  static Standing alerts(Standing was, List<AlertClock.State> alerts) {
    return new Standing(
        was.now(),
        was.today(),
        was.plan(),
        alerts,
        was.held(),
        was.tasks(),
        was.gate(),
        was.leaving(),
        was.care(),
        was.nextChange());
  }
}
