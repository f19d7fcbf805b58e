package vermilion.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import vermilion.service.JournalFailure;
import vermilion.service.JournalFailure.Kind;
import vermilion.service.StorePlace;

/// One PostgreSQL database, 15 or newer, which several nodes may write at the same time.
final class PostgresDatabase implements Database {

  /// The most that read at one time. A database is asked by several nodes, and more would wait for
  /// its disk anyway.
  static final int READERS = 8;

  private static final int OLDEST = 150_000;
  private static final int CONNECT_SECONDS = 5;
  private static final int SIGN_IN_SECONDS = 10;
  private static final int SOCKET_SECONDS = 60;
  private static final int ROWS_AT_ONCE = 500;
  private static final int POOL_PATIENCE_MILLIS = 3_000;

  /// Held, because a logger that nobody holds forgets its level.
  private static final Logger MIGRATIONS = Logger.getLogger("org.flywaydb");

  /// Nobody hangs for ever, and a node that was stopped in the middle of a transaction does not
  /// keep its rows from the others.
  private static final String BOUNDS =
      "SET statement_timeout = '30s'; SET lock_timeout = '10s';"
          + " SET idle_in_transaction_session_timeout = '15s'; SET jit = off;";

  /// Every question of the writer goes by a key. Without statistics, right after the first start or
  /// a restore, the planner would read whole tables instead.
  private static final String WRITER =
      BOUNDS
          + " SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off;"
          + " SET plan_cache_mode = force_generic_plan";

  private static final String READER =
      BOUNDS
          + " SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ"
          + " ONLY";

  private final StorePlace.Database place;
  private @Nullable HikariDataSource pool;

  PostgresDatabase(StorePlace.Database place) {
    this.place = place;
  }

  @Override
  public void prepare() throws SQLException {
    try (Session session = Session.writing(source().getConnection())) {
      if (isCurrent(session)) {
        return;
      }
      refuseCollation(session);
    }
    migrate();
  }

  /// Whether a record was begun here.
  boolean isBegun() throws SQLException {
    try (Session session = Session.writing(source().getConnection())) {
      return hasHistory(session);
    }
  }

  private static boolean hasHistory(Session session) throws SQLException {
    return session
        .first("SELECT to_regclass('flyway_schema_history') IS NOT NULL", row -> row.getBoolean(1))
        .orElse(false);
  }

  private static boolean isCurrent(Session session) throws SQLException {
    return hasHistory(session)
        && session
            .all(
                "SELECT version FROM flyway_schema_history WHERE NOT success OR installed_rank ="
                    + " (SELECT max(installed_rank) FROM flyway_schema_history)",
                row -> String.valueOf(row.getString(1)))
            .equals(List.of(SqliteDatabase.SCHEMA));
  }

  /// Other collations change with the operating system's libraries, and then indexes no longer find
  /// what is there; and they order ids in another way than SQLite does.
  private void refuseCollation(Session session) throws SQLException {
    boolean good =
        session
            .first(
                "SELECT 'B' < 'a' AND '-' < 'a' AND current_setting('server_encoding') = 'UTF8'",
                row -> row.getBoolean(1))
            .orElse(false);
    if (!good) {
      throw new JournalFailure(
          Kind.STORAGE_FAILED,
          this
              + " orders letters as a language does, or is not in UTF-8; make it with"
              + " createdb --template=template0 --encoding=UTF8 --locale=C");
    }
  }

  private void migrate() {
    MIGRATIONS.setLevel(Level.WARNING);
    try {
      Flyway.configure()
          .dataSource(source())
          .locations("classpath:db/migration")
          .placeholders(Map.of("bytes", "BYTEA", "clustered", ""))
          .ignoreMigrationPatterns(new String[0])
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new JournalFailure(
          Kind.STORAGE_FAILED, this + " does not fit this version: " + e.getMessage(), e);
    }
  }

  @Override
  public Session writing() throws SQLException {
    Connection connection = source().getConnection();
    boolean good = false;
    try {
      run(connection, WRITER);
      Session session = Session.writing(connection);
      refuseUnsafe(session);
      good = true;
      return session;
    } finally {
      if (!good) {
        connection.close();
      }
    }
  }

  /// A server that forgets what it confirmed, or that takes no writes, is not served from.
  private void refuseUnsafe(Session session) throws SQLException {
    int version = Integer.parseInt(setting(session, "server_version_num"));
    if (version < OLDEST) {
      throw new JournalFailure(
          Kind.STORAGE_FAILED,
          this + " is PostgreSQL " + setting(session, "server_version") + "; expected 15 or newer");
    }
    for (String name : List.of("fsync", "full_page_writes", "synchronous_commit")) {
      if (setting(session, name).equals("off")) {
        throw new JournalFailure(
            Kind.STORAGE_FAILED,
            this + " has " + name + " = off and loses what it confirmed; expected on");
      }
    }
    if (!setting(session, "transaction_read_only").equals("off")) {
      throw new SQLException(this + " is read-only", "25006");
    }
  }

  private static String setting(Session session, String name) throws SQLException {
    return session.first("SELECT current_setting(?)", row -> row.getString(1), name).orElse("");
  }

  @Override
  public Session reading() throws SQLException {
    return Session.reading(pool().getConnection());
  }

  private synchronized HikariDataSource pool() {
    HikariDataSource opened = pool;
    if (opened == null) {
      HikariConfig config = new HikariConfig();
      config.setDataSource(source());
      config.setPoolName("journal-readers");
      config.setMaximumPoolSize(READERS);
      config.setMinimumIdle(1);
      config.setConnectionInitSql(READER);
      config.setConnectionTimeout(POOL_PATIENCE_MILLIS);
      config.setInitializationFailTimeout(-1);
      opened = new HikariDataSource(config);
      pool = opened;
    }
    return opened;
  }

  private PGSimpleDataSource source() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(place.url());
    unlessSaid("connectTimeout", () -> source.setConnectTimeout(CONNECT_SECONDS));
    unlessSaid("loginTimeout", () -> source.setLoginTimeout(SIGN_IN_SECONDS));
    unlessSaid("socketTimeout", () -> source.setSocketTimeout(SOCKET_SECONDS));
    unlessSaid("tcpKeepAlive", () -> source.setTcpKeepAlive(true));
    unlessSaid("ApplicationName", () -> source.setApplicationName("vermilion"));
    source.setDefaultRowFetchSize(ROWS_AT_ONCE);
    source.setLogServerErrorDetail(false);
    source.setUser(place.user());
    place.passwordFile().map(PasswordFile::read).ifPresent(source::setPassword);
    return source;
  }

  /// Sets what the address does not say.
  private void unlessSaid(String property, Runnable setting) {
    if (!place.url().contains(property + "=")) {
      setting.run();
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public JournalFailure named(SQLException e) {
    return PostgresFailures.named(toString(), e);
  }

  @Override
  public GroupCommit.Remedy remedy(SQLException e) {
    return PostgresFailures.remedy(e);
  }

  @Override
  public Rows rows(MasterKey master, Keyring keys) {
    return new PostgresRows(master, keys);
  }

  @Override
  public void keepOthersOut(Session session) throws SQLException {
    PostgresLock.takeAlone(session);
  }

  /// Gives the room of rows that are no longer seen free again, among them those of destroyed keys.
  /// What PostgreSQL may still hold of them is in the decisions.
  @Override
  public void forgetDeleted() {
    try (Connection connection = source().getConnection()) {
      run(connection, "SET lock_timeout = '5s'");
      run(connection, "VACUUM patient_key");
      run(connection, "VACUUM worklist");
      run(connection, "VACUUM photo");
    } catch (SQLException e) {
      throw named(e);
    }
  }

  @Override
  public synchronized void close() {
    Optional.ofNullable(pool).ifPresent(HikariDataSource::close);
  }

  @Override
  public String toString() {
    return "PostgreSQL " + place.url();
  }
}
