package vermilion.proof.episode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vermilion.episode.BriefProtocol;

/// Searches again what the certificate says was searched, with the engine of this build.
final class EpisodeCertificateTest {

  @Test
  void the_certificate_is_what_the_search_comes_to_and_no_law_is_broken() {
    List<EpisodeCertificate.Part> parts = new ArrayList<>();
    Map<EpisodeLaw, Long> times = new EnumMap<>(EpisodeLaw.class);
    for (EpisodeCertificate.Dig dig : EpisodeCertificate.digs(BriefProtocol.PROTOCOL)) {
      EpisodeSystem engine = EpisodeSystem.engine(dig.world().hours());
      EpisodeSearch.Outcome outcome = new EpisodeSearch(engine, dig.world()).run(dig.depth());
      assertThat(outcome.found()).as(dig.world().name()).isEmpty();
      parts.add(
          new EpisodeCertificate.Part(
              dig.world().name(),
              dig.depth(),
              outcome.states(),
              outcome.transitions(),
              outcome.digest()));
      for (EpisodeLaw law : EpisodeLaw.values()) {
        times.merge(law, outcome.report().times(law), Long::sum);
      }
    }

    assertThat(EpisodeCertificate.PARTS).isEqualTo(parts);
    assertThat(EpisodeCertificate.TIMES).isEqualTo(times);
  }
}
