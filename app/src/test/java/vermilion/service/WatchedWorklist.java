package vermilion.service;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// The worklist of a store, which counts the cards that it had to open.
///
/// @param store the store's
/// @param opened how many
record WatchedWorklist(Worklist store, AtomicInteger opened) implements Worklist {

  @Override
  public Everybody everybody(String clinic, Known known) {
    Everybody everybody = store.everybody(clinic, known);
    for (Waiting one : everybody.waiting()) {
      opened.addAndGet(one.card().size() > 0 ? 1 : 0);
    }
    return everybody;
  }

  @Override
  public List<WorklistEntry> worklist(String clinic, int limit) {
    return store.worklist(clinic, limit);
  }

  @Override
  public List<EpisodeRef> changing(String clinic, Instant until, int limit) {
    return store.changing(clinic, until, limit);
  }

  @Override
  public List<EpisodeRef> moving(String clinic, Instant until, int limit) {
    return store.moving(clinic, until, limit);
  }

  @Override
  public Bytes mark(String clinic) {
    return store.mark(clinic);
  }

  @Override
  public KeptLine line(EpisodeRef episode) {
    return store.line(episode);
  }

  @Override
  public List<EpisodeRef> strays(String clinic) {
    return store.strays(clinic);
  }

  @Override
  public boolean removeStray(EpisodeRef episode) {
    return store.removeStray(episode);
  }
}
