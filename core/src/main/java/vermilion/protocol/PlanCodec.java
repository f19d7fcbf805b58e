package vermilion.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermilion.json.Fields;
import vermilion.json.Json;
import vermilion.time.Elapsed;

/// Check-ins, photos, advice and massage limits as JSON; times are seconds.
final class PlanCodec {
  private static final int MOST_ADVICE = 64;
  private static final int MOST_KEYS = 100;
  private static final long MOST_SECONDS = Elapsed.ofHours(ScheduleSpec.MOST_HOURS).seconds();

  private final Known known;

  PlanCodec(Known known) {
    this.known = known;
  }

  static void write(Protocol protocol, Json.Builder out) {
    List<Json> checkIns = new ArrayList<>();
    for (CheckIn checkIn : protocol.checkIns()) {
      checkIns.add(
          Json.object().put("at", checkIn.at().seconds()).put("form", checkIn.form()).build());
    }
    List<Json> photos = new ArrayList<>();
    for (PhotoPoint photo : protocol.photos()) {
      photos.add(Json.object().put("at", photo.at().seconds()).build());
    }
    List<Json> advice = new ArrayList<>();
    for (Advice one : protocol.advice()) {
      advice.add(json(one));
    }
    out.put("checkIns", new Json.Arr(checkIns)).put("photos", new Json.Arr(photos));
    out.put("advice", new Json.Arr(advice));
    if (protocol.massage().isPresent()) {
      out.put("massage", json(protocol.massage().get()));
    }
  }

  private static Json json(Advice advice) {
    Json.Builder out = Json.object().put("id", advice.id()).put("avoid", advice.avoid());
    out.put("from", advice.from().seconds());
    if (advice.until().isPresent()) {
      out.put("until", advice.until().get().seconds());
    }
    if (!advice.includes().isEmpty()) {
      out.put("includes", Json.Arr.ofStrings(advice.includes()));
    }
    return out.put("sources", Json.Arr.ofStrings(advice.sources())).build();
  }

  private static Json json(MassageLimits limits) {
    return Json.object()
        .put("usualStartHours", limits.usualStartHours())
        .put("freeStartHours", limits.freeStartHours())
        .put("earliestStartHours", limits.earliestStartHours())
        .put("latestStartHours", limits.latestStartHours())
        .put("usualMinutes", limits.usualMinutes())
        .put("mostMinutes", limits.mostMinutes())
        .put("usualPerDay", limits.usualPerDay())
        .put("mostPerDay", limits.mostPerDay())
        .put("usualDays", limits.usualDays())
        .put("mostDays", limits.mostDays())
        .build();
  }

  List<CheckIn> checkIns() {
    List<CheckIn> checkIns =
        known
            .top()
            .objects(
                "checkIns",
                ScheduleSpec.MOST_CHECK_INS,
                in ->
                    new CheckIn(new Elapsed(in.wholeLong("at", 0, MOST_SECONDS)), known.form(in)));
    List<String> names = new ArrayList<>();
    for (CheckIn checkIn : checkIns) {
      names.add(checkIn.form() + " at " + checkIn.at().seconds());
    }
    known.tellOfTwice("checkIns", names);
    return checkIns;
  }

  List<PhotoPoint> photos() {
    List<PhotoPoint> photos =
        known
            .top()
            .objects(
                "photos",
                ScheduleSpec.MOST_PHOTOS,
                in -> new PhotoPoint(new Elapsed(in.wholeLong("at", 0, MOST_SECONDS))));
    List<String> names = new ArrayList<>();
    for (PhotoPoint photo : photos) {
      names.add("photo at " + photo.at().seconds());
    }
    known.tellOfTwice("photos", names);
    return photos;
  }

  List<Advice> advice() {
    return known.top().objects("advice", MOST_ADVICE, PlanCodec::oneAdvice);
  }

  private static Advice oneAdvice(Fields in) {
    String id = ProtocolCodec.id(in, "id");
    boolean avoid = in.flag("avoid", true);
    long from = in.wholeLong("from", 0, FormCodec.MOST_SECONDS - 1);
    Optional<Elapsed> until = Optional.empty();
    if (in.has("until")) {
      until = Optional.of(new Elapsed(in.wholeLong("until", from + 1, FormCodec.MOST_SECONDS)));
    } else {
      in.skip("until");
    }
    List<String> includes = in.texts("includes", MOST_ADVICE, ProtocolCodec.NAME_CHARS);
    List<String> sources = in.texts("sources", MOST_KEYS, ProtocolCodec.NAME_CHARS);
    return new Advice(id, avoid, new Elapsed(from), until, includes, sources);
  }

  /// Limits that are not looser than the engine's.
  static MassageLimits massage(Fields in) {
    int last = MassageLimits.ENGINE_LATEST_START_HOURS;
    int earliest = in.whole("earliestStartHours", MassageLimits.ENGINE_EARLIEST_HOURS, last);
    int leastFree = Math.max(earliest, MassageLimits.ENGINE_FREE_START_HOURS);
    int free = in.whole("freeStartHours", leastFree, last);
    int latest = in.whole("latestStartHours", free, last);
    int usual = in.whole("usualStartHours", free, latest);
    int mostMinutes = in.whole("mostMinutes", 1, MassageLimits.ENGINE_MOST_MINUTES);
    int mostPerDay = in.whole("mostPerDay", 1, MassageLimits.ENGINE_MOST_PER_DAY);
    int mostDays = in.whole("mostDays", 1, MassageLimits.ENGINE_MOST_DAYS);
    return new MassageLimits(
        usual,
        free,
        earliest,
        latest,
        in.whole("usualMinutes", 1, mostMinutes),
        mostMinutes,
        in.whole("usualPerDay", 1, mostPerDay),
        mostPerDay,
        in.whole("usualDays", 1, mostDays),
        mostDays);
  }
}
