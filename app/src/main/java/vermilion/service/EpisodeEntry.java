package vermilion.service;

import java.time.Instant;
import java.util.UUID;

/// A line of the clinic's register of episodes.
///
/// @param ordinal the place in the register, from 1 without gaps
/// @param episode the episode
/// @param patient whose; one patient may have several episodes and one key
/// @param opened the server's clock, never earlier than that of the entry before
public record EpisodeEntry(long ordinal, EpisodeRef episode, UUID patient, Instant opened) {}
