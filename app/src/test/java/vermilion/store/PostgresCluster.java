package vermilion.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vermilion.service.PrivateFiles;
import vermilion.service.StorePlace;

/// A real PostgreSQL server for tests, in a temporary folder on a free port, with every sync on.
///
/// It refuses to run as root; then it runs as the user `postgres`, whom Debian's package makes.
public final class PostgresCluster implements AutoCloseable {

  /// The role that the store signs in with.
  public static final String USER = "vermilion";

  /// The name of the file in a data folder that holds its password.
  public static final String PASSWORD_FILE = "store-password";

  private static final String PASSWORD = "for tests only";
  private static final String SERVER_USER = "postgres";
  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

  private static final class Shared {
    static final PostgresCluster ONE = start();
  }

  private final Path folder;
  private final Path programs;
  private final int port;

  private PostgresCluster(Path folder, Path programs, int port) {
    this.folder = folder;
    this.programs = programs;
    this.port = port;
  }

  /// The one that all tests of this process share; it ends with the process.
  public static PostgresCluster shared() {
    return Shared.ONE;
  }

  /// Starts one of its own.
  public static PostgresCluster start() {
    try {
      Path folder = Files.createTempDirectory("vermilion-postgres");
      PostgresCluster cluster = new PostgresCluster(folder, programs(), FreePort.any());
      cluster.make();
      cluster.up();
      Runtime.getRuntime().addShutdownHook(new Thread(cluster::close));
      return cluster;
    } catch (IOException e) {
      throw new UncheckedIOException("no PostgreSQL could be started", e);
    }
  }

  private void make() throws IOException {
    Path password = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path data = Files.createDirectory(data());
    if (isRoot()) {
      for (Path path : List.of(password, data)) {
        Files.setOwner(
            path,
            path.getFileSystem()
                .getUserPrincipalLookupService()
                .lookupPrincipalByName(SERVER_USER));
      }
    }
    run(
        "initdb",
        "--pgdata=" + data,
        "--username=" + USER,
        "--pwfile=" + password,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C");
    String settings =
        """
        listen_addresses = '127.0.0.1'
        port = %d
        unix_socket_directories = ''
        shared_buffers = 64MB
        max_connections = 60
        fsync = on
        full_page_writes = on
        synchronous_commit = on
        log_min_messages = fatal
        """;
    Files.writeString(data.resolve("postgresql.auto.conf"), settings.replace("%d", "" + port));
  }

  private Path data() {
    return folder.resolve("data");
  }

  /// Starts the server and waits until it answers.
  public void up() {
    run("pg_ctl", "-D", data().toString(), "-l", data().resolve("log").toString(), "-w", "start");
  }

  /// Stops the server at once, as if it was killed; it recovers at the next start.
  public void down() {
    run("pg_ctl", "-D", data().toString(), "-m", "immediate", "-w", "stop");
  }

  /// The port on which it listens.
  public int port() {
    return port;
  }

  /// The address of a database.
  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /// A record in `database`, whose keys lie in `folder`.
  public StorePlace place(String database, Path folder) {
    StorePlace.Database there =
        new StorePlace.Database(url(database), USER, Optional.of(passwordIn(folder)));
    return new StorePlace(folder, Optional.empty(), Optional.of(there), Optional.empty());
  }

  /// Makes an empty database, unless there is one of this name.
  public void create(String database) {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      boolean there =
          statement
              .executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + database + "'")
              .next();
      if (!there) {
        statement.execute("CREATE DATABASE " + database);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot make database " + database, e);
    }
  }

  /// A connection past the store, as an intruder or a broken tool would have it.
  public Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url(database), USER, PASSWORD);
  }

  /// A file with the password that its owner alone can read.
  private static Path passwordIn(Path folder) {
    Path file = folder.resolve(PASSWORD_FILE);
    try {
      Files.createDirectories(folder);
      if (!Files.exists(file)) {
        PrivateFiles.makeFile(file);
        Files.writeString(file, PASSWORD + "\n");
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  @Override
  public void close() {
    if (!Files.isDirectory(data())) {
      return;
    }
    if (Files.isRegularFile(data().resolve("postmaster.pid"))) {
      down();
    }
    try {
      // Not waited for: a process that ends has no time for many small files.
      new ProcessBuilder("rm", "-rf", folder.toString()).start();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + folder, e);
    }
  }

  private void run(String program, String... arguments) {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(
          List.of("setpriv", "--reuid=" + SERVER_USER, "--regid=" + SERVER_USER, "--clear-groups"));
    }
    command.add(programs.resolve(program).toString());
    command.addAll(List.of(arguments));
    try {
      // To a file: the server keeps what it was started with open, and a pipe would never end.
      Path said = folder.resolve("said");
      Process process =
          new ProcessBuilder(command)
              .directory(data().toFile())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      int status = process.waitFor();
      if (status != 0) {
        throw new IllegalStateException(
            command + " ended with " + status + ": " + Files.readString(said));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(program + " could not be run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + program + " ran", e);
    }
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  /// Debian keeps the server's programs of each version in a folder of its own, not on the path.
  private static Path programs() throws IOException {
    if (Files.isDirectory(DEBIAN)) {
      try (Stream<Path> versions = Files.list(DEBIAN)) {
        Optional<Path> newest =
            versions
                .filter(version -> Files.isExecutable(version.resolve("bin").resolve("initdb")))
                .max(
                    Comparator.comparingInt(
                        version -> Integer.parseInt(version.getFileName().toString())))
                .map(version -> version.resolve("bin"));
        if (newest.isPresent()) {
          return newest.get();
        }
      }
    }
    for (String folder : System.getenv("PATH").split(":", -1)) {
      if (Files.isExecutable(Path.of(folder, "initdb"))) {
        return Path.of(folder);
      }
    }
    throw new IOException(
        "initdb is missing: the tests start a PostgreSQL of their own;"
            + " Debian and Ubuntu: apt-get install postgresql");
  }
}
