package vermilion.service;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Somebody who asked for news by e-mail. She is no patient here, and nothing leads to one.
///
/// @param id names her, and her key
/// @param lookup a keyed hash of her address, by which it is found again
/// @param address where to
/// @param language of the articles that she wants to hear of
/// @param asked when she last asked
/// @param asks how often she was sent a question since she is not confirmed
/// @param confirmed since when she gets news; empty: not yet
public record Subscriber(
    UUID id,
    String lookup,
    String address,
    String language,
    Instant asked,
    int asks,
    Optional<Instant> confirmed) {}
