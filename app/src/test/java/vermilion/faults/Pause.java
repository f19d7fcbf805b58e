package vermilion.faults;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Lets time pass. A fault has a length, and a phone waits before it tries again: here, other than
/// in every other test, waiting is what is played.
final class Pause {

  private static final long STEP_NANOS = 2_000_000;

  private Pause() {}

  static void of(Duration length) {
    long until = System.nanoTime() + length.toNanos();
    long left = length.toNanos();
    while (left > 0) {
      LockSupport.parkNanos(left);
      left = until - System.nanoTime();
    }
  }

  static void millis(long millis) {
    of(Duration.ofMillis(millis));
  }

  /// Waits until something is so; whether it became so in time.
  static boolean until(Duration most, BooleanSupplier isSo) {
    long until = System.nanoTime() + most.toNanos();
    while (!isSo.getAsBoolean()) {
      if (System.nanoTime() > until) {
        return false;
      }
      LockSupport.parkNanos(STEP_NANOS);
    }
    return true;
  }
}
