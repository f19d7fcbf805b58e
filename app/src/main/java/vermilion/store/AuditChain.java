package vermilion.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vermilion.service.AuditEntry;
import vermilion.service.AuditRecord;
import vermilion.service.JournalFailure;
import vermilion.service.JournalFailure.Kind;
import vermilion.store.Head.Chain;
import vermilion.store.Head.Extent;

/// The audit of a clinic as a chain of its own.
final class AuditChain {

  static final String COLUMNS = "seq, at, actor, action, episode, detail";

  private final Heads heads;

  AuditChain(Heads heads) {
    this.heads = heads;
  }

  /// Adds `entries` to the audit of `clinic` within the caller's transaction.
  void append(Session session, String clinic, List<AuditEntry> entries) throws SQLException {
    if (entries.isEmpty()) {
      return;
    }
    Head before = headOf(session, clinic);
    Head head = before;
    for (AuditEntry entry : entries) {
      Instant at = head.notBefore(entry.at());
      AuditRecord stored = new AuditRecord(clinic, head.seq + 1, at(entry, at));
      byte[] hash = hash(stored, head.hash);
      insert(session, stored, head.hash, hash);
      head = head.after(hash, at, 0);
    }
    heads.move(session, before, head);
  }

  private Head headOf(Session session, String clinic) throws SQLException {
    Chain chain = Chain.audit(clinic);
    Optional<Head> found = heads.find(session, chain);
    if (found.isPresent()) {
      return found.get();
    }
    if (session
        .first("SELECT 1 FROM audit WHERE clinic = ? LIMIT 1", row -> true, clinic)
        .isPresent()) {
      throw new JournalFailure(Kind.TAMPERED, "the audit of " + clinic + " has rows but no head");
    }
    Head empty = new Head(chain, 0, chain.origin(), new Extent(0, 0));
    heads.add(session, empty);
    return empty;
  }

  private static void insert(Session session, AuditRecord stored, byte[] previous, byte[] hash)
      throws SQLException {
    AuditEntry entry = stored.entry();
    session.run(
        "INSERT INTO audit (clinic, "
            + COLUMNS
            + ", previous_hash, hash)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        stored.clinic(),
        stored.seq(),
        entry.at().toEpochMilli(),
        entry.actor(),
        entry.action(),
        entry.episode().orElse(""),
        entry.detail(),
        previous,
        hash);
  }

  static byte[] hash(AuditRecord stored, byte[] previous) {
    AuditEntry entry = stored.entry();
    return Frame.of("vermilion/audit/1")
        .text(stored.clinic())
        .number(stored.seq())
        .number(entry.at().toEpochMilli())
        .text(entry.actor())
        .text(entry.action())
        .text(entry.episode().orElse(""))
        .text(entry.detail())
        .bytes(previous)
        .sha256();
  }

  /// The record in the columns [#COLUMNS] from the first on.
  static AuditRecord fromRow(String clinic, ResultSet row) throws SQLException {
    String episode = row.getString(5);
    AuditEntry entry =
        new AuditEntry(
            Instant.ofEpochMilli(row.getLong(2)),
            row.getString(3),
            row.getString(4),
            episode.isEmpty() ? Optional.empty() : Optional.of(episode),
            row.getString(6));
    return new AuditRecord(clinic, row.getLong(1), entry);
  }

  private static AuditEntry at(AuditEntry entry, Instant at) {
    return new AuditEntry(at, entry.actor(), entry.action(), entry.episode(), entry.detail());
  }
}
