package vermilion.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vermilion.service.Bytes;
import vermilion.service.JournalFailure;
import vermilion.service.JournalFailure.Kind;
import vermilion.service.Passkey;
import vermilion.service.StaffAccount;
import vermilion.service.StaffCode;
import vermilion.service.StaffRole;
import vermilion.service.StaffSession;
import vermilion.service.StaffSession.Holder;

/// The rows of staff, each under a MAC of the master key: whoever can write to the file, but has no
/// master key, cannot give himself an account, a role, a passkey or a session.
final class StaffRows {

  static final String ACCOUNT = "clinic, person, name, roles, made, ended, password, otp, mac";
  static final String PASSKEY =
      "clinic, credential, person, label, public_key, made, counter, seen, mac";
  static final String CODE = "clinic, code_hash, person, kind, made, until, used, mac";
  static final String SESSION =
      "clinic, session_hash, person, token_hash, device, made, seen, ended, glass, glass_until, mac";

  private final MasterKey master;

  StaffRows(MasterKey master) {
    this.master = master;
  }

  StaffAccount account(ResultSet row) throws SQLException {
    String clinic = row.getString(1);
    String person = row.getString(2);
    byte[] otp = EventRow.bytes(row, 8);
    guard("account " + person, clinic, accountFrame(row), EventRow.bytes(row, 9));
    Optional<Bytes> secret =
        otp.length == 0 ? Optional.empty() : Optional.of(Bytes.of(opened(clinic, person, otp)));
    return new StaffAccount(
        UUID.fromString(person),
        row.getString(3),
        roles(row.getString(4)),
        Instant.ofEpochMilli(row.getLong(5)),
        instant(row, 6),
        row.getString(7),
        secret);
  }

  private byte[] opened(String clinic, String person, byte[] otp) {
    return master
        .unwrap(otp, owner(clinic, person))
        .orElseThrow(() -> tampered("secret of account " + person, clinic));
  }

  /// The secret of an app, sealed.
  byte @Nullable [] sealed(String clinic, StaffAccount account) {
    return account
        .otp()
        .map(secret -> master.wrap(secret.toArray(), owner(clinic, account.person().toString())))
        .orElse(null);
  }

  static Frame owner(String clinic, String person) {
    return Frame.of("vermilion/staff-otp/1").text(clinic).text(person);
  }

  /// What the guard of an account covers, as its row has it.
  static Frame accountFrame(ResultSet row) throws SQLException {
    return Frame.of("vermilion/staff/1")
        .text(row.getString(1))
        .text(row.getString(2))
        .text(row.getString(3))
        .text(row.getString(4))
        .number(row.getLong(5))
        .bytes(number(row, 6))
        .text(row.getString(7))
        .bytes(EventRow.bytes(row, 8));
  }

  byte[] mac(String clinic, StaffAccount account, byte @Nullable [] otp) {
    return master.mac(
        Frame.of("vermilion/staff/1")
            .text(clinic)
            .text(account.person().toString())
            .text(account.name())
            .text(text(account.roles()))
            .number(account.made().toEpochMilli())
            .bytes(number(account.ended()))
            .text(account.password())
            .bytes(otp == null ? new byte[0] : otp));
  }

  Passkey passkey(ResultSet row) throws SQLException {
    guard(
        "passkey " + row.getString(2), row.getString(1), passkeyFrame(row), EventRow.bytes(row, 9));
    return new Passkey(
        row.getString(2),
        UUID.fromString(row.getString(3)),
        row.getString(4),
        Bytes.of(EventRow.bytes(row, 5)),
        Instant.ofEpochMilli(row.getLong(6)),
        row.getLong(7),
        instant(row, 8));
  }

  static Frame passkeyFrame(ResultSet row) throws SQLException {
    return Frame.of("vermilion/staff-passkey/1")
        .text(row.getString(1))
        .text(row.getString(2))
        .text(row.getString(3))
        .bytes(EventRow.bytes(row, 5))
        .number(row.getLong(6));
  }

  byte[] mac(String clinic, Passkey passkey) {
    return master.mac(
        Frame.of("vermilion/staff-passkey/1")
            .text(clinic)
            .text(passkey.credential())
            .text(passkey.person().toString())
            .bytes(passkey.key().toArray())
            .number(passkey.made().toEpochMilli()));
  }

  StaffCode code(ResultSet row) throws SQLException {
    guard(
        "code " + row.getString(2).substring(0, 8),
        row.getString(1),
        codeFrame(row),
        EventRow.bytes(row, 8));
    return new StaffCode(
        row.getString(2),
        UUID.fromString(row.getString(3)),
        StaffCode.Kind.of(row.getString(4)),
        Instant.ofEpochMilli(row.getLong(5)),
        Instant.ofEpochMilli(row.getLong(6)),
        instant(row, 7));
  }

  static Frame codeFrame(ResultSet row) throws SQLException {
    return Frame.of("vermilion/staff-code/1")
        .text(row.getString(1))
        .text(row.getString(2))
        .text(row.getString(3))
        .text(row.getString(4))
        .number(row.getLong(5))
        .number(row.getLong(6))
        .bytes(number(row, 7));
  }

  byte[] mac(String clinic, StaffCode code) {
    return master.mac(
        Frame.of("vermilion/staff-code/1")
            .text(clinic)
            .text(code.hash())
            .text(code.person().toString())
            .text(code.kind().id())
            .number(code.made().toEpochMilli())
            .number(code.until().toEpochMilli())
            .bytes(number(code.used())));
  }

  StaffSession session(ResultSet row) throws SQLException {
    guard(
        "session " + row.getString(2).substring(0, 8),
        row.getString(1),
        sessionFrame(row),
        EventRow.bytes(row, 11));
    String person = row.getString(3);
    Holder holder =
        person.isEmpty()
            ? new Holder.Code(row.getString(4))
            : new Holder.Person(UUID.fromString(person));
    String glass = row.getString(9);
    return new StaffSession(
        row.getString(2),
        holder,
        row.getString(5),
        Instant.ofEpochMilli(row.getLong(6)),
        Instant.ofEpochMilli(row.getLong(7)),
        instant(row, 8),
        instant(row, 10).map(until -> new StaffSession.Glass(glass, until)));
  }

  static Frame sessionFrame(ResultSet row) throws SQLException {
    return Frame.of("vermilion/staff-session/1")
        .text(row.getString(1))
        .text(row.getString(2))
        .text(row.getString(3))
        .text(row.getString(4))
        .text(row.getString(5))
        .number(row.getLong(6))
        .bytes(number(row, 8))
        .text(row.getString(9))
        .bytes(number(row, 10));
  }

  byte[] mac(String clinic, StaffSession session) {
    return master.mac(
        Frame.of("vermilion/staff-session/1")
            .text(clinic)
            .text(session.hash())
            .text(person(session.holder()))
            .text(token(session.holder()))
            .text(session.device())
            .number(session.made().toEpochMilli())
            .bytes(number(session.ended()))
            .text(session.glass().map(StaffSession.Glass::episode).orElse(""))
            .bytes(number(session.glass().map(StaffSession.Glass::until))));
  }

  static String person(Holder holder) {
    return holder instanceof Holder.Person(UUID id) ? id.toString() : "";
  }

  static String token(Holder holder) {
    return holder instanceof Holder.Code(String hash) ? hash : "";
  }

  private void guard(String what, String clinic, Frame frame, byte[] mac) {
    if (!master.guards(frame, mac)) {
      throw tampered(what, clinic);
    }
  }

  private static JournalFailure tampered(String what, String clinic) {
    return new JournalFailure(
        Kind.TAMPERED, "the " + what + " of " + clinic + " is not as it was written");
  }

  static String text(Set<StaffRole> roles) {
    return String.join(
        " ",
        List.of(StaffRole.values()).stream().filter(roles::contains).map(StaffRole::id).toList());
  }

  private static Set<StaffRole> roles(String text) {
    Set<StaffRole> roles = new HashSet<>();
    for (String id : text.split(" ", -1)) {
      roles.add(
          StaffRole.of(id)
              .orElseThrow(() -> new IllegalArgumentException("no role is called " + id)));
    }
    return roles;
  }

  static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  private static byte[] number(ResultSet row, int column) throws SQLException {
    return number(instant(row, column));
  }

  private static byte[] number(Optional<Instant> instant) {
    return instant
        .map(at -> Bytes.ofText(Long.toString(at.toEpochMilli())).toArray())
        .orElseGet(() -> new byte[0]);
  }
}
