package vermilion.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vermilion.clinical.Filler;
import vermilion.json.Json;
import vermilion.protocol.MassageOrder;
import vermilion.protocol.OrderCheck;
import vermilion.protocol.Protocol;
import vermilion.protocol.ScheduleSpec;
import vermilion.schedule.Occurrence;
import vermilion.schedule.PlanTerms;
import vermilion.schedule.Schedule;
import vermilion.service.ProtocolReading;
import vermilion.time.Waking;
import vermilion.time.WakingText;
import vermilion.time.ZoneName;
import vermilion.time.Zones;

/// `vermilion plan FILE`: what is due when, for one patient?
@Command(
    name = "plan",
    description = {
      "Prints the dated plan of one patient as one JSON array, by opening and then by id.",
      "Without an order there is no massage."
    },
    footer = {
      "",
      "Example:",
      "  vermilion plan protocols/lip-ha.yaml --treated 2026-03-28T15:00 \\",
      "    --zone Europe/London --order order.json",
      "where order.json holds, for example:",
      "  {\"practitioner\":\"Dr A\",\"massage\":{\"startHours\":48,\"minutes\":1,\"perDay\":2,",
      "   \"days\":3,\"where\":[\"upper lip, left\"],\"reason\":null}}",
      "",
      "Exit: 0 the plan is printed; 1 the order breaks a limit; 2 bad input."
    })
final class PlanCommand implements Callable<Integer> {
  private final Protocols protocols;
  private final Terminal terminal;
  private final List<Complaint> complaints = new ArrayList<>();

  @Parameters(paramLabel = "FILE", description = "The protocol; a draft will do.")
  private Path file = Path.of("");

  @Option(
      names = "--treated",
      required = true,
      paramLabel = "TIME",
      description = "The end of the injection, on the patient's clock: 2026-03-28T15:00.")
  private String treated = "";

  @Option(
      names = "--zone",
      required = true,
      paramLabel = "ZONE",
      description = "Where the patient lives: Europe/London.")
  private String zone = "";

  @Option(
      names = "--waking",
      paramLabel = "HOURS",
      description = "When the patient is awake; 07:30-22:30 where nothing is said.")
  private String waking = WakingText.of(Waking.USUAL);

  @Option(
      names = "--order",
      paramLabel = "ORDER.json",
      description = "What the practitioner signs.")
  private Optional<Path> order = Optional.empty();

  @Mixin private JsonOption json = new JsonOption();

  PlanCommand(Protocols protocols, Terminal terminal) {
    this.protocols = protocols;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Optional<Protocol> protocol = protocol();
    ZoneId zoneId = zone();
    Instant treatedAt = treated(zoneId);
    Waking awake = waking();
    Optional<OrderFile> signed = order.flatMap(this::order);
    if (!complaints.isEmpty() || protocol.isEmpty()) {
      Complaint.tell(complaints, json.isWanted(), terminal);
      return Exit.BAD_INPUT;
    }
    List<Complaint> broken = signed.map(one -> brokenLimits(protocol.get(), one)).orElse(List.of());
    if (!broken.isEmpty()) {
      Complaint.tell(broken, json.isWanted(), terminal);
      return Exit.NO;
    }
    Optional<MassageOrder> massage = signed.flatMap(one -> one.order().massage());
    ScheduleSpec spec = new ScheduleSpec(protocol.get().checkIns(), protocol.get().photos());
    print(Schedule.expand(new PlanTerms(spec, treatedAt, zoneId, awake, 1, massage, treatedAt)));
    return Exit.GOOD;
  }

  private Optional<Protocol> protocol() {
    return switch (protocols.reading(file)) {
      case ProtocolReading.Read read -> Optional.of(read.protocol());
      case ProtocolReading.Broken broken -> {
        broken.problems().forEach(problem -> complaints.add(Protocols.complaint(problem)));
        yield Optional.empty();
      }
    };
  }

  private ZoneId zone() {
    return switch (Zones.parse(zone)) {
      case ZoneName.Known known -> known.zone();
      case ZoneName.Unknown unknown -> {
        complaints.add(new Complaint("--zone", unknown.sentence()));
        yield ZoneOffset.UTC;
      }
    };
  }

  private Instant treated(ZoneId zoneId) {
    Optional<Instant> instant = TreatedTime.of(treated, zoneId);
    if (instant.isEmpty()) {
      complaints.add(
          new Complaint(
              "--treated", "found \"" + treated + "\", expected " + TreatedTime.EXPECTED));
    }
    return instant.orElse(Instant.EPOCH);
  }

  private Waking waking() {
    Optional<Waking> hours = WakingText.parse(waking);
    if (hours.isEmpty()) {
      Optional<String> near =
          Optional.of("0" + waking).filter(text -> WakingText.parse(text).isPresent());
      complaints.add(
          new Complaint(
              "--waking",
              "found \""
                  + waking
                  + "\", expected hours such as 07:30-22:30, at least "
                  + Waking.SHORTEST_MINUTES / 60
                  + " h of them"
                  + LineRefusal.hint(near)));
    }
    return hours.orElse(Waking.USUAL);
  }

  private Optional<OrderFile> order(Path path) {
    return switch (OrderFile.read(path)) {
      case OrderFile.Reading.Read read -> Optional.of(read.order());
      case OrderFile.Reading.Broken broken -> {
        complaints.addAll(broken.complaints());
        yield Optional.empty();
      }
    };
  }

  private static List<Complaint> brokenLimits(Protocol protocol, OrderFile signed) {
    return switch (OrderCheck.check(protocol.massage(), filler(protocol), false, signed.order())) {
      case OrderCheck.Accepted _ -> List.of();
      case OrderCheck.Refused refused -> refused.broken().stream().map(signed::complaint).toList();
    };
  }

  /// The riskiest filler that the protocol is for: nobody says which one this patient has.
  private static Filler filler(Protocol protocol) {
    for (Filler filler : protocol.fillers()) {
      if (filler != Filler.HYALURONIC_ACID) {
        return filler;
      }
    }
    return protocol.fillers().isEmpty() ? Filler.UNKNOWN : Filler.HYALURONIC_ACID;
  }

  private void print(List<Occurrence> plan) {
    List<String> lines = new ArrayList<>();
    for (Occurrence one : plan) {
      lines.add(
          Json.object()
              .put("id", one.id())
              .put("activity", one.activity())
              .put("opens", one.window().opens().toString())
              .put("closes", one.window().closes().toString())
              .put("localDate", one.localDate().toString())
              .put("slot", one.slot())
              .build()
              .text());
    }
    terminal.answer("[" + String.join(",\n ", lines) + "]");
  }
}
