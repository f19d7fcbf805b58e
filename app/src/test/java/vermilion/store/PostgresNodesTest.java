package vermilion.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vermilion.service.AccessToken;
import vermilion.service.AppendOutcome;
import vermilion.service.AppendRequest;
import vermilion.service.AuditEntry;
import vermilion.service.Bytes;
import vermilion.service.EpisodeRef;
import vermilion.service.JournalFailure;
import vermilion.service.NewEvent;
import vermilion.service.ReadOutcome;
import vermilion.service.Receipt;
import vermilion.service.Store;
import vermilion.service.StoredEvent;
import vermilion.service.Verification;
import vermilion.service.WorklistChange;
import vermilion.service.WorklistRow;

/// Two nodes on one database: nothing is lost, nothing is doubled, and no node takes the other for
/// an intruder, whatever happens to their connections and to the server.
class PostgresNodesTest {

  private static final int EPISODES = 6;
  private static final int CALLERS = 6;

  @TempDir Path folder;

  /// What was acknowledged to the callers of a load.
  private static final class Told {
    final Set<UUID> events = ConcurrentHashMap.newKeySet();
    final Set<String> audit = ConcurrentHashMap.newKeySet();
    final Set<String> tokens = ConcurrentHashMap.newKeySet();
  }

  private static EpisodeRef episode(int number) {
    return new EpisodeRef(number % 2 == 0 ? "northside" : "southside", "e" + number);
  }

  private static WorklistChange line(int rank) {
    return new WorklistChange.Put(
        new WorklistRow(rank, Optional.empty(), Optional.empty(), Bytes.ofText("card")));
  }

  /// One caller of one node. Its ids are those of its twin on the other node, so that both send the
  /// same events.
  private static void call(Store store, int caller, int steps, Told told) {
    SplittableRandom random = new SplittableRandom(1_000L + caller);
    for (int i = 0; i < steps; i++) {
      int kind = random.nextInt(20);
      int number = random.nextInt(EPISODES);
      NewEvent event =
          new NewEvent(new UUID(caller, i), Bytes.ofText("event " + caller + " of " + i));
      AppendRequest request =
          AppendRequest.of(episode(number), "kay", StoreContract.NOON, List.of(event));
      switch (kind) {
        case 0 -> record(store, "audit " + caller + " " + i, told);
        case 1 -> issue(store, String.format("%032x%032x", caller, i), told);
        case 2, 3, 4, 5 -> expecting(store, request, told);
        default -> keep(send(store, request.with(line(random.nextInt(5)))), told);
      }
    }
  }

  private static void expecting(Store store, AppendRequest request, Told told) {
    if (again(() -> store.journal().read(request.episode(), 0)) instanceof ReadOutcome.Found at) {
      AppendOutcome outcome =
          again(() -> store.journal().append(request.expecting(at.seq()).with(line(2))));
      keep(outcome, told);
      assertThat(outcome)
          .isInstanceOfAny(AppendOutcome.Appended.class, AppendOutcome.Conflict.class);
    }
  }

  private static AppendOutcome send(Store store, AppendRequest request) {
    AppendOutcome outcome = again(() -> store.journal().append(request));
    if (outcome instanceof AppendOutcome.NoEpisode) {
      UUID patient = UUID.nameUUIDFromBytes(Bytes.ofText("" + request.episode()).toArray());
      AppendOutcome opened = again(() -> store.journal().open(patient, request));
      outcome =
          opened instanceof AppendOutcome.Conflict
              ? again(() -> store.journal().append(request))
              : opened;
    }
    assertThat(outcome).isInstanceOf(AppendOutcome.Appended.class);
    return outcome;
  }

  private static void keep(AppendOutcome outcome, Told told) {
    if (outcome instanceof AppendOutcome.Appended appended) {
      appended.receipts().stream().map(Receipt::id).forEach(told.events::add);
    }
  }

  private static void record(Store store, String detail, Told told) {
    AuditEntry entry = new AuditEntry(StoreContract.NOON, "kay", "read", Optional.empty(), detail);
    assertThat(again(() -> store.auditTrail().record("northside", entry))).isTrue();
    told.audit.add(detail);
  }

  private static void issue(Store store, String hash, Told told) {
    AccessToken token =
        new AccessToken(
            hash, "patient", Optional.of("e1"), "link", StoreContract.NOON, Optional.empty());
    again(() -> store.accessTokens().issue("southside", token, "kay"));
    told.tokens.add(hash);
  }

  private interface Asking<T> {
    T ask();
  }

  /// Sends again what nobody knows about, as a phone does; anything else fails the test.
  private static <T> T again(Asking<T> asking) {
    while (true) {
      try {
        return asking.ask();
      } catch (JournalFailure failure) {
        assertThat(failure.kind())
            .as("%s", failure.getMessage())
            .isIn(JournalFailure.Kind.STORAGE_FAILED, JournalFailure.Kind.OVERLOADED);
        LockSupport.parkNanos(5_000_000);
      }
    }
  }

  private static void load(List<Store> nodes, int steps, Told told) throws Exception {
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int caller = 0; caller < CALLERS; caller++) {
        int self = caller;
        for (Store node : nodes) {
          all.add(callers.submit(() -> call(node, self, steps, told)));
        }
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
  }

  /// Everything acknowledged is there once, in order, and nothing else is.
  private static void check(Store store, Told told) {
    Set<UUID> kept = new HashSet<>();
    for (int number = 0; number < EPISODES; number++) {
      long seq = 0;
      if (store.journal().read(episode(number), 0) instanceof ReadOutcome.Found found) {
        for (StoredEvent event : found.events()) {
          assertThat(event.seq()).isEqualTo(++seq);
          assertThat(kept.add(event.id())).as("%s twice", event.id()).isTrue();
        }
      }
    }
    assertThat(kept).containsExactlyInAnyOrderElementsOf(told.events);
    assertThat(store.journal().verify()).isInstanceOf(Verification.Whole.class);
    assertThat(store.worklist().worklist("northside", 99)).hasSizeLessThanOrEqualTo(EPISODES);
    Set<String> details = new HashSet<>();
    store
        .auditTrail()
        .auditTrail("northside", 0, 9_999)
        .forEach(entry -> details.add(entry.entry().detail()));
    assertThat(details).containsAll(told.audit);
    assertThat(store.accessTokens().tokens("southside", 9_999))
        .extracting(AccessToken::hash)
        .containsExactlyInAnyOrderElementsOf(told.tokens);
  }

  @Test
  void two_nodes_write_the_same_episodes_events_audit_and_tokens() throws Exception {
    Told told = new Told();
    try (Store one = PostgresFolder.open(folder);
        Store two = PostgresFolder.open(folder)) {
      load(List.of(one, two), 60, told);
      check(one, told);
    }
  }

  @Test
  void two_nodes_that_expect_the_same_number_never_both_get_it() throws Exception {
    EpisodeRef ref = episode(0);
    try (Store one = PostgresFolder.open(folder);
        Store two = PostgresFolder.open(folder);
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      one.journal()
          .open(new UUID(0, 1), AppendRequest.of(ref, "kay", StoreContract.NOON, List.of()));
      for (int seq = 0; seq < 40; seq++) {
        List<Future<AppendOutcome>> both = new ArrayList<>();
        for (Store node : List.of(one, two)) {
          AppendRequest request =
              AppendRequest.of(
                  ref,
                  "kay",
                  StoreContract.NOON,
                  List.of(new NewEvent(UUID.randomUUID(), Bytes.ofText("rival"))));
          int at = seq;
          both.add(callers.submit(() -> node.journal().append(request.expecting(at))));
        }
        List<AppendOutcome> outcomes = List.of(both.get(0).get(), both.get(1).get());
        assertThat(outcomes).filteredOn(AppendOutcome.Appended.class::isInstance).hasSize(1);
        assertThat(outcomes).contains(new AppendOutcome.Conflict(seq + 1));
      }
      assertThat(two.journal().verify()).isEqualTo(new Verification.Whole(1, 1, 40, 0));
    }
  }

  @Test
  void nothing_is_sealed_for_a_patient_whose_key_another_node_destroys() throws Exception {
    try (Store one = PostgresFolder.open(folder);
        Store two = PostgresFolder.open(folder);
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 25; i++) {
        EpisodeRef ref = new EpisodeRef("northside", "p" + i);
        UUID patient = new UUID(3, i);
        one.journal().open(patient, AppendRequest.of(ref, "kay", StoreContract.NOON, List.of()));
        int self = i;
        Future<?> writing =
            callers.submit(() -> {
              for (int n = 0; n < 20; n++) {
                NewEvent event = new NewEvent(new UUID(40L + self, n), Bytes.ofText("late"));
                two.journal()
                    .append(
                        AppendRequest.of(ref, "kay", StoreContract.NOON, List.of(event))
                            .with(line(3)));
              }
            });
        one.journal().destroyKey("northside", patient, "dpo", StoreContract.NOON);
        writing.get();
      }
      assertThat(two.worklist().worklist("northside", 99)).isEmpty();
      assertThat(two.journal().verify()).isInstanceOf(Verification.Whole.class);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void connections_that_are_cut_lose_nothing_and_double_nothing(long seed) throws Exception {
    Told told = new Told();
    AtomicBoolean ended = new AtomicBoolean();
    try (Store one = PostgresFolder.open(folder);
        Store two = PostgresFolder.open(folder);
        ExecutorService cutter = Executors.newSingleThreadExecutor()) {
      Future<Integer> cuts = cutter.submit(() -> cut(new SplittableRandom(seed), ended));
      load(List.of(one, two), 60, told);
      ended.set(true);
      assertThat(cuts.get()).isPositive();
    }
    try (Store fresh = PostgresFolder.open(folder)) {
      check(fresh, told);
    }
  }

  private int cut(SplittableRandom random, AtomicBoolean ended) throws SQLException {
    int cuts = 0;
    try (Connection connection = PostgresFolder.connect(folder);
        Statement statement = connection.createStatement()) {
      while (!ended.get()) {
        LockSupport.parkNanos(random.nextLong(20_000_000, 120_000_000));
        cuts +=
            statement.execute(
                    "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname ="
                        + " current_database() AND pid <> pg_backend_pid() AND random() < 0.5")
                ? 1
                : 0;
      }
    }
    return cuts;
  }

  @Test
  void a_server_that_is_killed_and_recovers_loses_nothing_acknowledged() throws Exception {
    Told told = new Told();
    AtomicBoolean ended = new AtomicBoolean();
    try (PostgresCluster cluster = PostgresCluster.start()) {
      cluster.create("care");
      try (Store one = PostgresStore.open(cluster.place("care", folder));
          Store two = PostgresStore.open(cluster.place("care", folder));
          ExecutorService killer = Executors.newSingleThreadExecutor()) {
        Future<Integer> kills =
            killer.submit(() -> {
              int done = 0;
              while (done == 0 || (done < 3 && !ended.get())) {
                cluster.down();
                LockSupport.parkNanos(200_000_000);
                cluster.up();
                LockSupport.parkNanos(500_000_000);
                done++;
              }
              return done;
            });
        load(List.of(one, two), 60, told);
        ended.set(true);
        assertThat(kills.get()).isPositive();
      }
      try (Store fresh = PostgresStore.open(cluster.place("care", folder))) {
        check(fresh, told);
      }
    }
  }

  @Test
  void a_commit_that_no_standby_confirmed_is_not_acknowledged() throws Exception {
    try (PostgresCluster cluster = PostgresCluster.start();
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      cluster.create("care");
      try (Store store = PostgresStore.open(cluster.place("care", folder));
          Connection admin = cluster.connect("care");
          Statement statement = admin.createStatement()) {
        AppendRequest request =
            AppendRequest.of(
                episode(0),
                "kay",
                StoreContract.NOON,
                List.of(new NewEvent(new UUID(1, 1), Bytes.ofText("pain 9"))));
        statement.execute("ALTER SYSTEM SET synchronous_standby_names = 'nobody'");
        statement.execute("SELECT pg_reload_conf()");
        Future<AppendOutcome> waiting =
            callers.submit(() -> store.journal().open(new UUID(0, 1), request));
        boolean cancelled = false;
        while (!cancelled) {
          LockSupport.parkNanos(2_000_000);
          cancelled =
              statement
                  .executeQuery(
                      "SELECT pg_cancel_backend(pid) FROM pg_stat_activity"
                          + " WHERE wait_event = 'SyncRep' AND datname = 'care'")
                  .next();
        }
        assertThat(waiting)
            .failsWithin(Duration.ofSeconds(30))
            .withThrowableThat()
            .withMessageContaining("no standby confirmed it");
        statement.execute("ALTER SYSTEM RESET synchronous_standby_names");
        statement.execute("SELECT pg_reload_conf()");
        AppendOutcome again = store.journal().open(new UUID(0, 1), request);
        assertThat(StoreContract.appended(again).receipts().getFirst().duplicate()).isTrue();
      }
    }
  }
}
