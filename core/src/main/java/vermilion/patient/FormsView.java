package vermilion.patient;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermilion.clinical.Answers;
import vermilion.clinical.Form;
import vermilion.clinical.Question;
import vermilion.clinical.Unsure;
import vermilion.json.Json;
import vermilion.protocol.Protocol;
import vermilion.protocol.Texts;

/// Writes the forms and questions of a protocol with their words, for a page to ask them.
final class FormsView {

  private final Protocol protocol;
  private final Texts texts;
  private final PatientWords words;

  FormsView(Protocol protocol, PatientWords words) {
    this.protocol = protocol;
    this.words = words;
    this.texts = words.shown();
  }

  Json forms() {
    Json.Builder out = Json.object();
    for (Form form : protocol.forms()) {
      List<Json> groups = new ArrayList<>();
      for (Form.Group group : form.groups()) {
        groups.add(group(form, group));
      }
      out.put(form.id(), Json.object().put("groups", new Json.Arr(groups)).build());
    }
    return out.put("contact", "full").build();
  }

  private Json group(Form form, Form.Group group) {
    String key = "group." + form.id() + "." + group.id();
    List<String> questions = new ArrayList<>();
    for (Form.Item item : group.items()) {
      questions.add(item.question());
    }
    return Json.object()
        .put("id", group.id())
        .put("title", texts.find(key).orElse(group.id()))
        .put("none", texts.find(key + ".none").or(() -> texts.find("always.none-of-these")))
        .put("questions", Json.Arr.ofStrings(questions))
        .build();
  }

  Json questions() {
    Json.Builder out = Json.object();
    for (Question question : protocol.questions()) {
      out.put(question.id(), question(question));
    }
    return out.build();
  }

  private Json question(Question question) {
    String key = "question." + question.id();
    Json.Builder out =
        Json.object()
            .put("kind", kind(question))
            .put("redFlag", question.redFlag())
            .put("optional", question.ifEmpty() == Question.IfEmpty.OPTIONAL)
            .put("text", texts.find(key + ".text").orElse(question.id()))
            .put("help", texts.find(key + ".help"));
    switch (question.answers()) {
      case Answers.Choice _ -> {
        out.put("answers", answers(question));
        out.put("none", question.answerIds().getFirst());
      }
      case Answers.Scale scale -> {
        out.put("most", scale.most());
        out.put("least", texts.find("answer." + question.id() + ".0"));
        out.put("worst", texts.find("answer." + question.id() + "." + scale.most()));
        labels(question, scale).ifPresent(labels -> out.put("labels", labels));
      }
      case Answers.Text text -> out.put("maxChars", text.maxChars());
    }
    boolean offersUnsure =
        !(question.unsure() instanceof Unsure.NotOffered)
            && question.indexOf(Question.UNSURE) == Question.NO_INDEX;
    out.put("unsure", offersUnsure ? texts.find("always.not-sure") : Optional.empty());
    if (question.redFlag() && words.source().isPresent()) {
      out.put("source", source(question, offersUnsure));
    }
    conditions(question, out);
    return out.build();
  }

  /// The English of a question about a red flag, where nobody has reviewed how it is asked here.
  private Json source(Question question, boolean offersUnsure) {
    String key = "question." + question.id();
    Json.Builder answers = Json.object();
    for (String id : question.answerIds()) {
      answers.put(id, words.beside("answer." + question.id() + "." + id));
    }
    return Json.object()
        .put("text", words.beside(key + ".text"))
        .put("help", words.beside(key + ".help"))
        .put("answers", answers.build())
        .put("unsure", offersUnsure ? words.beside("always.not-sure") : Optional.empty())
        .build();
  }

  private static String kind(Question question) {
    return switch (question.answers()) {
      case Answers.Choice _ -> "choice";
      case Answers.Scale _ -> "scale";
      case Answers.Text _ -> "text";
    };
  }

  /// The words of every number, where each has its own.
  private Optional<Json> labels(Question question, Answers.Scale scale) {
    List<String> labels = new ArrayList<>();
    for (int number = 0; number <= scale.most(); number++) {
      texts.find("answer." + question.id() + "." + number).ifPresent(labels::add);
    }
    return labels.size() == scale.most() + 1
        ? Optional.of(Json.Arr.ofStrings(labels))
        : Optional.empty();
  }

  private Json answers(Question question) {
    List<Json> answers = new ArrayList<>();
    List<String> ids = question.answerIds();
    for (int i = 0; i < ids.size(); i++) {
      String label = texts.find("answer." + question.id() + "." + ids.get(i)).orElse(ids.get(i));
      answers.add(
          Json.object()
              .put("id", ids.get(i))
              .put("text", label)
              .put("rank", question.rankOf(i))
              .put("worst", question.rankOf(i) == question.rankOf(question.worstIndex()))
              .build());
    }
    return new Json.Arr(answers);
  }

  /// When a question is asked: the same in every form that asks it.
  private void conditions(Question question, Json.Builder out) {
    for (Form form : protocol.forms()) {
      for (Form.Item item : form.items()) {
        if (item.question().equals(question.id())) {
          item.onlyIf()
              .ifPresent(onlyIf ->
                  out.put(
                      "onlyIf",
                      Json.object()
                          .put("question", onlyIf.question())
                          .put("atLeast", onlyIf.atLeast())
                          .build()));
          item.before().ifPresent(before -> out.put("beforeHours", before.seconds() / 3600));
          if (item.from().seconds() > 0) {
            out.put("fromHours", item.from().seconds() / 3600);
          }
          return;
        }
      }
    }
  }
}
