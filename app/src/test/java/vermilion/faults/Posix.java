package vermilion.faults;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Locale;

/// The few calls of the operating system for which Java has no word.
final class Posix {

  /// Ends a process without a chance to say anything.
  static final int SIGKILL = 9;

  /// Stops a process where it stands.
  static final int SIGSTOP = 19;

  /// Lets it go on.
  static final int SIGCONT = 18;

  private static final int SHUTDOWN = 0x8004587D;
  private static final int WITHOUT_WRITING = 2;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final SymbolLookup LIBC = LINKER.defaultLookup();

  private Posix() {}

  /// Whether this is Linux, where these calls mean what is said here.
  static boolean isLinux() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).equals("linux");
  }

  /// Sends a signal to one process; whether it was there.
  static boolean signal(long pid, int signal) {
    return call("kill", (int) pid, signal) == 0;
  }

  /// Who runs this process; 0 is root.
  static int user() {
    try {
      return (int) handle("geteuid", FunctionDescriptor.of(ValueLayout.JAVA_INT)).invokeExact();
    } catch (Throwable e) {
      throw new IllegalStateException("geteuid cannot be called", e);
    }
  }

  /// Takes the power from a file system: what was not synced is gone, and nothing more is taken.
  static void powerOff(Path mounted) {
    int file = open(mounted);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment how = arena.allocateFrom(ValueLayout.JAVA_INT, WITHOUT_WRITING);
      FunctionDescriptor shape =
          FunctionDescriptor.of(
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_LONG,
              ValueLayout.ADDRESS);
      MethodHandle ioctl = handle("ioctl", shape, Linker.Option.firstVariadicArg(2));
      int result = (int) ioctl.invokeExact(file, Integer.toUnsignedLong(SHUTDOWN), how);
      if (result != 0) {
        throw new IllegalStateException("the file system at " + mounted + " cannot be shut down");
      }
    } catch (Throwable e) {
      throw new IllegalStateException("no power cut at " + mounted, e);
    } finally {
      call("close", file, 0);
    }
  }

  private static int open(Path file) {
    try (Arena arena = Arena.ofConfined()) {
      FunctionDescriptor shape =
          FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
      MethodHandle open = handle("open", shape, Linker.Option.firstVariadicArg(2));
      int opened = (int) open.invokeExact(arena.allocateFrom(file.toString()), 0);
      if (opened < 0) {
        throw new IllegalStateException(file + " cannot be opened");
      }
      return opened;
    } catch (Throwable e) {
      throw new IllegalStateException("open " + file, e);
    }
  }

  /// A call of two numbers; a callee that takes one does not look at the second.
  private static int call(String name, int first, int second) {
    try {
      FunctionDescriptor shape =
          FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
      return (int) handle(name, shape).invokeExact(first, second);
    } catch (Throwable e) {
      throw new IllegalStateException(name + " cannot be called", e);
    }
  }

  @SuppressWarnings("restricted")
  private static MethodHandle handle(
      String name, FunctionDescriptor shape, Linker.Option... options) {
    return LINKER.downcallHandle(LIBC.findOrThrow(name), shape, options);
  }
}
