package vermilion.notify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A mail server that answers as it is told to: what no well-behaved one does on demand.
final class ScriptedSmtp implements AutoCloseable {

  private final ServerSocket server;
  private final Map<String, String> answers;

  /// Answers each command by its first word; an empty answer is silence.
  ScriptedSmtp(Map<String, String> answers) throws IOException {
    this.answers = answers;
    this.server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return server.getLocalPort();
  }

  private void serve() {
    try {
      while (true) {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> talk(socket));
      }
    } catch (SocketException e) {
      // Closed.
      return;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void talk(Socket socket) {
    try (socket;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
      OutputStream out = socket.getOutputStream();
      say(out, answers.getOrDefault("", "220 here"));
      boolean inside = false;
      @Nullable String line = in.readLine();
      while (line != null) {
        if (inside) {
          inside = !line.equals(".");
          if (!inside) {
            say(out, answers.getOrDefault(".", "250 taken"));
          }
        } else {
          String word = line.split(" ", -1)[0];
          String answer = answers.getOrDefault(word, word.equals("DATA") ? "354 go" : "250 ok");
          inside = answer.startsWith("354");
          say(out, answer);
        }
        line = in.readLine();
      }
    } catch (IOException e) {
      // The other side broke off: as some of the tests want it.
      return;
    }
  }

  private static void say(OutputStream out, String answer) throws IOException {
    if (!answer.isEmpty()) {
      out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
