package vermilion.proof.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermilion.json.Fields;
import vermilion.json.Json;
import vermilion.json.OneObject;
import vermilion.proof.Findings;
import vermilion.proof.Property;
import vermilion.proof.Proved;
import vermilion.protocol.MassageLimits;
import vermilion.time.WakingText;

/// Says that the schedule was decided, of which engine and which time zones, and how it came out.
///
/// It holds for exactly the engine and the time zone database that it names. The limits are the
/// engine's own: what a protocol may order lies inside them, so one certificate is for all
/// protocols.
///
/// @param engine a hash over the classes that lay out and that check
/// @param timeZones the version of the time zone database, for example `2026a`
/// @param limits the engine's limits, in the words of [#engineLimits()]
/// @param firstYear treatments from its first day
/// @param untilYear until its first day
/// @param waking the waking hours that were listed, as `07:30-22:30`
/// @param size how much was looked at
/// @param laws what holds, in words
public record ScheduleCertificate(
    String engine,
    String timeZones,
    String limits,
    int firstYear,
    int untilYear,
    List<String> waking,
    ScheduleProof.Size size,
    List<String> laws) {
  private static final int HASH_CHARS = 64;
  private static final int MOST_CHARS = 200;
  private static final int MOST_ITEMS = 100;
  private static final int LATEST_YEAR = 9999;

  /// Copies the lists.
  public ScheduleCertificate {
    waking = List.copyOf(waking);
    laws = List.copyOf(laws);
  }

  /// The version of the time zone database of this machine.
  public static String zonesHere() {
    return ScheduleScope.zoneVersion();
  }

  /// The limits that every protocol lies inside.
  public static String engineLimits() {
    return "start hour "
        + MassageLimits.ENGINE_EARLIEST_HOURS
        + " to "
        + MassageLimits.ENGINE_LATEST_START_HOURS
        + ", 1 to "
        + MassageLimits.ENGINE_MOST_PER_DAY
        + " a day, 1 to "
        + MassageLimits.ENGINE_MOST_DAYS
        + " days, 1 to "
        + MassageLimits.ENGINE_MOST_MINUTES
        + " min, "
        + MassageLimits.ENGINE_APART_MINUTES
        + " min apart, closed by hour "
        + MassageLimits.ENGINE_END_HOURS;
  }

  /// The certificate of an outcome, or nothing where a law is broken.
  public static Optional<ScheduleCertificate> of(ScheduleProof.Outcome outcome, String engine) {
    if (!outcome.findings().broken().isEmpty()) {
      return Optional.empty();
    }
    var scope = ScheduleScope.everywhere();
    List<String> waking = new ArrayList<>();
    for (var hours : scope.waking()) {
      waking.add(WakingText.of(hours));
    }
    List<String> laws = new ArrayList<>();
    for (var proved : outcome.findings().proved()) {
      laws.add(proved.statement());
    }
    return Optional.of(
        new ScheduleCertificate(
            engine,
            ScheduleScope.zoneVersion(),
            engineLimits(),
            scope.firstYear(),
            scope.untilYear(),
            waking,
            outcome.size(),
            laws));
  }

  /// What this certificate proves for an engine on this machine's time zones: everything, or
  /// nothing and a notice that says why and what to do.
  public Findings findings(String runningEngine) {
    var zones = ScheduleScope.zoneVersion();
    if (!timeZones.equals(zones)) {
      return notCertified(
          "the schedule is not certified for time zones " + zones + ", only for " + timeZones);
    }
    if (!engine.equals(runningEngine) || !limits.equals(engineLimits())) {
      return notCertified("the schedule is not certified for this engine");
    }
    List<Proved> proved = new ArrayList<>();
    for (var law : laws) {
      proved.add(new Proved(Property.SCHEDULE, law, size.states()));
    }
    return new Findings(proved, List.of(), List.of());
  }

  private static Findings notCertified(String why) {
    return new Findings(List.of(), List.of(), List.of(why));
  }

  /// The certificate as JSON.
  public Json.Obj json() {
    return Json.object()
        .put("engine", engine)
        .put("timeZones", timeZones)
        .put("limits", limits)
        .put("firstYear", firstYear)
        .put("untilYear", untilYear)
        .put("waking", Json.Arr.ofStrings(waking))
        .put("zones", size.zones())
        .put("changes", size.changes())
        .put("kinds", size.kinds())
        .put("plans", size.plans())
        .put("states", size.states())
        .put("laws", Json.Arr.ofStrings(laws))
        .build();
  }

  /// Reads a certificate.
  public static OneObject<ScheduleCertificate> read(String text) {
    return OneObject.read(text, ScheduleCertificate::read);
  }

  private static ScheduleCertificate read(Fields in) {
    return new ScheduleCertificate(
        in.text("engine", HASH_CHARS),
        in.text("timeZones", MOST_CHARS),
        in.text("limits", MOST_CHARS),
        in.whole("firstYear", 1, LATEST_YEAR),
        in.whole("untilYear", 1, LATEST_YEAR),
        in.texts("waking", MOST_ITEMS, MOST_CHARS),
        new ScheduleProof.Size(
            in.whole("zones", 1, Integer.MAX_VALUE),
            in.whole("changes", 1, Integer.MAX_VALUE),
            in.whole("kinds", 1, Integer.MAX_VALUE),
            in.wholeLong("plans", 1, Long.MAX_VALUE),
            in.wholeLong("states", 1, Long.MAX_VALUE)),
        in.texts("laws", MOST_ITEMS, MOST_CHARS));
  }
}
