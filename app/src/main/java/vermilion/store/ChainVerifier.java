package vermilion.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vermilion.service.AuditRecord;
import vermilion.service.Bytes;
import vermilion.service.EpisodeEntry;
import vermilion.service.EpisodeRef;
import vermilion.service.EventLook;
import vermilion.service.JournalFailure;
import vermilion.service.JournalFailure.Kind;
import vermilion.service.Verification;
import vermilion.store.EventRow.Owner;
import vermilion.store.Head.Chain;
import vermilion.store.Keyring.KeyRow;

/// Walks everything that is chained or guarded, and stops at the first place that is not as it was
/// written. It may walk while others write: each page is read as it stood at one moment.
///
/// What it cannot see from inside: that the whole file was put back to an older state of itself.
final class ChainVerifier {

  private static final int PAGE = 256;
  private static final String CLINICS =
      "SELECT clinic FROM head UNION SELECT clinic FROM episode UNION SELECT clinic FROM audit"
          + " UNION SELECT clinic FROM patient_key UNION SELECT clinic FROM access_token"
          + " UNION SELECT clinic FROM clinic_settings ORDER BY clinic";
  private static final String REGISTER =
      "SELECT "
          + Register.COLUMNS
          + ", previous_hash, hash FROM episode WHERE clinic = ? AND ordinal > ?"
          + " ORDER BY ordinal LIMIT "
          + PAGE;
  private static final String AUDIT =
      "SELECT "
          + AuditChain.COLUMNS
          + ", previous_hash, hash FROM audit WHERE clinic = ? AND seq > ? ORDER BY seq LIMIT "
          + PAGE;
  private static final String EVENTS =
      "SELECT " + EventRow.COLUMNS + " FROM event WHERE clinic = ? AND episode = ? ORDER BY seq";
  private static final String STRAY_EVENT =
      "SELECT clinic, episode, seq FROM event v WHERE NOT EXISTS"
          + " (SELECT 1 FROM episode e WHERE e.clinic = v.clinic AND e.episode = v.episode)"
          + " ORDER BY clinic, episode, seq LIMIT 1";
  private static final String STRAY_PHOTO =
      "SELECT p.clinic, p.photo FROM photo p WHERE NOT EXISTS"
          + " (SELECT 1 FROM episode e JOIN patient_key k"
          + " ON k.clinic = e.clinic AND k.patient = e.patient AND k.destroyed IS NULL"
          + " WHERE e.clinic = p.clinic AND e.episode = p.episode)"
          + " ORDER BY p.clinic, p.photo LIMIT 1";
  private static final String STRAY_HEAD =
      "SELECT chain FROM head h WHERE clinic = ? AND chain NOT IN ('register', 'audit') AND"
          + " NOT EXISTS (SELECT 1 FROM episode e"
          + " WHERE e.clinic = h.clinic AND 'episode/' || e.episode = h.chain) LIMIT 1";
  private static final String KEYS =
      "SELECT patient, key_id, master_id, wrapped FROM patient_key WHERE clinic = ?";

  /// How far a walk along one chain has come.
  private static final class Walk {
    final Chain chain;
    long seq;
    byte[] hash;
    long at;
    boolean ended;

    Walk(Chain chain, byte[] origin) {
      this.chain = chain;
      this.hash = origin;
    }
  }

  private final Engine engine;
  private final EventLook look;
  private final Heads heads;
  private final Set<String> destroyed = new HashSet<>();
  private String clinic = "";
  private String chain = "";
  private long seq;
  private long clinics;
  private long episodes;
  private long events;
  private long auditEntries;

  /// @param look is shown what opens
  ChainVerifier(Engine engine, EventLook look) {
    this.engine = engine;
    this.look = look;
    this.heads = new Heads(engine.master());
  }

  Verification verify() {
    try {
      List<String> all =
          engine.readers().ask(session -> session.all(CLINICS, row -> row.getString(1)));
      for (String one : all) {
        walkClinic(one);
      }
      engine.readers().ask(this::refuseStrays);
      return new Verification.Whole(clinics, episodes, events, auditEntries);
    } catch (JournalFailure failure) {
      if (failure.kind() == Kind.OVERLOADED || failure.kind() == Kind.CLOSED) {
        throw failure;
      }
      return new Verification.Broken(clinic, chain, seq, String.valueOf(failure.getMessage()));
    } catch (IllegalArgumentException | DateTimeException e) {
      // A column that no longer has the shape of what was written there.
      return new Verification.Broken(clinic, chain, seq, String.valueOf(e.getMessage()));
    }
  }

  private void walkClinic(String one) {
    clinic = one;
    destroyed.clear();
    at("audit", 0);
    Walk audit = new Walk(Chain.audit(one), Chain.audit(one).origin());
    while (!audit.ended) {
      engine.readers().ask(session -> walkPage(session, audit, AUDIT));
    }
    at("register", 0);
    Walk register = new Walk(Chain.register(one), Chain.register(one).origin());
    while (!register.ended) {
      engine.readers().ask(session -> walkPage(session, register, REGISTER));
    }
    engine.readers().ask(this::checkKeysAndGuards);
    clinics++;
  }

  /// One page of the register or the audit; the last page is compared with the head of its moment.
  private boolean walkPage(Session session, Walk walk, String sql) throws SQLException {
    boolean isAudit = walk.chain.name().equals("audit");
    long before = walk.seq;
    session.each(
        sql,
        row -> {
          if (isAudit) {
            checkAudit(walk, row);
          } else {
            checkEntry(session, walk, row);
          }
        },
        clinic,
        before);
    if (walk.seq - before < PAGE) {
      walk.ended = true;
      at(walk.chain.name(), walk.seq + 1);
      Optional<Head> head = heads.find(session, walk.chain);
      if (head.isPresent() || walk.seq > 0) {
        checkEnd(walk, head);
      }
    }
    return true;
  }

  private void checkAudit(Walk walk, ResultSet row) throws SQLException {
    at("audit", walk.seq + 1);
    follow(walk, row.getLong(1), row.getLong(2));
    AuditRecord stored = AuditChain.fromRow(clinic, row);
    link(walk, EventRow.bytes(row, 7), EventRow.bytes(row, 8), AuditChain.hash(stored, walk.hash));
    if (stored.entry().action().equals("key-destroyed")) {
      destroyed.add(stored.entry().detail());
    }
    auditEntries++;
  }

  private void checkEntry(Session session, Walk walk, ResultSet row) throws SQLException {
    at("register", walk.seq + 1);
    follow(walk, row.getLong(1), row.getLong(4));
    EpisodeEntry entry = Register.fromRow(clinic, row);
    link(walk, EventRow.bytes(row, 5), EventRow.bytes(row, 6), Register.hash(entry, walk.hash));
    walkEpisode(session, entry, walk.hash);
    episodes++;
  }

  private void walkEpisode(Session session, EpisodeEntry entry, byte[] origin) throws SQLException {
    Chain own = Chain.episode(clinic, entry.episode().episode());
    Walk walk = new Walk(own, origin);
    at(own.name(), 0);
    Optional<Optional<DataKey>> key = engine.keys().find(session, clinic, entry.patient());
    if (key.isEmpty()) {
      throw broken("patient " + entry.patient() + " has no key row");
    }
    Owner owner = new Owner(clinic, entry.episode().episode());
    session.each(EVENTS, row -> checkEvent(walk, owner, key.get(), row), clinic, owner.episode());
    at(own.name(), walk.seq + 1);
    checkEnd(walk, heads.find(session, own));
  }

  private void checkEvent(Walk walk, Owner owner, Optional<DataKey> key, ResultSet row)
      throws SQLException {
    at(walk.chain.name(), walk.seq + 1);
    EventRow stored = EventRow.fromRow(owner, row, 1);
    follow(walk, stored.seq, stored.received);
    Sealed body = EventRow.sealedIn(row, 1);
    byte[] computed = stored.hash(body, walk.hash);
    link(walk, EventRow.bytes(row, 7), EventRow.bytes(row, 8), computed);
    if (key.isPresent()) {
      Optional<byte[]> plain = key.get().open(stored.bound(), body);
      if (plain.isEmpty()) {
        throw broken("the body does not open with the patient's key");
      }
      look.event(new EpisodeRef(owner.clinic(), owner.episode()), Bytes.of(plain.get()));
    }
    events++;
  }

  private void follow(Walk walk, long found, long foundAt) {
    if (found != walk.seq + 1) {
      throw broken("is missing; the next row there is has number " + found);
    }
    if (foundAt < walk.at) {
      throw broken("has time " + foundAt + ", before that of the row before it: " + walk.at);
    }
    walk.at = foundAt;
  }

  private void link(Walk walk, byte[] previous, byte[] hash, byte[] computed) {
    if (!Arrays.equals(previous, walk.hash)) {
      throw broken("does not follow the row before it");
    }
    if (!Arrays.equals(hash, computed)) {
      throw broken("has a hash that is not that of its content");
    }
    walk.hash = hash;
    walk.seq++;
  }

  private void checkEnd(Walk walk, Optional<Head> found) {
    if (found.isEmpty()) {
      throw broken("the chain has no head");
    }
    Head head = found.get();
    if (head.seq > walk.seq) {
      throw broken("is missing; the chain was written up to " + head.seq);
    }
    if (head.seq < walk.seq || !head.endsIn(walk.hash)) {
      at(chain, walk.seq);
      throw broken("is not where the chain was written to end: " + head.seq);
    }
  }

  private boolean checkKeysAndGuards(Session session) throws SQLException {
    at("key", 0);
    session.each(KEYS, this::checkKey, clinic);
    at("token", 0);
    JdbcAccessTokens tokens = new JdbcAccessTokens(engine);
    session.each(
        JdbcAccessTokens.SELECT + " WHERE clinic = ?",
        row -> {
          at("token/" + row.getString(1), 0);
          tokens.fromRow(clinic, row);
        },
        clinic);
    at("settings", 0);
    JdbcClinicSettings settings = new JdbcClinicSettings(engine);
    session.each(JdbcClinicSettings.SELECT, row -> settings.fromRow(clinic, row), clinic);
    checkStaff(session);
    Optional<String> stray = session.first(STRAY_HEAD, row -> row.getString(1), clinic);
    if (stray.isPresent()) {
      at(stray.get(), 0);
      throw broken("has a head but is not in the register");
    }
    return true;
  }

  private void checkStaff(Session session) throws SQLException {
    StaffRows rows = new StaffRows(engine.master());
    at("staff", 0);
    session.each(of(StaffRows.ACCOUNT, "staff"), rows::account, clinic);
    session.each(of(StaffRows.PASSKEY, "staff_passkey"), rows::passkey, clinic);
    session.each(of(StaffRows.CODE, "staff_code"), rows::code, clinic);
    session.each(of(StaffRows.SESSION, "staff_session"), rows::session, clinic);
  }

  private static String of(String columns, String table) {
    return "SELECT " + columns + " FROM " + table + " WHERE clinic = ?";
  }

  private void checkKey(ResultSet row) throws SQLException {
    String patient = row.getString(1);
    KeyRow key = new KeyRow(clinic, patient, row.getString(2), row.getString(3));
    at("key/" + key.keyId(), 0);
    byte[] wrapped = EventRow.bytes(row, 4);
    if (wrapped.length > 0) {
      engine.keys().openOrRefuse(key, wrapped);
    } else if (!destroyed.contains("patient " + patient)) {
      throw broken("is destroyed, but the audit does not say by whom");
    }
  }

  private boolean refuseStrays(Session session) throws SQLException {
    session.takeTime();
    session.each(
        STRAY_EVENT,
        row -> {
          clinic = row.getString(1);
          at("episode/" + row.getString(2), row.getLong(3));
          throw broken("belongs to no episode of the register");
        });
    session.each(
        STRAY_PHOTO,
        row -> {
          clinic = row.getString(1);
          at("photo/" + row.getString(2), 0);
          throw broken("belongs to no episode of a patient whose key is there");
        });
    return true;
  }

  private void at(String where, long number) {
    chain = where;
    seq = number;
  }

  private JournalFailure broken(String what) {
    return new JournalFailure(
        Kind.TAMPERED, clinic + "/" + chain + (seq > 0 ? " seq " + seq : "") + " " + what);
  }
}
