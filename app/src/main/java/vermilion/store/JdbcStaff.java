package vermilion.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vermilion.service.AuditEntry;
import vermilion.service.Bytes;
import vermilion.service.Passkey;
import vermilion.service.StaffAccount;
import vermilion.service.StaffChange;
import vermilion.service.StaffCode;
import vermilion.service.StaffSession;
import vermilion.service.StaffStore;

/// The staff over JDBC. May be used by any thread.
final class JdbcStaff implements StaffStore {

  private final Engine engine;
  private final StaffRows rows;
  private final AuditChain audit;
  private final Table<StaffAccount> accounts;
  private final Table<Passkey> passkeys;
  private final Table<StaffCode> codes;
  private final Table<StaffSession> sessions;

  JdbcStaff(Engine engine) {
    this.engine = engine;
    this.rows = new StaffRows(engine.master());
    this.audit = new AuditChain(new Heads(engine.master()));
    this.accounts = new Table<>("staff", StaffRows.ACCOUNT, rows::account);
    this.passkeys = new Table<>("staff_passkey", StaffRows.PASSKEY, rows::passkey);
    this.codes = new Table<>("staff_code", StaffRows.CODE, rows::code);
    this.sessions = new Table<>("staff_session", StaffRows.SESSION, rows::session);
  }

  @Override
  public Optional<StaffAccount> account(String clinic, UUID person) {
    return first(accounts, "person = ?", clinic, person.toString());
  }

  @Override
  public Optional<StaffAccount> named(String clinic, String name) {
    return first(accounts, "folded = ?", clinic, StaffAccount.folded(name));
  }

  @Override
  public List<StaffAccount> accounts(String clinic, int limit) {
    return all(
        accounts,
        "clinic <> '' ORDER BY CASE WHEN ended IS NULL THEN 0 ELSE 1 END, folded LIMIT ?",
        clinic,
        limit);
  }

  @Override
  public Optional<Passkey> passkey(String clinic, String credential) {
    return first(passkeys, "credential = ?", clinic, credential);
  }

  @Override
  public List<Passkey> passkeys(String clinic, UUID person, int limit) {
    return all(
        passkeys, "person = ? ORDER BY made, credential LIMIT ?", clinic, person.toString(), limit);
  }

  @Override
  public Optional<StaffCode> code(String clinic, String hash) {
    return first(codes, "code_hash = ?", clinic, hash);
  }

  @Override
  public int recoveryCodesLeft(String clinic, UUID person) {
    return engine
        .readers()
        .ask(session ->
            session.first(
                "SELECT count(*) FROM staff_code WHERE clinic = ? AND person = ? AND kind = ?"
                    + " AND used IS NULL",
                row -> row.getInt(1),
                clinic,
                person.toString(),
                StaffCode.Kind.RECOVERY.id()))
        .orElse(0);
  }

  @Override
  public Optional<StaffSession> session(String clinic, String hash) {
    return first(sessions, "session_hash = ?", clinic, hash);
  }

  @Override
  public List<StaffSession> sessions(String clinic, UUID person, int limit) {
    return all(
        sessions,
        "person = ? AND ended IS NULL ORDER BY seen DESC, session_hash LIMIT ?",
        clinic,
        person.toString(),
        limit);
  }

  @Override
  public Kept keep(String clinic, List<StaffChange> changes, AuditEntry entry) {
    Names.clinic(clinic);
    return engine
        .writer()
        .submit(
            0,
            session -> {
              StaffWrites writes = new StaffWrites(rows, session, clinic);
              if (!writes.allows(changes)) {
                return Kept.REFUSED;
              }
              for (StaffChange change : changes) {
                writes.write(change);
              }
              audit.append(session, clinic, List.of(entry));
              return Kept.DONE;
            })
        .orElse(Kept.BUSY);
  }

  @Override
  public void seen(String clinic, String hash, Instant at) {
    var _ =
        engine
            .writer()
            .submit(
                0,
                session ->
                    session.run(
                        "UPDATE staff_session SET seen = ? WHERE clinic = ? AND session_hash = ?",
                        at.toEpochMilli(),
                        clinic,
                        hash));
  }

  @Override
  public Bytes mark(String use, Bytes content) {
    return Bytes.of(
        engine.master().mac(Frame.of("vermilion/staff-mark/1").text(use).bytes(content.toArray())));
  }

  /// The rows of one table, as they are read.
  private record Table<T>(String name, String columns, Session.Row<T> row) {
    String where(String condition) {
      return "SELECT " + columns + " FROM " + name + " WHERE clinic = ? AND " + condition;
    }
  }

  private <T> Optional<T> first(Table<T> table, String condition, Object... values) {
    return engine
        .readers()
        .ask(session -> session.first(table.where(condition), table.row(), values));
  }

  private <T> List<T> all(Table<T> table, String condition, Object... values) {
    return engine
        .readers()
        .ask(session -> session.all(table.where(condition), table.row(), values));
  }
}
