package vermilion.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vermilion.service.JournalFailure;
import vermilion.service.JournalFailure.Kind;
import vermilion.store.Head.Chain;
import vermilion.store.Head.Extent;

/// Reads and moves the heads of chains; a head whose MAC is wrong is neither believed nor moved, so
/// that writing on cannot cover up a cut.
final class Heads {

  private static final List<String> MOVE_TYPES =
      List.of("bigint", "bytea", "bigint", "bigint", "bytea", "text", "text", "bigint");
  private static final ManyRows MOVE =
      new ManyRows(
          "UPDATE head SET seq = ?, hash = ?, at = ?, size = ?, mac = ?"
              + " WHERE clinic = ? AND chain = ? AND seq = ?",
          "UPDATE head h SET seq = u.seq, hash = u.hash, at = u.at, size = u.size, mac = u.mac FROM "
              + ManyRows.unnest(MOVE_TYPES)
              + " AS u (seq, hash, at, size, mac, clinic, chain, before)"
              + " WHERE h.clinic = u.clinic AND h.chain = u.chain AND h.seq = u.before",
          MOVE_TYPES);

  /// From where to where a head moves.
  ///
  /// @param from as it was found
  /// @param to where the chain ends now
  record Move(Head from, Head to) {}

  private final MasterKey master;

  Heads(MasterKey master) {
    this.master = master;
  }

  Optional<Head> find(Session session, Chain chain) throws SQLException {
    return session.first(
        "SELECT seq, hash, at, size, mac FROM head WHERE clinic = ? AND chain = ?"
            + session.keepingRows("head"),
        row -> fromRow(chain, row, 1),
        chain.clinic(),
        chain.name());
  }

  /// The head in the columns `seq, hash, at, size, mac` from `column` on.
  Head fromRow(Chain chain, ResultSet row, int column) throws SQLException {
    byte[] hash = row.getBytes(column + 1);
    byte[] mac = row.getBytes(column + 4);
    Extent extent = new Extent(row.getLong(column + 2), row.getLong(column + 3));
    Head head = new Head(chain, row.getLong(column), hash == null ? new byte[0] : hash, extent);
    if (mac == null || !master.guards(head.frame(), mac)) {
      throw new JournalFailure(
          Kind.TAMPERED,
          "the head of "
              + chain.clinic()
              + "/"
              + chain.name()
              + " at seq "
              + head.seq
              + " is not as it was written");
    }
    return head;
  }

  /// Keeps the head of a new chain.
  void add(Session session, Head head) throws SQLException {
    session.run(
        "INSERT INTO head (clinic, chain, seq, hash, at, size, mac) VALUES (?, ?, ?, ?, ?, ?, ?)",
        head.clinic,
        head.chain,
        head.seq,
        head.hash,
        head.at,
        head.size,
        master.mac(head.frame()));
  }

  /// Moves the head of a chain from `from` to `to`.
  void move(Session session, Head from, Head to) throws SQLException {
    if (session.run(MOVE.one(), values(new Move(from, to))) != 1) {
      throw new JournalFailure(
          Kind.TAMPERED,
          "the head of "
              + to.clinic
              + "/"
              + to.chain
              + " left seq "
              + from.seq
              + " within one transaction");
    }
  }

  /// Moves the heads of several chains; whether all were where they move from.
  boolean moveAll(Session session, List<Move> moves) throws SQLException {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Move move : moves) {
      rows.add(values(move));
    }
    return session.runMany(MOVE, rows) == moves.size();
  }

  private @Nullable Object[] values(Move move) {
    Head to = move.to();
    return new @Nullable Object[] {
      to.seq, to.hash, to.at, to.size, master.mac(to.frame()), to.clinic, to.chain, move.from().seq
    };
  }
}
