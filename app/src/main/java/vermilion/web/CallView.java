package vermilion.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vermilion.clinical.Answers;
import vermilion.clinical.Form;
import vermilion.clinical.Question;
import vermilion.clinical.Unsure;
import vermilion.clinical.Urgency;
import vermilion.episode.Assessed;
import vermilion.episode.Episode;
import vermilion.episode.Standing;
import vermilion.protocol.Texts;
import vermilion.service.Capability;
import vermilion.service.Clinic;
import vermilion.service.EpisodeRef;
import vermilion.service.StaffAccount;
import vermilion.service.StaffRole;
import vermilion.time.Elapsed;
import vermilion.web.page.ActPage;
import vermilion.web.page.CallPage;
import vermilion.web.page.CalledPage;
import vermilion.web.page.Choice;
import vermilion.web.page.FormValues;
import vermilion.web.page.Frame;

/// Fills the pages of the call script.
///
/// @param clinic where
/// @param episode whose
/// @param standing how it stands now
record CallView(Clinic clinic, Episode episode, Standing standing) {

  private static final String FULL = "full";

  CallPage page(Frame frame, EpisodeRef ref, FormValues form) {
    List<CallPage.Asked> redFlags = new ArrayList<>();
    List<CallPage.Asked> others = new ArrayList<>();
    for (Form.Item item : items()) {
      Question question = question(item.question());
      (question.redFlag() ? redFlags : others).add(asked(item, question));
    }
    return new CallPage(
        frame,
        who(ref),
        new CallPage.Numbers(clinic.emergencyNumber(), clinic.secondNumber()),
        form,
        redFlags,
        others);
  }

  private ActPage.Who who(EpisodeRef ref) {
    String about = Words.elapsed(episode.opened().treatment().at(), standing.now()) + " after";
    return new ActPage.Who(ref.episode(), episode.opened().patient().name(), about, episode.seq());
  }

  /// What the full form asks at this hour.
  private List<Form.Item> items() {
    long seconds =
        standing.now().getEpochSecond() - episode.opened().treatment().at().getEpochSecond();
    Elapsed now = new Elapsed(Math.max(0, seconds));
    return episode.guideline().protocol().form(FULL).stream()
        .flatMap(form -> form.items().stream())
        .filter(item -> item.isAskedAt(now))
        .toList();
  }

  private Question question(String id) {
    var questions = episode.guideline().protocol().questions();
    return questions.at(questions.placeOf(id));
  }

  private Texts texts() {
    return episode.guideline().protocol().textsIn("en");
  }

  private CallPage.Asked asked(Form.Item item, Question question) {
    String key = "question." + question.id();
    List<Choice> answers = new ArrayList<>();
    if (!(question.answers() instanceof Answers.Text)) {
      for (String answer : question.answerIds()) {
        answers.add(new Choice(answer, answer(question.id(), answer)));
      }
      boolean unsure =
          !(question.unsure() instanceof Unsure.NotOffered)
              && question.indexOf(Question.UNSURE) == Question.NO_INDEX;
      if (unsure) {
        answers.add(new Choice(Question.UNSURE, "Not sure"));
      }
    }
    return new CallPage.Asked(
        question.id(),
        texts().find(key + ".text").orElse(question.id()),
        texts().find(key + ".help").orElse(""),
        answers,
        item.onlyIf()
            .map(only ->
                texts().find("question." + only.question() + ".text").orElse(only.question())
                    + " "
                    + answer(only.question(), only.atLeast())
                    + ", or worse")
            .orElse(""));
  }

  private String answer(String question, String answer) {
    return texts().find("answer." + question + "." + answer).orElse(answer);
  }

  // What comes of it.

  CalledPage result(
      Frame frame, EpisodeRef ref, Optional<Assessed> assessed, List<StaffAccount> staff) {
    Urgency level = assessed.map(Assessed::level).orElse(Urgency.SELF_CARE).worse(standing.level());
    return new CalledPage(
        frame,
        who(ref),
        level.id(),
        Words.level(level),
        now(level),
        bring(staff),
        assessed.map(one -> new AlertWords(episode).answers(one)).orElse(List.of()));
  }

  /// What the front desk says and does: nothing of it is a comfort.
  private List<String> now(Urgency level) {
    return switch (level) {
      case EMERGENCY ->
          List.of(
              "Tell her to call "
                  + clinic.emergencyNumber()
                  + " now, or call for her and stay on the line with her.",
              "Somebody of the list below comes to the telephone now, while she waits.");
      case URGENT ->
          List.of(
              "Keep her on the line. Somebody of the list below comes to the telephone now.",
              "Nobody comes within ten minutes? Ring " + clinic.secondNumber() + ".",
              goAt()
                  .map(at ->
                      "No clinician has spoken to her by "
                          + at
                          + "? She goes to the emergency department: "
                          + department())
                  .orElse("If nobody can speak to her, she goes to " + department()));
      case SAME_DAY ->
          List.of(
              "Tell her that a clinician rings her today"
                  + actBy().map(at -> ", by " + at).orElse("")
                  + ".",
              "Is one free now? Put her through.");
      case SOON ->
          List.of(
              "Tell her that a clinician rings her"
                  + actBy().map(at -> " by " + at).orElse(" within two days")
                  + ".");
      case ROUTINE, SELF_CARE ->
          List.of(
              "Nothing that she said asks for a clinician by itself. You still do not reassure her.",
              "Is she worried all the same? Put her through, or write down what she says: then"
                  + " somebody rings her.");
    };
  }

  private String department() {
    return clinic.department().name() + ", " + clinic.department().address() + ".";
  }

  private Optional<String> goAt() {
    return standing.alerts().stream()
        .flatMap(state -> state.goAt().stream())
        .min(Instant::compareTo)
        .map(this::time);
  }

  private Optional<String> actBy() {
    return standing.actBy().map(this::time);
  }

  private String time(Instant at) {
    return Words.shortTime(at, standing.now(), clinic.hours().zone());
  }

  /// Who of the clinic may answer her.
  private static List<String> bring(List<StaffAccount> staff) {
    return staff.stream()
        .filter(StaffAccount::isOpen)
        .filter(
            one -> StaffRole.capabilitiesOf(Set.copyOf(one.roles())).contains(Capability.ANSWER))
        .map(one -> one.name() + " (" + StaffRole.words(one.roles()) + ")")
        .toList();
  }
}
