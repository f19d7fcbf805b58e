package vermilion.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A connection is good for further work after a transaction that failed.
class SessionTest {

  private static final String INSERT = "INSERT INTO line (text) VALUES (?)";

  @TempDir Path folder;

  @Test
  void a_statement_that_found_no_room_runs_again_when_there_is_some() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("lines.db"));
        Session session = new Session(connection, "BEGIN IMMEDIATE")) {
      session.begin();
      session.run("CREATE TABLE line (text TEXT)");
      session.commit();
      connection.createStatement().execute("PRAGMA max_page_count = 10");

      session.begin();
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> {
            for (int i = 0; i < 100; i++) {
              session.run(INSERT, "x".repeat(3_000));
            }
          })
          .withMessageContaining("SQLITE_FULL");
      session.rollback();
      connection.createStatement().execute("PRAGMA max_page_count = 1000");
      session.begin();
      session.run(INSERT, "room again");
      session.commit();

      assertThat(session.all("SELECT text FROM line", row -> row.getString(1)))
          .containsExactly("room again");
    }
  }
}
