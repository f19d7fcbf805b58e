package badsample.unplaced.gadget;

import org.jspecify.annotations.NullMarked;

/// In a package that nobody placed.
@NullMarked
public final class Unplaced {
  private Unplaced() {}
}
