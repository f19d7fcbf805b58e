package vermilion.web.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermilion.protocol.MassageLimits;
import vermilion.service.StaffRole;

/// Pages of an invented clinic, as the service would fill them.
final class ClinicSamples {

  /// A name that tries to leave every place it is written into.
  static final String HOSTILE = "</script><img src=x onerror=alert(1)>\"' onmouseover=alert(2) x='";

  private ClinicSamples() {}

  static Frame frame() {
    return new Frame(
        "Northside Aesthetics",
        "Nurse Kay",
        "TOKEN",
        Optional.of("Demonstration. Invented patients. Do not use for care."),
        "2026-04-01T13:20:00Z",
        "Use: monitoring, under the demonstration's own statement. Nobody watches this page for"
            + " you.",
        StaffRole.CLINICIAN,
        true);
  }

  static WorklistPage worklist(String firstName) {
    return new WorklistPage(
        frame(),
        "Wednesday 14:20",
        "Nurse Kay, then Dr Okafor",
        List.of(
            row(
                "ep1",
                "urgent",
                "urgent",
                "2026-04-01T13:26:12Z",
                "6:12",
                firstName,
                "30 h · HA 1.0 ml, both lips · lot A1182",
                "Lips pale; pain 3 to 5, getting worse",
                "occlusion-colour, occlusion-pain",
                course(3, 3, 3, 4, 5),
                "Call the clinic now; emergency department at 14:34",
                "sent 14:14, not known to be read"),
            row(
                "ep2",
                "same-day",
                "same day",
                "2026-04-01T17:00:00Z",
                "3 h 40",
                "Chloe Martin",
                "day 4 · HA 0.5 ml, lower lip",
                "Lip red and warm",
                "infection-local",
                course(5, 4, 3, 2, 3),
                "A clinician will contact you today",
                "read 13:02"),
            row(
                "ep3",
                "soon",
                "soon",
                "2026-04-02T20:20:00Z",
                "31 h",
                "Jo Lindqvist",
                "22 h · HA 1.0 ml",
                "Silent: two check-ins missed, two reminders delivered",
                "silence",
                new PainCourse(List.of()),
                "Nothing yet",
                ""),
            new WorklistRow(
                "ep4",
                "routine",
                "review",
                "",
                "Friday",
                false,
                "Priya Nair",
                "day 13 · HA 0.7 ml · massage done 5 of 6",
                "She has stopped her check-ins: hand over what is open",
                "Small firm lump",
                "lump-early",
                course(5, 4, 3, 1, 1),
                "Looked at on review",
                "",
                List.of(),
                Optional.empty(),
                WorklistRow.More.NONE)),
        new Cut(0, 200, 4),
        new EveryoneElse(57, 0, 3, 1, 0));
  }

  private static WorklistRow row(
      String episode,
      String level,
      String word,
      String due,
      String left,
      String patient,
      String about,
      String why,
      String rules,
      PainCourse course,
      String told,
      String detail) {
    return new WorklistRow(
        episode,
        level,
        word,
        due,
        left,
        false,
        patient,
        about,
        "",
        why,
        rules,
        course,
        told,
        detail,
        List.of("alert-" + episode),
        Optional.empty(),
        new WorklistRow.More(
            12,
            "2026-04-01T13:14:00Z",
            52,
            List.of("soon: lump-early"),
            List.of("Rang her: no answer: Nurse Kay, 14:18"),
            "",
            ""));
  }

  static PainCourse course(int... pains) {
    var points = new ArrayList<PainCourse.Point>();
    for (int pain : pains) {
      points.add(new PainCourse.Point(4 + 12.0 * points.size(), pain));
    }
    return new PainCourse(points);
  }

  static TreatmentPage treatment(FormValues form) {
    return new TreatmentPage(
        frame(),
        form,
        "3f0c9f0a-6f1f-4c39-8f0e-2f5d1c6a7b10",
        List.of("Europe/London", "Europe/Dublin"),
        List.of(new Choice("lip-ha", "Lip filler, hyaluronic acid (version 1, draft)")),
        "2026-04-01",
        MassageLimits.BRIEF);
  }

  static FormValues refused(String name) {
    var wrong = new LinkedHashMap<String, String>();
    wrong.put("volume-ml", "Amount: \"1,0,0\" is not an amount. Write it like 1.0, up to 5.0 ml.");
    wrong.put("filler", "Filler: choose one. If nobody knows, choose \"Not known\".");
    wrong.put("reason", "Starts at 30 h: between 24 and 48 h an order needs a reason.");
    return new FormValues(
        Map.of(
            "name", List.of(name),
            "volume-ml", List.of("1,0,0"),
            "order", List.of("massage"),
            "start-hours", List.of("30"),
            "where", List.of("upper lip, left"),
            "sites", List.of("upper lip, left", "lower lip, right")),
        wrong);
  }

  static TimelinePage timeline(String name) {
    return new TimelinePage(
        frame(),
        "ep1",
        name,
        "Day 1, 30 h after the treatment · Europe/London",
        12,
        List.of("Nurse Kay looks after her since 14:16"),
        List.of(
            new Fact("Filler", "Hyaluronic acid, Example Soft"),
            new Fact("Lot", "A1182, expires 31 May 2027"),
            new Fact("Amount", "1.0 ml: upper lip, left; upper lip, right"),
            new Fact("Injected", "Tue 31 March 09:30 by Dr Okafor"),
            new Fact("Born", "4 May 1994"),
            new Fact("Cold sores", "not known")),
        List.of(
            new OpenAlert(
                "alert-1",
                "urgent",
                "urgent",
                "14:14",
                "2026-04-01T13:26:12Z",
                "6:12",
                false,
                List.of("Colour of the lips: pale", "Pain 5, getting worse, up from 3"),
                "occlusion-colour, occlusion-pain",
                "cool, refill",
                "Call the clinic's emergency line now; emergency department at 14:34",
                Optional.empty())),
        List.of(
            new LeavingCard(
                "check-ins",
                "She has stopped her check-ins",
                "Wed 1 April 14:16",
                "2026-04-03T13:16:00Z",
                "47 h",
                false,
                List.of("Nobody waits to hear of her any more. What was open is still open."),
                "Who looks after what is open now",
                "Confirm the hand-over")),
        Optional.of(
            "Held since 14:14 by an urgent finding. The patient is told why, and that you can"
                + " change it."),
        new SignedOrder(
            true,
            "1 minute, twice a day, upper lip, left, from 48 h for 3 days, as light as putting on"
                + " balm.",
            "Signed by Dr Okafor, Tue 31 March 09:41",
            "Not done yet."),
        FormValues.EMPTY,
        MassageLimits.BRIEF,
        course(3, 3, 3, 4, 5),
        List.of(
            new TimelineEntry(
                "2026-04-01T13:14:00Z",
                "Wed 1 April 14:14",
                "30 h",
                "Check-in",
                name,
                List.of("Colour pale, pain 5, getting worse.", "All else at its best."),
                "",
                "urgent",
                "urgent"),
            new TimelineEntry(
                "2026-04-01T08:10:00Z",
                "Wed 1 April 09:10",
                "25 h",
                "Check-in",
                name,
                List.of("Pain 4, the same."),
                "",
                "self-care",
                "expected"),
            new TimelineEntry(
                "2026-03-31T08:41:00Z",
                "Tue 31 March 09:41",
                "0 h",
                "Order signed",
                "Dr Okafor",
                List.of("1 minute, twice a day, upper lip, left."),
                "",
                "",
                "")),
        Optional.empty(),
        "/card/KEY",
        new PhonesCard(
            List.of("Link made 09:41.", "Opened 09:43."),
            false,
            List.of(
                new PhonesCard.Row(
                    "3f0c9f0a6f1f4c39",
                    "iPhone",
                    List.of("In since 09:43.", "Last heard of 14:14.", "Emergency card saved."))),
            new PhonesCard.TestMail(
                true,
                List.of("Test message of 09:42. It was sent. Nobody knows yet whether it came."),
                true),
            new PhonesCard.Reminders(
                true,
                true,
                "+447700900123",
                List.of(
                    "Reminded of her check-ins at +447700900123.",
                    "Last one sent today 14:00. Nobody knows whether it was read.",
                    "The next one goes tomorrow 08:00."))),
        List.of(
            new ConfidantRow(
                "1f0c9f0a-6f1f-4c39-8000-000000000001",
                "Sam",
                "020 7946 0003",
                List.of("May look, answer for her, be called.", "In since 09:50."))));
  }

  static CardPage card(String name) {
    return new CardPage(
        PageWords.in("en"),
        "Northside Aesthetics",
        "999",
        "020 7946 0018",
        "020 7946 0123",
        Optional.of("St Thomas', Westminster Bridge Road, London SE1 7EH"),
        name,
        List.of(
            new Fact("facts.filler", "Hyaluronic acid"),
            new Fact("facts.product", "Example Soft, lot A1182"),
            new Fact("facts.amount", "1.0 ml"),
            new Fact("facts.where", "upper lip, left"),
            new Fact("facts.treated", "31 March 2026, 09:30"),
            new Fact("facts.practitioner", "Dr Okafor")),
        true);
  }

  static MailsPage mails() {
    return new MailsPage(
        frame(),
        List.of(
            new MailsPage.Line(
                "00000000-0000-0001-0000-000000000002",
                "News of an article to a subscriber",
                "Wed 1 April 14:14",
                "the mail server refused it for good: 550")));
  }

  static SignInPage signIn() {
    return new SignInPage(
        "Northside Aesthetics",
        new SignInPage.Offer(true, true, true),
        new SignInPage.Typed("northside", "Nurse Kay"),
        Optional.of("This access code is not known, or it was revoked."),
        Optional.of("Demonstration."),
        Optional.of("The access code was printed when the demonstration started."),
        Optional.of(new PasskeyForm("http://localhost", "localhost", "AAAA", "", "", "")));
  }
}
