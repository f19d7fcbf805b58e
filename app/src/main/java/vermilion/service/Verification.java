package vermilion.service;

/// What a walk over every chain of a store found.
public sealed interface Verification {

  /// Every hash, every head and every sequence number is as it was written.
  ///
  /// @param clinics how many clinics were walked
  /// @param episodes how many episodes
  /// @param events how many events
  /// @param auditEntries how many audit entries
  record Whole(long clinics, long episodes, long events, long auditEntries)
      implements Verification {}

  /// The first place that is not as it was written.
  ///
  /// @param clinic in which clinic
  /// @param chain which chain: `episode/ID`, `register`, `audit`, `key/ID`, `token/HASH` or
  ///   `settings`
  /// @param seq at which sequence number; 0 where the chain has none
  /// @param found what is wrong there, in words, with the values
  record Broken(String clinic, String chain, long seq, String found) implements Verification {}
}
