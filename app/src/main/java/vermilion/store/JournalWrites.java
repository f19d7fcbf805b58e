package vermilion.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vermilion.service.AppendOutcome;
import vermilion.service.AppendRequest;
import vermilion.service.AuditEntry;
import vermilion.service.EpisodeRef;
import vermilion.service.Erasure;
import vermilion.service.Journal;
import vermilion.service.LegalHolds;
import vermilion.service.NewEvent;
import vermilion.service.Receipt;
import vermilion.store.EventRow.Owner;
import vermilion.store.EventRow.Place;
import vermilion.store.Rows.NewRow;

/// What an append does inside the writer's transaction.
final class JournalWrites {

  /// Where a request writes to.
  ///
  /// @param head the end of the episode's chain
  /// @param key the patient's key
  private record Target(Head head, DataKey key) {}

  private final Keyring keys;
  private final Rows rows;
  private final Register register;
  private final WorklistTable worklist;
  private final EventSorter sorter;

  JournalWrites(MasterKey master, Keyring keys, Rows rows) {
    this.keys = keys;
    this.rows = rows;
    this.register = new Register(new Heads(master));
    this.worklist = new WorklistTable();
    this.sorter = new EventSorter(keys, rows);
  }

  /// An append as a change of the writer's transaction.
  ///
  /// @param writes does it
  /// @param patient whose episode is opened with it; empty: it is open
  /// @param request what is appended
  record Append(JournalWrites writes, Optional<UUID> patient, AppendRequest request)
      implements GroupCommit.Change<AppendOutcome> {
    @Override
    public AppendOutcome apply(Session session) throws SQLException {
      return patient.isPresent()
          ? writes.open(session, patient.get(), request)
          : writes.append(session, request);
    }
  }

  /// Appends to the episode of `first`, which is entered into the register if it is not there.
  private AppendOutcome open(Session session, UUID patient, AppendRequest first)
      throws SQLException {
    EpisodeRef episode = first.episode();
    Optional<EpisodeState> there = rows.state(session, episode);
    if (there.isPresent()) {
      return there.get().patient().equals(patient)
          ? append(session, first.expecting(0), there.get())
          : new AppendOutcome.Conflict(there.get().head().seq);
    }
    Optional<Optional<DataKey>> found = keys.find(session, episode.clinic(), patient);
    if (found.isPresent() && found.get().isEmpty()) {
      return new AppendOutcome.Erased(patient);
    }
    Optional<DataKey> known = found.flatMap(key -> key);
    // The ids are looked at before the episode is entered: a refusal must leave nothing behind.
    EventSorter.Sorted sorted = sorter.sort(session, first, known);
    if (sorted.isRefused()) {
      return refuse(session, first, sorted);
    }
    DataKey key =
        known.isPresent()
            ? known.get()
            : keys.make(session, episode.clinic(), patient, first.received());
    Head head = register.enter(session, episode, patient, first.received());
    rows.entered(episode, new EpisodeState(patient, head, Optional.of(key)));
    return write(session, first, new Target(head, key), sorted);
  }

  /// Appends to an episode that is in the register.
  private AppendOutcome append(Session session, AppendRequest request) throws SQLException {
    Optional<EpisodeState> state = rows.state(session, request.episode());
    return state.isPresent()
        ? append(session, request, state.get())
        : new AppendOutcome.NoEpisode(request.episode());
  }

  private AppendOutcome append(Session session, AppendRequest request, EpisodeState state)
      throws SQLException {
    if (state.key().isEmpty()) {
      return new AppendOutcome.Erased(state.patient());
    }
    Head head = state.head();
    EventSorter.Sorted sorted = sorter.sort(session, request, state.key());
    if (sorted.isRefused()) {
      return refuse(session, request, sorted);
    }
    if (sorted.fresh().isEmpty() && !request.events().isEmpty()) {
      return new AppendOutcome.Appended(head.seq, sorted.receipts(request));
    }
    if (request.expectedSeq().isPresent() && request.expectedSeq().getAsLong() != head.seq) {
      return new AppendOutcome.Conflict(head.seq);
    }
    if (head.seq + sorted.fresh().size() > Journal.EVENTS_PER_EPISODE_MAX
        || head.size + request.bodyBytes() > Journal.EPISODE_BYTES_MAX) {
      return new AppendOutcome.Full(head.seq);
    }
    if (request.expectedSeq().isPresent()) {
      rows.stays(request.episode(), head);
    }
    return write(session, request, new Target(head, state.key().get()), sorted);
  }

  private AppendOutcome refuse(Session session, AppendRequest request, EventSorter.Sorted sorted)
      throws SQLException {
    rows.audit(session, request.episode().clinic(), sorted.refusals());
    return new AppendOutcome.OtherBody(sorted.refused());
  }

  private AppendOutcome write(
      Session session, AppendRequest request, Target target, EventSorter.Sorted sorted)
      throws SQLException {
    Head head = target.head();
    List<NewRow> added = new ArrayList<>();
    for (NewEvent event : sorted.fresh()) {
      Instant received = head.notBefore(request.received());
      NewRow row = row(request, new Target(head, target.key()), event);
      added.add(row);
      head = head.after(row.hash, received, event.body().size());
      sorted.keep(new Receipt(event.id(), head.seq, Instant.ofEpochMilli(head.at), false));
    }
    if (!added.isEmpty()) {
      rows.add(session, request.episode(), added, new Heads.Move(target.head(), head));
    }
    rows.line(session, request, target.key());
    rows.audit(session, request.episode().clinic(), request.audit());
    return new AppendOutcome.Appended(head.seq, sorted.receipts(request));
  }

  private static NewRow row(AppendRequest request, Target target, NewEvent event) {
    Head head = target.head();
    Instant received = head.notBefore(request.received());
    Owner owner = new Owner(request.episode().clinic(), request.episode().episode());
    Place place = new Place(head.seq + 1, received.toEpochMilli());
    EventRow row = new EventRow(owner, place, event.id().toString(), target.key().id());
    Sealed body = target.key().seal(row.bound(), event.body().toArray());
    return new NewRow(row, body, head.hash);
  }

  /// Destroys the key of `patient` and what was derived from the record.
  Erasure destroy(Session session, String clinic, UUID patient, AuditEntry asked)
      throws SQLException {
    rows.alone(session);
    Optional<Optional<DataKey>> found = keys.find(session, clinic, patient);
    if (found.isEmpty()) {
      return new Erasure.NoPatient();
    }
    if (found.get().isEmpty()) {
      return new Erasure.AlreadyDestroyed();
    }
    Optional<LegalHolds.Hold> hold = HoldRows.find(session, clinic, patient);
    if (hold.isPresent()) {
      return new Erasure.Held(hold.get());
    }
    keys.destroy(session, clinic, patient, asked.at());
    worklist.erase(session, clinic, patient);
    MailTable.erase(session, clinic, patient);
    PhotoTable.erase(session, clinic, patient);
    long episodes =
        session
            .first(
                "SELECT count(*) FROM episode WHERE clinic = ? AND patient = ?",
                row -> row.getLong(1),
                clinic,
                patient.toString())
            .orElseThrow();
    rows.audit(session, clinic, List.of(asked));
    return new Erasure.Destroyed(episodes);
  }
}
