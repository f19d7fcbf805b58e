package vermilion.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vermilion.store.FreePort;

/// A PostgreSQL server and, where a run wants one, a standby that has every commit before it is
/// confirmed; each a set of processes of its own, copied from one that was made beforehand.
final class PostgresPair implements AutoCloseable {

  /// The role that signs in.
  static final String USER = "vermilion";

  /// The database.
  static final String DATABASE = "clinic";

  private static final String SERVER_USER = "postgres";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

  private final Path folder;
  private final int primaryPort = FreePort.any();
  private final int standbyPort = FreePort.any();
  private final boolean hasStandby;
  private final Runnable lastWill = this::close;
  private boolean promoted;

  private PostgresPair(boolean hasStandby) {
    this.folder = Folders.forEverybody("vermilion-postgres");
    this.hasStandby = hasStandby;
    AtExit.remember(lastWill);
  }

  /// The programs of the newest PostgreSQL of this machine.
  static Optional<Path> programs() {
    try (Stream<Path> versions =
        Files.isDirectory(DEBIAN) ? Files.list(DEBIAN) : Stream.<Path>empty()) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Comparator.comparing(Path::toString));
    } catch (IOException e) {
      throw new UncheckedIOException(DEBIAN.toString(), e);
    }
  }

  /// Makes, once for all runs, an empty server and a standby of it; where they lie.
  static Path make() {
    try (PostgresPair made = new PostgresPair(false)) {
      String data = made.primary().toString();
      made.run(
          "initdb",
          "--pgdata=" + data,
          "--username=" + USER,
          "--auth=trust",
          "--encoding=UTF8",
          "--locale=C",
          "--wal-segsize=1");
      made.configure(made.primary(), made.primaryPort, "");
      made.up(made.primary());
      made.sql(made.primaryPort, "postgres", "CREATE DATABASE " + DATABASE);
      made.run(
          "pg_basebackup",
          "-D",
          made.standby().toString(),
          "-h",
          "127.0.0.1",
          "-p",
          Integer.toString(made.primaryPort),
          "-U",
          USER,
          "-c",
          "fast",
          "-R");
      made.run("pg_ctl", "-D", data, "-m", "fast", "-w", "stop");
      Path kept = Folders.forEverybody("vermilion-postgres");
      for (Path one : List.of(made.primary(), made.standby())) {
        Commands.run(List.of("mv", one.toString(), kept.toString()));
      }
      return kept;
    }
  }

  /// Starts a copy of what [#make] made.
  static PostgresPair start(Path made, boolean hasStandby) {
    PostgresPair pair = new PostgresPair(hasStandby);
    Commands.run(List.of("cp", "-a", made.resolve("primary").toString(), pair.folder.toString()));
    pair.configure(pair.primary(), pair.primaryPort, "");
    pair.up(pair.primary());
    if (hasStandby) {
      Commands.run(List.of("cp", "-a", made.resolve("standby").toString(), pair.folder.toString()));
      pair.configure(
          pair.standby(),
          pair.standbyPort,
          "primary_conninfo = 'host=127.0.0.1 port=" + pair.primaryPort + " user=" + USER + "'\n");
      pair.up(pair.standby());
      pair.sql(pair.primaryPort, "postgres", "ALTER SYSTEM SET synchronous_standby_names = '*'");
      pair.sql(pair.primaryPort, "postgres", "SELECT pg_reload_conf()");
      pair.awaitSynchronous();
    }
    return pair;
  }

  private void awaitSynchronous() {
    String question = "SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'";
    if (!Pause.until(PATIENCE, () -> sql(primaryPort, "postgres", question).equals("1"))) {
      throw new IllegalStateException("the standby does not follow");
    }
  }

  private void configure(Path data, int port, String more) {
    String settings =
        """
        listen_addresses = '127.0.0.1'
        port = %d
        unix_socket_directories = ''
        shared_buffers = 16MB
        max_connections = 40
        max_wal_senders = 4
        min_wal_size = 8MB
        max_wal_size = 64MB
        fsync = on
        full_page_writes = on
        synchronous_commit = on
        wal_level = replica
        hot_standby = on
        wal_retrieve_retry_interval = '200ms'
        wal_receiver_status_interval = '1s'
        """
                .replace("%d", Integer.toString(port))
            + more;
    try {
      // Read after the file that `ALTER SYSTEM` writes was emptied by this.
      Files.writeString(data.resolve("postgresql.auto.conf"), settings, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(data.toString(), e);
    }
  }

  private Path primary() {
    return folder.resolve("primary");
  }

  private Path standby() {
    return folder.resolve("standby");
  }

  boolean hasStandby() {
    return hasStandby;
  }

  /// Where the first server listens.
  int primaryPort() {
    return primaryPort;
  }

  /// Where the standby listens.
  int standbyPort() {
    return standbyPort;
  }

  /// The data of the server that takes writes.
  private Path writing() {
    return promoted ? standby() : primary();
  }

  private void up(Path data) {
    run(
        "pg_ctl",
        "-D",
        data.toString(),
        "-l",
        data.resolve("server.log").toString(),
        "-w",
        "start");
  }

  /// Kills every process of the server that takes writes, and waits until none is left.
  void kill() {
    List<Long> all = processes(writing());
    all.forEach(pid -> Posix.signal(pid, Posix.SIGKILL));
    if (!Pause.until(PATIENCE, () -> all.stream().noneMatch(PostgresPair::isThere))) {
      throw new IllegalStateException("a process of PostgreSQL does not end");
    }
  }

  private static boolean isThere(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  /// Starts the server that takes writes again; it recovers by itself.
  void restart() {
    up(writing());
  }

  /// Makes the standby the one that takes writes.
  void promote() {
    run("pg_ctl", "-D", standby().toString(), "-w", "promote");
    promoted = true;
  }

  boolean isPromoted() {
    return promoted;
  }

  /// Stops every process of the server that takes writes, or of the standby, where it stands.
  List<Long> freeze(boolean theStandby) {
    List<Long> all = processes(theStandby ? standby() : writing());
    all.forEach(pid -> Posix.signal(pid, Posix.SIGSTOP));
    return all;
  }

  static void thaw(List<Long> processes) {
    processes.forEach(pid -> Posix.signal(pid, Posix.SIGCONT));
  }

  /// Ends every connection of the clinic's servers.
  void endConnections() {
    sql(
        promoted ? standbyPort : primaryPort,
        "postgres",
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = '"
            + DATABASE
            + "'");
  }

  /// The server of a data folder, first, and all its children.
  private static List<Long> processes(Path data) {
    List<Long> all = new ArrayList<>();
    try {
      long first = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
      all.add(first);
      ProcessHandle.of(first)
          .ifPresent(server -> server.descendants().forEach(child -> all.add(child.pid())));
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException("no server runs on " + data, e);
    }
  }

  private String sql(int port, String database, String statement) {
    return Commands.run(
        List.of(
            "psql",
            "-X",
            "-q",
            "-t",
            "-A",
            "-v",
            "ON_ERROR_STOP=1",
            "-c",
            statement,
            "postgresql://" + USER + "@127.0.0.1:" + port + "/" + database));
  }

  private void run(String program, String... arguments) {
    List<String> command = new ArrayList<>();
    if (Posix.user() == 0) {
      command.addAll(
          List.of("setpriv", "--reuid=" + SERVER_USER, "--regid=" + SERVER_USER, "--clear-groups"));
    }
    command.add(programs().orElseThrow().resolve(program).toString());
    command.addAll(List.of(arguments));
    try {
      // To a file: the server keeps what it was started with open, and a pipe would never end.
      Path said = folder.resolve("said");
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      if (process.waitFor() != 0) {
        throw new IllegalStateException(command + ": " + Files.readString(said));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(program, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    AtExit.forget(lastWill);
    for (Path data : List.of(primary(), standby())) {
      if (Files.isRegularFile(data.resolve("postmaster.pid"))) {
        List<Long> all = processes(data);
        all.forEach(pid -> Posix.signal(pid, Posix.SIGKILL));
        Pause.until(PATIENCE, () -> all.stream().noneMatch(PostgresPair::isThere));
      }
    }
    Folders.delete(folder);
  }
}
