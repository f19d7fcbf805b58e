package vermilion.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Types every `console` example of docs/api.md into a shell, in a folder of its own, and compares
/// what comes. Each command is a process of its own there.
final class ApiDocumentTest {
  private static final Path ROOT = CommandRun.PROTOCOLS.resolve("..").toAbsolutePath().normalize();
  private static final String MARK = "=====";

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> every_example_prints_what_the_document_says() throws IOException {
    List<List<String>> blocks = blocks(Files.readAllLines(ROOT.resolve("docs").resolve("api.md")));
    assertThat(blocks).hasSizeGreaterThanOrEqualTo(7);
    return blocks.stream()
        .map(block -> DynamicTest.dynamicTest(block.getFirst(), () -> comesTrue(block)));
  }

  private static List<List<String>> blocks(List<String> document) {
    List<List<String>> blocks = new ArrayList<>();
    boolean inside = false;
    for (String line : document) {
      if (line.equals("```console")) {
        inside = true;
        blocks.add(new ArrayList<>());
      } else if (line.equals("```")) {
        inside = false;
      } else if (inside) {
        blocks.getLast().add(line);
      }
    }
    return blocks;
  }

  private void comesTrue(List<String> block) throws IOException, InterruptedException {
    StringBuilder script = new StringBuilder("exec 2>&1\n");
    StringBuilder expected = new StringBuilder();
    for (String line : block) {
      if (line.startsWith("$ ")) {
        script.append("status=$?; echo ").append(MARK).append("; (exit $status)\n");
        script.append(line.substring(2)).append('\n');
        expected.append(MARK).append('\n');
      } else {
        expected.append(line).append('\n');
      }
    }
    assertThat(typed(script.toString())).isEqualTo(expected.toString());
  }

  private String typed(String script) throws IOException, InterruptedException {
    Path protocols = folder.resolve("protocols");
    if (!Files.exists(protocols)) {
      Files.createSymbolicLink(protocols, ROOT.resolve("protocols"));
    }
    Path file = Files.writeString(folder.resolve("script"), CommandRun.shellFunction() + script);
    Path out = folder.resolve("out");
    new ProcessBuilder("bash", file.toString())
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(out.toFile())
        .start()
        .waitFor();
    return Files.readString(out);
  }
}
