package vermilion.episode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermilion.clinical.Filler;
import vermilion.clinical.Form;
import vermilion.protocol.CheckIn;
import vermilion.protocol.MassageLimits;
import vermilion.protocol.PhotoPoint;
import vermilion.protocol.Protocol;
import vermilion.protocol.Texts;
import vermilion.time.Elapsed;
import vermilion.triage.BriefForms;
import vermilion.triage.BriefRules;

/// The clinical brief as a protocol, written in Java: its questions, forms, rules, check-ins and
/// limits, without a word for patients.
public final class BriefProtocol {

  /// The protocol of the brief.
  public static final Protocol PROTOCOL = protocol();

  /// The same, ready to follow a patient by.
  public static final Guideline GUIDELINE = Guideline.of(PROTOCOL);

  private BriefProtocol() {}

  private static Protocol protocol() {
    List<Form> forms = new ArrayList<>(BriefForms.FORMS);
    forms.add(
        new Form("airway", List.of(new Form.Group("breath", List.of(Form.Item.always("airway"))))));
    return new Protocol(
        "brief",
        1,
        Optional.empty(),
        List.of(Filler.values()),
        BriefForms.QUESTIONS,
        forms,
        BriefRules.RULES,
        checkIns(),
        photos(),
        List.of(),
        Optional.of(MassageLimits.BRIEF),
        List.of(new Texts("en", false, Map.of())),
        List.of(),
        List.of());
  }

  private static List<CheckIn> checkIns() {
    List<CheckIn> checkIns = new ArrayList<>();
    checkIns.add(new CheckIn(Elapsed.ofHours(2), "look"));
    for (int hour : new int[] {4, 12, 24, 36, 48, 72}) {
      checkIns.add(new CheckIn(Elapsed.ofHours(hour), "full"));
    }
    for (int day : new int[] {4, 5, 6, 7, 10, 14, 21, 28}) {
      checkIns.add(new CheckIn(Elapsed.ofDays(day), "full"));
    }
    for (int day : new int[] {60, 90, 180, 360}) {
      checkIns.add(new CheckIn(Elapsed.ofDays(day), "late"));
    }
    return checkIns;
  }

  private static List<PhotoPoint> photos() {
    List<PhotoPoint> photos = new ArrayList<>();
    for (int day : new int[] {0, 1, 2, 3, 7, 14, 28}) {
      photos.add(new PhotoPoint(Elapsed.ofDays(day)));
    }
    return photos;
  }
}
