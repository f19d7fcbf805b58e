package vermilion.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vermilion.service.AuditEntry;
import vermilion.service.Bytes;
import vermilion.service.ClinicSettings;
import vermilion.service.JournalFailure;
import vermilion.service.JournalFailure.Kind;

/// The settings over JDBC, under a MAC of the master key: an emergency number that somebody changed
/// in the file is refused, not shown (H-4). May be used by any thread.
final class JdbcClinicSettings implements ClinicSettings {

  static final String SELECT = "SELECT updated, body, mac FROM clinic_settings WHERE clinic = ?";
  private static final String PUT =
      """
      INSERT INTO clinic_settings (clinic, updated, body, mac) VALUES (?, ?, ?, ?)
      ON CONFLICT (clinic) DO UPDATE SET
        updated = excluded.updated, body = excluded.body, mac = excluded.mac
      """;

  private final Engine engine;
  private final AuditChain audit;

  JdbcClinicSettings(Engine engine) {
    this.engine = engine;
    this.audit = new AuditChain(new Heads(engine.master()));
  }

  @Override
  public Optional<Bytes> settings(String clinic) {
    return engine
        .readers()
        .ask(session -> session.first(SELECT, row -> fromRow(clinic, row), clinic));
  }

  Bytes fromRow(String clinic, ResultSet row) throws SQLException {
    byte[] body = EventRow.bytes(row, 2);
    if (!engine.master().guards(frame(clinic, row.getLong(1), body), EventRow.bytes(row, 3))) {
      throw new JournalFailure(
          Kind.TAMPERED, "the settings of " + clinic + " are not as they were written");
    }
    return Bytes.of(body);
  }

  @Override
  public boolean write(String clinic, Bytes settings, String actor, Instant at) {
    Names.clinic(clinic);
    if (settings.size() > SETTINGS_BYTES_MAX) {
      throw new IllegalArgumentException(
          "settings of "
              + clinic
              + " have "
              + settings.size()
              + " bytes; expected at most "
              + SETTINGS_BYTES_MAX);
    }
    String detail = settings.size() + " bytes";
    AuditEntry entry = new AuditEntry(at, actor, "settings-written", Optional.empty(), detail);
    byte[] body = settings.toArray();
    long updated = entry.at().toEpochMilli();
    return engine
        .writer()
        .submit(
            body.length,
            session -> {
              byte[] mac = engine.master().mac(frame(clinic, updated, body));
              session.run(PUT, clinic, updated, body, mac);
              audit.append(session, clinic, List.of(entry));
              return true;
            })
        .isPresent();
  }

  static Frame frame(String clinic, long updated, byte[] body) {
    return Frame.of("vermilion/settings/1").text(clinic).number(updated).bytes(body);
  }
}
