package vermilion.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vermilion.service.Passkey;
import vermilion.service.StaffAccount;
import vermilion.service.StaffChange;
import vermilion.service.StaffCode;
import vermilion.service.StaffSession;

/// Changes rows of staff within the writer's transaction: what may be refused is looked at before
/// anything is written, with the rows kept from other writers.
final class StaffWrites {

  private final StaffRows rows;
  private final Session session;
  private final String clinic;

  StaffWrites(StaffRows rows, Session session, String clinic) {
    this.rows = rows;
    this.session = session;
    this.clinic = clinic;
  }

  /// Whether all changes are allowed; nothing is written yet.
  boolean allows(List<StaffChange> changes) throws SQLException {
    for (StaffChange change : changes) {
      if (!allows(change)) {
        return false;
      }
    }
    return true;
  }

  private boolean allows(StaffChange change) throws SQLException {
    return switch (change) {
      case StaffChange.Add(StaffAccount account) -> !isTaken(account.name());
      case StaffChange.Put(StaffAccount account) ->
          account(account.person()).filter(StaffAccount::isOpen).isPresent();
      case StaffChange.TakeStep(UUID person, long step) ->
          stepOf(person).filter(last -> last < step).isPresent();
      case StaffChange.UseCode(String hash, Instant at) ->
          code(hash).filter(code -> code.worksAt(at)).isPresent();
      case StaffChange.AddPasskey(Passkey passkey) -> counterOf(passkey.credential()).isEmpty();
      case StaffChange.UsePasskey used ->
          counterOf(used.credential())
              .filter(last -> used.counter() > last || (used.counter() == 0 && last == 0))
              .isPresent();
      case StaffChange.PutSession(StaffSession put) ->
          session(put.hash()).filter(known -> known.ended().isEmpty()).isPresent();
      case StaffChange.AddCode _,
          StaffChange.DropCodes _,
          StaffChange.NamePasskey _,
          StaffChange.DropPasskey _,
          StaffChange.DropPasskeys _,
          StaffChange.Begin _,
          StaffChange.EndAll _ ->
          true;
    };
  }

  private boolean isTaken(String name) throws SQLException {
    return session
        .first(
            "SELECT 1 FROM staff WHERE clinic = ? AND folded = ?",
            row -> true,
            clinic,
            StaffAccount.folded(name))
        .isPresent();
  }

  private Optional<Long> stepOf(UUID person) throws SQLException {
    return session.first(
        "SELECT otp_step FROM staff WHERE clinic = ? AND person = ?" + session.keepingRows("staff"),
        row -> row.getLong(1),
        clinic,
        person.toString());
  }

  void write(StaffChange change) throws SQLException {
    switch (change) {
      case StaffChange.Add(StaffAccount account) -> add(account);
      case StaffChange.Put(StaffAccount account) -> put(account);
      case StaffChange.TakeStep(UUID person, long step) ->
          session.run(
              "UPDATE staff SET otp_step = ? WHERE clinic = ? AND person = ?",
              step,
              clinic,
              person.toString());
      case StaffChange.AddCode(StaffCode code) -> add(code);
      case StaffChange.UseCode(String hash, Instant at) -> use(code(hash).orElseThrow(), at);
      case StaffChange.DropCodes drop -> drop(drop);
      case StaffChange.AddPasskey(Passkey passkey) -> add(passkey);
      case StaffChange.NamePasskey(String credential, String label) ->
          session.run(
              "UPDATE staff_passkey SET label = ? WHERE clinic = ? AND credential = ?",
              label,
              clinic,
              credential);
      case StaffChange.DropPasskey(String credential) ->
          session.run(
              "DELETE FROM staff_passkey WHERE clinic = ? AND credential = ?", clinic, credential);
      case StaffChange.DropPasskeys(UUID person) ->
          session.run(
              "DELETE FROM staff_passkey WHERE clinic = ? AND person = ?",
              clinic,
              person.toString());
      case StaffChange.UsePasskey used ->
          session.run(
              "UPDATE staff_passkey SET counter = ?, seen = ? WHERE clinic = ? AND credential = ?",
              used.counter(),
              used.at().toEpochMilli(),
              clinic,
              used.credential());
      case StaffChange.Begin(StaffSession begun) -> add(begun);
      case StaffChange.PutSession(StaffSession put) -> put(put);
      case StaffChange.EndAll all -> endAll(all);
    }
  }

  private Optional<StaffAccount> account(UUID person) throws SQLException {
    return session.first(
        "SELECT "
            + StaffRows.ACCOUNT
            + " FROM staff WHERE clinic = ? AND person = ?"
            + session.keepingRows("staff"),
        rows::account,
        clinic,
        person.toString());
  }

  private Optional<StaffCode> code(String hash) throws SQLException {
    return session.first(
        "SELECT "
            + StaffRows.CODE
            + " FROM staff_code WHERE clinic = ? AND code_hash = ?"
            + session.keepingRows("staff_code"),
        rows::code,
        clinic,
        hash);
  }

  private Optional<StaffSession> session(String hash) throws SQLException {
    return session.first(
        "SELECT "
            + StaffRows.SESSION
            + " FROM staff_session WHERE clinic = ? AND session_hash = ?"
            + session.keepingRows("staff_session"),
        rows::session,
        clinic,
        hash);
  }

  private Optional<Long> counterOf(String credential) throws SQLException {
    return session.first(
        "SELECT counter FROM staff_passkey WHERE clinic = ? AND credential = ?"
            + session.keepingRows("staff_passkey"),
        row -> row.getLong(1),
        clinic,
        credential);
  }

  private void add(StaffAccount account) throws SQLException {
    byte @Nullable [] otp = rows.sealed(clinic, account);
    session.run(
        "INSERT INTO staff (clinic, person, name, folded, roles, made, ended, password, otp,"
            + " otp_step, mac) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)",
        clinic,
        account.person().toString(),
        account.name(),
        StaffAccount.folded(account.name()),
        StaffRows.text(account.roles()),
        account.made().toEpochMilli(),
        millis(account.ended()),
        account.password(),
        otp,
        rows.mac(clinic, account, otp));
  }

  private void put(StaffAccount account) throws SQLException {
    byte @Nullable [] otp = rows.sealed(clinic, account);
    session.run(
        "UPDATE staff SET roles = ?, ended = ?, password = ?, otp = ?, mac = ?"
            + " WHERE clinic = ? AND person = ?",
        StaffRows.text(account.roles()),
        millis(account.ended()),
        account.password(),
        otp,
        rows.mac(clinic, account, otp),
        clinic,
        account.person().toString());
  }

  private void add(StaffCode code) throws SQLException {
    session.run(
        "INSERT INTO staff_code (" + StaffRows.CODE + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        clinic,
        code.hash(),
        code.person().toString(),
        code.kind().id(),
        code.made().toEpochMilli(),
        code.until().toEpochMilli(),
        millis(code.used()),
        rows.mac(clinic, code));
  }

  private void use(StaffCode code, Instant at) throws SQLException {
    StaffCode used =
        new StaffCode(
            code.hash(), code.person(), code.kind(), code.made(), code.until(), Optional.of(at));
    session.run(
        "UPDATE staff_code SET used = ?, mac = ? WHERE clinic = ? AND code_hash = ?",
        millis(used.used()),
        rows.mac(clinic, used),
        clinic,
        code.hash());
  }

  private void drop(StaffChange.DropCodes drop) throws SQLException {
    List<StaffCode> open =
        session.all(
            "SELECT "
                + StaffRows.CODE
                + " FROM staff_code WHERE clinic = ? AND person = ? AND kind = ?"
                + " AND used IS NULL",
            rows::code,
            clinic,
            drop.person().toString(),
            drop.kind().id());
    for (StaffCode code : open) {
      use(code, drop.at());
    }
  }

  private void add(Passkey passkey) throws SQLException {
    session.run(
        "INSERT INTO staff_passkey (" + StaffRows.PASSKEY + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        clinic,
        passkey.credential(),
        passkey.person().toString(),
        passkey.label(),
        passkey.key().toArray(),
        passkey.made().toEpochMilli(),
        passkey.counter(),
        millis(passkey.seen()),
        rows.mac(clinic, passkey));
  }

  private void add(StaffSession begun) throws SQLException {
    session.run(
        "INSERT INTO staff_session ("
            + StaffRows.SESSION
            + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        clinic,
        begun.hash(),
        StaffRows.person(begun.holder()),
        StaffRows.token(begun.holder()),
        begun.device(),
        begun.made().toEpochMilli(),
        begun.seen().toEpochMilli(),
        millis(begun.ended()),
        begun.glass().map(StaffSession.Glass::episode).orElse(""),
        millis(begun.glass().map(StaffSession.Glass::until)),
        rows.mac(clinic, begun));
  }

  private void put(StaffSession put) throws SQLException {
    session.run(
        "UPDATE staff_session SET ended = ?, glass = ?, glass_until = ?, mac = ?"
            + " WHERE clinic = ? AND session_hash = ?",
        millis(put.ended()),
        put.glass().map(StaffSession.Glass::episode).orElse(""),
        millis(put.glass().map(StaffSession.Glass::until)),
        rows.mac(clinic, put),
        clinic,
        put.hash());
  }

  private void endAll(StaffChange.EndAll all) throws SQLException {
    List<StaffSession> open =
        session.all(
            "SELECT "
                + StaffRows.SESSION
                + " FROM staff_session WHERE clinic = ? AND person = ? AND ended IS NULL",
            rows::session,
            clinic,
            all.person().toString());
    for (StaffSession one : open) {
      if (!all.but().equals(Optional.of(one.hash()))) {
        put(one.endedAt(all.at()));
      }
    }
  }

  private static @Nullable Long millis(Optional<Instant> instant) {
    return instant.map(Instant::toEpochMilli).orElse(null);
  }
}
