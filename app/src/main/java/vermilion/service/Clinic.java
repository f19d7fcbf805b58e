package vermilion.service;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vermilion.episode.ClinicHours;
import vermilion.json.Fields;
import vermilion.json.Json;
import vermilion.json.JsonText;
import vermilion.patient.TreatingClinic;
import vermilion.time.Waking;
import vermilion.time.WakingText;
import vermilion.time.ZoneName;
import vermilion.time.Zones;

/// A clinic of this install, as patients and staff meet it.
///
/// @param id names it in tokens and in the store
/// @param name what it is called
/// @param emergencyLine the number that is answered day and night
/// @param secondNumber the number to try next
/// @param emergencyNumber the emergency number of the country
/// @param department the nearest emergency department or partner clinic, and where it is
/// @param hours when it is open
/// @param use which of the two intended uses it declares
/// @param demo whether it is the demonstration clinic, which alone may run unsigned content
public record Clinic(
    String id,
    String name,
    String emergencyLine,
    String secondNumber,
    String emergencyNumber,
    Department department,
    ClinicHours hours,
    Use use,
    boolean demo) {

  private static final int TEXT_CHARS = 200;
  private static final int PHONE_CHARS = 40;

  /// Where a patient goes when nobody answers.
  ///
  /// @param name what it is called
  /// @param address where it is
  public record Department(String name, String address) {}

  /// The two intended uses (docs/intended-purpose.md).
  public enum Use {
    /// Every patient sees the same red-flag list; staff see the level.
    INFORMATION("information"),
    /// The patient sees what her own answers come to.
    MONITORING(TreatingClinic.MONITORING);

    private final String id;

    Use(String id) {
      this.id = id;
    }

    /// The id used in settings and JSON.
    public String id() {
      return id;
    }
  }

  /// What of it its patients meet.
  public TreatingClinic toPatients() {
    return new TreatingClinic(
        name,
        emergencyLine,
        secondNumber,
        emergencyNumber,
        department.name(),
        department.address(),
        use.id(),
        demo);
  }

  /// The settings to keep.
  public Bytes bytes() {
    Json.Arr days =
        Json.Arr.ofStrings(new TreeSet<>(hours.days()).stream().map(day -> word(day)).toList());
    return Bytes.ofText(
        Json.object()
            .put("name", name)
            .put("emergencyLine", emergencyLine)
            .put("secondNumber", secondNumber)
            .put("emergencyNumber", emergencyNumber)
            .put("departmentName", department.name())
            .put("departmentAddress", department.address())
            .put("zone", hours.zone().getId())
            .put("open", WakingText.of(new Waking(hours.from(), hours.until())))
            .put("days", days)
            .put("use", use.id())
            .put("demo", demo)
            .build()
            .text());
  }

  /// What came of reading settings.
  public sealed interface Reading {
    /// They were read.
    ///
    /// @param clinic the clinic
    record Read(Clinic clinic) implements Reading {}

    /// They cannot be read, or something that a patient relies on is empty.
    ///
    /// @param problems everything that is wrong
    record Broken(List<Fields.Problem> problems) implements Reading {}
  }

  /// Reads settings that were kept.
  public static Reading read(String id, Bytes settings) {
    return JsonText.read(settings.toText()) instanceof JsonText.Reading.Value value
            && value.value() instanceof Json.Obj object
        ? read(id, object)
        : new Reading.Broken(
            List.of(new Fields.Problem("settings", "not a JSON object", "the clinic's settings")));
  }

  /// Reads settings from JSON; every contact must be there, since a patient may need it (H-4).
  public static Reading read(String id, Json.Obj object) {
    List<Fields.Problem> problems = new ArrayList<>();
    Fields in = Fields.of(object, problems);
    String name = in.text("name", TEXT_CHARS);
    String line = in.text("emergencyLine", PHONE_CHARS);
    String second = in.text("secondNumber", PHONE_CHARS);
    String emergency = in.text("emergencyNumber", PHONE_CHARS);
    Department department =
        new Department(
            in.text("departmentName", TEXT_CHARS), in.text("departmentAddress", TEXT_CHARS));
    ClinicHours hours = hours(in);
    Use use = in.oneOf("use", Use.values(), Use::id);
    boolean demo = in.flag("demo", false);
    in.noOthers();
    return problems.isEmpty()
        ? new Reading.Read(
            new Clinic(id, name, line, second, emergency, department, hours, use, demo))
        : new Reading.Broken(problems);
  }

  private static ClinicHours hours(Fields in) {
    ZoneName zone = Zones.parse(in.text("zone", PHONE_CHARS));
    if (zone instanceof ZoneName.Unknown) {
      in.refuse("zone", "a zone such as Europe/London");
    }
    Waking open =
        WakingText.parse(in.optionalText("open", 11).orElse("09:00-18:00"))
            .orElseGet(() -> {
              in.refuse("open", "opening hours of three hours or more, such as 09:00-18:00");
              return new Waking(LocalTime.of(9, 0), LocalTime.of(18, 0));
            });
    List<String> words = in.texts("days", 7, 3);
    Set<DayOfWeek> days = new TreeSet<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      if (words.contains(word(day))) {
        days.add(day);
      }
    }
    if (days.size() != words.size()) {
      in.refuse("days", "days of mon, tue, wed, thu, fri, sat, sun, each once");
    }
    return new ClinicHours(
        zone instanceof ZoneName.Known known ? known.zone() : ZoneOffset.UTC,
        open.from(),
        open.until(),
        days);
  }

  private static String word(DayOfWeek day) {
    return switch (day) {
      case MONDAY -> "mon";
      case TUESDAY -> "tue";
      case WEDNESDAY -> "wed";
      case THURSDAY -> "thu";
      case FRIDAY -> "fri";
      case SATURDAY -> "sat";
      case SUNDAY -> "sun";
    };
  }
}
