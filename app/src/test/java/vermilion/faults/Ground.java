package vermilion.faults;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vermilion.clinical.Filler;
import vermilion.content.ProtocolReader;
import vermilion.content.Reading;
import vermilion.episode.Author;
import vermilion.episode.ClinicHours;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.EventCodec;
import vermilion.episode.Guideline;
import vermilion.episode.Patient;
import vermilion.episode.Treatment;
import vermilion.protocol.MassageOrder;
import vermilion.protocol.Order;
import vermilion.service.Clinic;

/// What every run stands on: one clinic, one protocol, and the words in which they speak.
final class Ground {

  /// The clinic's id.
  static final String CLINIC = "northside";

  /// Who signs for the clinic.
  static final Author NURSE = new Author(Author.Role.CLINICIAN, "Nurse Kay");

  /// As the server calls whoever comes with a patient's link.
  static final Author PATIENT = new Author(Author.Role.PATIENT, "patient");

  /// Who signs protocols here.
  static final String SIGNER = "Dr Okafor";

  private Ground() {}

  /// The clinic, open day and night, so that a run comes to the same at every hour.
  static Clinic clinic() {
    return new Clinic(
        CLINIC,
        "Northside Aesthetics",
        "020 7946 0018",
        "020 7946 0123",
        "999",
        new Clinic.Department("St Example's", "1 Bridge Road"),
        new ClinicHours(
            ZoneId.of("Europe/London"),
            LocalTime.of(0, 0),
            LocalTime.of(23, 59),
            Set.of(DayOfWeek.values())),
        Clinic.Use.MONITORING,
        false);
  }

  /// The protocol of a file, made ready.
  static Guideline guideline(Path file) {
    if (ProtocolReader.read(file) instanceof Reading.Read read) {
      return Guideline.of(read.protocol());
    }
    throw new IllegalStateException(file + " is no protocol");
  }

  /// The shipped protocol.
  static Path shipped() {
    return Path.of("..", "protocols", "lip-ha.yaml");
  }

  /// The treatment of a patient of this name.
  static EpisodeEvent.Opened opened(String name, Instant treated) {
    return new EpisodeEvent.Opened(
        new Patient(name, "1991-04-30", "Europe/London", "07:30-22:30", "en"),
        new Treatment(
            treated,
            Filler.HYALURONIC_ACID,
            "Example Lip 1",
            "A1182",
            "2027-05-31",
            "1.0",
            List.of("upper lip, left"),
            SIGNER,
            List.of()),
        "lip-ha",
        1,
        EpisodeEvent.KnownBefore.NOTHING);
  }

  /// An order of a massage.
  static EpisodeEvent.OrderSigned order(int minutes) {
    return new EpisodeEvent.OrderSigned(
        new Order(
            SIGNER,
            Optional.of(
                new MassageOrder(
                    48,
                    minutes,
                    2,
                    3,
                    List.of("upper lip, left"),
                    MassageOrder.USUAL_PRESSURE,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()))));
  }

  /// What the journal must hold of an event, byte for byte.
  static String body(EventCodec.Sent sent, Author by) {
    return EventCodec.body(sent, by);
  }

  /// What the first events of an episode must say, but for ids and times.
  static List<String> contents(List<EpisodeEvent> firsts) {
    return firsts.stream()
        .map(event -> body(new EventCodec.Sent("", Instant.EPOCH, event), NURSE))
        .map(Checker::content)
        .toList();
  }
}
