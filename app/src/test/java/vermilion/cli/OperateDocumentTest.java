package vermilion.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermilion.json.Json;
import vermilion.json.JsonText;
import vermilion.store.PostgresCluster;

/// Does what docs/operate.md says, in its order, in a folder of its own: writes its files, types
/// its commands, each a process of its own, and compares what comes. In what the document says of
/// an answer, three dots stand for anything.
final class OperateDocumentTest {
  private static final Path ROOT = CommandRun.PROTOCOLS.resolve("..").toAbsolutePath().normalize();
  private static final String SERVE = "vermilion serve ";
  private static final String LISTENING = "vermilion: listening on ";

  @TempDir Path folder;
  private final List<Process> servers = new ArrayList<>();
  private String url = "";
  private String episode = "";
  private String database = "";

  @BeforeEach
  void sign() throws IOException {
    Path protocols = Files.createDirectory(folder.resolve("protocols"));
    String draft = Files.readString(ROOT.resolve("protocols").resolve("lip-ha.yaml"));
    Files.writeString(
        protocols.resolve("lip-ha.yaml"),
        draft.replace(
            "status: draft",
            "status: signed\nsignature: {by: Dr A. Okafor, date: \"2026-11-01\"}"));
  }

  @AfterEach
  void stop() throws InterruptedException {
    for (Process server : servers) {
      server.destroy();
      server.waitFor();
    }
    servers.clear();
  }

  @Test
  void whoever_does_what_the_document_says_sees_what_it_says() throws Exception {
    int commands = 0;
    List<String> lines = Files.readAllLines(ROOT.resolve("docs").resolve("operate.md"));
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("```") && line.length() > 3) {
        int end = i + 1 + lines.subList(i + 1, lines.size()).indexOf("```");
        List<String> block = lines.subList(i + 1, end);
        if (line.equals("```console")) {
          commands += typeAll(block);
        } else if (line.contains(" name=")) {
          Path file = folder.resolve(line.substring(line.indexOf('=') + 1));
          Files.write(file, block);
        }
        i = end;
      } else if (line.startsWith("<!-- test: ")) {
        happen(line);
      }
    }
    assertThat(commands).isGreaterThan(20);
  }

  private int typeAll(List<String> block) throws Exception {
    int commands = 0;
    int status = 0;
    for (int i = 0; i < block.size(); i++) {
      assertThat(block.get(i)).startsWith("$ ");
      String command = block.get(i).substring(2);
      List<String> expected = new ArrayList<>();
      while (i + 1 < block.size() && !block.get(i + 1).startsWith("$ ")) {
        i++;
        expected.add(block.get(i));
      }
      Typed typed = command.startsWith(SERVE) ? serve(command) : type(command, status);
      status = typed.status();
      assertThat(typed.out()).as(command).matches(pattern(expected));
      boolean askedForStatus =
          command.equals("echo $?")
              || (i + 1 < block.size() && block.get(i + 1).equals("$ echo $?"));
      boolean refused = typed.out().startsWith("vermilion: ") && !command.startsWith(SERVE);
      assertThat(status == 0 || askedForStatus || refused).as(command + ": " + status).isTrue();
      commands++;
    }
    return commands;
  }

  /// What a command printed on both streams, and its exit code.
  private record Typed(String out, int status) {}

  private static Pattern pattern(List<String> expected) {
    StringBuilder pattern = new StringBuilder();
    for (String line : expected) {
      for (String part : line.split("\\.\\.\\.", -1)) {
        pattern.append(Pattern.quote(part)).append(".*");
      }
      pattern.setLength(pattern.length() - 2);
      pattern.append('\n');
    }
    return Pattern.compile(pattern.toString());
  }

  private Typed type(String command, int status) throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Path script = script("(exit " + status + ")\n" + command + "\n");
    Process process =
        new ProcessBuilder("bash", script.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    int ended = process.waitFor();
    return new Typed(Files.readString(out), ended);
  }

  private Path script(String text) throws IOException {
    String known = "EPISODE='%s'%nDATABASE='%s'%n".formatted(episode, database);
    return Files.writeString(folder.resolve("script"), known + CommandRun.shellFunction() + text);
  }

  /// Starts a server that runs on, and waits until it listens.
  private Typed serve(String command) throws IOException, InterruptedException {
    Path out = folder.resolve("serve.out");
    // The shell becomes the server, so that stopping the one stops the other.
    String classes = System.getProperty("java.class.path");
    String exec =
        "exec '%s' --enable-native-access=ALL-UNNAMED -cp '%s' vermilion.Main %s%n"
            .formatted(CommandRun.java(), classes, command.substring("vermilion ".length()));
    Process server =
        new ProcessBuilder("bash", script(exec).toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    servers.add(server);
    String said = "";
    while (!said.contains(LISTENING) && server.isAlive()) {
      server.waitFor(50, TimeUnit.MILLISECONDS);
      said = Files.readString(out);
    }
    assertThat(said).contains(LISTENING);
    said = said.substring(said.indexOf(LISTENING));
    url = said.substring(LISTENING.length()).strip();
    return new Typed(said, 0);
  }

  private void happen(String line) throws Exception {
    switch (line) {
      case "<!-- test: a patient comes -->" -> episode = open();
      case "<!-- test: the server stops -->" -> stop();
      case "<!-- test: a database -->" -> {
        PostgresCluster.shared().create("care");
        database = PostgresCluster.shared().place("care", folder).database().orElseThrow().url();
      }
      default -> throw new AssertionError("the document wants a test to do this: " + line);
    }
  }

  private String open() throws IOException, InterruptedException {
    String body =
        """
        {"patient":{"name":"Amira Haddad","birthDate":"1991-04-30","zone":"Europe/London"},
        "treatment":{"at":"%s","filler":"hyaluronic-acid"},"protocol":"lip-ha"}
        """
            .formatted(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(url + "/api/episodes"))
                  .header(
                      "Authorization",
                      "Bearer " + Files.readString(folder.resolve("booking.token")).strip())
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
      Json.Obj said = (Json.Obj) ((JsonText.Reading.Value) JsonText.read(answer.body())).value();
      return ((Json.Str) said.find("episode").orElseThrow()).value();
    }
  }
}
