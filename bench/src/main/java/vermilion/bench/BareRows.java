package vermilion.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The limit of what a check-in could cost on a disk: one thread that writes the same rows in the
/// same batches, and commits what has gathered. No HTTP, no JSON, no decision, no cipher, no hash,
/// no index but the primary keys, nothing looked up.
final class BareRows implements AutoCloseable {
  /// As the journal's group commit.
  private static final int BATCH = 512;

  private static final int PATIENCE_SECONDS = 60;

  private record Waiting(BareStore.Rows rows, CompletableFuture<Boolean> done) {}

  private final BareStore store;
  private final RowSizes sizes;
  private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
  private final Waiting last =
      new Waiting(
          new BareStore.Rows(new Object[0], new Object[0], new Object[0]),
          new CompletableFuture<>());
  private final Thread writer = Thread.ofPlatform().name("bare-writer").unstarted(this::write);

  BareRows(BareStore store, RowSizes sizes) {
    this.store = store;
    this.sizes = sizes;
    writer.start();
  }

  private void write() {
    List<Waiting> batch = new ArrayList<>();
    try {
      var open = true;
      while (open) {
        batch.clear();
        batch.add(queue.take());
        queue.drainTo(batch, BATCH - 1);
        open = !batch.remove(last);
        if (!batch.isEmpty()) {
          store.write(batch.stream().map(Waiting::rows).toList());
          batch.forEach(one -> one.done().complete(true));
        }
      }
    } catch (SQLException | InterruptedException e) {
      batch.forEach(one -> one.done().completeExceptionally(e));
    }
  }

  /// Somebody who writes the rows of one check-in after the other, in episodes as long as those of
  /// the load.
  ClosedLoop.Work writer(SplittableRandom random) {
    return new Writer(random);
  }

  private final class Writer implements ClosedLoop.Work {
    private final SplittableRandom random;
    private final String clinic = "c".repeat(sizes.clinic());
    private String episode = "";
    private String key = "";
    private long seq;

    private Writer(SplittableRandom random) {
      this.random = random;
    }

    @Override
    public void once() throws Exception {
      if (seq == 0 || seq == Patients.LAST_EVENTS) {
        episode = CheckInRequest.newId(random).toString();
        key = text(sizes.keyId());
        seq = Patients.FIRST_EVENTS;
      }
      seq++;
      var waiting = new Waiting(rows(), new CompletableFuture<>());
      queue.add(waiting);
      waiting.done().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private BareStore.Rows rows() {
      var now = System.currentTimeMillis();
      var id = CheckInRequest.newId(random).toString();
      var hash = bytes(RowSizes.HASH);
      var event =
          new Object[] {
            clinic,
            episode,
            seq,
            id,
            now,
            key,
            bytes(sizes.nonce()),
            bytes(sizes.body()),
            bytes(RowSizes.HASH),
            hash
          };
      var size = seq * sizes.body();
      var head =
          new Object[] {clinic, "episode/" + episode, seq, hash, now, size, bytes(sizes.mac())};
      var line =
          new Object[] {
            clinic, episode, 1, now, now, now, key, new byte[0], bytes(sizes.card()), 1, now
          };
      return new BareStore.Rows(event, head, line);
    }

    private byte[] bytes(int count) {
      var all = new byte[count];
      random.nextBytes(all);
      return all;
    }

    private String text(int count) {
      var all = new StringBuilder();
      while (all.length() < count) {
        all.append(Long.toHexString(random.nextLong()));
      }
      return all.substring(0, count);
    }
  }

  @Override
  public void close() throws SQLException {
    queue.add(last);
    try {
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the last rows were written", e);
    } finally {
      store.close();
    }
  }
}
