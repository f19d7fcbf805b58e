package vermilion.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vermilion.service.Mail;
import vermilion.service.MailQueue;

/// The queue of mails over JDBC. May be used by any thread, and by several servers on one database.
final class JdbcMailQueue implements MailQueue {

  private static final String DUE =
      "SELECT m.mail_id, m.owner, m.kind, m.made, m.key_id, m.nonce, m.content, m.tries, m.due,"
          + " k.patient, k.master_id, k.wrapped FROM mail m"
          + " LEFT JOIN patient_key k ON k.clinic = m.clinic AND k.key_id = m.key_id"
          + " WHERE m.clinic = ? AND m.state = 0 AND m.due <= ? ORDER BY m.due, m.mail_id LIMIT ?";

  /// A lease is a later time at which it is due: whoever moves it from the time that was read has
  /// it.
  private static final String TAKE =
      "UPDATE mail SET due = ?, tries = tries + 1"
          + " WHERE clinic = ? AND mail_id = ? AND state = 0 AND due = ?";

  private final Engine engine;

  JdbcMailQueue(Engine engine) {
    this.engine = engine;
  }

  @Override
  public Optional<Integer> put(String clinic, List<Mail> mails) {
    Names.clinic(clinic);
    return engine.writer().submit(mails.size() * 2_048L, s -> put(s, clinic, mails));
  }

  private int put(Session session, String clinic, List<Mail> mails) throws SQLException {
    int kept = 0;
    for (Mail mail : mails) {
      Optional<DataKey> key =
          engine.keys().find(session, clinic, mail.owner()).flatMap(found -> found);
      if (key.isPresent() && MailTable.put(session, clinic, mail, key.get())) {
        kept++;
      }
    }
    return kept;
  }

  @Override
  public List<Leased> lease(String clinic, Lease lease) {
    boolean any =
        engine
            .readers()
            .ask(session ->
                session.first(
                    "SELECT 1 FROM mail WHERE clinic = ? AND state = 0 AND due <= ? LIMIT 1",
                    row -> row.getInt(1),
                    clinic,
                    lease.now().toEpochMilli()))
            .isPresent();
    return any
        ? engine.writer().submit(0, session -> take(session, clinic, lease)).orElse(List.of())
        : List.of();
  }

  /// A row that is due, before it is opened.
  private record Due(Optional<Leased> leased, String id, long due) {}

  private List<Leased> take(Session session, String clinic, Lease lease) throws SQLException {
    List<Leased> taken = new ArrayList<>();
    List<Due> due =
        session.all(
            DUE,
            row -> {
              Optional<DataKey> key = keyOf(clinic, row);
              Optional<Leased> leased =
                  key.isPresent()
                      ? Optional.of(
                          new Leased(MailTable.fromRow(clinic, row, key.get()), row.getInt(8)))
                      : Optional.empty();
              return new Due(leased, row.getString(1), row.getLong(9));
            },
            clinic,
            lease.now().toEpochMilli(),
            lease.most());
    for (Due one : due) {
      if (one.leased().isEmpty()) {
        session.run("DELETE FROM mail WHERE clinic = ? AND mail_id = ?", clinic, one.id());
      } else if (session.run(TAKE, lease.until().toEpochMilli(), clinic, one.id(), one.due())
          == 1) {
        taken.add(one.leased().get());
      }
    }
    return taken;
  }

  @Override
  public void settle(String clinic, UUID mail, Settled settled) {
    String sql =
        switch (settled) {
          case Settled.Sent _ ->
              "UPDATE mail SET state = 1, settled = ?, why = ?, nonce = ?, content = ?"
                  + " WHERE clinic = ? AND mail_id = ? AND state = 0";
          case Settled.Later _ ->
              "UPDATE mail SET due = ?, why = ? WHERE clinic = ? AND mail_id = ? AND state = 0";
          case Settled.Dropped _ ->
              "DELETE FROM mail WHERE clinic = ? AND mail_id = ? AND state = 0";
          case Settled.Dead _ ->
              "UPDATE mail SET state = 2, settled = ?, why = ?, nonce = ?, content = ?"
                  + " WHERE clinic = ? AND mail_id = ? AND state = 0";
        };
    byte[] nothing = new byte[0];
    String id = mail.toString();
    Object[] values =
        switch (settled) {
          case Settled.Sent sent ->
              new Object[] {sent.at().toEpochMilli(), "", nothing, nothing, clinic, id};
          case Settled.Later later ->
              new Object[] {later.due().toEpochMilli(), later.why(), clinic, id};
          case Settled.Dropped _ -> new Object[] {clinic, id};
          case Settled.Dead dead ->
              new Object[] {dead.at().toEpochMilli(), dead.why(), nothing, nothing, clinic, id};
        };
    engine.writer().submit(0, session -> session.run(sql, values));
  }

  @Override
  public Optional<State> state(String clinic, UUID mail) {
    return engine
        .readers()
        .ask(session ->
            session.first(
                "SELECT state FROM mail WHERE clinic = ? AND mail_id = ?",
                row -> State.values()[row.getInt(1)],
                clinic,
                mail.toString()));
  }

  @Override
  public List<Reminder> reminders(String clinic, UUID owner) {
    return engine
        .readers()
        .ask(session ->
            session.all(
                "SELECT made, state, settled FROM mail WHERE clinic = ? AND owner = ?"
                    + " AND kind = 'reminder' ORDER BY made, mail_id",
                row -> {
                  long settled = row.getLong(3);
                  return new Reminder(
                      Instant.ofEpochMilli(row.getLong(1)),
                      State.values()[row.getInt(2)],
                      row.wasNull()
                          ? Optional.empty()
                          : Optional.of(Instant.ofEpochMilli(settled)));
                },
                clinic,
                owner.toString()));
  }

  @Override
  public List<GivenUp> givenUp(String clinic, int most) {
    return engine
        .readers()
        .ask(session ->
            session.all(
                "SELECT mail_id, kind, settled, why FROM mail WHERE clinic = ? AND state = 2"
                    + " ORDER BY settled DESC, mail_id LIMIT ?",
                row ->
                    new GivenUp(
                        UUID.fromString(row.getString(1)),
                        Mail.Kind.of(row.getString(2)),
                        Instant.ofEpochMilli(row.getLong(3)),
                        row.getString(4)),
                clinic,
                most));
  }

  @Override
  public boolean forget(String clinic, UUID mail) {
    return engine
        .writer()
        .submit(
            0,
            session ->
                session.run(
                        "DELETE FROM mail WHERE clinic = ? AND mail_id = ? AND state = 2",
                        clinic,
                        mail.toString())
                    == 1)
        .orElse(false);
  }

  @Override
  public void tidy(String clinic, Instant before) {
    engine
        .writer()
        .submit(
            0,
            session ->
                session.run(
                    "DELETE FROM mail WHERE clinic = ? AND state > 0 AND settled < ?",
                    clinic,
                    before.toEpochMilli()));
  }

  /// The key beside a row; nothing where it was destroyed.
  private Optional<DataKey> keyOf(String clinic, ResultSet row) throws SQLException {
    byte[] wrapped = EventRow.bytes(row, 12);
    if (wrapped.length == 0) {
      return Optional.empty();
    }
    Keyring.KeyRow key =
        new Keyring.KeyRow(clinic, row.getString(10), row.getString(5), row.getString(11));
    return Optional.of(engine.keys().unwrap(key, wrapped));
  }
}
