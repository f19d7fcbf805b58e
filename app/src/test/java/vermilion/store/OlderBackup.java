package vermilion.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/// A backup as an earlier version made it.
final class OlderBackup {
  private OlderBackup() {}

  /// Leaves a backup as the version before migration 3 made it.
  static void make(Path backup) throws SQLException {
    try (Session session = SqliteDatabase.putAway(backup).writing()) {
      for (String index :
          List.of(
              "worklist_waiting",
              "worklist_counted",
              "worklist_by_course",
              "patient_key_destroyed",
              "access_token_of",
              "audit_of")) {
        session.run("DROP INDEX " + index);
      }
      for (String table :
          List.of(
              "subscriber",
              "mail",
              "announced",
              "photo",
              "staff",
              "staff_passkey",
              "staff_code",
              "staff_session")) {
        session.run("DROP TABLE " + table);
        session.run("DELETE FROM copied WHERE table_name = ?", table);
      }
      for (String column : List.of("tries", "device", "seen", "ready")) {
        session.run("ALTER TABLE access_token DROP COLUMN " + column);
      }
      session.run("ALTER TABLE worklist DROP COLUMN course");
      session.run("ALTER TABLE worklist DROP COLUMN course_change");
      session.run(
          "CREATE INDEX worklist_by_urgency ON worklist (clinic, level_rank DESC, deadline)");
      session.run("DELETE FROM flyway_schema_history WHERE version NOT IN ('1', '2')");
    }
  }
}
