package vermilion.patient;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermilion.clinical.Urgency;
import vermilion.episode.Alert;
import vermilion.episode.AlertClock;
import vermilion.episode.Episode;
import vermilion.episode.Standing;
import vermilion.json.Json;
import vermilion.protocol.Texts;
import vermilion.time.UtcText;

/// Writes what was found in what a patient told, who has seen it, and what she does until somebody
/// comes.
final class StatusView {

  private static final int MOST_MEANWHILE = 12;

  /// Two reasons are enough to know oneself understood; more would push the call buttons off the
  /// screen.
  private static final int MOST_REASONS = 2;

  private final Episode episode;
  private final Standing standing;
  private final TreatingClinic clinic;
  private final PatientWords words;

  StatusView(Episode episode, Standing standing, TreatingClinic clinic, PatientWords words) {
    this.episode = episode;
    this.standing = standing;
    this.clinic = clinic;
    this.words = words;
  }

  /// The worst open finding. In the use "information" no personal level is shown: only whether
  /// somebody has seen what was sent.
  Json json() {
    if (!clinic.showsLevels()) {
      return sent();
    }
    if (standing.alerts().isEmpty()) {
      return new Json.Null();
    }
    AlertClock.State worst = standing.alerts().getFirst();
    Urgency level = worst.level();
    Reporter reporter = new Reporter(episode);
    Json.Builder out =
        Json.object()
            .put("level", level.id())
            .put("since", UtcText.of(worst.since()))
            .put("alerts", Json.Arr.ofStrings(ids()))
            .put("reported", UtcText.of(worst.alert().opened()))
            .put("reportedBy", reporter.of(worst.alert()))
            .put("helper", reporter.helper(worst.alert()))
            .put("heard", reporter.lastHeard())
            .put("seen", seen(worst))
            .put(
                "answered",
                worst.alert().answered().<Json>map(StatusView::ack).orElse(new Json.Null()));
    words(worst, words.shown(), out);
    if (words.source().isPresent() && level.atLeast(Urgency.URGENT)) {
      Json.Builder source = Json.object();
      words(worst, words.source().get(), source);
      out.put("source", source.build());
    }
    return out.put("actBy", worst.actBy().map(UtcText::of))
        .put("goAt", worst.goAt().map(UtcText::of))
        .put("checkAt", worst.checkAt().map(UtcText::of))
        .put("overdue", worst.overdue())
        .build();
  }

  /// When something was last sent, and whether a human has said that it was seen: the same whatever
  /// was answered, so that it tells nothing of a level.
  private Json sent() {
    if (episode.assessed().isEmpty()) {
      return new Json.Null();
    }
    String last = UtcText.of(episode.assessed().getLast().entry().received());
    Optional<Alert> open =
        standing.alerts().isEmpty()
            ? Optional.empty()
            : Optional.of(standing.alerts().getFirst().alert());
    return Json.object()
        .put("level", new Json.Null())
        .put("since", last)
        .put("alerts", new Json.Arr(List.of()))
        .put("reported", last)
        .put("seen", open.flatMap(Alert::seen).<Json>map(StatusView::ack).orElse(new Json.Null()))
        .put(
            "answered",
            open.flatMap(Alert::answered).<Json>map(StatusView::ack).orElse(new Json.Null()))
        .build();
  }

  private List<String> ids() {
    List<String> ids = new ArrayList<>();
    for (AlertClock.State state : standing.alerts()) {
      ids.add(state.alert().id());
    }
    return ids;
  }

  private static Json seen(AlertClock.State state) {
    return state.alert().seen().<Json>map(StatusView::ack).orElse(new Json.Null());
  }

  private static Json.Obj ack(Alert.Ack ack) {
    return Json.object().put("by", ack.by()).put("at", UtcText.of(ack.at())).build();
  }

  private static void words(AlertClock.State state, Texts texts, Json.Builder out) {
    String level = "level." + state.level().id();
    out.put("levelTitle", texts.find(level + ".title"))
        .put("text", texts.find(level + ".text"))
        .put("because", Json.Arr.ofStrings(because(state.alert(), texts)))
        .put("meanwhile", Json.Arr.ofStrings(meanwhile(state, texts)));
  }

  private static List<String> because(Alert alert, Texts texts) {
    List<String> lines = new ArrayList<>();
    for (String rule : alert.rules()) {
      texts
          .find("rule." + rule + ".patient")
          .filter(line -> !lines.contains(line) && lines.size() < MOST_REASONS)
          .ifPresent(lines::add);
    }
    return lines;
  }

  private static List<String> meanwhile(AlertClock.State state, Texts texts) {
    List<String> lines = new ArrayList<>();
    for (String rule : state.alert().rules()) {
      addNew(texts.lines("rule." + rule + ".meanwhile"), lines);
    }
    addNew(texts.lines("level." + state.level().id() + ".meanwhile"), lines);
    List<String> said = new ArrayList<>();
    for (String line : lines) {
      if (said.size() < MOST_MEANWHILE && !isSaidWithMore(line, lines)) {
        said.add(line);
      }
    }
    return said;
  }

  private static void addNew(List<String> further, List<String> lines) {
    for (String line : further) {
      if (!lines.contains(line)) {
        lines.add(line);
      }
    }
  }

  /// A line that another one says with more is not said twice.
  private static boolean isSaidWithMore(String line, List<String> lines) {
    for (String other : lines) {
      if (!other.equals(line) && other.contains(line)) {
        return true;
      }
    }
    return false;
  }
}
