package vermilion.store;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vermilion.service.JournalFailure;
import vermilion.service.JournalFailure.Kind;
import vermilion.service.Mail;
import vermilion.service.Subscriber;
import vermilion.service.Subscribers;

/// The subscribers over JDBC: each address under a key of its own. May be used by any thread.
final class JdbcSubscribers implements Subscribers {

  private static final String COLUMNS =
      "s.subscriber, s.lookup, s.language, s.asked, s.asks, s.confirmed, s.key_id, s.nonce,"
          + " s.address, k.patient, k.master_id, k.wrapped";
  private static final String SELECT =
      "SELECT "
          + COLUMNS
          + " FROM subscriber s JOIN patient_key k ON k.clinic = s.clinic AND k.key_id = s.key_id";
  private static final String INSERT =
      "INSERT INTO subscriber (clinic, subscriber, lookup, language, asked, asks, confirmed,"
          + " key_id, nonce, address) VALUES (?, ?, ?, ?, ?, ?, NULL, ?, ?, ?) ON CONFLICT DO"
          + " NOTHING";
  private static final String AGAIN =
      "UPDATE subscriber SET language = ?, asked = ?, asks = ?"
          + " WHERE clinic = ? AND subscriber = ? AND confirmed IS NULL";

  private final Engine engine;

  JdbcSubscribers(Engine engine) {
    this.engine = engine;
  }

  @Override
  public Optional<Subscriber> find(String clinic, String lookup) {
    return all(clinic, SELECT + " WHERE s.clinic = ? AND s.lookup = ?", clinic, lookup).stream()
        .findFirst();
  }

  @Override
  public List<Subscriber> confirmed(String clinic, String language, Page page) {
    return all(
        clinic,
        SELECT
            + " WHERE s.clinic = ? AND s.language = ? AND s.confirmed IS NOT NULL"
            + " AND s.subscriber > ? ORDER BY s.subscriber LIMIT ?",
        clinic,
        language,
        page.after(),
        page.most());
  }

  private List<Subscriber> all(String clinic, String sql, Object... values) {
    return engine
        .readers()
        .ask(session -> {
          List<Subscriber> all = new ArrayList<>();
          session.each(sql, row -> fromRow(clinic, row).ifPresent(all::add), values);
          return all;
        });
  }

  /// Nothing where her key was destroyed just now.
  private Optional<Subscriber> fromRow(String clinic, ResultSet row) throws SQLException {
    Optional<DataKey> key = keyOf(clinic, row);
    if (key.isEmpty()) {
      return Optional.empty();
    }
    String id = row.getString(1);
    Sealed sealed = new Sealed(EventRow.bytes(row, 8), EventRow.bytes(row, 9));
    byte[] address =
        key.get()
            .open(bound(clinic, id, key.get().id()), sealed)
            .orElseThrow(() ->
                new JournalFailure(
                    Kind.TAMPERED,
                    "subscriber " + id + " of " + clinic + " does not open: its row was changed"));
    long confirmed = row.getLong(6);
    Optional<Instant> since =
        row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(confirmed));
    return Optional.of(
        new Subscriber(
            UUID.fromString(id),
            row.getString(2),
            new String(address, StandardCharsets.UTF_8),
            row.getString(3),
            Instant.ofEpochMilli(row.getLong(4)),
            row.getInt(5),
            since));
  }

  private Optional<DataKey> keyOf(String clinic, ResultSet row) throws SQLException {
    byte[] wrapped = EventRow.bytes(row, 12);
    return wrapped.length == 0
        ? Optional.empty()
        : Optional.of(
            engine
                .keys()
                .unwrap(
                    new Keyring.KeyRow(
                        clinic, row.getString(10), row.getString(7), row.getString(11)),
                    wrapped));
  }

  @Override
  public boolean ask(String clinic, Subscriber asking, Mail question) {
    Names.clinic(clinic);
    return engine.writer().submit(0, s -> ask(s, clinic, asking, question)).orElse(false);
  }

  private boolean ask(Session session, String clinic, Subscriber asking, Mail question)
      throws SQLException {
    Optional<Optional<DataKey>> known = engine.keys().find(session, clinic, asking.id());
    if (known.isPresent()) {
      return known.get().isPresent()
          && session.run(
                  AGAIN,
                  asking.language(),
                  asking.asked().toEpochMilli(),
                  asking.asks(),
                  clinic,
                  asking.id().toString())
              == 1
          && MailTable.put(session, clinic, question, known.get().get());
    }
    Optional<String> taken =
        session.first(
            "SELECT subscriber FROM subscriber WHERE clinic = ? AND lookup = ?",
            row -> row.getString(1),
            clinic,
            asking.lookup());
    if (taken.isPresent()) {
      return false;
    }
    return insert(session, clinic, asking, question);
  }

  private boolean insert(Session session, String clinic, Subscriber asking, Mail question)
      throws SQLException {
    DataKey key = engine.keys().make(session, clinic, asking.id(), asking.asked());
    byte[] address = asking.address().getBytes(StandardCharsets.UTF_8);
    Sealed sealed = key.seal(bound(clinic, asking.id().toString(), key.id()), address);
    return session.run(
                INSERT,
                clinic,
                asking.id().toString(),
                asking.lookup(),
                asking.language(),
                asking.asked().toEpochMilli(),
                asking.asks(),
                key.id(),
                sealed.nonce,
                sealed.ciphertext)
            == 1
        && MailTable.put(session, clinic, question, key);
  }

  @Override
  public boolean confirm(String clinic, UUID id, Instant at) {
    return engine
        .writer()
        .submit(
            0,
            session ->
                session.run(
                        "UPDATE subscriber SET confirmed = coalesce(confirmed, ?)"
                            + " WHERE clinic = ? AND subscriber = ?",
                        at.toEpochMilli(),
                        clinic,
                        id.toString())
                    == 1)
        .orElse(false);
  }

  @Override
  public boolean knows(String clinic, UUID id) {
    return engine
        .readers()
        .ask(session ->
            session.first(
                "SELECT 1 FROM subscriber WHERE clinic = ? AND subscriber = ?",
                row -> row.getInt(1),
                clinic,
                id.toString()))
        .isPresent();
  }

  @Override
  public Counts counts(String clinic, Instant since) {
    return engine
        .readers()
        .ask(session -> {
          long confirmed =
              session
                  .first(
                      "SELECT count(*) FROM subscriber WHERE clinic = ? AND confirmed IS NOT NULL",
                      row -> row.getLong(1),
                      clinic)
                  .orElseThrow();
          long asking =
              session
                  .first(
                      "SELECT count(*) FROM subscriber"
                          + " WHERE clinic = ? AND confirmed IS NULL AND asked >= ?",
                      row -> row.getLong(1),
                      clinic,
                      since.toEpochMilli())
                  .orElseThrow();
          return new Counts(confirmed, asking);
        });
  }

  @Override
  public List<UUID> silent(String clinic, Instant askedBefore, int most) {
    return engine
        .readers()
        .ask(session ->
            session.all(
                "SELECT subscriber FROM subscriber WHERE clinic = ? AND confirmed IS NULL"
                    + " AND asked < ? ORDER BY asked LIMIT ?",
                row -> UUID.fromString(row.getString(1)),
                clinic,
                askedBefore.toEpochMilli(),
                most));
  }

  @Override
  public Map<String, LocalDate> announced(String clinic) {
    return engine
        .readers()
        .ask(session -> {
          Map<String, LocalDate> announced = new HashMap<>();
          session.each(
              "SELECT article, updated FROM announced WHERE clinic = ?",
              row -> announced.put(row.getString(1), LocalDate.ofEpochDay(row.getLong(2))),
              clinic);
          return announced;
        });
  }

  @Override
  public void announced(String clinic, String article, LocalDate updated) {
    engine
        .writer()
        .submit(
            0,
            session ->
                session.run(
                    "INSERT INTO announced (clinic, article, updated) VALUES (?, ?, ?)"
                        + " ON CONFLICT (clinic, article) DO UPDATE SET updated = excluded.updated",
                    clinic,
                    article,
                    updated.toEpochDay()));
  }

  /// What an address is bound to: it opens in its own row and in no other.
  private static Frame bound(String clinic, String id, String keyId) {
    return Frame.of("vermilion/subscriber/1").text(clinic).text(id).text(keyId);
  }
}
