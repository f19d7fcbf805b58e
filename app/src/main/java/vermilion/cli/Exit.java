package vermilion.cli;

/// What a command's exit code means.
final class Exit {
  /// The answer is printed.
  static final int GOOD = 0;

  /// The question was understood, and the answer is "no".
  static final int NO = 1;

  /// The question was not understood: what was wrong with it is printed.
  static final int BAD_INPUT = 2;

  /// The fault is ours.
  static final int FAULT = 70;

  private Exit() {}
}
