package vermilion.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// One server of a clinic: `vermilion serve` as a process of its own, behind its own piece of
/// network, on its own machine.
final class Node implements AutoCloseable {

  private static final String LISTENING = "vermilion: listening on ";
  private static final Duration START = Duration.ofSeconds(60);
  private static final int LINES = 60;

  private final String name;
  private final Install install;
  private final Path config;
  private final Optional<Shim> shim;
  private final CuttingProxy proxy = CuttingProxy.open();
  private final Deque<String> said = new ArrayDeque<>();
  private Optional<Process> process = Optional.empty();
  private final Runnable lastWill = this::kill;
  private volatile int port;

  /// A server that is not running yet.
  ///
  /// @param config the file of its settings
  /// @param shim its machine; empty: as it is
  Node(String name, Install install, Path config, Optional<Shim> shim) {
    this.name = name;
    this.install = install;
    this.config = config;
    this.shim = shim;
    AtExit.remember(lastWill);
  }

  String name() {
    return name;
  }

  /// The file of its settings.
  Path config() {
    return config;
  }

  CuttingProxy proxy() {
    return proxy;
  }

  Optional<Shim> shim() {
    return shim;
  }

  /// Starts it and waits until it listens.
  ///
  /// @throws IllegalStateException with what it said, when it does not
  void start() {
    if (!tryStart()) {
      throw new IllegalStateException(name + " does not start: " + said());
    }
  }

  /// Starts it; whether it listens.
  boolean tryStart() {
    port = 0;
    ProcessBuilder command =
        new ProcessBuilder(
            install.command("vermilion.Main", "serve", "--config", config.toString()));
    command.environment().putAll(Install.environment(shim));
    command.redirectErrorStream(true);
    try {
      Process started = command.start();
      process = Optional.of(started);
      Thread.ofVirtual().start(() -> listen(started));
      Pause.until(START, () -> port != 0 || !started.isAlive());
    } catch (IOException e) {
      throw new UncheckedIOException(String.valueOf(command.command()), e);
    }
    if (port == 0) {
      kill();
      return false;
    }
    proxy.leadTo(port);
    return true;
  }

  private void listen(Process started) {
    try (BufferedReader lines = started.inputReader()) {
      String line = lines.readLine();
      while (line != null) {
        hear(line);
        line = lines.readLine();
      }
    } catch (IOException _) {
      hear("(its output broke off)");
    }
  }

  private synchronized void hear(String line) {
    said.addLast(line);
    if (said.size() > LINES) {
      said.removeFirst();
    }
    if (line.startsWith(LISTENING)) {
      port = Integer.parseInt(line.substring(line.lastIndexOf(':') + 1).strip());
    }
  }

  /// The last lines that it said.
  synchronized String said() {
    return String.join("\n", said);
  }

  boolean isRunning() {
    return process.isPresent() && process.get().isAlive();
  }

  /// Ends it at once.
  void kill() {
    process.ifPresent(one -> {
      Posix.signal(one.pid(), Posix.SIGKILL);
      await(one);
    });
    process = Optional.empty();
  }

  /// Asks it to stop, and waits until it has.
  void stop() {
    process.ifPresent(one -> {
      one.destroy();
      await(one);
    });
    process = Optional.empty();
  }

  private void await(Process one) {
    try {
      if (!one.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException(name + " does not end: " + said());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /// Stops it where it stands, and waits until none of its threads does anything, not even within a
  /// call of the operating system.
  void freeze() {
    process.ifPresent(one -> {
      Posix.signal(one.pid(), Posix.SIGSTOP);
      if (!Pause.until(START, () -> isStill(one.pid()))) {
        throw new IllegalStateException(name + " does not stand still");
      }
    });
  }

  private static boolean isStill(long pid) {
    try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
      for (Path thread : threads.toList()) {
        String stat = Files.readString(thread.resolve("stat"));
        if (stat.charAt(stat.lastIndexOf(')') + 2) != 'T') {
          return false;
        }
      }
      return true;
    } catch (IOException _) {
      // A thread that has just ended: look again.
      return false;
    }
  }

  /// Lets it go on.
  void thaw() {
    process.ifPresent(one -> Posix.signal(one.pid(), Posix.SIGCONT));
  }

  @Override
  public void close() {
    thaw();
    kill();
    proxy.close();
    AtExit.forget(lastWill);
  }

  /// Writes the settings of a server.
  static Path config(Path file, List<String> lines) {
    try {
      return Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }
}
