package vermilion.faults;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermilion.json.Json;
import vermilion.json.JsonText;
import vermilion.service.EpisodeEntry;
import vermilion.service.Journal;
import vermilion.service.ReadOutcome;
import vermilion.service.Store;
import vermilion.service.Verification;
import vermilion.service.WorklistEntry;

/// All that is in a store of one clinic, read through the journal.
///
/// @param chains its episodes, in order of opening
/// @param lines its worklist
/// @param verified how many events and episodes `verify` has walked, all whole; empty: it is broken
/// @param found what `verify` found broken, else empty text
/// @param rebuilt what `rebuild --check` found otherwise than the record gives it, else empty text
record Kept(
    List<Chain> chains, List<Line> lines, Optional<Walked> verified, String found, String rebuilt) {

  private static final int PAGE = 100;
  private static final int MOST_LINES = 100_000;

  Kept {
    chains = List.copyOf(chains);
    lines = List.copyOf(lines);
  }

  /// Nothing was made anew.
  Kept(List<Chain> chains, List<Line> lines, Optional<Walked> verified, String found) {
    this(chains, lines, verified, found, "");
  }

  /// The same, after what is derived from it was made anew and compared.
  Kept with(String difference) {
    return new Kept(chains, lines, verified, found, difference);
  }

  /// One episode.
  record Chain(String episode, Instant opened, List<Event> events) {
    Chain {
      events = List.copyOf(events);
    }
  }

  /// One event of it.
  record Event(String id, long seq, Instant received, String body) {}

  /// One line of the worklist.
  record Line(
      String episode,
      Instant updated,
      int rank,
      Optional<Instant> deadline,
      Optional<Instant> nextChange) {}

  /// What `verify` counted.
  record Walked(long episodes, long events) {}

  /// Reads a store.
  static Kept of(Store store, String clinic) {
    Journal journal = store.journal();
    List<Chain> chains = new ArrayList<>();
    long last = 0;
    List<EpisodeEntry> page = journal.episodes(clinic, last, PAGE);
    while (!page.isEmpty()) {
      for (EpisodeEntry entry : page) {
        chains.add(chain(journal, entry));
      }
      last = page.getLast().ordinal();
      page = journal.episodes(clinic, last, PAGE);
    }
    List<Line> lines = new ArrayList<>();
    for (WorklistEntry entry : store.worklist().worklist(clinic, MOST_LINES)) {
      lines.add(
          new Line(
              entry.episode().episode(),
              entry.updated(),
              entry.row().levelRank(),
              entry.row().deadline(),
              entry.row().nextChange()));
    }
    return switch (journal.verify()) {
      case Verification.Whole whole ->
          new Kept(chains, lines, Optional.of(new Walked(whole.episodes(), whole.events())), "");
      case Verification.Broken broken ->
          new Kept(
              chains,
              lines,
              Optional.empty(),
              broken.chain() + " seq " + broken.seq() + ": " + broken.found());
    };
  }

  private static Chain chain(Journal journal, EpisodeEntry entry) {
    if (!(journal.read(entry.episode(), 0) instanceof ReadOutcome.Found found)) {
      throw new IllegalStateException(entry.episode() + " is in the register and cannot be read");
    }
    List<Event> events = new ArrayList<>();
    found
        .events()
        .forEach(one ->
            events.add(
                new Event(one.id().toString(), one.seq(), one.received(), one.body().toText())));
    return new Chain(entry.episode().episode(), entry.opened(), events);
  }

  /// As JSON, for another process.
  Json json() {
    Json.Builder out = Json.object();
    out.put("chains", new Json.Arr(chains.stream().map(Kept::json).toList()));
    out.put("lines", new Json.Arr(lines.stream().map(Kept::json).toList()));
    verified.ifPresent(
        walked -> out.put("episodes", walked.episodes()).put("events", walked.events()));
    return out.put("found", found).put("rebuilt", rebuilt).build();
  }

  private static Json json(Chain chain) {
    List<Json> events = new ArrayList<>();
    for (Event event : chain.events()) {
      events.add(
          Json.object()
              .put("id", event.id())
              .put("seq", event.seq())
              .put("received", event.received().toEpochMilli())
              .put("body", event.body())
              .build());
    }
    return Json.object()
        .put("episode", chain.episode())
        .put("opened", chain.opened().toEpochMilli())
        .put("events", new Json.Arr(events))
        .build();
  }

  private static Json json(Line line) {
    Json.Builder out =
        Json.object()
            .put("episode", line.episode())
            .put("updated", line.updated().toEpochMilli())
            .put("rank", line.rank());
    line.deadline().ifPresent(at -> out.put("deadline", at.toEpochMilli()));
    line.nextChange().ifPresent(at -> out.put("nextChange", at.toEpochMilli()));
    return out.build();
  }

  /// Reads what [#json] wrote.
  static Kept read(String text) {
    if (!(JsonText.read(text) instanceof JsonText.Reading.Value value)
        || !(value.value() instanceof Json.Obj object)) {
      throw new IllegalStateException("no record was read, but: " + text);
    }
    List<Chain> chains = new ArrayList<>();
    for (Json.Obj chain : objects(object, "chains")) {
      List<Event> events = new ArrayList<>();
      for (Json.Obj event : objects(chain, "events")) {
        events.add(
            new Event(
                text(event, "id"),
                number(event, "seq").orElseThrow(),
                instant(event, "received").orElseThrow(),
                text(event, "body")));
      }
      chains.add(new Chain(text(chain, "episode"), instant(chain, "opened").orElseThrow(), events));
    }
    List<Line> lines = new ArrayList<>();
    for (Json.Obj line : objects(object, "lines")) {
      lines.add(
          new Line(
              text(line, "episode"),
              instant(line, "updated").orElseThrow(),
              number(line, "rank").orElseThrow().intValue(),
              instant(line, "deadline"),
              instant(line, "nextChange")));
    }
    Optional<Walked> walked =
        number(object, "events")
            .map(events -> new Walked(number(object, "episodes").orElseThrow(), events));
    return new Kept(chains, lines, walked, text(object, "found"), text(object, "rebuilt"));
  }

  /// The objects of an array.
  static List<Json.Obj> objects(Json.Obj object, String name) {
    List<Json.Obj> all = new ArrayList<>();
    if (object.find(name).orElse(new Json.Arr(List.of())) instanceof Json.Arr array) {
      array.items().forEach(item -> all.add((Json.Obj) item));
    }
    return all;
  }

  /// A member that is text; empty where there is none.
  static String text(Json.Obj object, String name) {
    return object.find(name).orElse(new Json.Null()) instanceof Json.Str text ? text.value() : "";
  }

  static Optional<Long> number(Json.Obj object, String name) {
    return object.find(name).flatMap(Json::wholeNumber);
  }

  /// A member that is an instant in milliseconds.
  private static Optional<Instant> instant(Json.Obj object, String name) {
    return number(object, name).map(Instant::ofEpochMilli);
  }
}
