package vermilion.service;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at the worklist of a clinic for all who have it open, and wakes them when it changes. One
/// look serves them all, and nobody looks while nobody listens. It is the record that is looked at,
/// so that what another server wrote is seen as soon as what this one did.
public final class LiveWorklist implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LiveWorklist.class);

  /// How long after a look the next one begins: an event shows within a second of it.
  private static final Duration EVERY = Duration.ofMillis(400);

  /// A look that took long is followed by a pause so many times as long.
  private static final int PAUSE_FACTOR = 10;

  private static final int MOST_LISTENERS = 200;

  private final WorklistService worklist;
  private final EpisodeService episodes;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Watch> watches = new HashMap<>();
  private int listeners;
  private boolean closed;

  /// Looks through a service.
  public LiveWorklist(WorklistService worklist, EpisodeService episodes) {
    this.worklist = worklist;
    this.episodes = episodes;
  }

  /// What the last look has seen.
  ///
  /// @param version another number after each change; it says nothing about another server's
  /// @param looked when the last look that saw something began, by the server's clock
  /// @param clear whether the last look saw something; if not, nothing is known since `looked`
  /// @param tick when that was by the machine's own count of nanoseconds
  /// @param over whether nobody looks any more
  public record Sight(long version, Instant looked, boolean clear, long tick, boolean over) {
    /// Nothing yet.
    public static final Sight NOTHING = new Sight(0, Instant.EPOCH, true, 0, false);

    /// Whether nothing was seen for longer than this: a look may hang.
    public boolean isOlderThan(Duration age) {
      return System.nanoTime() - tick > age.toNanos();
    }

    private boolean isNewsAfter(Sight known) {
      return version != known.version || clear != known.clear;
    }
  }

  /// Somebody who has the worklist open.
  public final class Listener implements AutoCloseable {

    private final Watch watch;

    private Listener(Watch watch) {
      this.watch = watch;
    }

    /// Waits until something else than `known` is seen, at most so long.
    ///
    /// @param known what the listener was told last
    /// @throws InterruptedException when the listener is to stop
    public Sight await(Sight known, Duration atMost) throws InterruptedException {
      long left = atMost.toNanos();
      lock.lock();
      try {
        while (!closed && left > 0 && !watch.sight.isNewsAfter(known)) {
          left = watch.changed.awaitNanos(left);
        }
        Sight sight = watch.sight;
        return new Sight(sight.version(), sight.looked(), sight.clear(), sight.tick(), closed);
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void close() {
      lock.lock();
      try {
        listeners--;
        watch.listeners--;
      } finally {
        lock.unlock();
      }
    }
  }

  /// Begins to listen to a clinic; nothing where too many listen already.
  public Optional<Listener> listen(String clinic) {
    lock.lock();
    try {
      if (closed || listeners >= MOST_LISTENERS) {
        return Optional.empty();
      }
      Watch watch = watches.get(clinic);
      if (watch == null) {
        watch = new Watch(clinic);
        watches.put(clinic, watch);
        Thread.ofVirtual().name("live-worklist-" + clinic).start(watch);
      }
      listeners++;
      watch.listeners++;
      return Optional.of(new Listener(watch));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      watches.values().forEach(watch -> watch.changed.signalAll());
    } finally {
      lock.unlock();
    }
  }

  /// The looks at one clinic; its fields are the lock's.
  private final class Watch implements Runnable {

    private final String clinic;
    private final Condition changed = lock.newCondition();
    private int listeners;
    private Bytes mark = Bytes.NONE;
    private boolean wasClear = true;
    private Sight sight = Sight.NOTHING;

    private Watch(String clinic) {
      this.clinic = clinic;
    }

    @Override
    public void run() {
      boolean wanted = true;
      while (wanted) {
        long began = System.nanoTime();
        look();
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        Duration pause = took.multipliedBy(PAUSE_FACTOR);
        wanted = isWanted(pause.compareTo(EVERY) > 0 ? pause : EVERY);
      }
    }

    private void look() {
      Instant now = episodes.now();
      long tick = System.nanoTime();
      Optional<Bytes> seen = Optional.empty();
      try {
        seen = Optional.of(worklist.mark(clinic));
        wasClear = true;
      } catch (RuntimeException e) {
        // Said to every listener, and to the operator once.
        if (wasClear) {
          LOG.warn("the worklist of {} cannot be looked at: {}", clinic, e.getMessage());
        }
        wasClear = false;
      }
      lock.lock();
      try {
        boolean news = seen.isPresent() && !seen.get().equals(mark);
        mark = seen.orElse(mark);
        sight =
            new Sight(
                news ? sight.version() + 1 : sight.version(),
                seen.isPresent() ? now : sight.looked(),
                seen.isPresent(),
                seen.isPresent() ? tick : sight.tick(),
                false);
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }

    /// Rests, and says whether anybody still listens then.
    private boolean isWanted(Duration pause) {
      lock.lock();
      try {
        long left = pause.toNanos();
        while (!closed && left > 0) {
          left = changed.awaitNanos(left);
        }
        boolean wanted = !closed && listeners > 0;
        if (!wanted) {
          watches.remove(clinic);
        }
        return wanted;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        watches.remove(clinic);
        return false;
      } finally {
        lock.unlock();
      }
    }
  }
}
