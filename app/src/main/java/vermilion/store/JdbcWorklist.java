package vermilion.store;

import java.time.Instant;
import java.util.List;
import vermilion.service.Worklist;
import vermilion.service.WorklistEntry;

/// The worklist over JDBC. May be used by any thread.
final class JdbcWorklist implements Worklist {

  private final Engine engine;
  private final WorklistTable table;

  JdbcWorklist(Engine engine) {
    this.engine = engine;
    this.table = new WorklistTable(engine.keys());
  }

  @Override
  public List<WorklistEntry> worklist(String clinic, int limit) {
    return engine.readers().ask(session -> table.byUrgency(session, clinic, limit));
  }

  @Override
  public List<WorklistEntry> changing(String clinic, Instant until, int limit) {
    return engine.readers().ask(session -> table.byChange(session, clinic, until, limit));
  }
}
