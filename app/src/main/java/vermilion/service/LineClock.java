package vermilion.service;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// Writes worklist lines anew until none is due, several at once so that one sync of the disk
/// serves many. A line that cannot be computed does not keep the others from being.
final class LineClock {

  private static final int AT_ONCE = 1_000;

  /// Half a million lines in one go: more than any clinic has, and an end.
  private static final int MOST_ROUNDS = 500;

  private static final int WORKERS = 8;

  private final EpisodeService episodes;

  LineClock(EpisodeService episodes) {
    this.episodes = episodes;
  }

  /// Asks for at most so many episodes whose line is due.
  interface Due {
    List<EpisodeRef> first(int limit);
  }

  /// What a run came to.
  ///
  /// @param written how many lines were written
  /// @param failed the episodes whose line could not be computed
  /// @param first why the first of them could not
  record Run(int written, List<EpisodeRef> failed, Optional<RuntimeException> first) {

    /// Throws when a line is stuck.
    void complain(String clinic) {
      if (first.isPresent()) {
        throw new IllegalStateException(
            failed.size()
                + " worklist lines of clinic "
                + clinic
                + " cannot be computed: "
                + failed,
            first.get());
      }
    }
  }

  /// Computes what is due until nothing is, or the store takes no more.
  ///
  /// @throws JournalFailure when the store failed
  Run run(Due due) {
    Set<EpisodeRef> stuck = new HashSet<>();
    List<EpisodeRef> failed = new ArrayList<>();
    Optional<RuntimeException> first = Optional.empty();
    int written = 0;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      List<EpisodeRef> late = new ArrayList<>(due.first(AT_ONCE + stuck.size()));
      late.removeIf(stuck::contains);
      if (late.isEmpty()) {
        break;
      }
      Batch batch = once(late);
      written += batch.written;
      stuck.addAll(batch.passed);
      stuck.addAll(batch.failed);
      failed.addAll(batch.failed);
      first = first.isPresent() ? first : Optional.ofNullable(batch.first);
      if (batch.busy) {
        break;
      }
    }
    return new Run(written, List.copyOf(failed), first);
  }

  /// What one batch came to.
  static final class Batch {
    private int written;
    private boolean busy;
    private final List<EpisodeRef> passed = new ArrayList<>();
    private final List<EpisodeRef> failed = new ArrayList<>();
    private @Nullable RuntimeException first;

    private void add(EpisodeRef ref, EpisodeService.Refreshed refreshed) {
      switch (refreshed) {
        case WRITTEN -> written++;
        case BUSY -> busy = true;
        // Its line is newer now, or there is none to write: not asked for again in this run.
        case OVERTAKEN, GONE -> passed.add(ref);
      }
    }

    private void failed(EpisodeRef ref, ExecutionException why) {
      if (why.getCause() instanceof JournalFailure store) {
        throw store;
      }
      failed.add(ref);
      if (first == null) {
        first = new IllegalStateException("the line of " + ref + " cannot be computed", why);
      }
    }
  }

  /// Computes these lines, each once.
  Batch once(List<EpisodeRef> late) {
    Batch batch = new Batch();
    AtomicBoolean down = new AtomicBoolean();
    List<Future<EpisodeService.Refreshed>> running = new ArrayList<>();
    try (ExecutorService workers =
        Executors.newFixedThreadPool(WORKERS, Thread.ofVirtual().factory())) {
      for (EpisodeRef ref : late) {
        running.add(workers.submit(() -> refresh(ref, down)));
      }
    }
    for (int i = 0; i < late.size(); i++) {
      try {
        batch.add(late.get(i), running.get(i).get());
      } catch (ExecutionException e) {
        batch.failed(late.get(i), e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        batch.busy = true;
      }
    }
    return batch;
  }

  /// Once the store has refused one, nobody waits for it to refuse the others.
  private EpisodeService.Refreshed refresh(EpisodeRef ref, AtomicBoolean down) {
    if (down.get()) {
      return EpisodeService.Refreshed.BUSY;
    }
    boolean good = false;
    try {
      EpisodeService.Refreshed refreshed = episodes.refresh(ref);
      good = refreshed != EpisodeService.Refreshed.BUSY;
      return refreshed;
    } catch (IllegalStateException e) {
      good = true;
      throw e;
    } finally {
      if (!good) {
        down.set(true);
      }
    }
  }
}
