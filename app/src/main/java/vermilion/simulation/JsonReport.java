package vermilion.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vermilion.clinical.Urgency;
import vermilion.json.Json;

/// A simulation for programs: one JSON object, described in docs/api.md.
public final class JsonReport {
  private final Results results;

  private JsonReport(Results results) {
    this.results = results;
  }

  /// The report.
  public static Json.Obj of(Results results) {
    return new JsonReport(results).report();
  }

  private Json.Obj report() {
    Simulation.Terms terms = results.terms;
    Json.Builder out =
        Json.object()
            .put("synthetic", true)
            .put("protocol", results.protocol.id())
            .put("version", results.protocol.version())
            .put("patients", terms.patients())
            .put("ofEachComplication", terms.ofEachComplication())
            .put("seed", terms.seed())
            .put("reader", terms.reader().map(Reader::id).orElse("mixed"))
            .put("misreadingPercent", terms.misreadingPercent());
    if (terms.measured().people() > 0) {
      out.put("measured", measured(terms.measured()));
    }
    out.put("usualCourses", usual());
    out.put("leadingRules", rules());
    out.put("alertsByDay", levels(level -> byDay(results.cohort.alerts[level.ordinal()])));
    out.put("alertsPer100PatientsADay", levels(this::rates));
    out.put("remindersByDay", byDay(results.cohort.reminders));
    Tally cohort = results.cohort;
    out.put(
        "checkIns",
        Json.object().put("asked", cohort.asked).put("answered", cohort.answered).build());
    out.put("contacts", cohort.contacts).put("calls", cohort.calls);
    out.put("callsToPatients", cohort.callsToPatients);
    out.put("deadlinesPassed", cohort.unanswered);
    return out.put("complications", complications()).build();
  }

  private static Json.Obj measured(Measured measured) {
    List<Json> kinds = new ArrayList<>();
    for (Misread kind : Misread.values()) {
      Measured.Count count = measured.counts().get(kind);
      if (count != null) {
        Figures.Interval interval = Figures.Interval.of(count.misread(), count.answers());
        kinds.add(
            Json.object()
                .put("kind", kind.id())
                .put("answers", count.answers())
                .put("misread", count.misread())
                .put("used", count.isEnough())
                .put("chance", new Json.Num(Figures.decimal(count.chance(), 4)))
                .put("low", new Json.Num(Figures.decimal(interval.low(), 4)))
                .put("high", new Json.Num(Figures.decimal(interval.high(), 4)))
                .build());
      }
    }
    return Json.object().put("people", measured.people()).put("kinds", new Json.Arr(kinds)).build();
  }

  private Json.Arr usual() {
    List<Json> rows = new ArrayList<>();
    for (Reader reader : Reader.values()) {
      int place = reader.ordinal();
      if (results.cohort.usual[place] > 0) {
        rows.add(
            Json.object()
                .put("reader", reader.id())
                .put("patients", results.cohort.usual[place])
                .put("answered", atLeast(results.cohort.everAnswered[place]))
                .put("alerted", atLeast(results.cohort.everRang[place]))
                .build());
      }
    }
    return new Json.Arr(rows);
  }

  private static Json.Obj atLeast(long[] counts) {
    return levels(level -> Json.Num.of(counts[level.ordinal()]));
  }

  private Json.Arr rules() {
    List<Json> rows = new ArrayList<>();
    for (Map.Entry<String, long[]> rule : results.cohort.leadingRules.entrySet()) {
      rows.add(
          Json.object().put("rule", rule.getKey()).put("first", atLeast(rule.getValue())).build());
    }
    return new Json.Arr(rows);
  }

  private Json rates(Urgency level) {
    Json.Builder rates = Json.object();
    for (Phase phase : Phase.values()) {
      double rate = phase.perDay(results.cohort.alerts[level.ordinal()], results.terms.patients());
      rates.put(phase.days(), new Json.Num(Figures.decimal(100 * rate, 4)));
    }
    return rates.build();
  }

  /// The counts up to the last day that has one.
  private static Json byDay(long[] counts) {
    int last = counts.length;
    while (last > 0 && counts[last - 1] == 0) {
      last--;
    }
    List<Json> days = new ArrayList<>();
    for (int day = 0; day < last; day++) {
      days.add(Json.Num.of(counts[day]));
    }
    return new Json.Arr(days);
  }

  private Json.Arr complications() {
    List<Json> rows = new ArrayList<>();
    for (Complication one : Complication.values()) {
      Tally.Told told = results.made.told[one.ordinal()];
      Json.Builder by = Json.object();
      for (Tally.Voice voice : Tally.Voice.values()) {
        by.put(voice.id(), told.by[voice.ordinal()]);
      }
      Json.Builder within = Json.object();
      for (int hours : List.of(1, 4, 12, 24, 72)) {
        within.put(Integer.toString(hours), told.delays.within(hours));
      }
      Json.Builder row =
          Json.object()
              .put("complication", one.id())
              .put("source", one.source())
              .put("level", one.level().id())
              .put("atItsRate", results.cohort.complications[one.ordinal()])
              .put("cases", told.cases)
              .put("reported", told.reported)
              .put("missed", told.missed)
              .put("toldLater", told.later)
              .put("alerted", told.delays.size())
              .put("alertedBy", by.build())
              .put("withinHours", within.build());
      if (told.delays.size() > 0) {
        row.put("medianMinutes", told.delays.medianMinutes());
      }
      rows.add(row.build());
    }
    return new Json.Arr(rows);
  }

  private static Json.Obj levels(Function<Urgency, Json> value) {
    Json.Builder out = Json.object();
    for (Urgency level : TextReport.RINGING) {
      out.put(level.id(), value.apply(level));
    }
    return out.build();
  }
}
