package vermilion.protocol;

/// A document that statements of a protocol stand on.
///
/// @param key how statements name it, for example `S15`
/// @param quality `A`, `A*`, `A via B`, `B`, `GK` or `SD`, as docs/sources.md explains
/// @param reference who, what, where, when
public record Source(String key, String quality, String reference) {}
