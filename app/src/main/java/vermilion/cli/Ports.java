package vermilion.cli;

import vermilion.service.ProtocolSource;

/// What the commands need of the rest of the application; `Main` fills it.
///
/// @param protocols reads protocol files
public record Ports(ProtocolSource protocols) {}
