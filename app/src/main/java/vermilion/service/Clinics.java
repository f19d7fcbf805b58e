package vermilion.service;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The clinics of this install, with their settings read once.
public final class Clinics {

  private final ClinicSettings settings;
  private final Map<String, Clinic> known = new ConcurrentHashMap<>();

  /// Looks clinics up in a store.
  public Clinics(ClinicSettings settings) {
    this.settings = settings;
  }

  /// The clinic with an id, if it has settings.
  ///
  /// @throws IllegalStateException when its settings cannot be read: nobody may be followed up by a
  ///   clinic without an emergency line (H-4)
  public Optional<Clinic> find(String id) {
    Clinic clinic = known.get(id);
    if (clinic != null) {
      return Optional.of(clinic);
    }
    Optional<Clinic> read = settings.settings(id).map(bytes -> parsed(id, bytes));
    read.ifPresent(found -> known.put(id, found));
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
      known.put(clinic.id(), clinic);
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
