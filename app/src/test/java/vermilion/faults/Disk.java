package vermilion.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A small disk of a run's own: an ext4 file system in a file, which can run full, be made
/// read-only and lose its power as a real one does. Only root may mount it.
final class Disk implements AutoCloseable {

  private static final int MEGABYTES = 24;
  private static final int CHUNK = 64 * 1024;

  private final Path image;
  private final Path mounted;
  private final Runnable lastWill = this::close;

  private Disk(Path image, Path mounted) {
    this.image = image;
    this.mounted = mounted;
  }

  /// Whether this machine lets us have one.
  static boolean isPossible(Path folder) {
    if (!Posix.isLinux() || Posix.user() != 0) {
      return false;
    }
    try (Disk disk = make(Files.createDirectories(folder))) {
      return Files.isDirectory(disk.folder());
    } catch (IOException | UncheckedIOException | IllegalStateException _) {
      return false;
    }
  }

  /// Makes and mounts one.
  static Disk make(Path folder) {
    Path image = folder.resolve("disk.img");
    Path mounted = folder.resolve("disk");
    try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
      file.setLength(MEGABYTES * 1024L * 1024L);
      Files.createDirectories(mounted);
    } catch (IOException e) {
      throw new UncheckedIOException("no room for " + image, e);
    }
    Commands.run(List.of("mkfs.ext4", "-q", "-m", "0", image.toString()));
    Disk disk = new Disk(image, mounted);
    disk.mount();
    AtExit.remember(disk.lastWill);
    return disk;
  }

  private void mount() {
    Commands.run(List.of("mount", "-o", "loop", image.toString(), mounted.toString()));
  }

  /// Where it is mounted.
  Path folder() {
    return mounted;
  }

  /// Fills what is free.
  void fill() {
    byte[] chunk = new byte[CHUNK];
    try (OutputStream out = Files.newOutputStream(ballast())) {
      for (int size = CHUNK; size >= 512; size /= 2) {
        writeUntilFull(out, chunk, size);
      }
    } catch (IOException _) {
      // Closing a file on a full disk may say so again.
      assert Files.exists(ballast());
    }
  }

  private static void writeUntilFull(OutputStream out, byte[] chunk, int size) {
    try {
      while (true) {
        out.write(chunk, 0, size);
      }
    } catch (IOException _) {
      // Full for pieces of this size.
    }
  }

  /// Makes room again.
  void free() {
    try {
      Files.deleteIfExists(ballast());
    } catch (IOException e) {
      throw new UncheckedIOException("no room can be made", e);
    }
  }

  private Path ballast() {
    return mounted.resolve("ballast");
  }

  /// Makes it read-only at once, also for files that are open, as after an error of the disk.
  void readOnly() {
    Commands.run(List.of("mount", "-o", "remount,abort", mounted.toString()));
  }

  /// Cuts its power: all that was not synced is gone.
  void powerOff() {
    Posix.powerOff(mounted);
  }

  /// Mounts it anew, which replays its journal. Nobody may have a file open on it.
  void repair() {
    Commands.run(List.of("umount", mounted.toString()));
    mount();
  }

  @Override
  public void close() {
    AtExit.forget(lastWill);
    Commands.run(List.of("umount", mounted.toString()));
    try {
      Files.delete(image);
    } catch (IOException e) {
      throw new UncheckedIOException(image + " cannot be deleted", e);
    }
  }
}
