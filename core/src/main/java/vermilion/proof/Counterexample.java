package vermilion.proof;

import java.util.List;
import vermilion.json.Json;

/// The smallest state that was found in which a property does not hold.
///
/// @param property what does not hold
/// @param statement what was to hold, in words
/// @param story the state as a short story, in a patient's words
/// @param rules the ids of the rules that it turns on; their places in the file are known to the
///   reader of it
/// @param situation the state for machines
public record Counterexample(
    Property property, String statement, String story, List<String> rules, Json.Obj situation) {

  /// Copies the rules.
  public Counterexample {
    rules = List.copyOf(rules);
  }
}
