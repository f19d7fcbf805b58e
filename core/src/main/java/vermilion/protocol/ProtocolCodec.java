package vermilion.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import vermilion.clinical.Filler;
import vermilion.clinical.Form;
import vermilion.clinical.Questions;
import vermilion.json.Fields;
import vermilion.json.Json;
import vermilion.json.JsonText;
import vermilion.triage.Rule;

/// A protocol as JSON: how it is sent to the phone and frozen in the record.
///
/// What was written is read back equal. What is read is whole: every question, answer and form that
/// it names exists, and the safety floor stands.
public final class ProtocolCodec {
  /// The version that is written.
  public static final int VERSION = 1;

  static final int MOST_CHARS = 2000;
  static final int NAME_CHARS = 160;
  private static final int MOST_LANGUAGES = 32;
  private static final int MOST_WORDS = 10_000;
  private static final int MOST_LINES = 32;
  private static final int MOST_SOURCES = 1000;
  private static final int MOST_RULES = 256;
  private static final int MOST_FORMS = 32;

  private ProtocolCodec() {}

  /// What came of reading.
  public sealed interface Reading {
    /// It is a protocol.
    ///
    /// @param protocol what it says
    record Known(Protocol protocol) implements Reading {}

    /// It is not.
    ///
    /// @param problems what is wrong with it
    record Refused(List<Fields.Problem> problems) implements Reading {
      /// Copies the problems.
      public Refused {
        problems = List.copyOf(problems);
      }
    }
  }

  /// The protocol as JSON; equal protocols are equal text.
  public static Json.Obj json(Protocol protocol) {
    Json.Builder out = Json.object().put("v", VERSION);
    out.put("id", protocol.id()).put("version", protocol.version());
    if (protocol.signature().isPresent()) {
      Protocol.Signature signature = protocol.signature().get();
      out.put(
          "signature",
          Json.object().put("by", signature.by()).put("date", signature.date()).build());
    }
    out.put("fillers", FillerIds.json(protocol.fillers()));
    out.put("questions", QuestionCodec.json(protocol.questions()));
    out.put("forms", FormCodec.json(protocol.forms()));
    out.put("rules", RuleCodec.json(protocol.rules()));
    PlanCodec.write(protocol, out);
    out.put("texts", texts(protocol.texts()));
    List<Json> sources = new ArrayList<>();
    for (Source source : protocol.sources()) {
      sources.add(
          Json.object()
              .put("key", source.key())
              .put("quality", source.quality())
              .put("reference", source.reference())
              .build());
    }
    List<Json> citations = new ArrayList<>();
    for (Citation citation : protocol.citations()) {
      citations.add(
          Json.object()
              .put("statement", citation.statement())
              .put("sources", Json.Arr.ofStrings(citation.sources()))
              .build());
    }
    return out.put("sources", new Json.Arr(sources))
        .put("citations", new Json.Arr(citations))
        .build();
  }

  private static Json texts(List<Texts> all) {
    List<Json> languages = new ArrayList<>();
    for (Texts texts : all) {
      List<Json> words = new ArrayList<>();
      for (String key : new TreeSet<>(texts.words().keySet())) {
        words.add(
            Json.object()
                .put("key", key)
                .put("lines", Json.Arr.ofStrings(texts.lines(key)))
                .build());
      }
      languages.add(
          Json.object()
              .put("language", texts.language())
              .put("reviewed", texts.reviewed())
              .put("words", new Json.Arr(words))
              .build());
    }
    return new Json.Arr(languages);
  }

  /// Reads the text of a protocol.
  public static Reading read(String text) {
    return switch (JsonText.read(text)) {
      case JsonText.Reading.Value value -> read(value.value());
      case JsonText.Reading.Broken broken ->
          refused("character " + broken.offset(), "broken JSON", broken.expected());
    };
  }

  /// Reads a protocol.
  public static Reading read(Json json) {
    if (!(json instanceof Json.Obj object)) {
      return refused("protocol", "no object", "an object");
    }
    List<Fields.Problem> problems = new ArrayList<>();
    Protocol protocol = protocol(Fields.of(object, problems), problems);
    return problems.isEmpty() ? new Reading.Known(protocol) : new Reading.Refused(problems);
  }

  private static Reading refused(String field, String value, String expected) {
    return new Reading.Refused(List.of(new Fields.Problem(field, value, expected)));
  }

  private static Protocol protocol(Fields in, List<Fields.Problem> problems) {
    in.whole("v", VERSION, VERSION);
    String id = id(in, "id");
    int version = in.whole("version", 1, Integer.MAX_VALUE);
    Optional<Protocol.Signature> signature =
        in.optionalObject(
            "signature",
            inner ->
                new Protocol.Signature(
                    inner.text("by", MOST_CHARS), inner.text("date", NAME_CHARS)));
    List<Filler> fillers = FillerIds.read(in, "fillers");
    Questions questions = new QuestionCodec(problems).read(in);
    Known known = new Known(in, problems, questions);
    FormCodec formCodec = new FormCodec(known);
    List<Form> forms = in.objects("forms", MOST_FORMS, formCodec::read);
    known.forms(forms);
    RuleCodec ruleCodec = new RuleCodec(known);
    List<Rule> rules = in.objects("rules", MOST_RULES, ruleCodec::read);
    known.tellOfTwice("rules", RuleCodec.ids(rules));
    PlanCodec plan = new PlanCodec(known);
    List<CheckIn> checkIns = plan.checkIns();
    List<PhotoPoint> photos = plan.photos();
    List<Advice> advice = plan.advice();
    Optional<MassageLimits> massage = in.optionalObject("massage", PlanCodec::massage);
    List<Texts> texts = in.objects("texts", MOST_LANGUAGES, ProtocolCodec::texts);
    if (texts.isEmpty()) {
      in.refuse("texts", "the words of one language or more");
    }
    List<Source> sources = in.objects("sources", MOST_SOURCES, ProtocolCodec::source);
    List<Citation> citations = in.objects("citations", MOST_SOURCES, ProtocolCodec::citation);
    in.noOthers();
    return new Protocol(
        id, version, signature, fillers, questions, forms, rules, checkIns, photos, advice, massage,
        texts, sources, citations);
  }

  /// A name, which is not blank.
  static String id(Fields in, String name) {
    return in.text(name, NAME_CHARS);
  }

  private static Texts texts(Fields in) {
    String language = id(in, "language");
    boolean reviewed = in.flag("reviewed", false);
    Map<String, List<String>> words = new LinkedHashMap<>();
    int read =
        in.objects(
                "words",
                MOST_WORDS,
                word -> words.put(id(word, "key"), word.texts("lines", MOST_LINES, MOST_CHARS)))
            .size();
    if (read > words.size()) {
      in.refuse("words", "each key once");
    }
    return new Texts(language, reviewed, words);
  }

  private static Source source(Fields in) {
    return new Source(
        id(in, "key"), in.text("quality", NAME_CHARS), in.text("reference", MOST_CHARS));
  }

  private static Citation citation(Fields in) {
    return new Citation(id(in, "statement"), in.texts("sources", MOST_SOURCES, NAME_CHARS));
  }
}
