package vermilion.demo;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static vermilion.demo.DemoAnswers.calm;
import static vermilion.demo.DemoStep.acknowledge;
import static vermilion.demo.DemoStep.checkIn;
import static vermilion.demo.DemoStep.clinician;
import static vermilion.demo.DemoStep.massage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vermilion.json.Json;
import vermilion.time.UtcText;

/// Who the demonstration's patients are: made up, each at another stage.
final class DemoCast {

  private static final String HYALURONIC = "hyaluronic-acid";
  private static final String PRODUCT = "Sample Lip Soft";

  private final Instant now;

  DemoCast(Instant now) {
    this.now = now;
  }

  List<DemoPatient> all() {
    return List.of(
        redFlag(),
        infection(),
        silent(),
        onMassage(),
        lump(),
        justTreated(),
        firstEvening(),
        unknownFiller(),
        lowered(),
        worried(),
        dayFourteen(),
        monthFour());
  }

  private static DemoPatient patient(
      String name, Duration ago, boolean massage, List<DemoStep> steps) {
    int year = 1980 + name.length() % 20;
    return new DemoPatient(
        name,
        year + "-04-1" + name.length() % 10,
        ago,
        HYALURONIC,
        PRODUCT,
        "A11" + (70 + name.length()),
        name.length() % 2 == 0 ? "1.0" : "0.7",
        List.of("upper lip, left", "upper lip, right", "lower lip, middle"),
        massage,
        steps);
  }

  /// A day and a quarter in: a bruise at first, then a pale patch and rising pain a few minutes
  /// ago.
  private static DemoPatient redFlag() {
    List<DemoStep> steps = firstDay();
    steps.add(
        checkIn(
            ofHours(30).minusMinutes(4),
            "full",
            calm(5, "moderate")
                .with("colour", "pale")
                .with("pain-course", "rising")
                .with("swelling-course", "steady")));
    return patient("Amira Haddad", ofHours(30), false, steps);
  }

  /// Day 4: red and warm since the morning.
  private static DemoPatient infection() {
    List<DemoStep> steps = firstDays();
    steps.add(
        checkIn(ofHours(98), "full", calm(3, "mild").with("redness", "warm").without("bleeding")));
    return patient("Chloe Martin", ofHours(100), false, steps);
  }

  /// Treated yesterday, and not heard of since.
  private static DemoPatient silent() {
    return patient("Jo Lindqvist", ofHours(22), false, List.of());
  }

  /// Day 3 with a massage order: each session that was open has been done, but for the last ones.
  private static DemoPatient onMassage() {
    List<DemoStep> steps = firstDays();
    for (int hour = 49; hour <= 70; hour += 7) {
      steps.add(massage(ofHours(hour)));
    }
    return patient("Sofia Rossi", ofHours(75), true, steps);
  }

  /// Day 13: massage done and over, a small firm lump for the review.
  private static DemoPatient lump() {
    List<DemoStep> steps = firstDays();
    for (int hour = 50; hour <= 120; hour += 7) {
      steps.add(massage(ofHours(hour)));
    }
    steps.add(checkIn(ofDays(5), "full", late().with("lump", "firm")));
    steps.add(checkIn(ofDays(7).plusHours(1), "full", late().with("lump", "firm")));
    steps.add(checkIn(ofDays(10).plusHours(3), "full", late().with("lump", "soft")));
    return patient("Priya Nair", ofDays(13), true, steps);
  }

  private static DemoPatient justTreated() {
    return patient("Grace Kim", ofMinutes(20), false, List.of());
  }

  /// Seven hours in: the first look and the first check-in done.
  private static DemoPatient firstEvening() {
    return patient(
        "Layla Osman",
        ofHours(7),
        false,
        List.of(look(), checkIn(ofHours(4).plusMinutes(20), "full", calm(2, "mild"))));
  }

  /// Nobody knows what was injected: the same watching, never a massage.
  private static DemoPatient unknownFiller() {
    return new DemoPatient(
        "Maria Santos",
        "1988-09-02",
        ofHours(50),
        "unknown",
        "",
        "",
        "",
        List.of("upper lip, middle"),
        false,
        firstDays().stream().filter(step -> step.after().compareTo(ofHours(50)) < 0).toList());
  }

  /// Swelling that grew on the first day: answered, seen, lowered, and the hold lifted.
  private DemoPatient lowered() {
    List<DemoStep> steps = firstDay();
    steps.add(checkIn(ofHours(26), "full", calm(2, "severe").with("swelling-course", "growing")));
    steps.add(acknowledge(ofHours(26).plusMinutes(25), "speaking"));
    Json.Obj lowered =
        Json.object()
            .put("concern", "swelling")
            .put("level", "routine")
            .put("until", UtcText.of(now.minus(ofHours(70)).plus(ofHours(28 + 60))))
            .put("seen", true)
            .put("reason", "Seen at the clinic. Even swelling, good colour and refill.")
            .build();
    steps.add(clinician(ofHours(28), "level-lowered", lowered));
    steps.add(
        clinician(
            ofHours(28).plusMinutes(2),
            "hold-lifted",
            Json.object().put("reason", "Seen, nothing that massage would harm.").build()));
    steps.add(checkIn(ofHours(37), "full", calm(1, "moderate")));
    steps.add(checkIn(ofHours(49), "full", calm(1, "mild")));
    return patient("Beth Walker", ofHours(70), false, steps);
  }

  /// Day 6, very worried; the nurse has seen it and will ring.
  private static DemoPatient worried() {
    List<DemoStep> steps = firstDays();
    steps.add(checkIn(ofDays(5), "full", late()));
    steps.add(
        checkIn(
            ofDays(6).minusHours(1), "full", late().with("worry", "3").with("self-harm", "no")));
    steps.add(acknowledge(ofDays(6).minusMinutes(20), "seen"));
    return patient("Nadia Petrova", ofDays(6), false, steps);
  }

  private static DemoPatient dayFourteen() {
    List<DemoStep> steps = firstDays();
    for (int day : new int[] {5, 6, 7, 10}) {
      steps.add(checkIn(ofDays(day).plusHours(2), "full", late()));
    }
    steps.add(
        checkIn(
            ofDays(14).plusHours(1),
            "full",
            late().with("asymmetry", "slight").with("tint", "no")));
    return patient("Emma Clarke", ofDays(14).plusHours(3), false, steps);
  }

  private static DemoPatient monthFour() {
    List<DemoStep> steps = firstDays();
    for (int day : new int[] {5, 6, 7, 10, 14, 21, 28}) {
      DemoAnswers answers = late();
      if (day >= 14) {
        answers.with("tint", "no");
      }
      steps.add(checkIn(ofDays(day).plusHours(2), "full", answers));
    }
    for (int month : new int[] {2, 3}) {
      steps.add(checkIn(ofDays(30L * month).plusHours(5), "late", lateForm()));
    }
    return patient("Hannah Weiss", ofDays(122), false, steps);
  }

  private static DemoStep look() {
    DemoAnswers answers = calm(1, "mild");
    for (String id : List.of("stroke", "collapse", "hives", "cool", "refill", "skin", "bleeding")) {
      answers.without(id);
    }
    for (String id : List.of("swelling", "swelling-course", "fever", "redness", "pus", "lump")) {
      answers.without(id);
    }
    return checkIn(
        ofHours(2).plusMinutes(10), "look", answers.without("asymmetry").without("worry"));
  }

  private static DemoAnswers lateForm() {
    DemoAnswers answers = calm(0, "none").with("tint", "no");
    for (String id : List.of("stroke", "collapse", "hives", "colour-elsewhere", "cool")) {
      answers.without(id);
    }
    for (String id : List.of("refill", "bleeding", "swelling-course", "numb", "asymmetry")) {
      answers.without(id);
    }
    return answers;
  }

  private static DemoAnswers late() {
    return calm(0, "none").without("bleeding");
  }

  private static List<DemoStep> firstDay() {
    List<DemoStep> steps = new ArrayList<>();
    steps.add(look());
    steps.add(checkIn(ofMinutes(255), "full", calm(3, "moderate")));
    steps.add(checkIn(ofHours(13), "full", calm(3, "moderate").with("colour", "bruised")));
    steps.add(checkIn(ofHours(25), "full", calm(3, "moderate").with("colour", "bruised")));
    return steps;
  }

  private static List<DemoStep> firstDays() {
    List<DemoStep> steps = firstDay();
    steps.add(checkIn(ofHours(37), "full", calm(2, "moderate")));
    steps.add(checkIn(ofHours(49), "full", calm(2, "mild")));
    steps.add(checkIn(ofHours(73), "full", calm(1, "mild").without("bleeding")));
    return steps;
  }
}
