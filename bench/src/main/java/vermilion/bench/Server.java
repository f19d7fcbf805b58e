package vermilion.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// A server started by `./vermilion` as a clinic starts it, and looked at from outside.
final class Server implements AutoCloseable {
  private static final int MOST_SECONDS = 120;

  private final Process process;
  private final int port;
  private final long begun = System.nanoTime();

  private Server(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /// Starts it by a command that makes it listen on `port`.
  static Server start(ProcessBuilder command, int port) throws IOException {
    return start(command, port, ProcessBuilder.Redirect.DISCARD);
  }

  /// Starts it, and keeps what it says.
  static Server start(ProcessBuilder command, int port, ProcessBuilder.Redirect said)
      throws IOException {
    command.redirectErrorStream(true);
    command.redirectOutput(said);
    return new Server(command.start(), port);
  }

  /// Milliseconds from the start until a path first answers with 200.
  double millisUntil(String path) throws IOException, InterruptedException {
    while (!answers(path)) {
      if (process.waitFor(5, TimeUnit.MILLISECONDS)) {
        throw new IOException("the server ended with " + process.exitValue() + " before " + path);
      }
      if (System.nanoTime() - begun > MOST_SECONDS * 1e9) {
        throw new IOException("no answer on " + path + " in " + MOST_SECONDS + " s");
      }
    }
    return (System.nanoTime() - begun) / 1e6;
  }

  /// The id of its process.
  long pid() {
    return process.pid();
  }

  /// The CPU milliseconds that it has used, the launcher's own with them.
  double cpuMillis() throws IOException {
    var stat = Files.readString(of("stat"));
    // Behind the name in brackets: own and children's, user and system, in hundredths of a second.
    var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    var ticks = 0L;
    for (var field = 11; field <= 14; field++) {
      ticks += Long.parseLong(fields[field]);
    }
    return ticks * 10.0;
  }

  /// The memory that it holds after some seconds without a request, in MB.
  double idleMb(int seconds) throws IOException, InterruptedException {
    if (process.waitFor(seconds, TimeUnit.SECONDS)) {
      throw new IOException("the server ended with " + process.exitValue() + " while idle");
    }
    return megabytes("VmRSS:");
  }

  /// The most memory that it ever held, in MB.
  double mostMb() throws IOException {
    return megabytes("VmHWM:");
  }

  private double megabytes(String name) throws IOException {
    for (var line : Files.readAllLines(of("status"))) {
      if (line.startsWith(name)) {
        return Long.parseLong(line.replace(name, "").replace("kB", "").strip()) / 1024.0;
      }
    }
    throw new IOException("no " + name + " of process " + process.pid());
  }

  private Path of(String file) {
    return Path.of("/proc", Long.toString(process.pid()), file);
  }

  private boolean answers(String path) {
    var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    try (var socket = new Socket()) {
      socket.connect(loopback, 1_000);
      socket.setSoTimeout(30_000);
      var request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return answer.startsWith("HTTP/1.1 200");
    } catch (IOException e) {
      return false;
    }
  }

  /// A port on which nobody listens.
  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("process " + process.pid() + " does not stop");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the server stopped", e);
    }
  }
}
