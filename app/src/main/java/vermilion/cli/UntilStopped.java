package vermilion.cli;

import java.util.concurrent.CountDownLatch;
import vermilion.service.Servers;

/// Keeps a server running until the process is told to stop, and then closes it in order.
final class UntilStopped {

  private UntilStopped() {}

  static int run(Servers.Running running) {
    CountDownLatch stopped = new CountDownLatch(1);
    Thread closer =
        new Thread(
            () -> {
              running.close();
              stopped.countDown();
            },
            "closer");
    Runtime.getRuntime().addShutdownHook(closer);
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Exit.GOOD;
  }
}
