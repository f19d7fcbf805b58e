package vermilion;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import vermilion.cli.Ports;
import vermilion.cli.Terminal;
import vermilion.cli.VermilionCommand;
import vermilion.content.Problem;
import vermilion.content.ProtocolReader;
import vermilion.content.Reading;
import vermilion.service.Ids;
import vermilion.service.ProtocolProblem;
import vermilion.service.ProtocolReading;
import vermilion.service.Store;
import vermilion.service.StoreSource;
import vermilion.store.SqliteStore;

/// Starts Vermilion: the only class that knows every adapter and puts them together.
@NullMarked
public final class Main {
  private Main() {}

  /// Runs one command and ends the process with its exit code.
  public static void main(String[] arguments) {
    System.exit(
        run(
            arguments,
            new Terminal(
                new BufferedInputStream(System.in),
                new FileOutputStream(FileDescriptor.out),
                System.err)));
  }

  /// Runs one command on any streams and returns its exit code.
  public static int run(String[] arguments, Terminal terminal) {
    Ports ports =
        new Ports(Main::read, new SqliteStores(), new RandomIds(), InstantSource.system());
    return VermilionCommand.run(arguments, ports, terminal);
  }

  /// One SQLite file in a folder.
  private static final class SqliteStores implements StoreSource {
    @Override
    public boolean isStore(Path folder) {
      return Files.isRegularFile(folder.resolve(SqliteStore.FILE));
    }

    @Override
    public Store open(Path folder, Optional<Path> masterKey) {
      return SqliteStore.open(
          folder, masterKey.orElse(folder.resolve(SqliteStore.MASTER_KEY_FILE)));
    }
  }

  /// Ids and secrets that nobody can guess.
  private static final class RandomIds implements Ids {
    private static final int SECRET_BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    @Override
    public UUID uuid() {
      return UUID.randomUUID();
    }

    @Override
    public String secret() {
      byte[] bytes = new byte[SECRET_BYTES];
      random.nextBytes(bytes);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
  }

  private static ProtocolReading read(Path file) {
    return switch (ProtocolReader.read(file)) {
      case Reading.Read read ->
          new ProtocolReading.Read(
              read.protocol(), read.warnings().stream().map(one -> problem(file, one)).toList());
      case Reading.Broken broken ->
          new ProtocolReading.Broken(
              broken.problems().stream().map(one -> problem(file, one)).toList());
    };
  }

  /// A problem names the file as it was asked for, so that a terminal or an editor finds it; it may
  /// also stand in the base beside it.
  private static ProtocolProblem problem(Path asked, Problem problem) {
    return new ProtocolProblem(
        asked.resolveSibling(problem.place().file()).toString(),
        problem.place().line(),
        problem.place().column(),
        problem.found(),
        problem.expected(),
        problem.nearest());
  }
}
