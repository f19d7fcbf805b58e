package vermilion.service;

/// What an append does to the episode's line on the worklist, in the same transaction.
public sealed interface WorklistChange {

  /// The line stays as it is.
  WorklistChange NONE = new Unchanged();

  /// The line goes, if there is one.
  WorklistChange REMOVED = new Removed();

  /// Leaves the line alone.
  record Unchanged() implements WorklistChange {}

  /// Takes the line off.
  record Removed() implements WorklistChange {}

  /// Writes the line, whether or not there was one.
  ///
  /// @param row the whole new line
  record Put(WorklistRow row) implements WorklistChange {}
}
