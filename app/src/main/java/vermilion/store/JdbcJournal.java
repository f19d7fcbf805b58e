package vermilion.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vermilion.service.AppendOutcome;
import vermilion.service.AppendRequest;
import vermilion.service.AuditEntry;
import vermilion.service.Bytes;
import vermilion.service.EpisodeEntry;
import vermilion.service.EpisodeRef;
import vermilion.service.Erasure;
import vermilion.service.EventLook;
import vermilion.service.Journal;
import vermilion.service.JournalFailure;
import vermilion.service.JournalFailure.Kind;
import vermilion.service.ReadOutcome;
import vermilion.service.StoredEvent;
import vermilion.service.Verification;
import vermilion.service.WorklistChange;
import vermilion.store.EventRow.Owner;
import vermilion.store.JournalWrites.Append;

/// The journal over JDBC, in the SQL that SQLite and PostgreSQL share. May be used by any thread.
final class JdbcJournal implements Journal {

  private static final String EVENTS =
      "SELECT "
          + EventRow.COLUMNS
          + " FROM event WHERE clinic = ? AND episode = ? AND seq > ? ORDER BY seq";
  private static final String ENTRIES = "SELECT " + Register.COLUMNS + " FROM episode";

  private final Engine engine;
  private final Heads heads;
  private final JournalWrites writes;
  private final Runnable afterErasure;

  /// @param rows how appends look at rows and write them
  /// @param afterErasure clears what the database itself may still hold of a destroyed key
  JdbcJournal(Engine engine, Rows rows, Runnable afterErasure) {
    this.engine = engine;
    this.heads = new Heads(engine.master());
    this.writes = new JournalWrites(engine.master(), engine.keys(), rows);
    this.afterErasure = afterErasure;
  }

  @Override
  public AppendOutcome open(UUID patient, AppendRequest first) {
    return engine
        .writer()
        .<AppendOutcome>submit(bytes(first), new Append(writes, Optional.of(patient), first))
        .orElseGet(AppendOutcome.Busy::new);
  }

  @Override
  public void checkWritable() {
    engine.writer().checkWriting();
  }

  @Override
  public AppendOutcome append(AppendRequest request) {
    return engine
        .writer()
        .<AppendOutcome>submit(bytes(request), new Append(writes, Optional.empty(), request))
        .orElseGet(AppendOutcome.Busy::new);
  }

  private static long bytes(AppendRequest request) {
    long card = request.worklist() instanceof WorklistChange.Put put ? put.row().card().size() : 0;
    return request.bodyBytes() + card;
  }

  @Override
  public ReadOutcome read(EpisodeRef episode, long afterSeq) {
    return engine.readers().ask(session -> read(session, episode, afterSeq));
  }

  private ReadOutcome read(Session session, EpisodeRef episode, long afterSeq) throws SQLException {
    Optional<EpisodeState> found = EpisodeState.find(session, heads, engine.keys(), episode);
    if (found.isEmpty()) {
      return new ReadOutcome.NoEpisode(episode);
    }
    EpisodeState state = found.get();
    if (state.key().isEmpty()) {
      return new ReadOutcome.Erased(state.patient(), state.head().seq);
    }
    DataKey key = state.key().get();
    List<StoredEvent> events = new ArrayList<>();
    long first = Math.min(afterSeq, state.head().seq) + 1;
    session.each(
        EVENTS,
        row -> events.add(event(episode, key, row, first + events.size())),
        episode.clinic(),
        episode.episode(),
        afterSeq);
    if (first + events.size() - 1 != state.head().seq) {
      throw changed(episode, first + events.size(), "is missing");
    }
    return new ReadOutcome.Found(state.patient(), state.head().seq, events);
  }

  private static StoredEvent event(EpisodeRef episode, DataKey key, ResultSet row, long seq)
      throws SQLException {
    EventRow stored = EventRow.fromRow(new Owner(episode.clinic(), episode.episode()), row, 1);
    if (stored.seq != seq) {
      throw changed(episode, seq, "is missing");
    }
    byte[] body =
        key.open(stored.bound(), EventRow.sealedIn(row, 1))
            .orElseThrow(() -> changed(episode, seq, "does not open: the row was changed"));
    Instant received = Instant.ofEpochMilli(stored.received);
    return new StoredEvent(UUID.fromString(stored.eventId), seq, received, Bytes.of(body));
  }

  private static JournalFailure changed(EpisodeRef episode, long seq, String how) {
    return new JournalFailure(Kind.TAMPERED, episode + " seq " + seq + " " + how);
  }

  @Override
  public List<EpisodeEntry> episodes(String clinic, long afterOrdinal, int limit) {
    return engine
        .readers()
        .ask(session ->
            session.all(
                ENTRIES + " WHERE clinic = ? AND ordinal > ? ORDER BY ordinal LIMIT ?",
                row -> Register.fromRow(clinic, row),
                clinic,
                afterOrdinal,
                limit));
  }

  @Override
  public Optional<EpisodeEntry> entry(EpisodeRef episode) {
    return engine
        .readers()
        .ask(session ->
            session.first(
                ENTRIES + " WHERE clinic = ? AND episode = ?",
                row -> Register.fromRow(episode.clinic(), row),
                episode.clinic(),
                episode.episode()));
  }

  @Override
  public List<EpisodeEntry> episodesOf(String clinic, UUID patient) {
    return engine
        .readers()
        .ask(session ->
            session.all(
                ENTRIES + " WHERE clinic = ? AND patient = ? ORDER BY ordinal",
                row -> Register.fromRow(clinic, row),
                clinic,
                patient.toString()));
  }

  @Override
  public List<String> clinics() {
    return engine
        .readers()
        .ask(session ->
            session.all(
                "SELECT clinic FROM head UNION SELECT clinic FROM clinic_settings"
                    + " ORDER BY clinic",
                row -> row.getString(1)));
  }

  @Override
  public Erasure destroyKey(String clinic, UUID patient, String actor, Instant at) {
    AuditEntry asked =
        new AuditEntry(at, actor, "key-destroyed", Optional.empty(), "patient " + patient);
    Erasure erasure =
        engine
            .writer()
            .<Erasure>submit(0, session -> writes.destroy(session, clinic, patient, asked))
            .orElseGet(Erasure.Busy::new);
    // Also when it had been destroyed before: that time may have been broken off just before this.
    if (erasure instanceof Erasure.Destroyed || erasure instanceof Erasure.AlreadyDestroyed) {
      engine.keys().forget();
      afterErasure.run();
    }
    return erasure;
  }

  @Override
  public Verification verify(EventLook look) {
    return new ChainVerifier(engine, look).verify();
  }
}
