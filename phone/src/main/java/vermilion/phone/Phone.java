package vermilion.phone;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSExport;
import vermilion.patient.PhoneBundle;
import vermilion.patient.PhoneEpisode;

/// What the pages of the patient's app call: one episode, on one phone, with or without a network.
///
/// Only text and numbers cross between the pages and the core (docs/api.md, "On the phone").
public final class Phone {
  /// The last instant that can be written: the end of the year 2199.
  private static final double LAST_MILLI = 7_258_118_399_999.0;

  private static @Nullable PhoneEpisode episode;

  private Phone() {}

  /// Only makes this class the root of what is compiled.
  public static void main(String[] arguments) {}

  /// Takes what `GET /api/episodes/{id}/phone` gave, in place of all that was there before; says
  /// why it cannot be read, or nothing.
  @JSExport
  public static String load(String bundleText) {
    return switch (PhoneBundle.read(bundleText)) {
      case PhoneBundle.Reading.Read read -> {
        episode = new PhoneEpisode(read.bundle());
        yield "";
      }
      case PhoneBundle.Reading.Broken broken -> broken.why();
    };
  }

  /// What the patient sees then, as JSON text; `null` while nothing is loaded.
  @JSExport
  public static String view(double nowMillis) {
    PhoneEpisode loaded = episode;
    return loaded == null ? "null" : loaded.view(instant(nowMillis));
  }

  /// What becomes of an event, as JSON text; one that is accepted is in every later view.
  @JSExport
  public static String decide(String eventText, double nowMillis) {
    PhoneEpisode loaded = episode;
    if (loaded == null) {
      return "{\"id\":\"\",\"status\":\"refused\",\"assessment\":null,\"why\":\"nothing is loaded\"}";
    }
    return loaded.decide(eventText, instant(nowMillis));
  }

  /// A phone may believe in any year; what cannot be written is moved to where it can.
  private static Instant instant(double millis) {
    double bounded = millis >= 0 ? Math.min(millis, LAST_MILLI) : 0;
    return Instant.ofEpochMilli((long) bounded);
  }
}
