package vermilion.episode;

import java.util.ArrayList;
import java.util.List;
import vermilion.clinical.DeviceLabel;
import vermilion.clinical.Filler;
import vermilion.json.Fields;
import vermilion.json.Json;
import vermilion.time.UtcText;

/// The first event of an episode as JSON; the API takes the same fields to open one.
public final class OpenedCodec {

  /// The most characters of a name, and of a product.
  public static final int NAME_CHARS = 120;

  /// The most characters of a lot.
  public static final int LOT_CHARS = 40;

  private static final int REASON_CHARS = 500;
  private static final int MOST_SITES = 16;
  private static final int FIRST_YEAR = 1900;
  private static final int MOST_THOUSANDTHS = 20_000;

  private OpenedCodec() {}

  static void write(EpisodeEvent.Opened opened, Json.Builder out) {
    out.put("patient", patientJson(opened.patient()));
    out.put("treatment", treatmentJson(opened.treatment()));
    out.put("protocol", opened.protocol()).put("protocolVersion", opened.protocolVersion());
    EpisodeEvent.KnownBefore known = opened.known();
    out.put(
        "known",
        Json.object()
            .put("coldSores", known.coldSores())
            .put("bloodThinner", known.bloodThinner())
            .put("olderFiller", known.olderFiller())
            .build());
  }

  static EpisodeEvent.Opened read(Fields in) {
    return new EpisodeEvent.Opened(
        in.object("patient", OpenedCodec::readPatient),
        in.object("treatment", OpenedCodec::readTreatment),
        in.text("protocol", NAME_CHARS),
        in.whole("protocolVersion", 1, 1_000_000),
        in.optionalObject("known", OpenedCodec::readKnown)
            .orElse(EpisodeEvent.KnownBefore.NOTHING));
  }

  /// Reads `{"name","birthDate","zone","waking","language"}`; waking hours and language may be left
  /// out.
  public static Patient readPatient(Fields in) {
    return new Patient(
        in.text("name", NAME_CHARS),
        date(in, "birthDate", true),
        in.text("zone", NAME_CHARS),
        in.optionalText("waking", 11).orElse("07:30-22:30"),
        in.optionalText("language", 35).orElse("en"));
  }

  /// Reads `{"at","filler","product","lot","expiry","volumeMl","sites","practitioner","syringes"}`;
  /// only `at` and `filler` must be there, since a record that knows little is better than none.
  public static Treatment readTreatment(Fields in) {
    return new Treatment(
        in.instant("at"),
        in.oneOf("filler", Filler.values(), Filler::id),
        in.optionalText("product", NAME_CHARS).orElse(""),
        in.optionalText("lot", LOT_CHARS).orElse(""),
        date(in, "expiry", false),
        volume(in),
        in.texts("sites", MOST_SITES, NAME_CHARS),
        in.optionalText("practitioner", Author.MOST_CHARS).orElse(""),
        in.objects("syringes", Treatment.MOST_SYRINGES, OpenedCodec::readSyringe));
  }

  /// Reads `{"product","lot","expiry","udi","volumeMl","reason"}`, all of which may be left out.
  private static Syringe readSyringe(Fields in) {
    return new Syringe(
        in.optionalText("product", NAME_CHARS).orElse(""),
        in.optionalText("lot", LOT_CHARS).orElse(""),
        date(in, "expiry", false),
        in.optionalText("udi", DeviceLabel.MOST_CHARS).orElse(""),
        volume(in),
        in.optionalText("reason", REASON_CHARS).orElse(""));
  }

  /// Reads `{"coldSores","bloodThinner","olderFiller"}`; what is left out is not known.
  public static EpisodeEvent.KnownBefore readKnown(Fields in) {
    return new EpisodeEvent.KnownBefore(
        in.flag("coldSores", false), in.flag("bloodThinner", false), in.flag("olderFiller", false));
  }

  /// The patient as JSON.
  public static Json.Obj patientJson(Patient patient) {
    return Json.object()
        .put("name", patient.name())
        .put("birthDate", patient.birthDate())
        .put("zone", patient.zone())
        .put("waking", patient.waking())
        .put("language", patient.language())
        .build();
  }

  /// The treatment as JSON.
  public static Json.Obj treatmentJson(Treatment treatment) {
    Json.Builder out =
        Json.object()
            .put("at", UtcText.of(treatment.at()))
            .put("filler", treatment.filler().id())
            .put("product", treatment.product())
            .put("lot", treatment.lot())
            .put("expiry", treatment.expiry())
            .put("volumeMl", treatment.volumeMl())
            .put("sites", Json.Arr.ofStrings(List.copyOf(treatment.sites())))
            .put("practitioner", treatment.practitioner());
    if (!treatment.syringes().isEmpty()) {
      List<Json> syringes = new ArrayList<>();
      treatment.syringes().forEach(syringe -> syringes.add(syringeJson(syringe)));
      out.put("syringes", new Json.Arr(syringes));
    }
    return out.build();
  }

  /// One syringe as JSON.
  public static Json.Obj syringeJson(Syringe syringe) {
    return Json.object()
        .put("product", syringe.product())
        .put("lot", syringe.lot())
        .put("expiry", syringe.expiry())
        .put("udi", syringe.udi())
        .put("volumeMl", syringe.volumeMl())
        .put("reason", syringe.reason())
        .build();
  }

  /// A volume as a JSON number or as its text; up to 20 ml.
  private static String volume(Fields in) {
    String text = in.numberText("volumeMl").orElse("");
    if (text.isEmpty()) {
      return text;
    }
    int point = text.indexOf('.');
    String whole = point < 0 ? text : text.substring(0, point);
    String part = point < 0 ? "0" : text.substring(point + 1);
    boolean right =
        isDigits(whole, 2)
            && isDigits(part, 3)
            && Integer.parseInt(whole) * 1000 + thousandths(part) <= MOST_THOUSANDTHS;
    if (!right) {
      in.refuse("volumeMl", "millilitres from 0 to 20 with at most three decimals");
      return "";
    }
    return text;
  }

  private static int thousandths(String part) {
    return Integer.parseInt((part + "00").substring(0, 3));
  }

  private static String date(Fields in, String name, boolean required) {
    String text = required ? in.text(name, 10) : in.optionalText(name, 10).orElse("");
    if (!text.isEmpty() && !isDate(text)) {
      in.refuse(name, "a date such as 1991-04-30");
    }
    return text;
  }

  private static boolean isDate(String text) {
    if (text.length() != 10 || !isDigits(text.substring(0, 4), 4)) {
      return false;
    }
    int year = Integer.parseInt(text.substring(0, 4));
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    // The month and day are read in a year of the same length that instants have.
    String sameLength = (leap ? "2000" : "2001") + text.substring(4) + "T00:00:00Z";
    return year >= FIRST_YEAR && UtcText.parse(sameLength).isPresent();
  }

  private static boolean isDigits(String text, int most) {
    boolean digits = !text.isEmpty() && text.length() <= most;
    for (int i = 0; digits && i < text.length(); i++) {
      digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return digits;
  }
}
