package vermilion.service;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import vermilion.episode.Author;
import vermilion.episode.Decider;
import vermilion.episode.Decision;
import vermilion.episode.Entry;
import vermilion.episode.Episode;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.EventCodec;
import vermilion.episode.Guideline;
import vermilion.episode.Standing;
import vermilion.json.Fields;
import vermilion.protocol.Order;

/// Loads an episode, lets the core decide, and keeps what was accepted: the one way in which
/// anything happens. Nothing is answered as accepted before the journal says that it is durable.
public final class EpisodeService {

  private static final int LOCKS = 256;
  private static final int TRIES = 3;

  private final Journal journal;
  private final Clinics clinics;
  private final Guidelines guidelines;
  private final EpisodeReader reader;
  private final InstantSource clock;
  private final Ids ids;
  private final EpisodeCache cache = new EpisodeCache();
  private final ReentrantLock[] locks = new ReentrantLock[LOCKS];

  /// Makes the service over its ports.
  public EpisodeService(Journal journal, Clinics clinics, Guidelines guidelines, Sources sources) {
    this.journal = journal;
    this.clinics = clinics;
    this.guidelines = guidelines;
    this.reader = new EpisodeReader(journal, guidelines);
    this.clock = sources.clock();
    this.ids = sources.ids();
    for (int i = 0; i < LOCKS; i++) {
      locks[i] = new ReentrantLock();
    }
  }

  /// What a service cannot make by itself.
  ///
  /// @param clock the server's clock
  /// @param ids makes ids
  public record Sources(InstantSource clock, Ids ids) {}

  /// The server's clock now.
  public Instant now() {
    return Times.kept(clock.instant());
  }

  /// An id for an episode that is still to be opened: what is sent twice with it opens one.
  public UUID newId() {
    return ids.uuid();
  }

  /// What came of opening an episode.
  public sealed interface Opening {
    /// It is open, and durable.
    ///
    /// @param ref where
    /// @param episode the episode
    record Opened(EpisodeRef ref, Episode episode) implements Opening {}

    /// It is not: this is what is wrong.
    ///
    /// @param refused each problem with its field and value
    record Refused(Decision.Refused refused) implements Opening {}

    /// It was opened before with the same: a request that was sent twice.
    ///
    /// @param ref where
    record Known(EpisodeRef ref) implements Opening {}

    /// Another episode has the id.
    record Taken() implements Opening {}

    /// The store cannot take it now.
    record Busy() implements Opening {}
  }

  /// Opens an episode, with the order if one was signed with it. Nothing is kept unless all of it
  /// is.
  public Opening open(Access access, NewEpisode wanted) {
    EpisodeEvent.Opened opened = wanted.opened();
    Optional<EpisodeEvent.OrderSigned> order = wanted.order();
    Optional<Guideline> guideline = guidelines.find(opened.protocol(), opened.protocolVersion());
    if (guideline.isEmpty()) {
      return noProtocol(opened);
    }
    Instant now = now();
    Decider decider = new Decider(clinics.get(access.clinic()).hours());
    Decision decision = decider.open(guideline.get(), sent(opened, now), access.author(), now);
    List<Entry> entries = new ArrayList<>();
    if (decision instanceof Decision.Accepted first) {
      entries.add(first.entry());
      if (order.isPresent()) {
        decision = decider.decide(first.after(), sent(order.get(), now), access.author(), now);
      }
    }
    if (!(decision instanceof Decision.Accepted accepted)) {
      return new Opening.Refused((Decision.Refused) decision);
    }
    if (order.isPresent()) {
      entries.add(accepted.entry());
    }
    EpisodeRef ref = new EpisodeRef(access.clinic(), wanted.id().orElseGet(ids::uuid).toString());
    AppendRequest request =
        AppendRequest.of(ref, access.author().name(), now, bodies(entries))
            .with(new WorklistChange.Put(row(access.clinic(), accepted.after(), now)))
            .auditing(Writing.of(ref, access.author(), entries, now));
    return switch (journal.open(ids.uuid(), request)) {
      case AppendOutcome.Appended _ -> {
        cache.keep(ref, accepted.after());
        yield new Opening.Opened(ref, accepted.after());
      }
      case AppendOutcome.Conflict _ -> openedBefore(ref, wanted);
      default -> new Opening.Busy();
    };
  }

  /// The id is taken: by the same request, or by another.
  private Opening openedBefore(EpisodeRef ref, NewEpisode wanted) {
    return find(ref) instanceof Lookup.Found found && wanted.isWhatOpened(found.episode())
        ? new Opening.Known(ref)
        : new Opening.Taken();
  }

  /// Fails where nothing can be kept any more until the server is started again.
  ///
  /// @throws JournalFailure with the reason for which writing stopped
  public void checkWritable() {
    journal.checkWritable();
  }

  /// The episode as it stands, whoever wrote to it.
  public Lookup find(EpisodeRef ref) {
    Optional<Episode> kept = cache.find(ref);
    return kept.isPresent() && isWhole(ref, kept.get()) ? new Lookup.Found(kept.get()) : load(ref);
  }

  /// Whether what is kept is all there is: another server may have written since, or erased it.
  private boolean isWhole(EpisodeRef ref, Episode kept) {
    return journal.read(ref, kept.seq()) instanceof ReadOutcome.Found found
        && found.seq() == kept.seq();
  }

  /// Whose episode it is: her key seals what is kept of her.
  public Optional<UUID> patient(EpisodeRef ref) {
    return find(ref) instanceof Lookup.Found found
            && journal.read(ref, found.episode().seq()) instanceof ReadOutcome.Found there
        ? Optional.of(there.patient())
        : Optional.empty();
  }

  /// How an episode stands now.
  public Standing standing(EpisodeRef ref, Episode episode) {
    return episode.at(now(), clinics.get(ref.clinic()).hours());
  }

  /// What an order would break in an episode; empty when it may be signed.
  public List<Fields.Problem> checkOrder(Episode episode, Order order) {
    return Decider.checkOrder(episode, order);
  }

  /// Decides events and keeps those that are accepted, all in one transaction.
  public Submission submit(EpisodeRef ref, Author author, List<EventCodec.Sent> events) {
    return submit(ref, author, events, Basis.ANY);
  }

  /// The same for what was decided on a page; [Submission.Overtaken] where that is not true any
  /// more.
  public Submission submit(
      EpisodeRef ref, Author author, List<EventCodec.Sent> events, Basis basis) {
    ReentrantLock lock = locks[Math.floorMod(ref.hashCode(), LOCKS)];
    lock.lock();
    try {
      for (int i = 0; i < TRIES; i++) {
        Optional<Submission> submission = tryOnce(ref, author, events, basis);
        if (submission.isPresent()) {
          return submission.get();
        }
        // Another node wrote this episode: read it again and decide again.
        cache.forget(ref);
      }
      return new Submission.Busy();
    } finally {
      lock.unlock();
    }
  }

  /// What came of writing a worklist line anew.
  public enum Refreshed {
    /// It stands as of now.
    WRITTEN,
    /// Somebody else wrote the episode meanwhile, and its line with it.
    OVERTAKEN,
    /// There is no such episode any more.
    GONE,
    /// The store cannot take it now.
    BUSY
  }

  /// Writes the worklist line of an episode anew, as time has changed it; never over the line of
  /// somebody who knew more events.
  public Refreshed refresh(EpisodeRef ref) {
    Optional<Episode> kept = cache.find(ref);
    // What the clock touches is not what people ask for: it must not push that out of the cache.
    Lookup lookup = kept.isPresent() ? new Lookup.Found(kept.get()) : reader.read(ref);
    if (!(lookup instanceof Lookup.Found found)) {
      return Refreshed.GONE;
    }
    Instant now = now();
    WorklistRow row = row(ref.clinic(), found.episode(), now);
    AppendRequest request =
        AppendRequest.of(ref, "service", now, List.of())
            .expecting(found.episode().seq())
            .with(new WorklistChange.Put(row));
    return switch (journal.append(request)) {
      case AppendOutcome.Appended _ -> Refreshed.WRITTEN;
      case AppendOutcome.Conflict _, AppendOutcome.OtherBody _, AppendOutcome.Full _ -> {
        cache.forget(ref);
        yield Refreshed.OVERTAKEN;
      }
      case AppendOutcome.NoEpisode _, AppendOutcome.Erased _ -> Refreshed.GONE;
      case AppendOutcome.Busy _ -> Refreshed.BUSY;
    };
  }

  private Optional<Submission> tryOnce(
      EpisodeRef ref, Author author, List<EventCodec.Sent> events, Basis basis) {
    Optional<Episode> kept = cache.find(ref);
    return switch (kept.isPresent() ? new Lookup.Found(kept.get()) : load(ref)) {
      case Lookup.NoEpisode _ -> Optional.of(new Submission.NoEpisode());
      case Lookup.Erased _ -> Optional.of(new Submission.Erased());
      case Lookup.Found(Episode episode) -> {
        List<Entry> news = basis.news(episode, author, events);
        yield news.isEmpty()
            ? decide(ref, episode, author, events)
            : Optional.of(new Submission.Overtaken(news, episode));
      }
    };
  }

  private Optional<Submission> decide(
      EpisodeRef ref, Episode before, Author author, List<EventCodec.Sent> events) {
    Decider decider = new Decider(clinics.get(ref.clinic()).hours());
    Instant now = now();
    Episode after = before;
    List<Entry> entries = new ArrayList<>();
    Map<Integer, Decision> decisions = new LinkedHashMap<>();
    for (int i = 0; i < events.size(); i++) {
      Decision decision = decider.decide(after, events.get(i), author, now);
      decisions.put(i, decision);
      if (decision instanceof Decision.Accepted accepted) {
        entries.add(accepted.entry());
        after = accepted.after();
      }
    }
    // What is appended is checked by its place; all else must not be said from an old memory.
    if (entries.size() < events.size() && !isWhole(ref, before)) {
      return Optional.empty();
    }
    noteOtherBodies(ref, author, underTakenIds(events, decisions), now);
    if (!entries.isEmpty()) {
      AppendRequest request =
          AppendRequest.of(ref, Access.actorOf(author), now, bodies(entries))
              .expecting(before.seq())
              .with(new WorklistChange.Put(row(ref.clinic(), after, now)))
              .auditing(Writing.of(ref, author, entries, now));
      AppendOutcome outcome = journal.append(request);
      Optional<Submission> failed = failed(outcome, events);
      if (failed.isPresent() || !isAllNew(outcome)) {
        return failed;
      }
      cache.keep(ref, after);
    }
    return Optional.of(new Submission.Decided(outcomes(events, decisions, after)));
  }

  /// Whether the events stand where they were decided to stand. Those that were there already were
  /// decided from an old memory, as they would be in a conflict.
  private static boolean isAllNew(AppendOutcome outcome) {
    return outcome instanceof AppendOutcome.Appended appended
        && appended.receipts().stream().noneMatch(Receipt::duplicate);
  }

  /// The journal keeps in its audit who brought another body under an id that is taken.
  private void noteOtherBodies(
      EpisodeRef ref, Author author, List<EventCodec.Sent> underTakenIds, Instant now) {
    for (EventCodec.Sent sent : underTakenIds) {
      journal.append(
          AppendRequest.of(ref, Access.actorOf(author), now, List.of(body(sent, author))));
    }
  }

  private static List<EventCodec.Sent> underTakenIds(
      List<EventCodec.Sent> events, Map<Integer, Decision> decisions) {
    List<EventCodec.Sent> taken = new ArrayList<>();
    decisions.forEach((i, decision) -> {
      if (decision instanceof Decision.Refused refused
          && refused.problems().getFirst().field().equals("id")) {
        taken.add(events.get(i));
      }
    });
    return taken;
  }

  private static Optional<Submission> failed(AppendOutcome outcome, List<EventCodec.Sent> events) {
    return switch (outcome) {
      case AppendOutcome.Appended _, AppendOutcome.Conflict _ -> Optional.empty();
      case AppendOutcome.NoEpisode _ -> Optional.of(new Submission.NoEpisode());
      case AppendOutcome.Erased _ -> Optional.of(new Submission.Erased());
      case AppendOutcome.Busy _ -> Optional.of(new Submission.Busy());
      case AppendOutcome.OtherBody other ->
          Optional.of(refuseAll(events, "an event id is taken already: " + other.ids()));
      case AppendOutcome.Full full ->
          Optional.of(refuseAll(events, "the episode is full at " + full.currentSeq() + " events"));
    };
  }

  private static Submission refuseAll(List<EventCodec.Sent> events, String why) {
    return new Submission.Decided(
        events.stream().map(sent -> Outcome.refused(sent.id(), why)).toList());
  }

  private static List<Outcome> outcomes(
      List<EventCodec.Sent> events, Map<Integer, Decision> decisions, Episode after) {
    List<Outcome> outcomes = new ArrayList<>();
    decisions.forEach((i, decision) -> {
      String id = events.get(i).id();
      outcomes.add(
          switch (decision) {
            case Decision.Refused refused -> Outcome.refused(id, refused.why());
            case Decision.Duplicate known -> kept(id, Outcome.Status.DUPLICATE, known.seq(), after);
            case Decision.Accepted accepted ->
                kept(id, Outcome.Status.ACCEPTED, accepted.entry().seq(), after);
          });
    });
    return outcomes;
  }

  private static Outcome kept(String id, Outcome.Status status, long seq, Episode after) {
    return new Outcome(id, status, Optional.of(seq), after.assessed(seq), Optional.empty());
  }

  private Lookup load(EpisodeRef ref) {
    cache.forget(ref);
    Lookup read = reader.read(ref);
    if (read instanceof Lookup.Found found) {
      cache.keep(ref, found.episode());
    }
    return read;
  }

  private WorklistRow row(String clinic, Episode episode, Instant now) {
    return WorklistRow.of(episode, episode.at(now, clinics.get(clinic).hours()));
  }

  private EventCodec.Sent sent(EpisodeEvent event, Instant now) {
    return new EventCodec.Sent(ids.uuid().toString(), now, event);
  }

  private static List<NewEvent> bodies(List<Entry> entries) {
    List<NewEvent> events = new ArrayList<>();
    for (Entry entry : entries) {
      events.add(body(new EventCodec.Sent(entry.id(), entry.at(), entry.event()), entry.by()));
    }
    return events;
  }

  private static NewEvent body(EventCodec.Sent sent, Author by) {
    return new NewEvent(UUID.fromString(sent.id()), Bytes.ofText(EventCodec.body(sent, by)));
  }

  private Opening noProtocol(EpisodeEvent.Opened opened) {
    return new Opening.Refused(
        new Decision.Refused(
            List.of(
                new Fields.Problem(
                    "protocol",
                    opened.protocol() + " version " + opened.protocolVersion(),
                    "one of " + guidelines.ids()))));
  }
}
