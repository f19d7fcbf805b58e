package vermilion.service;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// One browser in which somebody is signed in, as the store knows it: by the hash of its cookie.
///
/// @param hash the SHA-256 of the cookie
/// @param holder who, or by which access code
/// @param device the browser and the machine, roughly
/// @param made since when
/// @param seen when it was last used, to within a minute
/// @param ended since when it opens nothing
/// @param glass a record that was opened with a reason
public record StaffSession(
    String hash,
    Holder holder,
    String device,
    Instant made,
    Instant seen,
    Optional<Instant> ended,
    Optional<Glass> glass) {

  static final int DEVICE_CHARS_MAX = 60;

  /// Cuts the times to what is kept.
  public StaffSession {
    made = Times.kept(made);
    seen = Times.kept(seen);
    ended = ended.map(Times::kept);
    Shape.lineOrEmpty("device", device, DEVICE_CHARS_MAX);
  }

  /// Who is signed in.
  public sealed interface Holder {
    /// A person with an account.
    ///
    /// @param id the person
    record Person(UUID id) implements Holder {}

    /// Whoever has a clinician's token, at a clinic without accounts.
    ///
    /// @param tokenHash the hash of the token
    record Code(String tokenHash) implements Holder {}
  }

  /// One record, opened with a reason by somebody who may not normally see it.
  ///
  /// @param episode the episode
  /// @param until before when it is open
  public record Glass(String episode, Instant until) {
    /// Cuts the time to what is kept.
    public Glass {
      until = Times.kept(until);
    }
  }

  /// Its name in the list of devices; it opens nothing.
  public String id() {
    return hash.substring(0, 16);
  }

  /// The same, ended.
  public StaffSession endedAt(Instant at) {
    return new StaffSession(hash, holder, device, made, seen, Optional.of(at), glass);
  }

  /// The same with a record opened.
  public StaffSession opening(Glass opened) {
    return new StaffSession(hash, holder, device, made, seen, ended, Optional.of(opened));
  }
}
