package badsample.layers.triage;

import badsample.layers.protocol.Seen;
import org.jspecify.annotations.NullMarked;

/// An inner package that sees an outer one.
@NullMarked
public final class SeesProtocol {
  private SeesProtocol() {}

  /// Reaches outward.
  public static String reach() {
    return Seen.name();
  }
}
