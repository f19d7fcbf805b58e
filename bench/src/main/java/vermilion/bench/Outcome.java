package vermilion.bench;

/// What was promised of one thing, and what it is.
///
/// @param what the thing
/// @param target what was promised
/// @param figure what was measured, with its spread
/// @param met whether the median keeps the promise
record Outcome(String what, String target, String figure, boolean met) {}
