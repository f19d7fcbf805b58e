package vermilion.cli;

import java.time.InstantSource;
import vermilion.service.Ids;
import vermilion.service.ProtocolSource;
import vermilion.service.Servers;
import vermilion.service.StoreSource;

/// What the commands need of the rest of the application; `Main` fills it.
///
/// @param protocols reads protocol files
/// @param stores opens records
/// @param ids makes ids and secrets
/// @param clock the time of this machine
/// @param servers starts servers
public record Ports(
    ProtocolSource protocols, StoreSource stores, Ids ids, InstantSource clock, Servers servers) {}
