package vermilion.store;

import java.time.Instant;
import java.util.Arrays;

/// Where a chain ends: the last row's number, hash and time, kept under a MAC of the master key.
///
/// Without it the last rows of a chain could be cut off and the rest would still look whole.
final class Head {

  final String clinic;
  final String chain;
  final long seq;
  final byte[] hash;
  final long at;
  final long size;

  /// @param place the chain
  /// @param seq the last sequence number; 0 for an empty chain
  /// @param hash the last row's hash, or the chain's origin
  /// @param extent how far it reaches
  Head(Chain place, long seq, byte[] hash, Extent extent) {
    this.clinic = place.clinic();
    this.chain = place.name();
    this.seq = seq;
    this.hash = hash;
    this.at = extent.at();
    this.size = extent.size();
  }

  /// How far a chain reaches.
  ///
  /// @param at the last row's time, in milliseconds
  /// @param size the bytes of all bodies together
  record Extent(long at, long size) {}

  /// The name of a chain.
  ///
  /// @param clinic whose
  /// @param name `register`, `audit` or `episode/ID`
  record Chain(String clinic, String name) {

    static Chain register(String clinic) {
      return new Chain(clinic, "register");
    }

    static Chain audit(String clinic) {
      return new Chain(clinic, "audit");
    }

    static Chain episode(String clinic, String episode) {
      return new Chain(clinic, "episode/" + episode);
    }

    /// What the first row of a register or an audit follows.
    byte[] origin() {
      return Frame.of("vermilion/origin/1").text(clinic).text(name).sha256();
    }
  }

  /// The head after one more row.
  Head after(byte[] rowHash, Instant rowAt, long bytes) {
    return new Head(
        new Chain(clinic, chain), seq + 1, rowHash, new Extent(rowAt.toEpochMilli(), size + bytes));
  }

  /// `now`, but never earlier than the last row: the server's clock may step back, a chain does
  /// not.
  Instant notBefore(Instant now) {
    Instant last = Instant.ofEpochMilli(at);
    return now.isBefore(last) ? last : now;
  }

  boolean endsIn(byte[] rowHash) {
    return Arrays.equals(hash, rowHash);
  }

  Frame frame() {
    return Frame.of("vermilion/head/1")
        .text(clinic)
        .text(chain)
        .number(seq)
        .bytes(hash)
        .number(at)
        .number(size);
  }
}
