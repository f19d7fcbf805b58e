package vermilion.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import vermilion.clinical.Questions;
import vermilion.content.ProtocolReader;
import vermilion.content.Reading;
import vermilion.protocol.MassageOrder;
import vermilion.protocol.Protocol;
import vermilion.protocol.ScheduleSpec;
import vermilion.schedule.PlanTerms;
import vermilion.time.Waking;
import vermilion.triage.Rule;
import vermilion.triage.SafetyFloor;
import vermilion.triage.Triage;

/// The shipped protocol for hyaluronic acid, read as the product reads it.
///
/// @param protocol what the file means
/// @param triage its rules, prepared
public record LipHa(Protocol protocol, Triage triage) {
  /// The property that names the folder of the protocols; the forks run in it too.
  static final String FOLDER = "vermilion.protocols";

  /// Reads the file.
  public static LipHa read() {
    var file = Path.of(System.getProperty(FOLDER, "protocols"), "lip-ha.yaml");
    return switch (ProtocolReader.read(file)) {
      case Reading.Broken broken -> throw new IllegalStateException(file + ": " + broken);
      case Reading.Read read -> {
        var protocol = read.protocol();
        yield new LipHa(
            protocol, Triage.of(protocol.questions(), protocol.forms(), protocol.rules()));
      }
    };
  }

  /// What it asks.
  public Questions questions() {
    return protocol.questions();
  }

  /// All rules that the triage evaluates: those of the file with the safety floor under them.
  public List<Rule> rules() {
    return SafetyFloor.under(protocol.rules());
  }

  /// A patient in London with two massages a day for three days, from a Wednesday before the clocks
  /// change.
  public PlanTerms plan() {
    var treated = Instant.parse("2026-03-25T15:00:00Z");
    var order =
        new MassageOrder(
            48,
            1,
            2,
            3,
            List.of("upper lip, left"),
            MassageOrder.USUAL_PRESSURE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new PlanTerms(
        new ScheduleSpec(protocol.checkIns(), protocol.photos()),
        treated,
        ZoneId.of("Europe/London"),
        Waking.USUAL,
        1,
        Optional.of(order),
        treated);
  }
}
