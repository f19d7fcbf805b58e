package vermilion.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A worse machine for one server: a wrong clock, slow syncs, failing syncs, a full disk. The
/// server itself is the product, unchanged; what lies between it and the C library is `shim.c`.
final class Shim {

  private static final int SKEW = 0;
  private static final int SYNC_DELAY = 1;
  private static final int SYNC_FAILS = 2;
  private static final int WRITE_FAILS = 3;
  private static final int DELAYED = 4;
  private static final int FAILED = 5;
  private static final int REFUSED = 6;
  private static final int NUMBERS = 7;

  private final Path library;
  private final Path file;
  private final MappedByteBuffer numbers;

  private Shim(Path library, Path file, MappedByteBuffer numbers) {
    this.library = library;
    this.file = file;
    this.numbers = numbers;
  }

  /// Compiles it into a folder, once for all runs.
  ///
  /// @throws IllegalStateException where there is no C compiler
  static Path compile(Path folder) {
    Path source = folder.resolve("shim.c");
    Path library = folder.resolve("shim.so");
    try (InputStream code =
        Objects.requireNonNull(Shim.class.getResourceAsStream("shim.c"), "shim.c")) {
      Files.write(source, code.readAllBytes());
      Commands.run(
          List.of("cc", "-shared", "-fPIC", "-O1", "-o", library.toString(), source.toString()));
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalStateException("no C compiler: " + e.getMessage(), e);
    }
    return library;
  }

  /// A good machine, until it is told otherwise.
  static Shim of(Path library, Path file) {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      MappedByteBuffer numbers = channel.map(FileChannel.MapMode.READ_WRITE, 0, NUMBERS * 8L);
      numbers.order(ByteOrder.nativeOrder());
      return new Shim(library, file, numbers);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  /// What the server's environment must hold.
  Map<String, String> environment() {
    return Map.of("LD_PRELOAD", library.toString(), "VERMILION_FAULTS", file.toString());
  }

  private void tell(int place, long value) {
    numbers.putLong(place * 8, value);
  }

  private long heard(int place) {
    return numbers.getLong(place * 8);
  }

  /// Sets the server's clock wrong by so much, back where it is negative.
  void skew(Duration by) {
    tell(SKEW, by.toMillis());
  }

  /// Makes every sync take so much longer.
  void delaySyncs(Duration by) {
    tell(SYNC_DELAY, by.toMillis());
  }

  /// Lets every sync fail, or none.
  void failSyncs(boolean fail) {
    tell(SYNC_FAILS, fail ? 1 : 0);
  }

  /// Lets every write say that the disk is full, or none.
  void refuseWrites(boolean refuse) {
    tell(WRITE_FAILS, refuse ? 1 : 0);
  }

  /// How often any of that has hit.
  long hits() {
    return heard(DELAYED) + heard(FAILED) + heard(REFUSED);
  }
}
