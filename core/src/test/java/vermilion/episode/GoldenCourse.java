package vermilion.episode;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import vermilion.json.Json;

/// What the golden scenarios start from: one patient of the brief's protocol, treated on a Tuesday
/// at 10:00 in London, and the events that her phone posts.
public final class GoldenCourse {

  private final AtomicInteger ids = new AtomicInteger();

  /// When the clinic is open.
  public static ClinicHours hours() {
    return Course.HOURS;
  }

  /// Some hours after the treatment.
  public static Instant hour(double hour) {
    return Course.atHour(hour);
  }

  /// The episode as the clinic opened it, with the usual massage ordered or without any order.
  public static Episode opened(boolean massage) {
    Course course = Course.begun();
    return massage ? course.order(Course.USUAL).episode() : course.episode();
  }

  /// A report as a phone posts it: every question of the form with its least worrying answer, but
  /// for what is told.
  public String report(String type, String form, Instant at, Map<String, String> told) {
    Map<String, String> answers = new LinkedHashMap<>(Course.calm(form, at));
    answers.putAll(told);
    return event(type, at).put("form", form).put("answers", json(answers)).build().text();
  }

  /// A report of one thing, sent before the rest is answered.
  public String half(String form, Instant at, Map<String, String> told) {
    Json.Builder event = event("check-in", at).put("form", form);
    return event.put("complete", new Json.Bool(false)).put("answers", json(told)).build().text();
  }

  /// The start of a massage.
  public String massageStarted(String occurrence, Instant at) {
    return event("massage-started", at).put("occurrence", occurrence).build().text();
  }

  /// The end of a massage, after so many seconds.
  public String massageEnded(long seconds, boolean stopped, Instant at, Map<String, String> told) {
    Json.Builder event = event("massage-ended", at).put("seconds", seconds);
    return event.put("stopped", new Json.Bool(stopped)).put("answers", json(told)).build().text();
  }

  private Json.Builder event(String type, Instant at) {
    return Json.object()
        .put("id", new UUID(9, ids.incrementAndGet()).toString())
        .put("type", type)
        .put("at", at.toString());
  }

  private static Json json(Map<String, String> answers) {
    Json.Builder json = Json.object();
    answers.forEach(json::put);
    return json.build();
  }
}
