package vermilion.service;

/// A record that was put into an empty store.
///
/// @param rows how many rows it has
/// @param erasedSince patients who were erased after the copy was made, and are erased in it too
public record Restored(long rows, long erasedSince) {}
