package vermilion.content;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/// The examples of docs/protocol-language.md.
final class LanguageReference {
  private static final String FENCE = "```";

  private LanguageReference() {}

  /// The worked example: the YAML block that is a whole file.
  static String example() throws IOException {
    return blocks("yaml").stream()
        .filter(block -> block.startsWith("format: 1\n"))
        .findFirst()
        .orElseThrow();
  }

  /// The bodies of all fenced blocks of a kind.
  static List<String> blocks(String kind) throws IOException {
    List<String> blocks = new ArrayList<>();
    StringBuilder block = new StringBuilder();
    boolean inside = false;
    for (String line : text().lines().toList()) {
      if (!inside && line.equals(FENCE + kind)) {
        inside = true;
      } else if (inside && line.equals(FENCE)) {
        blocks.add(block.toString());
        block.setLength(0);
        inside = false;
      } else if (inside) {
        block.append(line).append('\n');
      }
    }
    return blocks;
  }

  private static String text() throws IOException {
    return Files.readString(
        ShippedProtocols.FOLDER.resolveSibling("docs").resolve("protocol-language.md"));
  }
}
