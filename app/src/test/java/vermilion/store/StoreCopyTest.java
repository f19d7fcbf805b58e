package vermilion.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermilion.service.Bytes;
import vermilion.service.EpisodeRef;
import vermilion.service.JournalFailure;
import vermilion.service.JournalFailure.Kind;
import vermilion.service.NewEvent;
import vermilion.service.Store;
import vermilion.store.StoreCopy.Passing;

/// A copy of a store holds what the store holds, also when it was broken off in between.
class StoreCopyTest {

  private static final int EPISODES = 1_500;

  @TempDir Path folder;
  private SqliteDatabase source;
  private SqliteDatabase target;

  @BeforeEach
  void fill() throws SQLException {
    try (Store store = SqliteStore.open(folder.resolve("from"))) {
      // At once, so that many share one sync of the disk.
      try (ExecutorService everybody = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < EPISODES; i++) {
          NewEvent one = new NewEvent(new UUID(1, i), Bytes.ofText("event of " + i));
          NewEvent two = new NewEvent(new UUID(2, i), Bytes.ofText("more of " + i));
          EpisodeRef ref = new EpisodeRef("northside", "episode-" + i);
          UUID patient = new UUID(3, i);
          everybody.execute(
              () -> store.journal().open(patient, StoreContract.request(ref, one, two)));
        }
      }
      assertThat(store.journal().episodes("northside", EPISODES - 1, 9)).hasSize(1);
    }
    source = SqliteDatabase.inUse(folder.resolve("from").resolve(SqliteStore.FILE), 0);
    target = SqliteDatabase.putAway(folder.resolve("to.db"));
    target.prepare();
  }

  private long copy(Passing passing, String name) throws SQLException {
    try (Session from = source.reading();
        Session to = target.writing()) {
      from.begin();
      StoreCopy copy = new StoreCopy(from, to, passing);
      long rows = copy.run(name);
      StoreCopy.check(to);
      return rows;
    }
  }

  private void change(String sql) throws SQLException {
    try (Session to = target.writing()) {
      assertThat(to.run(sql)).isPositive();
    }
  }

  @Test
  void every_table_arrives_whole() throws SQLException {
    long rows = copy(Passing.UNCHANGED, "here");

    assertThat(rows).isGreaterThan(EPISODES * 5L);
    try (Session from = source.reading();
        Session to = target.writing()) {
      for (StoreTable table : StoreTable.ALL) {
        assertThat(StoreCopy.digest(to, table).hex())
            .as(table.name())
            .isEqualTo(StoreCopy.digest(from, table).hex());
      }
    }
  }

  @Test
  void every_table_of_the_schema_is_copied() throws SQLException {
    List<String> ours;
    try (Session from = source.reading()) {
      ours =
          from.all(
              "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
                  + " AND name NOT IN ('flyway_schema_history', 'copied')",
              row -> row.getString(1));
      for (StoreTable table : StoreTable.ALL) {
        assertThat(
                from.all(
                    "SELECT name FROM pragma_table_info('" + table.name() + "')",
                    row -> row.getString(1)))
            .containsExactlyInAnyOrderElementsOf(table.columns());
      }
    }
    assertThat(StoreTable.ALL.stream().map(StoreTable::name))
        .containsExactlyInAnyOrderElementsOf(ours);
  }

  @Test
  void a_copy_that_was_broken_off_goes_on_where_it_stopped() throws SQLException {
    Passing failing =
        new Passing() {
          private int seen;

          @Override
          public @Nullable Object[] row(StoreTable table, @Nullable Object[] row) {
            seen += table.name().equals("event") ? 1 : 0;
            if (seen > 2_200) {
              throw new IllegalStateException("pulled the plug");
            }
            return row;
          }
        };
    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> copy(failing, "here"));
    try (Session to = target.writing()) {
      assertThat(to.first("SELECT count(*) FROM event", row -> row.getLong(1))).contains(2_000L);
    }

    long rows = copy(Passing.UNCHANGED, "here");

    try (Session from = source.reading()) {
      long all = 0;
      for (StoreTable table : StoreTable.ALL) {
        all += StoreCopy.digest(from, table).rows();
      }
      assertThat(rows).isEqualTo(all);
    }
  }

  @Test
  void a_target_that_holds_something_is_refused_and_left_alone() throws SQLException {
    change("INSERT INTO master_key (id, made, proof) VALUES ('other', 0, x'00')");

    JournalFailure refused =
        assertThatExceptionOfType(JournalFailure.class)
            .isThrownBy(() -> copy(Passing.UNCHANGED, "here"))
            .actual();

    assertThat(refused.kind()).isEqualTo(Kind.NOT_EMPTY);
    assertThat(refused)
        .hasMessage("the target is not empty: master_key has rows; nothing was copied");
  }

  @Test
  void a_copy_of_one_store_is_not_gone_on_with_from_another() throws SQLException {
    copy(Passing.UNCHANGED, "here");

    assertThatExceptionOfType(JournalFailure.class)
        .isThrownBy(() -> copy(Passing.UNCHANGED, "elsewhere"))
        .withMessage("the target holds a copy of here; expected one of elsewhere");
  }

  @Test
  void a_row_that_is_changed_lost_or_doubled_in_the_target_is_noticed() throws SQLException {
    copy(Passing.UNCHANGED, "here");
    for (String damage :
        List.of(
            "UPDATE event SET received = received + 1 WHERE episode = 'episode-7' AND seq = 2",
            "DELETE FROM head WHERE chain = 'episode/episode-9'",
            "INSERT INTO audit SELECT clinic, 1, 0, 'a', 'b', '', '', x'00', x'00' FROM episode"
                + " WHERE ordinal = 1")) {
      change(damage);
      assertThatExceptionOfType(JournalFailure.class)
          .as(damage)
          .isThrownBy(() -> copy(Passing.UNCHANGED, "here"))
          .withMessageContaining(" is not what was copied: ");
    }
  }

  @Test
  void nobody_is_served_from_a_copy() throws SQLException {
    Path copied = folder.resolve("copied");
    target = SqliteDatabase.inUse(copied.resolve(SqliteStore.FILE), 0);
    target.prepare();
    copy(Passing.UNCHANGED, "here");

    JournalFailure refused =
        assertThatExceptionOfType(JournalFailure.class)
            .isThrownBy(() -> SqliteStore.open(copied))
            .actual();

    assertThat(refused.kind()).isEqualTo(Kind.UNFINISHED);
    assertThat(refused).hasMessageContaining("holds a copy of here; a backup must be restored");
  }
}
