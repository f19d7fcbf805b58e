package vermilion.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import vermilion.json.OneObject;
import vermilion.proof.Findings;
import vermilion.proof.schedule.ScheduleCertificate;
import vermilion.schedule.Plans;

/// The certificate of the schedule that came with this build, and the engine that runs.
///
/// The engine is a SHA-256 over the names and the compiled bytes of every class that lays out a
/// plan or decides one: the same sources under the same compiler give the same bytes, and any
/// change of them gives others (decision 13).
public final class CertifiedSchedule {
  /// Where the certificate lies on the class path.
  static final String CERTIFICATE = "/proof/schedule.json";

  /// The names of the classes, one a line.
  static final String CLASSES = "/proof/schedule-classes.txt";

  private CertifiedSchedule() {}

  /// The hash of the engine that runs, as 64 hexadecimal digits.
  public static String engine() {
    MessageDigest digest = Sha256.begin();
    for (String name : classes()) {
      Sha256.add(digest, name, bytes(Plans.class, "/" + name + ".class").orElseThrow());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /// What the certificate of this build proves here; where it does not hold, nothing and a notice
  /// that says why. It takes some milliseconds.
  public static Findings findings() {
    Optional<byte[]> text = bytes(CertifiedSchedule.class, CERTIFICATE);
    if (text.isEmpty()) {
      return none("the schedule is not certified: this build has no certificate");
    }
    return switch (ScheduleCertificate.read(new String(text.get(), StandardCharsets.UTF_8))) {
      case OneObject.Read<ScheduleCertificate>(ScheduleCertificate certificate) ->
          certificate.findings(engine());
      case OneObject.Refused<ScheduleCertificate>(String sentence) ->
          none("the schedule is not certified: its certificate cannot be read: " + sentence);
    };
  }

  /// The names of the engine's classes, with slashes.
  static List<String> classes() {
    byte[] text = bytes(CertifiedSchedule.class, CLASSES).orElseThrow();
    return new String(text, StandardCharsets.UTF_8).lines().toList();
  }

  private static Findings none(String why) {
    return new Findings(List.of(), List.of(), List.of(why));
  }

  private static Optional<byte[]> bytes(Class<?> beside, String path) {
    try (InputStream in = beside.getResourceAsStream(path)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + path + " on the class path", unreadable);
    }
  }
}
