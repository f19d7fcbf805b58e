package vermilion.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vermilion.Main;

/// What one run of a command printed and ended with.
///
/// @param exit its exit code
/// @param out standard output
/// @param err standard error
public record CommandRun(int exit, String out, String err) {
  /// Where the shipped protocols lie, seen from the module's folder or the one above it.
  static final Path PROTOCOLS =
      Files.isDirectory(Path.of("protocols"))
          ? Path.of("protocols")
          : Path.of("..").resolve("protocols");

  /// The protocol that most tests run.
  public static final String LIP_HA = PROTOCOLS.resolve("lip-ha.yaml").toString();

  /// Runs a command that is told nothing.
  public static CommandRun of(String... arguments) {
    return told(new byte[0], arguments);
  }

  /// Runs a command that is told some text.
  public static CommandRun told(String input, String... arguments) {
    return told(input.getBytes(StandardCharsets.UTF_8), arguments);
  }

  /// Runs a command that is told some bytes.
  public static CommandRun told(byte[] input, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        Main.run(
            arguments,
            new Terminal(
                new ByteArrayInputStream(input),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8)));
    return new CommandRun(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /// Runs a command as a process of its own, in a folder.
  public static CommandRun process(Path folder, String input, String... arguments)
      throws java.io.IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(java());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add("vermilion.Main");
    command.addAll(List.of(arguments));
    Path said = Files.createTempFile("vermilion", ".in");
    Path out = Files.createTempFile("vermilion", ".out");
    Path err = Files.createTempFile("vermilion", ".err");
    try {
      Files.writeString(said, input);
      int exit =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectInput(said.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start()
              .waitFor();
      return new CommandRun(exit, Files.readString(out), Files.readString(err));
    } finally {
      for (Path file : List.of(said, out, err)) {
        Files.delete(file);
      }
    }
  }

  /// The function `vermilion` for a shell script that does what a document says: each command is a
  /// process of its own.
  static String shellFunction() {
    return "vermilion() { '%s' -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -cp '%s' vermilion.Main \"$@\"; }%n"
        .formatted(java(), System.getProperty("java.class.path"));
  }

  /// The program that runs these tests.
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
