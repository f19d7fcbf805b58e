package vermilion.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vermilion.service.AuditEntry;
import vermilion.service.LegalHolds;

/// Legal holds over JDBC. May be used by any thread.
final class JdbcLegalHolds implements LegalHolds {

  private final Engine engine;
  private final AuditChain audit;

  JdbcLegalHolds(Engine engine) {
    this.engine = engine;
    this.audit = new AuditChain(new Heads(engine.master()));
  }

  @Override
  public Optional<Hold> find(String clinic, UUID patient) {
    return engine.readers().ask(session -> HoldRows.find(session, clinic, patient));
  }

  @Override
  public Answer place(String clinic, UUID patient, Hold hold) {
    return engine
        .writer()
        .submit(0, session -> write(session, clinic, patient, new Wish(hold, true)))
        .orElse(Answer.BUSY);
  }

  @Override
  public Answer lift(String clinic, UUID patient, Hold lifted) {
    return engine
        .writer()
        .submit(0, session -> write(session, clinic, patient, new Wish(lifted, false)))
        .orElse(Answer.BUSY);
  }

  /// @param stands whether the hold shall stand afterwards
  private record Wish(Hold hold, boolean stands) {}

  private Answer write(Session session, String clinic, UUID patient, Wish wish)
      throws SQLException {
    if (engine.keys().find(session, clinic, patient).isEmpty()) {
      return Answer.NO_PATIENT;
    }
    if (HoldRows.find(session, clinic, patient).isPresent() == wish.stands()) {
      return Answer.ALREADY;
    }
    Hold hold = wish.hold();
    AuditEntry entry =
        new AuditEntry(
            hold.since(),
            hold.by(),
            wish.stands() ? HoldRows.PLACED : HoldRows.LIFTED,
            Optional.empty(),
            HoldRows.about(patient) + hold.reason());
    audit.append(session, clinic, List.of(entry));
    return Answer.DONE;
  }
}
