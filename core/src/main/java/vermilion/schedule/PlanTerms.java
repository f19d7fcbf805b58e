package vermilion.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import vermilion.protocol.MassageOrder;
import vermilion.protocol.ScheduleSpec;
import vermilion.time.Waking;

/// Everything that one expansion of a plan depends on.
///
/// @param spec the check-ins and photos of the protocol
/// @param treated the recorded end of the injection
/// @param zone where the patient lives
/// @param waking the patient's waking hours
/// @param planVersion the version to name in every id, from 1
/// @param massage the accepted order, or empty: no massage
/// @param notBefore no massage opens before this instant, for an order signed late
public record PlanTerms(
    ScheduleSpec spec,
    Instant treated,
    ZoneId zone,
    Waking waking,
    int planVersion,
    Optional<MassageOrder> massage,
    Instant notBefore) {}
