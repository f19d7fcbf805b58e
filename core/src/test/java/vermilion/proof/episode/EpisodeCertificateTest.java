package vermilion.proof.episode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vermilion.episode.BriefProtocol;

/// Searches again what the certificate says was searched, with the engine of this build.
final class EpisodeCertificateTest {

  /// What one world came to.
  private record Dug(EpisodeCertificate.Dig dig, EpisodeSearch.Outcome outcome) {
    EpisodeCertificate.Part part() {
      return new EpisodeCertificate.Part(
          dig.world().name(),
          dig.depth(),
          outcome.states(),
          outcome.transitions(),
          outcome.digest());
    }
  }

  private static Dug dug(EpisodeCertificate.Dig dig) {
    EpisodeSystem engine = EpisodeSystem.engine(dig.world().hours());
    return new Dug(dig, new EpisodeSearch(engine, dig.world()).run(dig.depth()));
  }

  @Test
  void the_certificate_is_what_the_search_comes_to_and_no_law_is_broken() {
    List<Dug> all =
        EpisodeCertificate.digs(BriefProtocol.PROTOCOL).parallelStream()
            .map(EpisodeCertificateTest::dug)
            .toList();

    Map<EpisodeLaw, Long> times = new EnumMap<>(EpisodeLaw.class);
    for (Dug one : all) {
      assertThat(one.outcome().found()).as(one.dig().world().name()).isEmpty();
      for (EpisodeLaw law : EpisodeLaw.values()) {
        times.merge(law, one.outcome().report().times(law), Long::sum);
      }
    }
    assertThat(EpisodeCertificate.PARTS).isEqualTo(all.stream().map(Dug::part).toList());
    assertThat(EpisodeCertificate.TIMES).isEqualTo(times);
  }
}
