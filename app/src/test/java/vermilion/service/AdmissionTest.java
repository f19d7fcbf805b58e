package vermilion.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermilion.clinical.Concern;
import vermilion.clinical.Urgency;
import vermilion.content.ProtocolReader;
import vermilion.content.Reading;
import vermilion.protocol.Protocol;
import vermilion.triage.Condition;
import vermilion.triage.Rule;

final class AdmissionTest {
  private static final Protocol LIP_HA = read();

  @TempDir Path folder;

  private static Protocol read() {
    Path root = Path.of("").toAbsolutePath();
    Path file = root.resolveSibling("protocols").resolve("lip-ha.yaml");
    if (ProtocolReader.read(file) instanceof Reading.Read read) {
      return read.protocol();
    }
    throw new IllegalStateException(file + " is no protocol");
  }

  @Test
  void a_proved_version_that_the_named_clinician_has_signed_is_let_in() {
    assertThat(remarks(Optional.of("Dr A"), signed("Dr A", LIP_HA.rules()))).isEmpty();
  }

  @Test
  void a_draft_is_let_into_the_demonstration_alone() {
    List<String> remarks = new ArrayList<>();

    assertThat(admission(Optional.empty()).refuses(LIP_HA, true, remarks)).isFalse();
    assertThat(remarks).isEmpty();
    assertThat(remarks(Optional.of("Dr A"), LIP_HA))
        .containsExactly("left out: protocol lip-ha version 1 is not signed");
  }

  @Test
  void what_somebody_else_has_signed_is_left_out() {
    assertThat(remarks(Optional.of("Dr B"), signed("Dr A", LIP_HA.rules())))
        .containsExactly("left out: protocol lip-ha version 1 is signed by Dr A, expected Dr B");
    assertThat(remarks(Optional.empty(), signed("Dr A", LIP_HA.rules())))
        .containsExactly(
            "left out: protocol lip-ha version 1 cannot be used until the settings name who"
                + " signs: clinician = NAME");
  }

  @Test
  void what_is_not_proved_is_left_out_of_the_demonstration_too() {
    List<Rule> rules = new ArrayList<>(LIP_HA.rules());
    rules.add(
        new Rule(
            "slight",
            Concern.LOOK,
            List.of(
                new Rule.Case(
                    Urgency.SAME_DAY,
                    List.of(List.of(new Condition.Is("asymmetry", List.of("slight")))),
                    Optional.empty()))));
    List<String> remarks = new ArrayList<>();

    assertThat(admission(Optional.empty()).refuses(signed("Dr A", rules), true, remarks)).isTrue();
    assertThat(remarks.getFirst())
        .startsWith("left out: protocol lip-ha version 1 is not proved: Hour 0, form full:")
        .contains("asymmetry slight. The level is same-day (rule slight)");
  }

  @Test
  void a_proof_is_remembered_and_one_of_other_content_or_another_engine_is_not_taken()
      throws IOException {
    Prover prover = new Prover(Optional.of(folder));
    prover.prove(LIP_HA);
    Path kept = only(folder);
    String text = Files.readString(kept);

    assertThat(prover.proved(LIP_HA).certificate().orElseThrow().json().text() + "\n")
        .isEqualTo(text);
    Files.writeString(kept, text.replace(EngineVersion.running(), "0".repeat(64)));
    assertThat(prover.proved(LIP_HA).certificate().orElseThrow().engine())
        .isEqualTo(EngineVersion.running());
    Files.writeString(kept, "no certificate");
    assertThat(prover.proved(LIP_HA).certificate()).isPresent();
    assertThat(Files.readString(kept)).startsWith("{\"protocol\":\"lip-ha\"");
  }

  private Admission admission(Optional<String> clinician) {
    return new Admission(new Prover(Optional.of(folder)), clinician);
  }

  private List<String> remarks(Optional<String> clinician, Protocol protocol) {
    List<String> remarks = new ArrayList<>();
    assertThat(admission(clinician).refuses(protocol, false, remarks))
        .isEqualTo(!remarks.isEmpty());
    return remarks;
  }

  private static Path only(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      return all.getFirst();
    }
  }

  private static Protocol signed(String by, List<Rule> rules) {
    Protocol draft = LIP_HA;
    return new Protocol(
        draft.id(),
        draft.version(),
        Optional.of(new Protocol.Signature(by, "2026-11-01")),
        draft.fillers(),
        draft.questions(),
        draft.forms(),
        rules,
        draft.checkIns(),
        draft.photos(),
        draft.advice(),
        draft.massage(),
        draft.texts(),
        draft.sources(),
        draft.citations());
  }
}
