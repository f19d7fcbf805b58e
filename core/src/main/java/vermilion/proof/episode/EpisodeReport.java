package vermilion.proof.episode;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Counts how often each law was looked at, and keeps what broke one.
final class EpisodeReport {

  /// A law and what happened instead.
  record Broken(EpisodeLaw law, String although) {}

  private final Map<EpisodeLaw, Long> looked = new EnumMap<>(EpisodeLaw.class);
  private @Nullable Broken broken;

  void looked(EpisodeLaw law) {
    looked.merge(law, 1L, Long::sum);
  }

  void broken(EpisodeLaw law, String although) {
    if (broken == null) {
      broken = new Broken(law, although);
    }
  }

  /// What broke since the last time that this was asked, if anything did.
  @Nullable Broken taken() {
    Broken one = broken;
    broken = null;
    return one;
  }

  long times(EpisodeLaw law) {
    return looked.getOrDefault(law, 0L);
  }
}
