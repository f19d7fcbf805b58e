package vermilion.protocol;

import java.util.List;

/// Which sources a statement of a protocol stands on.
///
/// @param statement what it is about: `rule.eye`, `check-ins`, `photos` or `massage`
/// @param sources keys of the sources
public record Citation(String statement, List<String> sources) {
  /// Copies the sources.
  public Citation {
    sources = List.copyOf(sources);
  }
}
