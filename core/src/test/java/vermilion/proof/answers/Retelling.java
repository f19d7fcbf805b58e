package vermilion.proof.answers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vermilion.clinical.AnswerSheet;
import vermilion.clinical.Facts;
import vermilion.clinical.Filler;
import vermilion.clinical.Trigger;
import vermilion.clinical.Urgency;
import vermilion.json.Json;
import vermilion.time.Elapsed;
import vermilion.triage.History;
import vermilion.triage.Report;
import vermilion.triage.Situation;
import vermilion.triage.Timing;
import vermilion.triage.Triage;

/// Tells a counterexample to the engine again from its JSON alone, as a reader of it would.
final class Retelling {

  private final Triage engine;

  Retelling(Triage engine) {
    this.engine = engine;
  }

  /// The level that the engine gives a situation of a counterexample.
  Urgency level(Json.Obj told) {
    History history = History.NONE;
    List<Json> earlier = told.find("earlier").map(Retelling::items).orElse(List.of());
    for (Json one : earlier) {
      Situation past = situation((Json.Obj) one, history);
      history = history.plus(past, engine.assess(past));
    }
    return engine.assess(situation(told, history)).level();
  }

  private static List<Json> items(Json list) {
    return ((Json.Arr) list).items();
  }

  private Situation situation(Json.Obj told, History history) {
    long second = second(told);
    Json.Obj record = (Json.Obj) told.find("record").orElseThrow();
    return new Situation(
        second,
        Timing.at(new Elapsed(second)),
        Report.CHECK_IN,
        text(told.find("form").orElseThrow()),
        told.find("complete").orElseThrow().equals(new Json.Bool(true)),
        Optional.empty(),
        facts(record),
        sheet((Json.Obj) told.find("answers").orElseThrow()),
        history);
  }

  private static long second(Json.Obj told) {
    Json.Num hours = (Json.Num) told.find("hours").orElseThrow();
    return new BigDecimal(hours.text())
        .multiply(BigDecimal.valueOf(Elapsed.SECONDS_PER_HOUR))
        .setScale(0, RoundingMode.FLOOR)
        .longValueExact();
  }

  private static Facts facts(Json.Obj record) {
    List<Trigger> triggers = new ArrayList<>();
    for (Json one : items(record.find("trigger").orElseThrow())) {
      triggers.add(
          Arrays.stream(Trigger.values())
              .filter(t -> t.id().equals(text(one)))
              .findAny()
              .orElseThrow());
    }
    return new Facts(
        Arrays.stream(Filler.values())
            .filter(filler -> filler.id().equals(text(record.find("filler").orElseThrow())))
            .findAny()
            .orElseThrow(),
        record.find("cold-sore-history").orElseThrow().equals(new Json.Bool(true)),
        record.find("hyaluronidase").equals(Optional.of(new Json.Bool(true))),
        triggers);
  }

  private AnswerSheet sheet(Json.Obj answers) {
    AnswerSheet.Builder sheet = new AnswerSheet.Builder(engine.questions());
    for (Json.Member member : answers.members()) {
      sheet
          .answer(member.name(), text(member.value()))
          .ifPresent(refusal -> {
            throw new IllegalArgumentException(refusal.toString());
          });
    }
    return sheet.sheet();
  }

  private static String text(Json value) {
    return value instanceof Json.Num number ? number.text() : ((Json.Str) value).value();
  }
}
