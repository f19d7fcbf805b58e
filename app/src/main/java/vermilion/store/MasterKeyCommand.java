package vermilion.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import vermilion.service.JournalFailure;

/// A command that prints the master key, for clinics that keep it in a vault or a chip: it is run
/// at each start, and the key is never on this machine's disk.
final class MasterKeyCommand implements MasterKeySource {

  /// The environment variable that holds the command.
  static final String VARIABLE = "VERMILION_MASTER_KEY_COMMAND";

  /// The environment variable that holds the command for the key to change to.
  static final String NEXT_VARIABLE = "VERMILION_NEXT_MASTER_KEY_COMMAND";

  private static final int PATIENCE_SECONDS = 30;
  private static final int LINE_BYTES_MAX = 1024;

  private final String variable;
  private final String command;

  MasterKeyCommand(String variable, String command) {
    this.variable = variable;
    this.command = command;
  }

  @Override
  public Optional<MasterKey> read() {
    try {
      Process process =
          new ProcessBuilder("sh", "-c", command)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      process.getOutputStream().close();
      String line = firstBytes(process);
      return Optional.of(MasterKeyText.read(line, this));
    } catch (IOException e) {
      throw new JournalFailure(
          JournalFailure.Kind.MASTER_KEY, this + " cannot be run: " + e.getMessage(), e);
    }
  }

  private String firstBytes(Process process) throws IOException {
    try (InputStream out = process.getInputStream()) {
      String line = new String(out.readNBytes(LINE_BYTES_MAX), StandardCharsets.ISO_8859_1);
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw failure("did not end within " + PATIENCE_SECONDS + " s");
      }
      if (process.exitValue() != 0) {
        throw failure("ended with " + process.exitValue());
      }
      return line;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure("was interrupted");
    } finally {
      process.destroyForcibly();
    }
  }

  /// A vault makes its own keys: `vermilion new-key` prints one to put there.
  @Override
  public MasterKey readOrMake() {
    return read().orElseThrow();
  }

  @Override
  public String toString() {
    return "the command in " + variable;
  }
}
