package vermilion.service;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import vermilion.episode.Episode;

/// Makes what is derived from the record anew, or only compares it: every worklist line, and with
/// the lines the counts, against a fresh fold of its episode. May run beside a server that writes:
/// a line is replaced only while its episode stands where it was folded.
public final class Rebuild {

  private static final int PAGE = 500;
  private static final int WORKERS = 4;
  private static final int TRIES = 5;

  /// The most differences that are named; all are counted.
  private static final int MOST_NAMED = 20;

  private final Store store;
  private final Clinics clinics;
  private final EpisodeReader reader;
  private final InstantSource clock;

  /// Works on a store.
  ///
  /// @param guidelines the protocols that its episodes follow
  public Rebuild(Store store, Guidelines guidelines, InstantSource clock) {
    this.store = store;
    this.clinics = new Clinics(store.clinicSettings());
    this.reader = new EpisodeReader(store.journal(), guidelines);
    this.clock = clock;
  }

  /// Something that is not as the record gives it.
  ///
  /// @param episode whose line
  /// @param column which column of the line, or `line` for all of it
  /// @param live what is kept; never what a card says
  /// @param rebuilt what the record gives
  public record Difference(EpisodeRef episode, String column, String live, String rebuilt) {}

  /// What came of one clinic.
  ///
  /// @param clinic which
  /// @param episodes how many episodes its register has
  /// @param lines how many lines the record gives
  /// @param differed how many were not as the record gives them, those too many with them
  /// @param left how many of these are still so
  /// @param first the first differences
  public record Report(
      String clinic, long episodes, long lines, long differed, long left, List<Difference> first) {
    /// Copies the differences.
    public Report {
      first = List.copyOf(first);
    }
  }

  /// Compares the lines of a clinic, and changes nothing.
  public Report check(String clinic) {
    return run(clinic, false);
  }

  /// Compares the lines of a clinic, and makes those anew that differ.
  public Report mend(String clinic) {
    return run(clinic, true);
  }

  /// What came of one episode.
  ///
  /// @param hasLine whether the record gives a line
  /// @param differences what was not as it should be
  /// @param mended whether it is now
  private record Seen(boolean hasLine, List<Difference> differences, boolean mended) {
    static Seen good(boolean hasLine) {
      return new Seen(hasLine, List.of(), true);
    }
  }

  private static final class Sum {
    private long episodes;
    private long lines;
    private long differed;
    private long left;
    private final List<Difference> first = new ArrayList<>();

    void add(Seen seen) {
      lines += seen.hasLine() ? 1 : 0;
      if (!seen.differences().isEmpty()) {
        differed++;
        left += seen.mended() ? 0 : 1;
        seen.differences().stream().limit(MOST_NAMED - first.size()).forEach(first::add);
      }
    }
  }

  private Report run(String clinic, boolean mend) {
    Sum sum = new Sum();
    try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
      long last = 0;
      List<EpisodeEntry> page = store.journal().episodes(clinic, last, PAGE);
      while (!page.isEmpty()) {
        List<Future<Seen>> seen = new ArrayList<>();
        for (EpisodeEntry entry : page) {
          seen.add(workers.submit(() -> look(entry.episode(), mend)));
        }
        for (Future<Seen> one : seen) {
          sum.add(result(one));
        }
        sum.episodes += page.size();
        last = page.getLast().ordinal();
        page = store.journal().episodes(clinic, last, PAGE);
      }
    }
    for (EpisodeRef stray : store.worklist().strays(clinic)) {
      Difference tooMany = new Difference(stray, "line", "is there", "none");
      boolean gone = mend && store.worklist().removeStray(stray);
      sum.add(new Seen(false, List.of(tooMany), gone));
    }
    return new Report(clinic, sum.episodes, sum.lines, sum.differed, sum.left, sum.first);
  }

  private static Seen result(Future<Seen> one) {
    try {
      return one.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while rebuilding", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof JournalFailure failure) {
        throw failure;
      }
      throw new IllegalStateException("a line could not be compared", e.getCause());
    }
  }

  /// Looks at one line, again while others change it.
  private Seen look(EpisodeRef ref, boolean mend) {
    List<Difference> differences = List.of();
    for (int i = 0; i < TRIES; i++) {
      Worklist.KeptLine live = store.worklist().line(ref);
      Lookup lookup;
      try {
        lookup = reader.read(ref);
      } catch (IllegalStateException e) {
        return unreadable(ref, e);
      }
      if (!(lookup instanceof Lookup.Found(Episode episode))) {
        // A line of somebody erased is found among the strays.
        return Seen.good(false);
      }
      differences = differences(ref, live, episode);
      if (differences.isEmpty()) {
        return Seen.good(true);
      }
      boolean stands = store.worklist().line(ref).equals(live);
      if (stands && !mend) {
        return new Seen(true, differences, false);
      }
      if (stands && write(ref, episode)) {
        return new Seen(true, differences, true);
      }
    }
    return new Seen(true, differences, false);
  }

  private static Seen unreadable(EpisodeRef ref, RuntimeException why) {
    String said = String.valueOf(why.getMessage());
    return new Seen(
        true,
        List.of(new Difference(ref, "line", "is not compared", "cannot be computed: " + said)),
        false);
  }

  private boolean write(EpisodeRef ref, Episode episode) {
    Instant now = Times.kept(clock.instant());
    AppendRequest request =
        AppendRequest.of(ref, "rebuild", now, List.of())
            .expecting(episode.seq())
            .with(new WorklistChange.Put(row(ref, episode, now)));
    return store.journal().append(request) instanceof AppendOutcome.Appended;
  }

  private WorklistRow row(EpisodeRef ref, Episode episode, Instant at) {
    return WorklistRow.of(episode, episode.at(at, clinics.get(ref.clinic()).hours()));
  }

  /// A line is what the record gives at the instant at which the line was written: what time has
  /// changed since is the alert clock's.
  private List<Difference> differences(EpisodeRef ref, Worklist.KeptLine live, Episode episode) {
    return switch (live) {
      case Worklist.KeptLine.None _ -> List.of(new Difference(ref, "line", "none", "a line"));
      case Worklist.KeptLine.Damaged _ ->
          List.of(new Difference(ref, "card", "does not open", "a card"));
      case Worklist.KeptLine.Whole(WorklistEntry entry) ->
          differences(ref, entry.row(), row(ref, episode, entry.updated()));
    };
  }

  private static List<Difference> differences(
      EpisodeRef ref, WorklistRow live, WorklistRow rebuilt) {
    List<Difference> all = new ArrayList<>();
    String[][] columns = {
      {"level_rank", text(live.levelRank()), text(rebuilt.levelRank())},
      {"deadline", text(live.deadline()), text(rebuilt.deadline())},
      {"next_change", text(live.nextChange()), text(rebuilt.nextChange())},
      {"course", live.course().place().name(), rebuilt.course().place().name()},
      {"course_change", text(live.course().until()), text(rebuilt.course().until())}
    };
    for (String[] column : columns) {
      if (!column[1].equals(column[2])) {
        all.add(new Difference(ref, column[0], column[1], column[2]));
      }
    }
    if (!live.card().equals(rebuilt.card())) {
      all.add(new Difference(ref, "card", live.card().toString(), rebuilt.card().toString()));
    }
    return all;
  }

  private static String text(long number) {
    return Long.toString(number);
  }

  /// To the millisecond, as a store keeps it.
  private static String text(Optional<Instant> instant) {
    return instant.map(at -> Instant.ofEpochMilli(at.toEpochMilli()).toString()).orElse("none");
  }
}
