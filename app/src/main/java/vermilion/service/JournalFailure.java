package vermilion.service;

/// The store could not do what it must: the world failed, or somebody changed what was written.
///
/// Whoever waits for an append that ends in this must treat it as "not known": the same events
/// under the same ids may be sent again.
public final class JournalFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// What kind of failure, so that an operator is told what to do.
  public enum Kind {
    /// No room left; what was acknowledged before is safe; make room and go on.
    STORAGE_FULL,
    /// The file system or the database refused; the service must be started again.
    STORAGE_FAILED,
    /// Stored bytes are not as they were written; run `vermilion verify`.
    TAMPERED,
    /// The master key is missing, wrong, or open to others.
    MASTER_KEY,
    /// The store is the target of a copy: it holds something else already, and nothing was changed.
    NOT_EMPTY,
    /// The store is a backup, or a copy into it has not ended; nobody may be served from it.
    UNFINISHED,
    /// All readers are taken for too long.
    OVERLOADED,
    /// The journal has been closed.
    CLOSED
  }

  private final Kind kind;

  /// A failure without a deeper cause.
  public JournalFailure(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /// A failure with its cause.
  public JournalFailure(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /// What kind of failure it is.
  public Kind kind() {
    return kind;
  }
}
