package vermilion.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vermilion.service.AppendRequest;
import vermilion.service.AuditEntry;
import vermilion.service.EpisodeRef;
import vermilion.service.NewEvent;
import vermilion.service.WorklistChange;
import vermilion.store.EventRow.Owner;
import vermilion.store.Head.Chain;
import vermilion.store.JournalWrites.Append;

/// The rows of all appends of a transaction together: two questions before the first, decisions in
/// memory, three statements after the last. A trip to the server costs more than an append.
///
/// Nothing is locked while it decides. A head is moved from where it was found or the whole
/// transaction is undone and tried again, and heads are moved in one order, so that nodes wait for
/// each other but never in a circle. Used by the writer's thread alone.
final class PostgresRows implements Rows {

  /// Also takes the lock, before any key is read.
  private static final String EVENTS =
      "WITH shared AS MATERIALIZED (SELECT pg_advisory_xact_lock_shared(?))"
          + " SELECT v.clinic, v.episode, "
          + EventRow.COLUMNS
          + " FROM shared LEFT JOIN (unnest(?::text[], ?::text[]) AS u (of_clinic, id)"
          + " JOIN event v ON v.clinic = u.of_clinic AND v.event_id = u.id) ON true";

  private static final String REGISTERS =
      "SELECT seq FROM head WHERE clinic = ANY (?::text[]) AND chain = ? ORDER BY clinic FOR UPDATE";

  /// Asked after the lock is held, so that the keys are those of that moment or later.
  private static final String STATES =
      """
      SELECT u.place, e.patient, h.seq, h.hash, h.at, h.size, h.mac, k.key_id, k.master_id, k.wrapped
      FROM unnest(?::text[], ?::text[]) WITH ORDINALITY AS u (clinic, episode, place)
      JOIN episode e ON e.clinic = u.clinic AND e.episode = u.episode
      LEFT JOIN head h ON h.clinic = u.clinic AND h.chain = 'episode/' || u.episode
      LEFT JOIN patient_key k ON k.clinic = e.clinic AND k.patient = e.patient
      """;

  /// An event's id within its clinic.
  private record IdOf(String clinic, String event) {}

  /// The last change of an episode's line in this transaction.
  private record Line(AppendRequest request, DataKey key) {}

  private final Heads heads;
  private final Keyring keys;
  private final WorklistTable worklist;
  private final AuditChain audit;

  private boolean gathering;
  private final Map<EpisodeRef, EpisodeState> states = new HashMap<>();
  private final Map<IdOf, KeptEvent> events = new HashMap<>();
  private final List<@Nullable Object[]> added = new ArrayList<>();
  private final TreeMap<String, Heads.Move> moves = new TreeMap<>();
  private final TreeMap<String, Line> lines = new TreeMap<>();
  private final Map<String, List<AuditEntry>> entries = new TreeMap<>();

  PostgresRows(MasterKey master, Keyring keys) {
    this.heads = new Heads(master);
    this.keys = keys;
    this.worklist = new WorklistTable();
    this.audit = new AuditChain(heads);
  }

  /// Appends first, together, then everything else one by one. Nobody is promised an order: they
  /// all wait at the same time.
  @Override
  public void run(Session session, List<? extends GroupCommit.Step> steps) throws SQLException {
    List<GroupCommit.Step> appends = new ArrayList<>();
    List<AppendRequest> requests = new ArrayList<>();
    List<GroupCommit.Step> others = new ArrayList<>();
    TreeSet<String> openings = new TreeSet<>();
    for (GroupCommit.Step step : steps) {
      if (step.change() instanceof Append append) {
        appends.add(step);
        requests.add(append.request());
        append.patient().ifPresent(_ -> openings.add(append.request().episode().clinic()));
      } else {
        others.add(step);
      }
    }
    clear();
    if (appends.isEmpty()) {
      PostgresLock.share(session);
    } else {
      gather(session, requests);
      if (!openings.isEmpty()) {
        keepRegisters(session, openings);
      }
      gathering = true;
      for (GroupCommit.Step step : appends) {
        step.apply(session);
      }
      gathering = false;
      write(session);
    }
    for (GroupCommit.Step step : others) {
      step.apply(session);
    }
  }

  private void clear() {
    gathering = false;
    states.clear();
    events.clear();
    added.clear();
    moves.clear();
    lines.clear();
    entries.clear();
  }

  private void gather(Session session, List<AppendRequest> requests) throws SQLException {
    TreeMap<String, EpisodeRef> episodes = new TreeMap<>();
    Pairs ids = new Pairs();
    for (AppendRequest request : requests) {
      EpisodeRef episode = request.episode();
      episodes.put(inOrder(episode), episode);
      for (NewEvent event : request.events()) {
        ids.add(episode.clinic(), event.id().toString());
      }
    }
    session.each(EVENTS, this::takeEvent, PostgresLock.NUMBER, ids.clinics(), ids.names());
    List<EpisodeRef> asked = List.copyOf(episodes.values());
    Pairs names = new Pairs();
    asked.forEach(episode -> names.add(episode.clinic(), episode.episode()));
    session.each(
        STATES,
        row -> {
          EpisodeRef episode = asked.get(row.getInt(1) - 1);
          Chain chain = Chain.episode(episode.clinic(), episode.episode());
          states.put(episode, EpisodeState.fromRow(chain, heads, keys, row));
        },
        names.clinics(),
        names.names());
  }

  private void takeEvent(ResultSet row) throws SQLException {
    if (row.getString(1) != null) {
      EventRow kept = EventRow.fromRow(new Owner(row.getString(1), row.getString(2)), row, 3);
      events.put(
          new IdOf(kept.clinic, kept.eventId), new KeptEvent(kept, EventRow.sealedIn(row, 3)));
    }
  }

  /// Locks the registers of the clinics in which an episode is opened, in one order.
  private static void keepRegisters(Session session, SortedSet<String> clinics)
      throws SQLException {
    session.all(
        REGISTERS,
        row -> row.getLong(1),
        clinics.toArray(String[]::new),
        Chain.register("").name());
  }

  private void write(Session session) throws SQLException {
    // First, for it keeps the others from these episodes.
    if (!heads.moveAll(session, List.copyOf(moves.values()))) {
      throw new SQLException("another node moved a head meanwhile", "40001");
    }
    session.runMany(EventRow.INSERT, added);
    Map<ManyRows, List<@Nullable Object[]>> writes = new LinkedHashMap<>();
    for (Line line : lines.values()) {
      Optional<WorklistTable.Write> write = worklist.change(line.request(), line.key());
      write.ifPresent(
          one -> writes.computeIfAbsent(one.change(), _ -> new ArrayList<>()).add(one.values));
    }
    for (Map.Entry<ManyRows, List<@Nullable Object[]>> one : writes.entrySet()) {
      session.runMany(one.getKey(), one.getValue());
    }
    for (Map.Entry<String, List<AuditEntry>> one : entries.entrySet()) {
      audit.append(session, one.getKey(), one.getValue());
    }
  }

  @Override
  public Optional<EpisodeState> state(Session session, EpisodeRef episode) {
    return Optional.ofNullable(states.get(episode));
  }

  @Override
  public Optional<KeptEvent> event(Session session, String clinic, UUID event) {
    return Optional.ofNullable(events.get(new IdOf(clinic, event.toString())));
  }

  @Override
  public void entered(EpisodeRef episode, EpisodeState state) {
    states.put(episode, state);
  }

  @Override
  public void add(Session session, EpisodeRef episode, List<NewRow> rows, Heads.Move move) {
    for (NewRow row : rows) {
      added.add(EventRow.values(row));
      events.put(new IdOf(episode.clinic(), row.row.eventId), new KeptEvent(row.row, row.body));
    }
    move(episode, move);
    states.computeIfPresent(
        episode, (_, before) -> new EpisodeState(before.patient(), move.to(), before.key()));
  }

  /// A head that must stay moves from where it is to where it is: so it is guarded like any other.
  @Override
  public void stays(EpisodeRef episode, Head head) {
    move(episode, new Heads.Move(head, head));
  }

  private void move(EpisodeRef episode, Heads.Move move) {
    moves.merge(
        inOrder(episode), move, (earlier, later) -> new Heads.Move(earlier.from(), later.to()));
  }

  /// By what episodes are ordered, so that all nodes write them in one order.
  private static String inOrder(EpisodeRef episode) {
    return episode.clinic() + "/" + episode.episode();
  }

  @Override
  public void line(Session session, AppendRequest request, DataKey key) {
    if (!(request.worklist() instanceof WorklistChange.Unchanged)) {
      lines.put(inOrder(request.episode()), new Line(request, key));
    }
  }

  @Override
  public void audit(Session session, String clinic, List<AuditEntry> more) throws SQLException {
    if (!gathering) {
      audit.append(session, clinic, more);
    } else if (!more.isEmpty()) {
      entries.computeIfAbsent(clinic, _ -> new ArrayList<>()).addAll(more);
    }
  }

  @Override
  public void alone(Session session) throws SQLException {
    PostgresLock.takeAlone(session);
  }

  /// Two columns of a question about many rows.
  private static final class Pairs {
    private final List<String> clinics = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    void add(String clinic, String name) {
      clinics.add(clinic);
      names.add(name);
    }

    String[] clinics() {
      return clinics.toArray(String[]::new);
    }

    String[] names() {
      return names.toArray(String[]::new);
    }
  }
}
