package vermilion.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vermilion.service.JournalFailure;
import vermilion.service.JournalFailure.Kind;
import vermilion.service.Store;
import vermilion.service.StorePlace;

/// What is PostgreSQL's own: whom it lets in, and which servers are not safe to keep a record on.
class PostgresStoreTest extends StoreContract implements OnPostgres {

  private JournalFailure refusal() {
    return assertThatExceptionOfType(JournalFailure.class).isThrownBy(this::open).actual();
  }

  private static JournalFailure refusal(StorePlace place) {
    return assertThatExceptionOfType(JournalFailure.class)
        .isThrownBy(() -> PostgresStore.open(place))
        .actual();
  }

  private void set(String setting) throws SQLException {
    StorePlace place = PostgresFolder.place(folder);
    String url = place.database().orElseThrow().url();
    try (Connection connection = raw(folder);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "ALTER DATABASE " + url.substring(url.lastIndexOf('/') + 1) + " SET " + setting);
    }
  }

  @Test
  void a_record_is_there_once_it_was_begun() {
    assertThat(PostgresStore.isStore(PostgresFolder.place(folder))).isFalse();
    open().close();
    assertThat(PostgresStore.isStore(PostgresFolder.place(folder))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "synchronous_commit = off,has synchronous_commit = off and loses what it confirmed",
    "default_transaction_read_only = on,the server takes no writes"
  })
  void a_server_that_forgets_or_takes_no_writes_is_refused(String setting, String why)
      throws SQLException {
    open().close();
    set(setting);
    assertThat(refusal().kind()).isEqualTo(Kind.STORAGE_FAILED);
    assertThat(refusal()).hasMessageContaining(why);
  }

  @Test
  void what_the_address_says_goes_before_what_is_usual() throws SQLException {
    StorePlace usual = PostgresFolder.place(folder);
    StorePlace.Database there = usual.database().orElseThrow();
    StorePlace named =
        new StorePlace(
            folder,
            Optional.empty(),
            Optional.of(
                new StorePlace.Database(
                    there.url() + "?ApplicationName=north-1", there.user(), there.passwordFile())),
            Optional.empty());
    try (Store store = PostgresStore.open(named);
        Connection connection = raw(folder);
        Statement statement = connection.createStatement()) {
      assertThat(store.journal().clinics()).isEmpty();
      ResultSet row =
          statement.executeQuery(
              "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                  + " AND application_name = 'north-1'");
      assertThat(row.next()).isTrue();
      assertThat(row.getInt(1)).isGreaterThanOrEqualTo(2);
    }
  }

  @Test
  void a_question_about_a_whole_table_is_given_time() throws SQLException {
    open().close();
    try (Session session =
        new PostgresDatabase(PostgresFolder.place(folder).database().get()).reading()) {
      session.begin();
      assertThat(bound(session)).isEqualTo("30s");
      session.takeTime();
      assertThat(bound(session)).isEqualTo("30min");
      session.rollback();
      assertThat(bound(session)).isEqualTo("30s");
    }
  }

  private static String bound(Session session) throws SQLException {
    return session
        .first("SELECT current_setting('statement_timeout')", row -> row.getString(1))
        .orElseThrow();
  }

  @Test
  void a_server_without_syncs_is_refused() throws SQLException {
    try (PostgresCluster cluster = PostgresCluster.start()) {
      cluster.create("care");
      try (Connection connection = cluster.connect("care");
          Statement statement = connection.createStatement()) {
        statement.execute("ALTER SYSTEM SET fsync = off");
        statement.execute("SELECT pg_reload_conf()");
      }
      StorePlace place = cluster.place("care", folder);
      // The server's own process takes the new setting a moment later.
      Optional<JournalFailure> refused = Optional.empty();
      while (refused.isEmpty()) {
        try {
          PostgresStore.open(place).close();
        } catch (JournalFailure failure) {
          refused = Optional.of(failure);
        }
      }
      assertThat(refused.get()).hasMessageContaining("has fsync = off and loses what it confirmed");
    }
  }

  @Test
  void a_database_in_another_order_of_letters_is_refused() throws SQLException {
    PostgresCluster cluster = PostgresCluster.shared();
    try (Connection connection = cluster.connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS letters");
      statement.execute(
          "CREATE DATABASE letters TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'en'");
    }
    assertThat(refusal(cluster.place("letters", folder)))
        .hasMessageContaining("createdb --template=template0 --encoding=UTF8 --locale=C");
  }

  @Test
  void who_may_not_sign_in_is_told_where_to_look() throws Exception {
    StorePlace place = PostgresFolder.place(folder);
    Path file = place.database().orElseThrow().passwordFile().orElseThrow();
    Files.writeString(file, "a wrong one\n");
    assertThat(refusal(place))
        .hasMessageContaining("refuses the sign-in; look at store-user, store-password-file")
        .hasMessageNotContaining("a wrong one");

    Files.writeString(file, "two\nlines\n");
    assertThat(refusal(place)).hasMessageContaining("does not hold one line");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(refusal(place)).hasMessageContaining("is open to others (rw-r--r--)");
    Files.delete(file);
    assertThat(refusal(place)).hasMessageContaining("cannot be read");
  }

  @Test
  void a_database_or_a_server_that_is_not_there_is_named() {
    StorePlace place = PostgresCluster.shared().place("nowhere", folder);
    assertThat(refusal(place)).hasMessageContaining("there is no such database");
    StorePlace.Database there =
        new StorePlace.Database("jdbc:postgresql://127.0.0.1:1/care", "v", Optional.empty());
    StorePlace dead =
        new StorePlace(folder, Optional.empty(), Optional.of(there), Optional.empty());
    assertThat(refusal(dead))
        .hasMessageContaining("127.0.0.1:1/care: the server does not answer")
        .extracting(JournalFailure::kind)
        .isEqualTo(Kind.STORAGE_FAILED);
  }

  @Test
  void a_database_of_a_newer_version_is_refused() throws SQLException {
    open().close();
    tamper(
        "INSERT INTO flyway_schema_history SELECT installed_rank + 1, '99', 'later', type, 'V99',"
            + " checksum, installed_by, installed_on, execution_time, success"
            + " FROM flyway_schema_history WHERE installed_rank ="
            + " (SELECT max(installed_rank) FROM flyway_schema_history)");
    assertThat(refusal()).hasMessageContaining("does not fit this version");
  }

  @Test
  void a_destroyed_key_is_gone_from_what_the_database_shows() throws SQLException {
    try (Store store = open()) {
      openAda(store, 2);
      store.journal().destroyKey("northside", ADA_PATIENT, "dpo", NOON);
    }
    try (Connection connection = raw(folder);
        Statement statement = connection.createStatement()) {
      ResultSet row =
          statement.executeQuery(
              "SELECT count(*) FILTER (WHERE wrapped IS NOT NULL), count(*) FROM patient_key");
      assertThat(row.next()).isTrue();
      assertThat(row.getLong(1)).isZero();
      assertThat(row.getLong(2)).isEqualTo(1);
    }
  }
}
