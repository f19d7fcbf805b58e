package badsample.layers.protocol;

import org.jspecify.annotations.NullMarked;

/// Only there to be seen.
@NullMarked
public final class Seen {
  private Seen() {}

  /// A name.
  public static String name() {
    return "seen";
  }
}
