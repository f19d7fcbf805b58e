package vermilion.faults;

/// Something that is not as clients were told.
///
/// @param kind of what kind
/// @param where which episode; may be empty
/// @param what the values
record Finding(Kind kind, String where, String what) {

  /// What can be wrong.
  enum Kind {
    /// Acknowledged, and not there.
    LOST,
    /// There more than once.
    DOUBLED,
    /// There, at another place than was acknowledged.
    WRONG_PLACE,
    /// Acknowledged before another one was sent, and behind it.
    OUT_OF_ORDER,
    /// There with another body than was sent.
    CHANGED,
    /// There, and nobody sent it.
    PHANTOM,
    /// There, and everybody was told that it is not.
    REFUSED_BUT_KEPT,
    /// Two clients were told what cannot both be true.
    TOLD_TWO_THINGS,
    /// A sequence number is missing or there twice.
    HOLE,
    /// The server's clock goes back within a chain.
    TIME_GOES_BACK,
    /// `verify` says that a chain is broken, or walked another number of events than were read.
    CHAIN_BROKEN,
    /// An episode without a line on the worklist.
    NO_LINE,
    /// A line that is not what a fresh fold of the episode gives at the same instant.
    STALE_LINE,
    /// A line of an episode that is not there.
    PHANTOM_LINE,
    /// A node shows something else than is kept.
    STALE_VIEW
  }

  @Override
  public String toString() {
    return kind + " " + where + ": " + what;
  }
}
