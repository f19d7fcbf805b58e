package vermilion.store;

import java.sql.SQLException;
import java.util.List;
import vermilion.service.JournalFailure;
import vermilion.service.JournalFailure.Kind;

/// Keeps a process that holds an old master key from writing: whoever changed the key beside it has
/// put every guard under another one. Looked at within each transaction, after its locks are held
/// and before it is committed.
final class KeyGuard implements GroupCommit.Course {

  private final GroupCommit.Course course;
  private final MasterKey master;

  KeyGuard(GroupCommit.Course course, MasterKey master) {
    this.course = course;
    this.master = master;
  }

  @Override
  public void run(Session session, List<? extends GroupCommit.Step> steps) throws SQLException {
    try {
      course.run(session, steps);
    } catch (JournalFailure failure) {
      if (failure.kind() == Kind.TAMPERED) {
        refuseOther(session);
      }
      throw failure;
    }
    refuseOther(session);
  }

  private void refuseOther(Session session) throws SQLException {
    String id = Rekeying.idIn(session);
    if (!id.equals(master.id())) {
      throw new JournalFailure(
          Kind.MASTER_KEY,
          "the master key was changed from "
              + master.id()
              + " to "
              + id
              + " while this ran; start it again with the new key");
    }
  }
}
