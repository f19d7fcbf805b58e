package vermilion.patient;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vermilion.episode.Author;
import vermilion.episode.ClinicHours;
import vermilion.episode.Confidant;
import vermilion.episode.Entry;
import vermilion.episode.Episode;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.EventCodec;
import vermilion.episode.Guideline;
import vermilion.json.Fields;
import vermilion.json.Json;
import vermilion.json.JsonText;
import vermilion.protocol.Protocol;
import vermilion.protocol.ProtocolCodec;
import vermilion.time.UtcText;
import vermilion.time.WallClock;
import vermilion.time.ZoneName;

/// Everything of one episode that its patient's phone needs to go on without a network, and nothing
/// that staff wrote for staff.
///
/// @param id the id of the episode
/// @param author the name under which the patient's events are kept
/// @param card the path of her emergency card
/// @param language the language that she reads, noted by the clinic or chosen by her
/// @param clinic who treats her
/// @param hours when the clinic is open
/// @param episode the record
/// @param helper whose phone it is, where it is not hers; then `author` is this helper's name
public record PhoneBundle(
    String id,
    String author,
    String card,
    String language,
    TreatingClinic clinic,
    ClinicHours hours,
    Episode episode,
    Optional<Confidant> helper) {

  /// The bundle of her own phone.
  public PhoneBundle(
      String id,
      String author,
      String card,
      String language,
      TreatingClinic clinic,
      ClinicHours hours,
      Episode episode) {
    this(id, author, card, language, clinic, hours, episode, Optional.empty());
  }

  /// The same for the phone of a helper, without what only she and the clinic read.
  public PhoneBundle forHelper(Confidant one) {
    return new PhoneBundle(
        id, one.name(), card, language, clinic, hours, episode, Optional.of(one));
  }

  /// Who writes the events of this phone.
  Author writer() {
    return helper.map(Confidant::author).orElseGet(() -> new Author(Author.Role.PATIENT, author));
  }

  /// The version that is written.
  public static final int VERSION = 1;

  private static final int TEXT_CHARS = 200;
  private static final int DAY_SECONDS = 86_400;

  /// What came of reading.
  public sealed interface Reading {
    /// It was read.
    ///
    /// @param bundle what it says
    record Read(PhoneBundle bundle) implements Reading {}

    /// It cannot be read.
    ///
    /// @param why what is wrong with it
    record Broken(String why) implements Reading {}
  }

  /// The bundle as the server sends it at `now`; it changes with the record and the settings, and
  /// about once a year.
  public Json.Obj json(Instant now) {
    Protocol protocol =
        OwnRecord.of(episode.guideline().protocol(), language, clinic.showsLevels());
    List<Json> events = new ArrayList<>();
    for (Entry entry : episode.entries()) {
      Entry own = helper.isPresent() ? OwnRecord.of(entry, helper.get()) : OwnRecord.of(entry);
      EventCodec.Sent sent = new EventCodec.Sent(own.id(), own.at(), own.event());
      events.add(
          Json.object()
              .put("seq", own.seq())
              .put("received", UtcText.of(own.received()))
              .put("body", EventCodec.json(sent, own.by()))
              .build());
    }
    return Json.object()
        .put("v", VERSION)
        .put("episode", id)
        .put("seq", episode.seq())
        .put("author", author)
        .put("helper", helper.map(Confidant::id))
        .put("card", card)
        .put("language", language)
        .put("clinic", clinic.json())
        .put("hours", hoursJson())
        .put("zones", SentZones.of(episode, hours, now).json())
        .put("protocol", ProtocolCodec.json(protocol))
        .put("events", new Json.Arr(events))
        .build();
  }

  private Json.Obj hoursJson() {
    List<String> days = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      if (hours.days().contains(day)) {
        days.add(day.name());
      }
    }
    return Json.object()
        .put("zone", hours.wall().id())
        .put("from", hours.from().toSecondOfDay())
        .put("until", hours.until().toSecondOfDay())
        .put("days", Json.Arr.ofStrings(days))
        .build();
  }

  /// Reads a bundle.
  public static Reading read(String text) {
    if (!(JsonText.read(text) instanceof JsonText.Reading.Value value)
        || !(value.value() instanceof Json.Obj object)) {
      return new Reading.Broken("the bundle is not a JSON object");
    }
    if (!(object.find("protocol").orElse(new Json.Null()) instanceof Json.Obj written)) {
      return new Reading.Broken("the bundle holds no protocol");
    }
    return switch (ProtocolCodec.read(written)) {
      case ProtocolCodec.Reading.Known known -> read(object, known.protocol());
      case ProtocolCodec.Reading.Refused refused -> broken(refused.problems());
    };
  }

  private static Reading broken(List<Fields.Problem> problems) {
    return new Reading.Broken(problems.getFirst().sentence());
  }

  /// What is read before the record is folded.
  private record Parts(
      String id,
      String author,
      Optional<String> helper,
      String card,
      String language,
      TreatingClinic clinic,
      ClinicHours hours,
      List<Entry> entries,
      SentZones zones) {}

  private static Reading read(Json.Obj object, Protocol protocol) {
    List<Fields.Problem> problems = new ArrayList<>();
    Fields in = Fields.of(object, problems);
    Parts parts = parts(in);
    in.noOthers();
    if (!problems.isEmpty()) {
      return broken(problems);
    }
    Guideline guideline = Guideline.of(protocol);
    List<Entry> entries = parts.entries();
    boolean begun =
        !entries.isEmpty()
            && entries.getFirst().event() instanceof EpisodeEvent.Opened opened
            && guideline.isFor(opened);
    for (int i = 0; begun && i < entries.size(); i++) {
      boolean again = i > 0 && entries.get(i).event() instanceof EpisodeEvent.Opened;
      begun = entries.get(i).seq() == i + 1 && !again;
    }
    if (!begun) {
      return new Reading.Broken("the record of the bundle is not whole");
    }
    Episode episode = Episode.of(guideline, entries, parts.zones());
    PhoneBundle bundle =
        new PhoneBundle(
            parts.id(),
            parts.author(),
            parts.card(),
            parts.language(),
            parts.clinic(),
            parts.hours(),
            episode);
    return parts.helper().isEmpty()
        ? new Reading.Read(bundle)
        : ofHelper(bundle, parts.helper().get());
  }

  private static Reading ofHelper(PhoneBundle bundle, String helper) {
    for (Confidant one : bundle.episode().confidants()) {
      if (one.id().equals(helper)) {
        return new Reading.Read(bundle.forHelper(one));
      }
    }
    return new Reading.Broken("the bundle is of a helper who is not in");
  }

  private static Parts parts(Fields in) {
    in.whole("v", VERSION, VERSION);
    in.skip("protocol");
    String id = in.text("episode", TEXT_CHARS);
    in.whole("seq", 1, Episode.MOST_EVENTS);
    String author = in.text("author", Author.MOST_CHARS);
    Optional<String> helper = in.optionalText("helper", TEXT_CHARS);
    String card = in.text("card", TEXT_CHARS);
    String language = in.text("language", TEXT_CHARS);
    SentZones zones = SentZones.read(in);
    TreatingClinic clinic = in.object("clinic", TreatingClinic::read);
    ClinicHours hours = in.object("hours", fields -> hours(fields, zones));
    List<Entry> entries = in.objects("events", Episode.MOST_EVENTS, PhoneBundle::entry);
    return new Parts(id, author, helper, card, language, clinic, hours, entries, zones);
  }

  private static ClinicHours hours(Fields in, SentZones zones) {
    WallClock wall = WallClock.utc();
    if (zones.find(in.text("zone", TEXT_CHARS)) instanceof ZoneName.Known known) {
      wall = known.wall();
    }
    List<String> names = in.texts("days", DayOfWeek.values().length, TEXT_CHARS);
    Set<DayOfWeek> days = new TreeSet<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      if (names.contains(day.name())) {
        days.add(day);
      }
    }
    return new ClinicHours(
        wall,
        LocalTime.ofSecondOfDay(in.whole("from", 0, DAY_SECONDS - 1)),
        LocalTime.ofSecondOfDay(in.whole("until", 0, DAY_SECONDS - 1)),
        days);
  }

  private static Entry entry(Fields in) {
    int seq = in.whole("seq", 1, Episode.MOST_EVENTS);
    Instant received = in.instant("received");
    EventCodec.Stored stored = in.object("body", EventCodec::readBody);
    EventCodec.Sent sent = stored.sent();
    return new Entry(seq, sent.id(), sent.at(), received, stored.by(), sent.event());
  }
}
