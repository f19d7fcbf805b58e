package vermilion.protocol;

import java.util.Optional;

/// What a practitioner signed for one patient: that there is no massage, or which.
///
/// @param practitioner who signs, by name
/// @param massage the massage ordered, or empty: do not massage
public record Order(String practitioner, Optional<MassageOrder> massage) {}
