package vermilion.content;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vermilion.clinical.Filler;
import vermilion.clinical.Form;
import vermilion.clinical.Questions;
import vermilion.protocol.Advice;
import vermilion.protocol.CheckIn;
import vermilion.protocol.MassageLimits;
import vermilion.protocol.PhotoPoint;
import vermilion.protocol.Protocol;
import vermilion.protocol.Source;
import vermilion.protocol.Texts;
import vermilion.triage.Rule;

/// Reads a protocol file: the whole meaning of it, or everything that is wrong with it at once.
///
/// The language is described in docs/protocol-language.md.
public final class ProtocolReader {
  /// The version of the protocol language.
  public static final int FORMAT = 1;

  private static final List<String> KEYS =
      List.of(
          "format",
          "protocol",
          "version",
          "status",
          "signature",
          "based-on",
          "fillers",
          "questions",
          "forms",
          "rules",
          "check-ins",
          "photos",
          "advice",
          "massage",
          "texts",
          "sources");

  private final Problems problems;
  private final Vocabulary vocabulary;
  private final Citations citations;
  private final HeaderSection header;
  private final RuleSection ruleSection;

  private ProtocolReader(Problems problems) {
    this.problems = problems;
    this.vocabulary = new Vocabulary(problems);
    this.citations = new Citations(vocabulary);
    this.header = new HeaderSection(vocabulary);
    this.ruleSection = new RuleSection(vocabulary, citations);
  }

  /// Reads a file; one that it is based on is looked for beside it.
  public static Reading read(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return read(file.getFileName().toString(), new DiskFolder(folder == null ? file : folder));
  }

  /// Reads a file of a folder that need not be on a disk.
  public static Reading read(String file, Folder folder) {
    Problems problems = new Problems(file);
    ProtocolReader reader = new ProtocolReader(problems);
    Optional<Protocol> protocol =
        new BasedOn(folder, problems).fields(file).flatMap(reader::protocol);
    return problems.any() || protocol.isEmpty()
        ? new Reading.Broken(problems.errors())
        : new Reading.Read(protocol.get(), problems.warnings(), reader.ruleSection.places());
  }

  private Optional<Protocol> protocol(Yaml.Fields fields) {
    return Section.of(fields, problems, KEYS).flatMap(this::protocol);
  }

  private Optional<Protocol> protocol(Section top) {
    header.tellOfFormat(top);
    Optional<String> id = header.id(top);
    Optional<Integer> version = header.version(top);
    Optional<Protocol.Signature> signature = header.signature(top);
    List<Filler> fillers = header.fillers(top);
    List<Source> sources =
        top.require("sources", "the documents that the statements stand on")
            .map(header::sources)
            .orElse(List.of());
    Optional<Questions> questions = questions(top);
    List<Form> forms = forms(top);
    List<Rule> rules = rules(top);
    Plan plan = plan(top);
    List<Texts> texts = texts(top, new Content(questions, forms, rules, plan));
    vocabulary.warnOfUncitedSources(top.place().file());
    if (problems.any() || id.isEmpty() || version.isEmpty() || questions.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Protocol(
            id.get(),
            version.get(),
            signature,
            fillers,
            questions.get(),
            forms,
            rules,
            plan.checkIns(),
            plan.photos(),
            plan.advice(),
            plan.massage(),
            texts,
            sources,
            citations.all()));
  }

  private Optional<Questions> questions(Section top) {
    return top.require("questions", "what may be asked")
        .flatMap(new QuestionSection(vocabulary)::read);
  }

  private List<Form> forms(Section top) {
    return top.require("forms", "which questions are asked together")
        .map(new FormSection(vocabulary)::read)
        .orElse(List.of());
  }

  private List<Rule> rules(Section top) {
    return top.require("rules", "when an answer is how urgent")
        .map(ruleSection::read)
        .orElse(List.of());
  }

  /// What a protocol asks for at its times, and advises.
  record Plan(
      List<CheckIn> checkIns,
      List<PhotoPoint> photos,
      List<Advice> advice,
      Optional<MassageLimits> massage) {}

  /// Everything that texts are needed for.
  record Content(Optional<Questions> questions, List<Form> forms, List<Rule> rules, Plan plan) {}

  private Plan plan(Section top) {
    PlanSection plan = new PlanSection(vocabulary, citations);
    return new Plan(
        top.require("check-ins", "when each form is asked").map(plan::checkIns).orElse(List.of()),
        top.require("photos", "when photos are taken").map(plan::photos).orElse(List.of()),
        top.require("advice", "what to avoid until when").map(plan::advice).orElse(List.of()),
        top.require("massage", "never, or what may be ordered")
            .flatMap(new MassageSection(vocabulary, citations)::read));
  }

  private List<Texts> texts(Section top, Content content) {
    Optional<Yaml> texts = top.require("texts", "the words for patients, under en and others");
    // Missing words can only be told of what is itself understood.
    if (texts.isEmpty() || problems.any()) {
      return List.of();
    }
    return new TextSection(problems, top.place().file())
        .read(texts.get(), new WantedTexts(content).all());
  }
}
