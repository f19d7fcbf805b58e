package vermilion.demo;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The clock of a demonstration: it is turned through the past while the past is told, and then
/// runs like any other.
public final class DemoClock implements InstantSource {

  private final InstantSource real;
  private final AtomicReference<@Nullable Instant> turned = new AtomicReference<>();

  /// A clock that runs like `real` until it is turned.
  public DemoClock(InstantSource real) {
    this.real = real;
  }

  @Override
  public Instant instant() {
    Instant fixed = turned.get();
    return fixed == null ? real.instant() : fixed;
  }

  /// Stands at an instant.
  public void turnTo(Instant instant) {
    turned.set(instant);
  }

  /// Runs again.
  public void release() {
    turned.set(null);
  }
}
