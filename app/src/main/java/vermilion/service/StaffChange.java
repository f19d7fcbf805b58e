package vermilion.service;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// One change of what is kept of staff; several go into one transaction.
public sealed interface StaffChange {

  /// A new account; refused where the clinic has or had somebody of that name.
  ///
  /// @param account it
  record Add(StaffAccount account) implements StaffChange {}

  /// Another state of an account; refused where it has been ended meanwhile.
  ///
  /// @param account as it shall be
  record Put(StaffAccount account) implements StaffChange {}

  /// Uses up a step of the authenticator app; refused where it, or a later one, was used before.
  ///
  /// @param person whose
  /// @param step number of the code
  record TakeStep(UUID person, long step) implements StaffChange {}

  /// A new code.
  ///
  /// @param code it
  record AddCode(StaffCode code) implements StaffChange {}

  /// Uses up a code; refused where it was used before.
  ///
  /// @param hash its hash
  /// @param at when
  record UseCode(String hash, Instant at) implements StaffChange {}

  /// Withdraws all codes of a kind that a person has not used.
  ///
  /// @param person whose
  /// @param kind of which kind
  /// @param at when
  record DropCodes(UUID person, StaffCode.Kind kind, Instant at) implements StaffChange {}

  /// A new passkey; refused where the clinic knows it.
  ///
  /// @param passkey it
  record AddPasskey(Passkey passkey) implements StaffChange {}

  /// Calls a passkey something else.
  ///
  /// @param credential its id
  /// @param label its new name
  record NamePasskey(String credential, String label) implements StaffChange {
    /// Refuses a label that is no line.
    public NamePasskey {
      Shape.line("label", label, Passkey.LABEL_CHARS_MAX);
    }
  }

  /// Removes a passkey.
  ///
  /// @param credential its id
  record DropPasskey(String credential) implements StaffChange {}

  /// Removes all passkeys of a person.
  ///
  /// @param person whose
  record DropPasskeys(UUID person) implements StaffChange {}

  /// Notes that a passkey has signed; refused where it has not counted on: then somebody has a
  /// copy.
  ///
  /// @param credential its id
  /// @param counter what it counts now
  /// @param at when
  record UsePasskey(String credential, long counter, Instant at) implements StaffChange {}

  /// A new session.
  ///
  /// @param session it
  record Begin(StaffSession session) implements StaffChange {}

  /// Another state of a session; refused where it has been ended meanwhile.
  ///
  /// @param session as it shall be
  record PutSession(StaffSession session) implements StaffChange {}

  /// Ends all sessions of a person.
  ///
  /// @param person whose
  /// @param but the hash of the one that stays
  /// @param at when
  record EndAll(UUID person, Optional<String> but, Instant at) implements StaffChange {}
}
