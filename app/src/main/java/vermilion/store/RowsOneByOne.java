package vermilion.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vermilion.service.AppendRequest;
import vermilion.service.AuditEntry;
import vermilion.service.EpisodeRef;
import vermilion.store.EventRow.Owner;

/// Each row by a statement of its own, for a database in the same process: a trip there costs
/// nothing.
final class RowsOneByOne implements Rows {

  private static final String KEPT =
      "SELECT episode, " + EventRow.COLUMNS + " FROM event WHERE clinic = ? AND event_id = ?";

  private final Heads heads;
  private final Keyring keys;
  private final WorklistTable worklist;
  private final AuditChain audit;

  RowsOneByOne(MasterKey master, Keyring keys) {
    this.heads = new Heads(master);
    this.keys = keys;
    this.worklist = new WorklistTable();
    this.audit = new AuditChain(heads);
  }

  @Override
  public void run(Session session, List<? extends GroupCommit.Step> steps) throws SQLException {
    GroupCommit.Course.IN_ORDER.run(session, steps);
  }

  @Override
  public Optional<EpisodeState> state(Session session, EpisodeRef episode) throws SQLException {
    return EpisodeState.find(session, heads, keys, episode);
  }

  @Override
  public Optional<KeptEvent> event(Session session, String clinic, UUID event) throws SQLException {
    return session.first(
        KEPT,
        row ->
            new KeptEvent(
                EventRow.fromRow(new Owner(clinic, row.getString(1)), row, 2),
                EventRow.sealedIn(row, 2)),
        clinic,
        event.toString());
  }

  @Override
  public void entered(EpisodeRef episode, EpisodeState state) {}

  @Override
  public void add(Session session, EpisodeRef episode, List<NewRow> rows, Heads.Move move)
      throws SQLException {
    for (NewRow row : rows) {
      session.run(EventRow.INSERT.one(), EventRow.values(row));
    }
    heads.move(session, move.from(), move.to());
  }

  /// Nothing to do: nobody else writes meanwhile.
  @Override
  public void stays(EpisodeRef episode, Head head) {}

  @Override
  public void line(Session session, AppendRequest request, DataKey key) throws SQLException {
    Optional<WorklistTable.Write> write = worklist.change(request, key);
    if (write.isPresent()) {
      WorklistTable.run(session, write.get());
    }
  }

  @Override
  public void audit(Session session, String clinic, List<AuditEntry> entries) throws SQLException {
    audit.append(session, clinic, entries);
  }

  /// Nothing to do: nobody else writes meanwhile.
  @Override
  public void alone(Session session) {}
}
