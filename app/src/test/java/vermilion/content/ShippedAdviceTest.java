package vermilion.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vermilion.proof.Findings;
import vermilion.proof.protocol.AdviceProof;
import vermilion.protocol.Advice;

final class ShippedAdviceTest {
  @ParameterizedTest
  @ValueSource(strings = {"lip-ha", "lip-unknown"})
  void no_shipped_advice_contradicts_another(String id) {
    Findings findings = AdviceProof.decide(ShippedProtocols.read(id + ".yaml"));

    assertThat(findings.broken()).isEmpty();
    assertThat(findings.notices()).isEmpty();
    assertThat(findings.proved()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lip-ha", "lip-unknown"})
  void touching_includes_massage(String id) {
    Optional<Advice> touch =
        ShippedProtocols.read(id + ".yaml").advice().stream()
            .filter(one -> one.id().equals("touch"))
            .findFirst();

    assertThat(touch.orElseThrow().includes()).containsExactly("massage");
  }
}
