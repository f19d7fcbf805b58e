package vermilion.content;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;

/// Reads small protocols that tests write: `test.yaml`, beside the shipped files.
final class Written {
  /// The first five lines of a small file; what a test adds begins in line 6.
  static final String HEAD =
      """
      format: 1
      protocol: test
      version: 1
      status: draft
      based-on: lip-ha.yaml version 1
      """;

  private Written() {}

  /// What comes of a whole file.
  static Reading whole(byte[] bytes) {
    return ProtocolReader.read(
        "test.yaml", file -> file.equals("test.yaml") ? bytes : besides(file));
  }

  /// What comes of a whole file.
  static Reading whole(String text) {
    return whole(text.getBytes(StandardCharsets.UTF_8));
  }

  /// What is wrong with a whole file, one line a problem.
  static List<String> problemsOfWhole(String text) {
    return problems(whole(text));
  }

  /// What is wrong in sections over those of lip-ha.yaml; not what is then wrong in lip-ha.yaml.
  static List<String> problems(String sections) {
    return problemsOfWhole(HEAD + sections).stream()
        .filter(problem -> problem.startsWith("test.yaml:"))
        .toList();
  }

  /// What is wrong with a rule that has one line.
  static List<String> problemsOfLine(String line) {
    return problems(
        """
        rules:
          - id: eye
            concern: occlusion
            level: emergency
            when:
              - %s
            sources: [SD]
        """
            .formatted(line));
  }

  /// The problems of a reading; none where it could be read.
  static List<String> problems(Reading reading) {
    return switch (reading) {
      case Reading.Read _ -> List.of();
      case Reading.Broken broken -> broken.problems().stream().map(Problem::toString).toList();
    };
  }

  private static byte[] besides(String file) throws IOException {
    if (!Files.exists(ShippedProtocols.FOLDER.resolve(file))) {
      throw new NoSuchFileException(file);
    }
    return Files.readAllBytes(ShippedProtocols.FOLDER.resolve(file));
  }
}
