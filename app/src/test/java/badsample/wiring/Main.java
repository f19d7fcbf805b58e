package badsample.wiring;

import org.jspecify.annotations.NullMarked;

/// The one class that may wire.
@NullMarked
public final class Main {
  private Main() {}
}
