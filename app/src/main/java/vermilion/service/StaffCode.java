package vermilion.service;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A code that works once, as the store knows it: by its hash alone.
///
/// @param hash the SHA-256 of the code
/// @param person whose
/// @param kind what it is good for
/// @param made since when
/// @param until before when it works
/// @param used when it was used, or withdrawn
public record StaffCode(
    String hash, UUID person, Kind kind, Instant made, Instant until, Optional<Instant> used) {

  /// Cuts the times to what is kept.
  public StaffCode {
    made = Times.kept(made);
    until = Times.kept(until);
    used = used.map(Times::kept);
  }

  /// What a code is good for.
  public enum Kind {
    /// Choosing how to sign in.
    SET_UP("set-up"),
    /// Signing in without the authenticator app.
    RECOVERY("recovery");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    /// The id used in the store.
    public String id() {
      return id;
    }

    /// The kind with this id.
    public static Kind of(String id) {
      return id.equals(SET_UP.id) ? SET_UP : RECOVERY;
    }
  }

  /// Whether it works at an instant.
  public boolean worksAt(Instant now) {
    return used.isEmpty() && now.isBefore(until);
  }
}
