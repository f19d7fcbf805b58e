package vermilion.schedule;

import java.time.Instant;
import vermilion.protocol.MassageOrder;

/// One massage order from its signature to its end.
///
/// Two plan versions with equal courses carry one course on: a change of zone does not give the
/// patient its days again.
///
/// @param order what was signed
/// @param signed when it was signed; no session opens before it
public record MassageCourse(MassageOrder order, Instant signed) {}
