package vermilion.oracle;

import java.util.List;

/// What the oracle says of one story.
///
/// @param level the level's id
/// @param rules all that fire, worst first, within a level in the order of the brief's table
/// @param missing asked and left empty in a completed form, in the order of the question table
/// @param hold whether massage is held
record Verdict(String level, List<String> rules, List<String> missing, boolean hold) {}
