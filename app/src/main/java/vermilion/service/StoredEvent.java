package vermilion.service;

import java.time.Instant;
import java.util.UUID;

/// An event as the journal kept it.
///
/// @param id the id under which it came
/// @param seq its place in the episode, from 1 without gaps
/// @param received the server's clock, never earlier than that of the event before it
/// @param body the bytes that came in
public record StoredEvent(UUID id, long seq, Instant received, Bytes body) {}
