package vermilion.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vermilion.json.OneObject;
import vermilion.proof.Certificate;
import vermilion.proof.Findings;
import vermilion.proof.Property;
import vermilion.proof.Proved;
import vermilion.proof.protocol.ProtocolProof;
import vermilion.proof.schedule.ScheduleCertificate;
import vermilion.protocol.Protocol;
import vermilion.protocol.ProtocolCodec;

/// Proves protocols, and remembers in a folder which were proved, so that a start need not prove
/// them again.
public final class Prover {
  private static final int HASH_SHOWN = 16;

  private final Optional<Path> folder;

  /// @param folder where certificates are kept; empty: nowhere
  public Prover(Optional<Path> folder) {
    this.folder = folder;
  }

  /// What came of proving a protocol.
  ///
  /// @param findings what holds and what does not
  /// @param certificate says so, where all holds
  public record Outcome(Findings findings, Optional<Certificate> certificate) {}

  /// Decides a protocol anew, and keeps its certificate.
  public Outcome prove(Protocol protocol) {
    long began = System.nanoTime();
    Findings findings = ProtocolProof.decide(protocol, CertifiedSchedule.findings());
    long millis = (System.nanoTime() - began) / 1_000_000;
    if (!findings.broken().isEmpty() || !missing(findings).isEmpty()) {
      return new Outcome(findings, Optional.empty());
    }
    Certificate certificate =
        new Certificate(
            protocol.id(),
            protocol.version(),
            contentOf(protocol),
            EngineVersion.running(),
            ScheduleCertificate.zonesHere(),
            millis,
            findings.proved(),
            findings.notices());
    keep(certificate);
    return new Outcome(findings, Optional.of(certificate));
  }

  /// Whether a protocol is proved: by a certificate that was kept, or else now.
  public Outcome proved(Protocol protocol) {
    Optional<Certificate> kept = kept(protocol);
    if (kept.isPresent()) {
      Certificate known = kept.get();
      return new Outcome(new Findings(known.proved(), List.of(), known.notices()), kept);
    }
    return prove(protocol);
  }

  /// The properties that nothing was proved of.
  public static List<Property> missing(Findings findings) {
    Set<Property> proved =
        findings.proved().stream().map(Proved::property).collect(Collectors.toSet());
    return Arrays.stream(Property.values()).filter(one -> !proved.contains(one)).toList();
  }

  private static String contentOf(Protocol protocol) {
    return Sha256.hexOf(ProtocolCodec.json(protocol).text());
  }

  private static String name(String id, String content) {
    return id + "-" + content.substring(0, HASH_SHOWN) + ".certificate.json";
  }

  private Optional<Certificate> kept(Protocol protocol) {
    String content = contentOf(protocol);
    Optional<Path> file =
        folder
            .map(place -> place.resolve(name(protocol.id(), content)))
            .filter(Files::isRegularFile);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      return switch (Certificate.read(Files.readString(file.get()))) {
        case OneObject.Read<Certificate>(Certificate certificate) ->
            certificate.isFor(content, EngineVersion.running(), ScheduleCertificate.zonesHere())
                ? Optional.of(certificate)
                : Optional.empty();
        case OneObject.Refused<Certificate> _ -> Optional.empty();
      };
    } catch (IOException _) {
      // A certificate that cannot be read is none; the protocol is proved again.
      return Optional.empty();
    }
  }

  private void keep(Certificate certificate) {
    if (folder.isEmpty()) {
      return;
    }
    Path file = folder.get().resolve(name(certificate.protocol(), certificate.content()));
    try {
      Files.createDirectories(folder.get());
      Path half = Files.createTempFile(folder.get(), "half", ".json");
      Files.write(half, (certificate.json().text() + "\n").getBytes(StandardCharsets.UTF_8));
      Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException _) {
      // Only the next start is slower for it.
    }
  }
}
