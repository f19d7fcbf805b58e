package vermilion.store;

import java.time.Instant;
import java.util.List;
import vermilion.service.Bytes;
import vermilion.service.EpisodeRef;
import vermilion.service.Worklist;
import vermilion.service.WorklistEntry;
import vermilion.store.WorklistReads.Due;

/// The worklist over JDBC. May be used by any thread.
final class JdbcWorklist implements Worklist {

  private final Engine engine;
  private final WorklistReads reads;

  JdbcWorklist(Engine engine) {
    this.engine = engine;
    this.reads = new WorklistReads(engine.keys());
  }

  @Override
  public List<WorklistEntry> worklist(String clinic, int limit) {
    return engine.readers().ask(session -> reads.byUrgency(session, clinic, limit));
  }

  @Override
  public Everybody everybody(String clinic, Known known) {
    return engine.readers().ask(session -> reads.everybody(session, clinic, known));
  }

  @Override
  public List<EpisodeRef> changing(String clinic, Instant until, int limit) {
    return engine.readers().ask(session -> reads.changing(session, new Due(clinic, until, limit)));
  }

  @Override
  public List<EpisodeRef> moving(String clinic, Instant until, int limit) {
    return engine.readers().ask(session -> reads.moving(session, new Due(clinic, until, limit)));
  }

  @Override
  public Bytes mark(String clinic) {
    return engine.readers().ask(session -> reads.mark(session, clinic));
  }

  @Override
  public KeptLine line(EpisodeRef episode) {
    return engine.readers().ask(session -> reads.line(session, episode));
  }

  @Override
  public List<EpisodeRef> strays(String clinic) {
    return engine.readers().ask(session -> reads.strays(session, clinic));
  }

  @Override
  public boolean removeStray(EpisodeRef episode) {
    return engine
        .writer()
        .<Boolean>submit(
            0,
            session ->
                session.run(
                        "DELETE FROM worklist WHERE clinic = ? AND episode = ?",
                        episode.clinic(),
                        episode.episode())
                    >= 0)
        .orElse(false);
  }
}
