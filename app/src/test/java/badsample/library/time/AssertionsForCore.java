package badsample.library.time;

import org.assertj.core.api.Assertions;
import org.jspecify.annotations.NullMarked;

/// Leans on a library.
@NullMarked
public final class AssertionsForCore {
  private AssertionsForCore() {}

  /// A name.
  public static String name() {
    return Assertions.class.getName();
  }
}
