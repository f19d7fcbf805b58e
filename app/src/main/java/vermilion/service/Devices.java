package vermilion.service;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The links and phones of each episode. What is issued, tried, used and ended is kept in the
/// clinic's audit.
public interface Devices {

  /// A birth date that somebody has told for a link.
  ///
  /// @param right whether it is the patient's
  /// @param phone the token of the phone that is let in if it is
  /// @param kind what machine that is
  record Attempt(boolean right, AccessToken phone, PhoneKind kind) {}

  /// What came of it.
  enum Redeemed {
    /// The link is used up, and the phone is in.
    LET_IN,
    /// The birth date is wrong, and was counted.
    WRONG,
    /// The link opens nothing: used, locked, withdrawn or never issued; or the phone's own secret
    /// is known already.
    SHUT,
    /// The store is too busy; nothing was counted.
    BUSY
  }

  /// The links and phones of an episode, at most `limit`: what is open first, so that nothing that
  /// is open is ever behind what is not; of both the newest first.
  List<Device> of(EpisodeRef ref, int limit);

  /// The link or phone with this hash, open or not.
  Optional<Device> find(String clinic, String hash);

  /// Keeps a new link and withdraws every earlier one of its episode and role that nobody has used,
  /// of a helper's links only those of the same helper; `false` when the store is too busy.
  boolean issue(String clinic, AccessToken link, String actor);

  /// Uses up a link, or counts a wrong birth date, all in one step: the last try locks it, and a
  /// link lets in one phone, however many ask at once.
  Redeemed redeem(String clinic, String linkHash, Attempt attempt);

  /// Ends a link or phone; `false` when there is none that is open, or the store is too busy.
  boolean end(String clinic, String hash, String actor, Instant at);

  /// Notes that it was heard of; of a link or a test message, the first time alone.
  void seen(String clinic, String hash, Instant at);

  /// Notes what a phone says of itself; what was said before stays.
  void ready(String clinic, String hash, boolean cardSaved, boolean worksOffline);
}
