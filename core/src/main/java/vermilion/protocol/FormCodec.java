package vermilion.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermilion.clinical.Form;
import vermilion.clinical.Questions;
import vermilion.json.Fields;
import vermilion.json.Json;
import vermilion.time.Elapsed;

/// Forms as JSON; times are seconds.
final class FormCodec {
  static final long MOST_SECONDS = Elapsed.ofDays(36_500).seconds();

  private final Known known;

  FormCodec(Known known) {
    this.known = known;
  }

  static Json json(List<Form> forms) {
    List<Json> all = new ArrayList<>();
    for (Form form : forms) {
      List<Json> groups = new ArrayList<>();
      for (Form.Group group : form.groups()) {
        List<Json> items = new ArrayList<>();
        for (Form.Item item : group.items()) {
          items.add(json(item));
        }
        groups.add(Json.object().put("id", group.id()).put("items", new Json.Arr(items)).build());
      }
      all.add(Json.object().put("id", form.id()).put("groups", new Json.Arr(groups)).build());
    }
    return new Json.Arr(all);
  }

  private static Json json(Form.Item item) {
    Json.Builder out = Json.object().put("question", item.question());
    out.put("from", item.from().seconds());
    if (item.before().isPresent()) {
      out.put("before", item.before().get().seconds());
    }
    if (item.onlyIf().isPresent()) {
      Form.OnlyIf onlyIf = item.onlyIf().get();
      out.put(
          "onlyIf",
          Json.object()
              .put("question", onlyIf.question())
              .put("atLeast", onlyIf.atLeast())
              .build());
    }
    return out.build();
  }

  /// One form.
  Form read(Fields in) {
    String id = ProtocolCodec.id(in, "id");
    return new Form(
        id,
        in.objects(
            "groups",
            Form.MOST_GROUPS,
            group ->
                new Form.Group(
                    ProtocolCodec.id(group, "id"),
                    group.objects("items", Questions.MOST, this::item))));
  }

  private Form.Item item(Fields in) {
    String question = known.question(in);
    return new Form.Item(
        question,
        new Elapsed(in.wholeLong("from", 0, MOST_SECONDS)),
        before(in),
        in.optionalObject("onlyIf", this::onlyIf));
  }

  private static Optional<Elapsed> before(Fields in) {
    if (!in.has("before")) {
      in.skip("before");
      return Optional.empty();
    }
    return Optional.of(new Elapsed(in.wholeLong("before", 0, MOST_SECONDS)));
  }

  private Form.OnlyIf onlyIf(Fields in) {
    String question = known.question(in);
    return new Form.OnlyIf(question, known.answer(in, "atLeast", question));
  }
}
