package vermilion.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import vermilion.clinical.Answers;
import vermilion.clinical.Concern;
import vermilion.clinical.Form;
import vermilion.clinical.Question;
import vermilion.clinical.Questions;
import vermilion.clinical.Unsure;
import vermilion.clinical.Urgency;
import vermilion.proof.Findings;
import vermilion.proof.answers.AnswersProof;
import vermilion.proof.protocol.ProtocolProof;
import vermilion.time.Elapsed;
import vermilion.triage.Condition;
import vermilion.triage.Rule;

/// How long the proof of the answers takes as a protocol grows: `lip-ha` with more and more made-up
/// questions and rules of the same kinds as its own.
final class Growth {
  private static final long SEED = 11;
  private static final int RUNS = 3;
  private static final int[] QUESTIONS = {25, 30, 40, 50, 60};
  private static final int[] RULES = {30, 100, 200, 350, 500};
  private static final int FEW_RULES = 60;
  private static final int MANY_QUESTIONS = 60;

  private final LipHa base;
  private final SplittableRandom random = new SplittableRandom(SEED);

  private Growth(LipHa base) {
    this.base = base;
  }

  /// One size and how long it took.
  ///
  /// @param size how many questions or rules
  /// @param millis the median of the runs
  record Point(int size, double millis) {}

  /// The two curves.
  ///
  /// @param byQuestions with 60 rules
  /// @param byRules with 60 questions
  record Curves(List<Point> byQuestions, List<Point> byRules) {}

  static Curves run() {
    var growth = new Growth(LipHa.read());
    growth.millis(25, 30); // warms up
    growth.millis(40, 120);
    var byQuestions = new ArrayList<Point>();
    for (var questions : QUESTIONS) {
      byQuestions.add(new Point(questions, growth.millis(questions, FEW_RULES)));
    }
    var byRules = new ArrayList<Point>();
    for (var rules : RULES) {
      byRules.add(new Point(rules, growth.millis(MANY_QUESTIONS, rules)));
    }
    return new Curves(byQuestions, byRules);
  }

  /// How long it takes to decide everything of `lip-ha`, first and again.
  static String oneProtocol() {
    var protocol = LipHa.read().protocol();
    var all = new ArrayList<Double>();
    for (var i = 0; i < 8; i++) {
      var began = OwnTime.millis();
      ProtocolProof.decide(protocol, Findings.NONE);
      all.add(OwnTime.millis() - began);
    }
    return String.format(
        Locale.ROOT,
        """
        ## One protocol

        Every property of `lip-ha` but the schedule, whose certificate is read: %.0f ms the first time in a process, %.0f ms once warm (target: both protocols within 2 s warm). All times on
        this page are CPU time of the thread that works: a neighbour on the machine takes none of it. Most
        of it is the search through what may happen to an episode, with the protocol's own answers.

        """,
        all.getFirst(),
        Spread.of(all.subList(3, 8)).median());
  }

  private double millis(int questions, int rules) {
    System.err.println("growth: " + questions + " questions, " + rules + " rules");
    var subject = subject(questions, rules);
    var all = new ArrayList<Double>();
    for (var i = 0; i < RUNS; i++) {
      var began = OwnTime.millis();
      var findings = AnswersProof.decide(subject);
      all.add(OwnTime.millis() - began);
      if (!findings.broken().isEmpty()) {
        throw new IllegalStateException("not sound: " + findings.broken().getFirst().story());
      }
    }
    return Spread.of(all).median();
  }

  private AnswersProof.Subject subject(int questions, int rules) {
    var all = new ArrayList<Question>();
    base.questions().forEach(all::add);
    var items = new ArrayList<Form.Item>();
    for (var i = all.size(); i < questions; i++) {
      var question = question("more-" + i);
      all.add(question);
      items.add(Form.Item.always(question.id()));
    }
    var forms = new ArrayList<>(base.protocol().forms());
    if (!items.isEmpty()) {
      forms.add(new Form("more", List.of(new Form.Group("more", items))));
    }
    var table = new ArrayList<>(base.rules());
    for (var i = table.size(); i < rules; i++) {
      table.add(rule("rule-" + i, all));
    }
    return AnswersProof.Subject.ofTable(new Questions(all), forms, table);
  }

  private static Question question(String id) {
    return new Question(
        id,
        false,
        Question.IfEmpty.WORST,
        new Answers.Choice(
            List.of(List.of("none"), List.of("some"), List.of("much"), List.of("most"))),
        new Unsure.CountsAs("much"));
  }

  /// One to three signs at once, at some hours, as most rules of the brief are; one in five fires
  /// for one answer alone, with a second case that takes over when it gets worse.
  private Rule rule(String id, List<Question> questions) {
    var levels = Urgency.values();
    var level = levels[1 + random.nextInt(levels.length - 1)];
    var question = questions.get(random.nextInt(questions.size()));
    if (random.nextInt(5) == 0 && question.answerIds().size() > 2) {
      return takenOver(id, level, question);
    }
    var allOf = new ArrayList<Condition>();
    for (var i = 1 + random.nextInt(3); i > 0; i--) {
      var one = questions.get(random.nextInt(questions.size()));
      var answer = 1 + random.nextInt(one.answerIds().size() - 1);
      allOf.add(new Condition.AtLeast(one.id(), one.answerIds().get(answer)));
    }
    if (random.nextBoolean()) {
      allOf.add(new Condition.From(Elapsed.ofHours(24L * random.nextInt(28))));
    }
    return new Rule(id, Concern.OTHER, List.of(oneCase(level, allOf)));
  }

  private Rule takenOver(String id, Urgency level, Question question) {
    var answer = 1 + random.nextInt(question.answerIds().size() - 2);
    var worse = question.answerIds().get(answer + 1);
    return new Rule(
        id,
        Concern.OTHER,
        List.of(
            oneCase(
                level,
                List.of(
                    new Condition.AtLeast(question.id(), question.answerIds().get(answer)),
                    new Condition.Not(new Condition.AtLeast(question.id(), worse)))),
            oneCase(level, List.of(new Condition.AtLeast(question.id(), worse)))));
  }

  private static Rule.Case oneCase(Urgency level, List<Condition> allOf) {
    return new Rule.Case(level, List.of(allOf), Optional.empty());
  }

  /// The curves as a table, with the slope of each on paper ruled by powers.
  static String text(Curves curves) {
    var text = new StringBuilder("| questions, 60 rules | ms | rules, 60 questions | ms |\n");
    text.append("|---|---|---|---|\n");
    for (var i = 0; i < curves.byRules().size(); i++) {
      var left = curves.byQuestions().get(i);
      var right = curves.byRules().get(i);
      text.append(
          String.format(
              Locale.ROOT,
              "| %d | %.0f | %d | %.0f |%n",
              left.size(),
              left.millis(),
              right.size(),
              right.millis()));
    }
    return text.append(
            String.format(
                Locale.ROOT,
                "%nBetween the first size and the last, time grows as questions to the power %.1f and"
                    + " as rules to the power %.1f.%n%n",
                power(curves.byQuestions()),
                power(curves.byRules())))
        .toString();
  }

  private static double power(List<Point> points) {
    var first = points.getFirst();
    var last = points.getLast();
    return Math.log(last.millis() / first.millis()) / Math.log((double) last.size() / first.size());
  }

  static void draw(Curves curves, Path file) throws IOException {
    Files.writeString(file, GrowthPlot.of(curves));
  }
}
