package vermilion.store;

import java.util.List;
import vermilion.service.AuditEntry;
import vermilion.service.AuditRecord;
import vermilion.service.AuditTrail;

/// The audit over JDBC. May be used by any thread.
final class JdbcAuditTrail implements AuditTrail {

  private final Engine engine;
  private final AuditChain chain;

  JdbcAuditTrail(Engine engine) {
    this.engine = engine;
    this.chain = new AuditChain(new Heads(engine.master()));
  }

  @Override
  public boolean record(String clinic, AuditEntry entry) {
    Names.clinic(clinic);
    return engine
        .writer()
        .submit(
            0,
            session -> {
              chain.append(session, clinic, List.of(entry));
              return true;
            })
        .isPresent();
  }

  @Override
  public List<AuditRecord> auditTrail(String clinic, long afterSeq, int limit) {
    return engine
        .readers()
        .ask(session ->
            session.all(
                "SELECT "
                    + AuditChain.COLUMNS
                    + " FROM audit WHERE clinic = ? AND seq > ? ORDER BY seq LIMIT ?",
                row -> AuditChain.fromRow(clinic, row),
                clinic,
                afterSeq,
                limit));
  }
}
