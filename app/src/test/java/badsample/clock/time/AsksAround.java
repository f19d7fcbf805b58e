package badsample.clock.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.NullMarked;

/// Asks for everything that it should be told.
@NullMarked
public final class AsksAround {
  private AsksAround() {}

  /// Clocks; two of them by reference.
  public static List<Supplier<?>> clocks() {
    return List.of(
        Instant::now, () -> Clock.systemUTC(), System::nanoTime, () -> System.currentTimeMillis());
  }

  /// Places and languages.
  @SuppressWarnings("JavaTimeDefaultTimeZone") // that is the sample
  public static List<Object> places() {
    return List.of(ZoneId.systemDefault(), Locale.getDefault(), LocalDate.now());
  }

  /// Chance.
  public static List<Object> chances() {
    return List.of(
        Math.random(),
        UUID.randomUUID(),
        new Random().nextInt(),
        ThreadLocalRandom.current().nextInt());
  }
}
