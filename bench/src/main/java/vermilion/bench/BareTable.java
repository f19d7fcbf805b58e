package vermilion.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// The least that a durable journal on SQLite could be: one table, one index, one writer that
/// commits what has gathered. The limit against which the journal is measured.
final class BareTable implements AutoCloseable {

  private static final int BATCH = 512;

  private record Line(String stream, long version, CompletableFuture<Boolean> done) {}

  private final Connection connection;
  private final BlockingQueue<Line> queue = new LinkedBlockingQueue<>();
  private final Line last = new Line("", 0, new CompletableFuture<>());
  private final Thread writer = Thread.ofPlatform().unstarted(this::write);
  private volatile byte[] body = new byte[0];

  BareTable(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    connection = source.getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE bare (stream TEXT NOT NULL, version BIGINT NOT NULL, body BLOB NOT NULL,"
              + " UNIQUE (stream, version))");
    }
    writer.start();
  }

  void append(String stream, long version, byte[] content) throws Exception {
    body = content;
    Line line = new Line(stream, version, new CompletableFuture<>());
    queue.add(line);
    line.done().get();
  }

  private void write() {
    List<Line> batch = new ArrayList<>();
    try (PreparedStatement begin = connection.prepareStatement("BEGIN IMMEDIATE");
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO bare VALUES (?, ?, ?)");
        PreparedStatement commit = connection.prepareStatement("COMMIT")) {
      while (!batch.contains(last)) {
        batch.clear();
        batch.add(queue.take());
        queue.drainTo(batch, BATCH - 1);
        begin.execute();
        for (Line line : batch) {
          insert.setString(1, line.stream());
          insert.setLong(2, line.version());
          insert.setBytes(3, body);
          insert.executeUpdate();
        }
        commit.execute();
        batch.forEach(line -> line.done().complete(true));
      }
    } catch (SQLException | InterruptedException e) {
      batch.forEach(line -> line.done().completeExceptionally(e));
    }
  }

  @Override
  public void close() throws SQLException {
    queue.add(last);
    try {
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the last lines were written", e);
    }
    connection.close();
  }
}
