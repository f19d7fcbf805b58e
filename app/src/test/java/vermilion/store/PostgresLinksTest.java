package vermilion.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermilion.service.AccessToken;
import vermilion.service.AppendRequest;
import vermilion.service.Device;
import vermilion.service.EpisodeRef;
import vermilion.service.Store;
import vermilion.service.Verification;

/// A patient's links on two nodes of one database: a new one shuts every earlier one, also one that
/// is made at the same moment.
class PostgresLinksTest {

  @TempDir Path folder;

  @Test
  void of_links_that_two_nodes_make_at_once_one_stays_open() throws Exception {
    EpisodeRef ref = new EpisodeRef("northside", "e0");
    try (Store one = PostgresFolder.open(folder);
        Store two = PostgresFolder.open(folder);
        Connection holder = PostgresFolder.connect(folder);
        Statement statement = holder.createStatement();
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      one.journal()
          .open(new UUID(0, 1), AppendRequest.of(ref, "kay", StoreContract.NOON, List.of()));
      assertThat(one.devices().issue(ref.clinic(), link('0'), "kay")).isTrue();
      holder.setAutoCommit(false);
      statement.execute("SELECT 1 FROM head FOR UPDATE");
      Future<Boolean> first =
          callers.submit(() -> one.devices().issue(ref.clinic(), link('1'), "kay"));
      Future<Boolean> second =
          callers.submit(() -> two.devices().issue(ref.clinic(), link('2'), "jo"));
      // Both have begun, and neither can end.
      while (waitingForLocks(statement) < 2) {
        Thread.onSpinWait();
      }
      holder.commit();
      assertThat(first.get()).isTrue();
      assertThat(second.get()).isTrue();
      assertThat(two.devices().of(ref, 9)).filteredOn(Device::isOpen).hasSize(1);
      assertThat(two.journal().verify()).isInstanceOf(Verification.Whole.class);
    }
  }

  private static AccessToken link(char digit) {
    return new AccessToken(
        String.valueOf(digit).repeat(64),
        Device.LINK_ROLE,
        Optional.of("e0"),
        "en",
        StoreContract.NOON,
        Optional.empty());
  }

  private static int waitingForLocks(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                + " AND wait_event_type = 'Lock'")) {
      row.next();
      return row.getInt(1);
    }
  }
}
