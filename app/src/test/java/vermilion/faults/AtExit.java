package vermilion.faults;

import java.util.concurrent.ConcurrentLinkedDeque;

/// Leaves nothing behind when the harness itself is told to stop in the middle of a run.
final class AtExit {

  private static final ConcurrentLinkedDeque<Runnable> TO_DO = new ConcurrentLinkedDeque<>();

  static {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              for (Runnable last = TO_DO.pollLast(); last != null; last = TO_DO.pollLast()) {
                attempt(last);
              }
            }));
  }

  private AtExit() {}

  private static void attempt(Runnable act) {
    try {
      act.run();
    } catch (RuntimeException e) {
      System.err.println("left behind: " + e.getMessage());
    }
  }

  /// Remembers what is to be done, the last first, unless it was done before.
  static void remember(Runnable act) {
    TO_DO.addLast(act);
  }

  static void forget(Runnable act) {
    TO_DO.remove(act);
  }
}
