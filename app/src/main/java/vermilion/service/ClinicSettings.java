package vermilion.service;

import java.time.Instant;
import java.util.Optional;

/// The settings of each clinic, as bytes that only the service understands; never secrets, since
/// they are kept in the clear (but guarded against change by the master key).
public interface ClinicSettings {

  /// The largest settings of one clinic.
  int SETTINGS_BYTES_MAX = 256 * 1024;

  /// The settings of `clinic`, if it has any.
  Optional<Bytes> settings(String clinic);

  /// Writes the settings of `clinic` whole and keeps that in the audit; `false` when the store is
  /// too busy.
  boolean write(String clinic, Bytes settings, String actor, Instant at);
}
