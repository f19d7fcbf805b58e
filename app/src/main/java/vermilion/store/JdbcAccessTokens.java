package vermilion.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vermilion.service.AccessToken;
import vermilion.service.AccessTokens;
import vermilion.service.AuditEntry;
import vermilion.service.JournalFailure;
import vermilion.service.JournalFailure.Kind;

/// The tokens over JDBC. Each row bears a MAC of the master key: whoever can write to the file, but
/// has no master key, cannot give himself a token. May be used by any thread.
final class JdbcAccessTokens implements AccessTokens {

  static final String SELECT =
      "SELECT token_hash, role, episode, label, created, revoked, mac FROM access_token";

  private final Engine engine;
  private final AuditChain audit;

  JdbcAccessTokens(Engine engine) {
    this.engine = engine;
    this.audit = new AuditChain(new Heads(engine.master()));
  }

  @Override
  public boolean issue(String clinic, AccessToken token, String actor) {
    Names.clinic(clinic);
    return engine.writer().submit(0, session -> issue(session, clinic, token, actor)).orElse(false);
  }

  /// Keeps a new token within the writer's transaction.
  boolean issue(Session session, String clinic, AccessToken token, String actor)
      throws SQLException {
    int added =
        session.run(
            "INSERT INTO access_token"
                + " (clinic, token_hash, role, episode, label, created, revoked, mac)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (clinic, token_hash) DO NOTHING",
            clinic,
            token.hash(),
            token.role(),
            token.episode().orElse(""),
            token.label(),
            token.created().toEpochMilli(),
            token.revoked().map(Instant::toEpochMilli).orElse(null),
            engine.master().mac(frame(clinic, token)));
    if (added == 1) {
      audit.append(session, clinic, List.of(entry("token-issued", token, actor, token.created())));
    }
    return added == 1;
  }

  @Override
  public Optional<AccessToken> find(String clinic, String hash) {
    return engine.readers().ask(session -> find(session, clinic, hash));
  }

  private Optional<AccessToken> find(Session session, String clinic, String hash)
      throws SQLException {
    return session.first(
        SELECT + " WHERE clinic = ? AND token_hash = ?", row -> fromRow(clinic, row), clinic, hash);
  }

  @Override
  public boolean revoke(String clinic, String hash, String actor, Instant at) {
    return engine
        .writer()
        .submit(
            0,
            session -> {
              Optional<AccessToken> found = find(session, clinic, hash);
              if (found.isEmpty() || found.get().revoked().isPresent()) {
                return false;
              }
              revoke(session, clinic, found.get(), entry("token-revoked", found.get(), actor, at));
              return true;
            })
        .orElse(false);
  }

  /// Revokes a token within the writer's transaction, at the instant of the audit's entry.
  void revoke(Session session, String clinic, AccessToken token, AuditEntry entry)
      throws SQLException {
    AccessToken revoked =
        new AccessToken(
            token.hash(),
            token.role(),
            token.episode(),
            token.label(),
            token.created(),
            Optional.of(entry.at()));
    session.run(
        "UPDATE access_token SET revoked = ?, mac = ? WHERE clinic = ? AND token_hash = ?",
        entry.at().toEpochMilli(),
        engine.master().mac(frame(clinic, revoked)),
        clinic,
        token.hash());
    audit.append(session, clinic, List.of(entry));
  }

  @Override
  public List<AccessToken> tokens(String clinic, int limit) {
    return engine
        .readers()
        .ask(session ->
            session.all(
                SELECT + " WHERE clinic = ? ORDER BY created, token_hash LIMIT ?",
                row -> fromRow(clinic, row),
                clinic,
                limit));
  }

  AccessToken fromRow(String clinic, ResultSet row) throws SQLException {
    AccessToken token = unguarded(row, 1);
    if (!engine.master().guards(frame(clinic, token), EventRow.bytes(row, 7))) {
      throw new JournalFailure(
          Kind.TAMPERED,
          "token " + token.hash().substring(0, 8) + " of " + clinic + " is not as it was written");
    }
    return token;
  }

  /// The token in the columns of [#SELECT] from `column` on, whose guard nobody has looked at yet.
  static AccessToken unguarded(ResultSet row, int column) throws SQLException {
    String episode = row.getString(column + 2);
    long revokedAt = row.getLong(column + 5);
    Optional<Instant> revoked =
        row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(revokedAt));
    return new AccessToken(
        row.getString(column),
        row.getString(column + 1),
        episode.isEmpty() ? Optional.empty() : Optional.of(episode),
        row.getString(column + 3),
        Instant.ofEpochMilli(row.getLong(column + 4)),
        revoked);
  }

  static Frame frame(String clinic, AccessToken token) {
    Frame frame =
        Frame.of("vermilion/token/1")
            .text(clinic)
            .text(token.hash())
            .text(token.role())
            .text(token.episode().orElse(""))
            .text(token.label())
            .number(token.created().toEpochMilli());
    return token.revoked().isPresent()
        ? frame.number(token.revoked().get().toEpochMilli())
        : frame.absent();
  }

  static AuditEntry entry(String action, AccessToken token, String actor, Instant at) {
    String detail = "token " + token.hash().substring(0, 8) + " role " + token.role();
    return new AuditEntry(at, actor, action, token.episode(), detail);
  }
}
