package vermilion.service;

import java.time.Instant;
import java.util.UUID;

/// The journal's word that one event is durable.
///
/// @param id the event
/// @param seq its place in the episode
/// @param received the server's clock that was kept with it
/// @param duplicate whether it was there already, byte for byte, before this request
public record Receipt(UUID id, long seq, Instant received, boolean duplicate) {}
