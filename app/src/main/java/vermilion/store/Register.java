package vermilion.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vermilion.service.EpisodeEntry;
import vermilion.service.EpisodeRef;
import vermilion.service.JournalFailure;
import vermilion.service.JournalFailure.Kind;
import vermilion.store.Head.Chain;
import vermilion.store.Head.Extent;

/// The register of episodes of each clinic: a chain, so that a whole episode cannot vanish unseen.
final class Register {

  static final String COLUMNS = "ordinal, episode, patient, opened";

  private final Heads heads;

  Register(Heads heads) {
    this.heads = heads;
  }

  /// Enters an episode and starts its own chain, which follows the register's row.
  Head enter(Session session, EpisodeRef episode, UUID patient, Instant now) throws SQLException {
    Head before = headOf(session, episode.clinic());
    Instant opened = before.notBefore(now);
    EpisodeEntry entry = new EpisodeEntry(before.seq + 1, episode, patient, opened);
    byte[] hash = hash(entry, before.hash);
    session.run(
        "INSERT INTO episode (clinic, "
            + COLUMNS
            + ", previous_hash, hash)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        episode.clinic(),
        entry.ordinal(),
        episode.episode(),
        patient.toString(),
        opened.toEpochMilli(),
        before.hash,
        hash);
    heads.move(session, before, before.after(hash, opened, 0));
    Chain chain = Chain.episode(episode.clinic(), episode.episode());
    Head own = new Head(chain, 0, hash, new Extent(0, 0));
    heads.add(session, own);
    return own;
  }

  private Head headOf(Session session, String clinic) throws SQLException {
    Chain chain = Chain.register(clinic);
    Optional<Head> found = heads.find(session, chain);
    if (found.isPresent()) {
      return found.get();
    }
    if (session
        .first("SELECT 1 FROM episode WHERE clinic = ? LIMIT 1", row -> true, clinic)
        .isPresent()) {
      throw new JournalFailure(
          Kind.TAMPERED, "the register of " + clinic + " has rows but no head");
    }
    Head empty = new Head(chain, 0, chain.origin(), new Extent(0, 0));
    heads.add(session, empty);
    return empty;
  }

  static byte[] hash(EpisodeEntry entry, byte[] previous) {
    return Frame.of("vermilion/register/1")
        .text(entry.episode().clinic())
        .number(entry.ordinal())
        .text(entry.episode().episode())
        .text(entry.patient().toString())
        .number(entry.opened().toEpochMilli())
        .bytes(previous)
        .sha256();
  }

  /// The entry in the columns [#COLUMNS] from the first on.
  static EpisodeEntry fromRow(String clinic, ResultSet row) throws SQLException {
    return new EpisodeEntry(
        row.getLong(1),
        new EpisodeRef(clinic, row.getString(2)),
        UUID.fromString(row.getString(3)),
        Instant.ofEpochMilli(row.getLong(4)));
  }
}
