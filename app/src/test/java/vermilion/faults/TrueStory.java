package vermilion.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import vermilion.clinical.Concern;
import vermilion.clinical.Urgency;
import vermilion.episode.Author;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.EventCodec;
import vermilion.episode.Guideline;
import vermilion.episode.Standing;
import vermilion.faults.History.Answer;
import vermilion.faults.History.Attempt;
import vermilion.service.Access;
import vermilion.service.Clinics;
import vermilion.service.EpisodeRef;
import vermilion.service.EpisodeService;
import vermilion.service.Ids;
import vermilion.service.LoadedGuidelines;
import vermilion.service.Lookup;
import vermilion.service.NewEpisode;
import vermilion.service.Outcome;
import vermilion.service.Submission;
import vermilion.store.SqliteStore;

/// A few days of three patients, lived through the real service on a real file, with what was told.
final class TrueStory {

  private static final Instant START = Instant.parse("2026-03-25T15:00:00Z");

  private final Path folder;
  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final Guideline guideline = Ground.guideline(Ground.shipped());
  private final History history = new History();
  private final List<String> episodes = new ArrayList<>();
  private Optional<Kept> kept = Optional.empty();
  private Optional<Seen> seen = Optional.empty();
  private long nanos;
  private long made;

  private TrueStory(Path folder) {
    this.folder = folder;
  }

  static TrueStory lived(Path folder) {
    TrueStory story = new TrueStory(folder);
    try (SqliteStore store = SqliteStore.open(folder)) {
      new Clinics(store.clinicSettings()).write(Ground.clinic(), "test", START);
      story.live(story.service(store));
      story.kept = Optional.of(Kept.of(store, Ground.CLINIC));
    }
    return story;
  }

  private EpisodeService service(SqliteStore store) {
    return new EpisodeService(
        store.journal(),
        new Clinics(store.clinicSettings()),
        new LoadedGuidelines(List.of(guideline.protocol())),
        new EpisodeService.Sources(now::get, new CountedIds()));
  }

  private static final class CountedIds implements Ids {
    private long ids;

    @Override
    public UUID uuid() {
      return new UUID(3L << 12 | 0x4000L, ++ids);
    }

    @Override
    public String secret() {
      return "secret" + ++ids;
    }
  }

  private void live(EpisodeService service) {
    for (String name : List.of("Ada", "Bea", "Cleo")) {
      open(service, name);
    }
    String ada = episodes.getFirst();
    hours(5);
    send(service, ada, Ground.PATIENT, checkIn(Map.of("colour", "usual", "pain", "2")));
    hours(2);
    EventCodec.Sent pale = sent(checkIn(Map.of("colour", "pale")));
    send(service, ada, Ground.PATIENT, pale);
    send(service, ada, Ground.PATIENT, pale);
    String alert = alert(service, ada);
    EpisodeEvent read = new EpisodeEvent.Acknowledged(alert, EpisodeEvent.How.SPEAKING);
    send(service, ada, Ground.NURSE, sent(read), sent(new EpisodeEvent.Noted("rang her")));
    hours(1);
    EpisodeEvent milder =
        new EpisodeEvent.LevelLowered(
            Concern.OCCLUSION, Urgency.ROUTINE, now.get().plus(Duration.ofHours(3)), true, "seen");
    send(service, ada, Ground.NURSE, milder);
    send(service, ada, Ground.PATIENT, new EpisodeEvent.HoldLifted("a patient may not"));
    send(service, ada, Ground.PATIENT, checkIn(Map.of("colour", "dusky", "pain", "8")));
    send(service, episodes.getLast(), Ground.PATIENT, checkIn(Map.of("redness", "warm")));
    seen = Optional.of(look(service));
  }

  private void hours(int hours) {
    now.set(now.get().plus(Duration.ofHours(hours)));
  }

  private void open(EpisodeService service, String name) {
    EpisodeEvent.Opened opened = Ground.opened(name, now.get());
    EpisodeEvent.OrderSigned order = Ground.order(1);
    Access access = new Access(Ground.CLINIC, Ground.NURSE, Optional.empty());
    if (!(service.open(access, new NewEpisode(Optional.empty(), opened, Optional.of(order)))
        instanceof EpisodeService.Opening.Opened done)) {
      throw new IllegalStateException(name + " was not taken");
    }
    episodes.add(done.ref().episode());
    history.add(
        new History.Opening(
            Ground.contents(List.of(opened, order)), request(), Optional.of(done.ref().episode())));
  }

  private History.Request request() {
    nanos += 1_000;
    return new History.Request(history.nextRequest(), "a", new History.Span(nanos, nanos + 500));
  }

  private static EpisodeEvent checkIn(Map<String, String> answers) {
    return new EpisodeEvent.CheckedIn("full", false, answers);
  }

  private EventCodec.Sent sent(EpisodeEvent event) {
    return new EventCodec.Sent(new UUID(0x4000L, ++made).toString(), now.get(), event);
  }

  private void send(EpisodeService service, String episode, Author by, EpisodeEvent event) {
    send(service, episode, by, sent(event));
  }

  private void send(EpisodeService service, String episode, Author by, EventCodec.Sent... events) {
    EpisodeRef ref = new EpisodeRef(Ground.CLINIC, episode);
    History.Request request = request();
    if (!(service.submit(ref, by, List.of(events)) instanceof Submission.Decided decided)) {
      throw new IllegalStateException("nothing was decided of " + List.of(events));
    }
    for (int i = 0; i < events.length; i++) {
      String body = Ground.body(events[i], by);
      Answer answer = answer(decided.outcomes().get(i));
      history.add(new Attempt(episode, events[i].id(), body, request, answer));
    }
  }

  private static Answer answer(Outcome outcome) {
    return switch (outcome.status()) {
      case ACCEPTED -> new Answer.Accepted(outcome.seq().orElseThrow());
      case DUPLICATE -> new Answer.Duplicate(outcome.seq().orElseThrow());
      case REFUSED -> new Answer.Refused(outcome.why().orElse(""));
    };
  }

  private String alert(EpisodeService service, String episode) {
    return standing(service, episode).alerts().getFirst().alert().id();
  }

  private static Standing standing(EpisodeService service, String episode) {
    EpisodeRef ref = new EpisodeRef(Ground.CLINIC, episode);
    if (service.find(ref) instanceof Lookup.Found found) {
      return service.standing(ref, found.episode());
    }
    throw new IllegalStateException("no episode " + episode);
  }

  private Seen look(EpisodeService service) {
    Map<String, List<String>> events = new HashMap<>();
    List<Seen.Waiting> waiting = new ArrayList<>();
    for (String episode : episodes) {
      EpisodeRef ref = new EpisodeRef(Ground.CLINIC, episode);
      if (service.find(ref) instanceof Lookup.Found found) {
        events.put(episode, found.episode().entries().stream().map(one -> one.id()).toList());
      }
      Standing standing = standing(service, episode);
      if (standing.level().atLeast(Urgency.SOON)) {
        waiting.add(new Seen.Waiting(episode, standing.level().id(), standing.actBy()));
      }
    }
    return new Seen("a", events, now.get(), waiting);
  }

  /// An event that was sent and that nobody answered.
  Attempt unsent() {
    EventCodec.Sent sent = sent(checkIn(Map.of("fever", "yes")));
    String body = Ground.body(sent, Ground.PATIENT);
    return new Attempt(
        episodes.get(1), sent.id(), body, request(), new Answer.Unknown("timed out"));
  }

  /// Sends what an attempt holds, so that it is kept after all, and looks again.
  void submit(Attempt attempt) {
    try (SqliteStore store = SqliteStore.open(folder)) {
      if (EventCodec.readBody(attempt.body())
          instanceof EventCodec.Reading.Read<EventCodec.Stored> read) {
        EpisodeService service = service(store);
        EpisodeRef ref = new EpisodeRef(Ground.CLINIC, attempt.episode());
        service.submit(ref, Ground.PATIENT, List.of(read.value().sent()));
        seen = Optional.of(look(service));
      }
    }
  }

  /// The record, read anew.
  Kept read() {
    try (SqliteStore store = SqliteStore.open(folder)) {
      return Kept.of(store, Ground.CLINIC);
    }
  }

  Attempt lastAcknowledged() {
    return history.attempts().stream()
        .filter(one -> one.answer() instanceof Answer.Accepted)
        .toList()
        .getLast();
  }

  /// A copy, to add to.
  History history() {
    History copy = new History();
    history.openings().forEach(copy::add);
    history.attempts().forEach(copy::add);
    return copy;
  }

  Kept kept() {
    return kept.orElseThrow();
  }

  Seen seen() {
    return seen.orElseThrow();
  }

  FreshFold fold() {
    return new FreshFold(guideline, Ground.clinic().hours());
  }
}
