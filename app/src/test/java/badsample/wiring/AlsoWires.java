package badsample.wiring;

import org.jspecify.annotations.NullMarked;

/// A second class at the root.
@NullMarked
public final class AlsoWires {
  private AlsoWires() {}
}
