package vermilion.faults;

/// What can befall a clinic's server.
enum FaultKind {
  /// The process is killed and started again.
  KILLED("server killed", Needs.NOTHING),
  /// The process stands still for a while.
  FROZEN("server frozen", Needs.NOTHING),
  /// It stands still for longer than clients wait.
  FROZEN_LONG("server frozen past time-outs", Needs.NOTHING),
  /// Every connection is cut, and nobody gets through for a while.
  CUT("connections cut", Needs.NOTHING),
  /// Answers are swallowed after the server has given them.
  SWALLOWED("answers swallowed", Needs.NOTHING),
  /// Requests are cut in the middle.
  HALVED("requests halved", Needs.NOTHING),
  /// Answers come late, some after the client has given up.
  DELAYED("answers delayed", Needs.NOTHING),
  /// Everything is sent again, mixed up.
  REPEATED("all sent again, mixed up", Needs.NOTHING),
  /// The disk has no room for a while.
  DISK_FULL("disk full", Needs.DISK),
  /// The disk becomes read-only; it is mounted anew and the server started again.
  DISK_READ_ONLY("disk read-only", Needs.DISK),
  /// The power goes: what was not synced is lost.
  POWER_CUT("power cut", Needs.DISK),
  /// Every sync takes long.
  SLOW_SYNC("slow syncs", Needs.SHIM),
  /// Syncs fail; the server is started again.
  FAILED_SYNC("failed syncs", Needs.SHIM),
  /// Writes say that there is no room.
  NO_ROOM("writes refused for room", Needs.SHIM),
  /// The server's clock jumps forwards while it runs.
  CLOCK_FORWARD("clock jumps forwards", Needs.SHIM),
  /// The server is started again with its clock set back.
  CLOCK_BACK("restarted, clock set back", Needs.SHIM),
  /// Every process of the database is killed, and it is started again.
  DATABASE_KILLED("database killed", Needs.DATABASE),
  /// Every process of the database stands still for a while.
  DATABASE_FROZEN("database frozen", Needs.DATABASE),
  /// The database ends every connection.
  CONNECTIONS_ENDED("database connections ended", Needs.DATABASE),
  /// The connections to the database are cut, and none gets through for a while.
  DATABASE_CUT("way to the database cut", Needs.DATABASE),
  /// What the database answers is swallowed, also that it has committed.
  DATABASE_SWALLOWED("database answers swallowed", Needs.DATABASE),
  /// The standby, which every commit waits for, stands still.
  STANDBY_FROZEN("standby frozen", Needs.STANDBY),
  /// The database is killed for good, and its standby takes over.
  FAILED_OVER("database lost, standby promoted", Needs.STANDBY);

  /// What a machine must have for it.
  enum Needs {
    /// Nothing that is not always there.
    NOTHING,
    /// A disk of its own: root.
    DISK,
    /// A C compiler.
    SHIM,
    /// A record in a database.
    DATABASE,
    /// A database with a standby.
    STANDBY
  }

  private final String words;
  private final Needs needs;

  FaultKind(String words, Needs needs) {
    this.words = words;
    this.needs = needs;
  }

  /// As a table names it.
  String words() {
    return words;
  }

  Needs needs() {
    return needs;
  }

  /// Whether the server is started again, which is most of what a run costs.
  boolean restarts() {
    return switch (this) {
      case KILLED, DISK_READ_ONLY, POWER_CUT, FAILED_SYNC, CLOCK_BACK -> true;
      default -> false;
    };
  }

  /// Whether it is the clock that is harmed.
  boolean isOfClock() {
    return this == CLOCK_FORWARD || this == CLOCK_BACK;
  }
}
