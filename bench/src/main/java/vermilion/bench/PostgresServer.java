package vermilion.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A PostgreSQL server of our own, from the system's package, with its usual settings and every
/// sync on. It refuses to run as root; then it runs as the user `postgres`, whom the package makes.
final class PostgresServer implements AutoCloseable {
  private static final String USER = "vermilion";
  private static final String PASSWORD = "for this run only";
  private static final String SERVER_USER = "postgres";
  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

  private final Path folder;
  private final Path programs;
  private final int port = Server.freePort();

  /// Makes it in an empty folder, and starts it.
  PostgresServer(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.programs = programs();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    var password = Files.writeString(passwordFile(), PASSWORD + "\n");
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
    // The server makes its own file private; this copy is what it may read.
    var forServer = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
    Files.createDirectory(data());
    if (isRoot()) {
      var users = folder.getFileSystem().getUserPrincipalLookupService();
      Files.setOwner(data(), users.lookupPrincipalByName(SERVER_USER));
      Files.setOwner(forServer, users.lookupPrincipalByName(SERVER_USER));
    }
    run(
        "initdb",
        "--pgdata=" + data(),
        "--username=" + USER,
        "--pwfile=" + forServer,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C");
    Files.writeString(
        data().resolve("postgresql.auto.conf"),
        "listen_addresses = '127.0.0.1'\nport = "
            + port
            + "\nunix_socket_directories = ''\nfsync = on\nsynchronous_commit = on\n");
    run("pg_ctl", "-D", data().toString(), "-l", data().resolve("log").toString(), "-w", "start");
  }

  private Path data() {
    return folder.resolve("data");
  }

  private Path passwordFile() {
    return folder.resolve("store-password");
  }

  /// The process of the server; those that work for a connection are its children.
  long pid() throws IOException {
    return Long.parseLong(Files.readAllLines(data().resolve("postmaster.pid")).getFirst());
  }

  /// Makes an empty database.
  void create(String database) throws SQLException {
    try (var connection = connect("postgres");
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + database);
    }
  }

  Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url(database), USER, PASSWORD);
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /// Lines of a clinic's settings whose record lies in a database.
  List<String> settings(String database) {
    return List.of(
        "store = " + url(database),
        "store-user = " + USER,
        "store-password-file = " + passwordFile().toAbsolutePath());
  }

  private void run(String program, String... arguments) throws IOException {
    var command = new ArrayList<String>();
    if (isRoot()) {
      command.addAll(
          List.of("setpriv", "--reuid=" + SERVER_USER, "--regid=" + SERVER_USER, "--clear-groups"));
    }
    command.add(programs.resolve(program).toString());
    command.addAll(List.of(arguments));
    // To a file: the server keeps what it was started with open, and a pipe would never end.
    var said = folder.resolve("said");
    var process =
        new ProcessBuilder(command)
            .directory(data().toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try {
      if (process.waitFor() != 0) {
        throw new IOException(command + ": " + Files.readString(said));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted in " + command, e);
    }
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  /// Debian keeps the server's programs of each version in a folder of its own.
  private static Path programs() throws IOException {
    if (Files.isDirectory(DEBIAN)) {
      try (var versions = Files.list(DEBIAN)) {
        var newest =
            versions
                .map(version -> version.resolve("bin"))
                .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                .max(Comparator.comparing(Path::toString));
        if (newest.isPresent()) {
          return newest.get();
        }
      }
    }
    throw new IOException(
        "found no PostgreSQL in "
            + DEBIAN
            + ", expected one; Debian and Ubuntu: apt-get install postgresql");
  }

  @Override
  public void close() throws IOException {
    run("pg_ctl", "-D", data().toString(), "-m", "fast", "-w", "stop");
  }
}
