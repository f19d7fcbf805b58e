package vermilion.service;

import java.time.Instant;

/// A line of the worklist as it was last written.
///
/// @param episode whose line it is
/// @param updated the server's clock at the last write
/// @param row what was written
public record WorklistEntry(EpisodeRef episode, Instant updated, WorklistRow row) {}
