package vermilion.service;

/// What became of the wish to destroy a patient's key.
public sealed interface Erasure {

  /// The key and everything derived from the record are gone; the chains stay whole.
  ///
  /// @param episodes how many episodes can no longer be read
  record Destroyed(long episodes) implements Erasure {}

  /// It had been destroyed before.
  record AlreadyDestroyed() implements Erasure {}

  /// The clinic has no such patient.
  record NoPatient() implements Erasure {}

  /// The record must not be erased for now; nothing was done.
  ///
  /// @param hold who says so, since when and why
  record Held(LegalHolds.Hold hold) implements Erasure {}

  /// Too many requests wait; nothing was done.
  record Busy() implements Erasure {}
}
