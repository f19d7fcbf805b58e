package vermilion.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vermilion.clinical.AnswerSheet;
import vermilion.clinical.Concern;
import vermilion.clinical.Facts;
import vermilion.clinical.Filler;
import vermilion.clinical.Form;
import vermilion.clinical.Trigger;
import vermilion.json.Json;
import vermilion.json.JsonText;
import vermilion.protocol.Protocol;
import vermilion.triage.History;
import vermilion.triage.Report;

/// Reads the lines of `vermilion triage`: nothing unknown is passed over and nothing is guessed. A
/// member that is null counts as absent.
final class ReportReader {
  private static final List<String> KEYS =
      List.of("hours", "form", "kind", "complete", "record", "answers", "concern", "earlier");

  private static final List<String> RECORD_KEYS = List.of("filler", "cold-sore-history", "trigger");

  private static final List<Concern> CONCERNS =
      Arrays.stream(Concern.values()).filter(concern -> concern != Concern.SILENCE).toList();

  private static final List<Filler> FILLERS = List.of(Filler.values());
  private static final List<Report> REPORTS = List.of(Report.values());
  private static final List<Trigger> TRIGGERS = List.of(Trigger.values());

  private final SheetReader sheets;
  private final List<String> forms = new ArrayList<>();

  ReportReader(Protocol protocol) {
    this.sheets = new SheetReader(protocol.questions());
    protocol.forms().forEach(form -> forms.add(form.id()));
    forms.add(Form.NONE);
  }

  /// What came of reading a line.
  sealed interface Outcome {
    /// The line says this.
    record Said(ReportLine report) implements Outcome {}

    /// The line is wrong; the first thing that is.
    record Refused(LineRefusal refusal) implements Outcome {}
  }

  /// Reads one line.
  Outcome read(String line) {
    if (line.isBlank()) {
      return new Outcome.Refused(LineRefusal.ofText(line, "a JSON object, not a blank line"));
    }
    return switch (JsonText.read(line)) {
      case JsonText.Reading.Broken broken -> new Outcome.Refused(brokenAt(line, broken));
      case JsonText.Reading.Value(Json.Obj object) -> read(object);
      case JsonText.Reading.Value(Json other) ->
          new Outcome.Refused(LineRefusal.of("", other, "a JSON object"));
    };
  }

  private Outcome read(Json.Obj object) {
    Refusals refusals = new Refusals();
    ReportLine report = new One("", refusals).read(object);
    LineRefusal first = refusals.first;
    return first == null ? new Outcome.Said(report) : new Outcome.Refused(first);
  }

  private static LineRefusal brokenAt(String line, JsonText.Reading.Broken broken) {
    int from = Math.min(Math.max(0, broken.offset() - 20), line.length());
    int until = Math.min(line.length(), broken.offset() + 20);
    int column = line.codePointCount(0, Math.min(broken.offset(), line.length())) + 1;
    return LineRefusal.ofText(
        line.substring(from, until), broken.expected() + " at column " + column);
  }

  /// Keeps the first refusal of a line; after it, what is read is harmless and unused.
  static final class Refusals {
    private @Nullable LineRefusal first;

    void add(String field, Json value, String expected) {
      if (first == null) {
        first = LineRefusal.of(field, value, expected);
      }
    }
  }

  /// Reads one report: the line itself, or one of its `earlier`.
  private final class One {
    private final String path;
    private final Refusals refusals;
    private Optional<BigDecimal> hours = Optional.empty();
    private Json hoursGiven = new Json.Null();
    private String form = "full";
    private Report report = Report.CHECK_IN;
    private boolean complete = true;
    private Optional<Concern> concern = Optional.empty();
    private Facts facts = Facts.UNKNOWN;
    private AnswerSheet answers = sheets.empty();
    private Json answersGiven = new Json.Null();
    private List<ReportLine> earlier = List.of();

    One(String path, Refusals refusals) {
      this.path = path;
      this.refusals = refusals;
    }

    ReportLine read(Json.Obj object) {
      for (Json.Member member : object.members()) {
        if (!(member.value() instanceof Json.Null) || !KEYS.contains(member.name())) {
          take(member.name(), member.value());
        }
      }
      refuseWhatDoesNotFit();
      return new ReportLine(
          hours.orElse(BigDecimal.ZERO), form, report, complete, concern, facts, answers, earlier);
    }

    private void take(String name, Json value) {
      switch (name) {
        case "hours" -> {
          hoursGiven = value;
          hours = ExactHours.of(value);
          if (hours.isEmpty()) {
            refuse("hours", value, ExactHours.EXPECTED);
          }
        }
        case "form" -> form = word("form", value, forms, Function.identity()).orElse(form);
        case "kind" -> report = word("kind", value, REPORTS, Report::id).orElse(report);
        case "complete" -> complete = flag("complete", value);
        case "record" -> facts = facts(value);
        case "answers" -> {
          answersGiven = value;
          answers = sheets.read(path + "answers", value, refusals);
        }
        case "concern" -> concern = word("concern", value, CONCERNS, Concern::id);
        case "earlier" -> earlier = earlier(value);
        default -> refuse(name, value, LineRefusal.oneOf(KEYS, name));
      }
    }

    private void refuseWhatDoesNotFit() {
      if (hours.isEmpty()) {
        refuse("hours", hoursGiven, ExactHours.EXPECTED);
      }
      if (report == Report.ANSWERED && !answers.isEmpty()) {
        refuse("answers", answersGiven, "none, since a human's answer carries no answers");
      }
      if (concern.isPresent() && (report != Report.CONTACT || !form.equals(Form.NONE))) {
        refuse(
            "concern",
            new Json.Str(concern.get().id()),
            "none; only kind contact with form none names its concern");
      }
      for (int i = 0; i < earlier.size(); i++) {
        if (hours.isPresent() && earlier.get(i).hours().compareTo(hours.get()) > 0) {
          refuse(
              "earlier[" + i + "].hours",
              new Json.Num(earlier.get(i).hours().toString()),
              "at most " + hours.get() + ", the hours of the line");
        }
      }
      earlier = earlier.stream().sorted(Comparator.comparing(ReportLine::hours)).toList();
    }

    private Facts facts(Json value) {
      if (!(value instanceof Json.Obj object)) {
        refuse("record", value, "an object with the keys " + String.join(", ", RECORD_KEYS));
        return facts;
      }
      Filler filler = Filler.UNKNOWN;
      boolean coldSores = false;
      List<Trigger> triggers = List.of();
      for (Json.Member member : object.members()) {
        Json given = member.value();
        boolean absent = given instanceof Json.Null;
        switch (member.name()) {
          case "filler" ->
              filler =
                  absent
                      ? filler
                      : word("record.filler", given, FILLERS, Filler::id).orElse(filler);
          case "cold-sore-history" ->
              coldSores = !absent && flag("record.cold-sore-history", given);
          case "trigger" -> triggers = absent ? triggers : triggers(given);
          default ->
              refuse(
                  "record." + member.name(), given, LineRefusal.oneOf(RECORD_KEYS, member.name()));
        }
      }
      return new Facts(filler, coldSores, false, triggers);
    }

    private List<Trigger> triggers(Json value) {
      List<Trigger> triggers = new ArrayList<>();
      if (value instanceof Json.Arr list && list.items().size() <= TRIGGERS.size()) {
        for (int i = 0; i < list.items().size(); i++) {
          word("record.trigger[" + i + "]", list.items().get(i), TRIGGERS, Trigger::id)
              .ifPresent(triggers::add);
        }
      } else {
        refuse(
            "record.trigger",
            value,
            "a list of at most "
                + TRIGGERS.size()
                + " of "
                + String.join(", ", ids(TRIGGERS, Trigger::id)));
      }
      return triggers;
    }

    private List<ReportLine> earlier(Json value) {
      if (!path.isEmpty()) {
        refuse("earlier", value, "none; earlier reports stand side by side");
        return List.of();
      }
      if (!(value instanceof Json.Arr list) || list.items().size() > History.MOST) {
        refuse("earlier", value, "a list of at most " + History.MOST + " earlier reports");
        return List.of();
      }
      List<ReportLine> reports = new ArrayList<>();
      for (int i = 0; i < list.items().size(); i++) {
        if (list.items().get(i) instanceof Json.Obj object) {
          reports.add(new One("earlier[" + i + "].", refusals).read(object));
        } else {
          refuse("earlier[" + i + "]", list.items().get(i), "an object like the line itself");
        }
      }
      return reports;
    }

    private boolean flag(String field, Json value) {
      if (value instanceof Json.Bool bool) {
        return bool.value();
      }
      refuse(field, value, "true or false");
      return false;
    }

    private <E> Optional<E> word(String field, Json value, List<E> all, Function<E, String> idOf) {
      String given = value instanceof Json.Str text ? text.value() : "";
      for (E one : all) {
        if (idOf.apply(one).equals(given)) {
          return Optional.of(one);
        }
      }
      refuse(field, value, LineRefusal.oneOf(ids(all, idOf), given));
      return Optional.empty();
    }

    private void refuse(String field, Json value, String expected) {
      refusals.add(path + field, value, expected);
    }
  }

  private static <E> List<String> ids(List<E> all, Function<E, String> idOf) {
    return all.stream().map(idOf).toList();
  }
}
