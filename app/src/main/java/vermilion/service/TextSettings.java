package vermilion.service;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// The gateway that takes our text messages.
///
/// @param address where it takes them: `https`, or `http` on this machine
/// @param user the name by which we sign in
/// @param passwordFile the file of the password
/// @param from in whose name they come; empty: the gateway's own number
public record TextSettings(URI address, String user, Path passwordFile, Optional<String> from) {}
