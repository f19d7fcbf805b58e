package vermilion.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vermilion.service.Bytes;
import vermilion.service.JournalFailure;
import vermilion.service.JournalFailure.Kind;
import vermilion.service.Mail;

/// The mails that wait: what they are for in clear, to whom and what they say under their owner's
/// key.
final class MailTable {

  static final int WAITING = 0;
  static final int SENT = 1;
  static final int GIVEN_UP = 2;

  private static final String INSERT =
      "INSERT INTO mail (clinic, mail_id, owner, kind, made, due, tries, state, settled, why,"
          + " key_id, nonce, content) VALUES (?, ?, ?, ?, ?, ?, 0, 0, NULL, '', ?, ?, ?)"
          + " ON CONFLICT (clinic, mail_id) DO NOTHING";

  private MailTable() {}

  /// Keeps a mail under a key; whether it is new.
  static boolean put(Session session, String clinic, Mail mail, DataKey key) throws SQLException {
    Sealed sealed =
        key.seal(bound(clinic, mail.id().toString(), key.id()), mail.content().toArray());
    long made = mail.made().toEpochMilli();
    return session.run(
            INSERT,
            clinic,
            mail.id().toString(),
            mail.owner().toString(),
            mail.kind().id(),
            made,
            made,
            key.id(),
            sealed.nonce,
            sealed.ciphertext)
        == 1;
  }

  /// The mail in the columns `mail_id, owner, kind, made, key_id, nonce, content` from the first
  /// on.
  static Mail fromRow(String clinic, ResultSet row, DataKey key) throws SQLException {
    String id = row.getString(1);
    Sealed sealed = new Sealed(EventRow.bytes(row, 6), EventRow.bytes(row, 7));
    Optional<byte[]> content = key.open(bound(clinic, id, key.id()), sealed);
    if (content.isEmpty()) {
      throw new JournalFailure(
          Kind.TAMPERED, "mail " + id + " of " + clinic + " does not open: its row was changed");
    }
    Mail.Envelope envelope =
        new Mail.Envelope(
            UUID.fromString(id),
            UUID.fromString(row.getString(2)),
            Mail.Kind.of(row.getString(3)),
            Instant.ofEpochMilli(row.getLong(4)));
    return Mail.of(envelope, Bytes.of(content.get()));
  }

  /// Deletes what waits for somebody whose key is destroyed, and that she wanted news.
  static void erase(Session session, String clinic, UUID owner) throws SQLException {
    session.run("DELETE FROM mail WHERE clinic = ? AND owner = ?", clinic, owner.toString());
    session.run(
        "DELETE FROM subscriber WHERE clinic = ? AND subscriber = ?", clinic, owner.toString());
  }

  /// What a mail is bound to: it opens in its own row and in no other.
  private static Frame bound(String clinic, String mail, String keyId) {
    return Frame.of("vermilion/mail/1").text(clinic).text(mail).text(keyId);
  }
}
