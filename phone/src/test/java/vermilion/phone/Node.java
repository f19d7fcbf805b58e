package vermilion.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/// Runs a script of the tests in node.
final class Node {
  private Node() {}

  /// Runs a script with these arguments to its good end, and answers the lines that it said.
  static List<String> run(String script, Path log, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add("node");
    command.add(Path.of("src", "test", "node", script).toString());
    command.addAll(List.of(arguments));
    Process node =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertThat(node.waitFor(15, TimeUnit.MINUTES)).as("node ends").isTrue();
    assertThat(node.exitValue()).as(() -> read(log)).isZero();
    return Files.readAllLines(log);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "no log: " + e;
    }
  }

  /// How many bytes go over the network.
  static int gzipped(Path file) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(Files.readAllBytes(file));
    }
    return bytes.size();
  }

  /// The number that a line gives for a word.
  static int number(List<String> lines, String word) {
    for (String line : lines) {
      if (line.startsWith(word + " ")) {
        return Integer.parseInt(line.substring(word.length() + 1));
      }
    }
    throw new AssertionError("no " + word + " in " + lines);
  }
}
