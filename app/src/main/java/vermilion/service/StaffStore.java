package vermilion.service;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The accounts, passkeys, codes and sessions of each clinic's staff.
public interface StaffStore {

  /// What came of a change.
  enum Kept {
    /// All of it is kept.
    DONE,
    /// Nothing is: it was taken, used or ended before.
    REFUSED,
    /// Nothing is: the store is too busy.
    BUSY
  }

  /// The account of a person.
  Optional<StaffAccount> account(String clinic, UUID person);

  /// The account of this name, ended or not.
  Optional<StaffAccount> named(String clinic, String name);

  /// The accounts of a clinic by name, open ones first, at most `limit`.
  List<StaffAccount> accounts(String clinic, int limit);

  /// The passkey with this id.
  Optional<Passkey> passkey(String clinic, String credential);

  /// The passkeys of a person, oldest first, at most `limit`.
  List<Passkey> passkeys(String clinic, UUID person, int limit);

  /// The code with this hash.
  Optional<StaffCode> code(String clinic, String hash);

  /// How many recovery codes a person has left.
  int recoveryCodesLeft(String clinic, UUID person);

  /// The session with this hash, ended or not.
  Optional<StaffSession> session(String clinic, String hash);

  /// The sessions of a person that were not ended, last used first, at most `limit`.
  List<StaffSession> sessions(String clinic, UUID person, int limit);

  /// Makes all changes or none, and keeps the entry with them.
  Kept keep(String clinic, List<StaffChange> changes, AuditEntry entry);

  /// Notes when a session was last used.
  void seen(String clinic, String hash, Instant at);

  /// A mark on `content` that only this install can make, for one use.
  Bytes mark(String use, Bytes content);
}
