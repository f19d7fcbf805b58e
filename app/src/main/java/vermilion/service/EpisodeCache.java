package vermilion.service;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vermilion.episode.Episode;

/// Keeps the episodes that were used last, so that a check-in need not read the whole record again.
/// Others write to the same record: what is kept here must be compared with it before it is shown.
final class EpisodeCache {

  /// About 30 kB an episode of 40 events.
  private static final int MOST = 2_000;

  private final Map<EpisodeRef, Episode> kept =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<EpisodeRef, Episode> eldest) {
          return size() > MOST;
        }
      };

  synchronized Optional<Episode> find(EpisodeRef ref) {
    return Optional.ofNullable(kept.get(ref));
  }

  /// Keeps an episode unless a newer one is kept.
  synchronized void keep(EpisodeRef ref, Episode episode) {
    Episode known = kept.get(ref);
    if (known == null || known.seq() < episode.seq()) {
      kept.put(ref, episode);
    }
  }

  synchronized void forget(EpisodeRef ref) {
    kept.remove(ref);
  }
}
