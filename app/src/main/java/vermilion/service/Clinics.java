package vermilion.service;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The clinics of this install. Their settings are read again every few seconds, since another
/// server or a command may have changed them: an emergency number must not be yesterday's (H-4).
public final class Clinics {

  private static final Duration USUAL_KEEPING = Duration.ofSeconds(3);

  private final ClinicSettings settings;
  private final long keptNanos;
  private final Map<String, Kept> known = new ConcurrentHashMap<>();

  /// A clinic, and until when it need not be read again.
  ///
  /// @param clinic its settings
  /// @param until in the time of the machine, which no clock turns
  private record Kept(Clinic clinic, long until) {}

  /// Looks clinics up in a store.
  public Clinics(ClinicSettings settings) {
    this(settings, USUAL_KEEPING);
  }

  /// Looks clinics up in a store, each again when it was read that long ago.
  public Clinics(ClinicSettings settings, Duration keeping) {
    this.settings = settings;
    this.keptNanos = keeping.toNanos();
  }

  /// The clinic with an id, if it has settings.
  ///
  /// @throws IllegalStateException when its settings cannot be read: nobody may be followed up by a
  ///   clinic without an emergency line (H-4)
  public Optional<Clinic> find(String id) {
    long now = System.nanoTime();
    Kept kept = known.get(id);
    if (kept != null && now - kept.until() < 0) {
      return Optional.of(kept.clinic());
    }
    Optional<Clinic> read = settings.settings(id).map(bytes -> parsed(id, bytes));
    read.ifPresent(found -> known.put(id, new Kept(found, now + keptNanos)));
    return read;
  }

  /// The clinic with an id that is known to exist.
  public Clinic get(String id) {
    return find(id)
        .orElseThrow(() -> new IllegalStateException("clinic " + id + " has no settings"));
  }

  /// Writes the settings of a clinic; `false` when the store is too busy.
  public boolean write(Clinic clinic, String actor, Instant at) {
    boolean written = settings.write(clinic.id(), clinic.bytes(), actor, at);
    if (written) {
      known.put(clinic.id(), new Kept(clinic, System.nanoTime() + keptNanos));
    }
    return written;
  }

  private static Clinic parsed(String id, Bytes bytes) {
    return switch (Clinic.read(id, bytes)) {
      case Clinic.Reading.Read read -> read.clinic();
      case Clinic.Reading.Broken broken ->
          throw new IllegalStateException("clinic " + id + ": " + List.copyOf(broken.problems()));
    };
  }
}
