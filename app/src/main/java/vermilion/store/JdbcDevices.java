package vermilion.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vermilion.episode.Author;
import vermilion.service.AccessToken;
import vermilion.service.AuditEntry;
import vermilion.service.Device;
import vermilion.service.Devices;
import vermilion.service.EpisodeRef;
import vermilion.service.PhoneKind;

/// The links and phones over JDBC: rows of the tokens. May be used by any thread.
final class JdbcDevices implements Devices {

  private static final String SELECT =
      "SELECT token_hash, role, episode, label, created, revoked, mac,"
          + " tries, device, seen, ready FROM access_token";

  private static final int CARD = 1;
  private static final int OFFLINE = 2;

  /// Who the audit says has used a link: nobody is signed in yet.
  private static final String SOMEBODY = "link";

  private final Engine engine;
  private final JdbcAccessTokens tokens;
  private final AuditChain audit;

  JdbcDevices(Engine engine) {
    this.engine = engine;
    this.tokens = new JdbcAccessTokens(engine);
    this.audit = new AuditChain(new Heads(engine.master()));
  }

  @Override
  public List<Device> of(EpisodeRef ref, int limit) {
    return engine
        .readers()
        .ask(session ->
            session.all(
                SELECT
                    + " WHERE clinic = ? AND episode = ? ORDER BY CASE WHEN revoked IS NULL"
                    + " THEN 0 ELSE 1 END, created DESC, token_hash LIMIT ?",
                row -> device(ref.clinic(), row),
                ref.clinic(),
                ref.episode(),
                limit));
  }

  @Override
  public Optional<Device> find(String clinic, String hash) {
    return engine
        .readers()
        .ask(session ->
            session.first(
                SELECT + " WHERE clinic = ? AND token_hash = ?",
                row -> device(clinic, row),
                clinic,
                hash));
  }

  @Override
  public boolean issue(String clinic, AccessToken link, String actor) {
    Names.clinic(clinic);
    return engine
        .writer()
        .submit(
            0,
            session -> {
              oneAtATime(session, clinic, link.episode().orElseThrow());
              List<AccessToken> earlier =
                  session.all(
                      JdbcAccessTokens.SELECT
                          + " WHERE clinic = ? AND episode = ? AND role = ? AND revoked IS NULL"
                          + " AND (role <> ? OR label = ?)",
                      row -> tokens.fromRow(clinic, row),
                      clinic,
                      link.episode().orElseThrow(),
                      link.role(),
                      Device.HELPER_LINK_ROLE,
                      link.label());
              for (AccessToken one : earlier) {
                tokens.revoke(
                    session, clinic, one, entry("link-withdrawn", one, actor, link.created()));
              }
              return tokens.issue(session, clinic, link, actor);
            })
        .orElse(false);
  }

  /// Keeps another server from making a link for the episode until this one's is kept: neither
  /// would see the other's, and both would stay open.
  private static void oneAtATime(Session session, String clinic, String episode)
      throws SQLException {
    session.all(
        "SELECT episode FROM episode WHERE clinic = ? AND episode = ?"
            + session.keepingRows("episode"),
        row -> true,
        clinic,
        episode);
  }

  @Override
  public Redeemed redeem(String clinic, String linkHash, Attempt attempt) {
    return engine
        .writer()
        .submit(0, session -> redeem(session, clinic, linkHash, attempt))
        .orElse(Redeemed.BUSY);
  }

  private Redeemed redeem(Session session, String clinic, String linkHash, Attempt attempt)
      throws SQLException {
    // Another server may be trying the same link: whoever comes second sees what the first did.
    Optional<Device> link =
        session.first(
            SELECT + " WHERE clinic = ? AND token_hash = ?" + session.keepingRows("access_token"),
            row -> device(clinic, row),
            clinic,
            linkHash);
    if (link.isEmpty() || !link.get().isLink() || !link.get().isOpen()) {
      return Redeemed.SHUT;
    }
    AccessToken phone = attempt.phone();
    return attempt.right()
        ? letIn(session, clinic, link.get(), attempt)
        : count(session, clinic, link.get(), phone.created());
  }

  private Redeemed letIn(Session session, String clinic, Device link, Attempt attempt)
      throws SQLException {
    AccessToken phone = attempt.phone();
    // A phone chooses its secret: one that is known may be ended, and lets nobody in again.
    if (!tokens.issue(session, clinic, phone, SOMEBODY)) {
      return Redeemed.SHUT;
    }
    tokens.revoke(
        session, clinic, link.token(), entry("link-used", link.token(), SOMEBODY, phone.created()));
    session.run(
        "UPDATE access_token SET device = ?, seen = ? WHERE clinic = ? AND token_hash = ?",
        attempt.kind().id(),
        phone.created().toEpochMilli(),
        clinic,
        phone.hash());
    return Redeemed.LET_IN;
  }

  private Redeemed count(Session session, String clinic, Device link, Instant at)
      throws SQLException {
    session.run(
        "UPDATE access_token SET tries = ? WHERE clinic = ? AND token_hash = ?",
        link.tries() + 1,
        clinic,
        link.token().hash());
    boolean last = link.tries() + 1 >= Device.MOST_TRIES;
    AuditEntry entry = entry(last ? "link-locked" : "link-tried", link.token(), SOMEBODY, at);
    if (last) {
      tokens.revoke(session, clinic, link.token(), entry);
    } else {
      audit.append(session, clinic, List.of(entry));
    }
    return Redeemed.WRONG;
  }

  @Override
  public boolean end(String clinic, String hash, String actor, Instant at) {
    return tokens.revoke(clinic, hash, actor, at);
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
                        "UPDATE access_token SET seen = ? WHERE clinic = ? AND token_hash = ?"
                            + " AND revoked IS NULL AND (role IN (?, ?) OR seen IS NULL)",
                        at.toEpochMilli(),
                        clinic,
                        hash,
                        Author.Role.PATIENT.id(),
                        Author.Role.CONFIDANT.id()));
  }

  @Override
  public void ready(String clinic, String hash, boolean cardSaved, boolean worksOffline) {
    int signs = (cardSaved ? CARD : 0) | (worksOffline ? OFFLINE : 0);
    var _ =
        engine
            .writer()
            .submit(
                0,
                session ->
                    session.run(
                        "UPDATE access_token SET ready = ready | ? WHERE clinic = ?"
                            + " AND token_hash = ? AND revoked IS NULL",
                        signs,
                        clinic,
                        hash));
  }

  private Device device(String clinic, ResultSet row) throws SQLException {
    AccessToken token = tokens.fromRow(clinic, row);
    long seen = row.getLong(10);
    Optional<Instant> seenAt =
        row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(seen));
    int ready = row.getInt(11);
    return new Device(
        token,
        PhoneKind.of(row.getString(9)),
        row.getInt(8),
        seenAt,
        (ready & CARD) != 0,
        (ready & OFFLINE) != 0);
  }

  private static AuditEntry entry(String action, AccessToken token, String actor, Instant at) {
    return JdbcAccessTokens.entry(action, token, actor, at);
  }
}
