package vermilion.patient;

import java.time.LocalDate;
import java.util.Optional;
import vermilion.episode.Episode;
import vermilion.episode.MassageGate;
import vermilion.episode.Standing;
import vermilion.json.Json;
import vermilion.protocol.MassageOrder;
import vermilion.protocol.Texts;
import vermilion.schedule.Occurrence;
import vermilion.time.UtcText;

/// Writes whether a massage session may begin, and if not, why and who can change that.
final class MassageView {

  private final Episode episode;
  private final Standing standing;
  private final Texts texts;

  MassageView(Episode episode, Standing standing, Texts texts) {
    this.episode = episode;
    this.standing = standing;
    this.texts = texts;
  }

  Json json() {
    Json.Builder out = Json.object();
    switch (standing.gate()) {
      case MassageGate.Open open -> {
        out.put("state", "open")
            .put("occurrence", open.occurrence().id())
            .put("form", open.form())
            .put("opens", UtcText.of(open.occurrence().window().opens()))
            .put("closes", UtcText.of(open.occurrence().window().closes()))
            .put("doneToday", open.doneToday());
        order(Optional.of(open.order()), out);
      }
      case MassageGate.Refused refused -> {
        out.put("state", "refused")
            .put("reason", refused.reason().id())
            .put("detail", refused.detail())
            .put("why", why(refused))
            .put("opens", refused.until().map(UtcText::of))
            .put("doneToday", refused.doneToday());
        order(refused.order(), out);
      }
    }
    String practitioner =
        PatientView.practitioner(episode).orElse(episode.opened().treatment().practitioner());
    return out.put("sessions", new SessionsView(episode, standing).json())
        .put("who", practitioner)
        .put("practitioner", practitioner)
        .build();
  }

  private void order(Optional<MassageOrder> order, Json.Builder out) {
    out.put("perDay", order.map(MassageOrder::perDay).orElse(0));
    order.ifPresent(massage ->
        out.put("minutes", massage.minutes())
            .put("where", Json.Arr.ofStrings(massage.where()))
            .put("pressure", pressure(massage))
            .put("until", lastDate().map(LocalDate::toString)));
  }

  /// What the practitioner wrote, as she wrote it; where she wrote nothing, in the patient's words.
  private String pressure(MassageOrder massage) {
    boolean usual = massage.pressure().equals(MassageOrder.USUAL_PRESSURE);
    return usual ? texts.find("massage.pressure").orElse(massage.pressure()) : massage.pressure();
  }

  private Optional<LocalDate> lastDate() {
    LocalDate last = null;
    for (Occurrence one : episode.occurrences()) {
      boolean later = last == null || one.localDate().isAfter(last);
      if (later && one.activity().equals(Occurrence.MASSAGE)) {
        last = one.localDate();
      }
    }
    return Optional.ofNullable(last);
  }

  private String why(MassageGate.Refused refused) {
    String key = "massage.why." + refused.reason().id();
    String fallback = refused.reason() == MassageGate.Reason.NOT_ORDERED ? "massage.off" : key;
    return texts
        .find(key + "." + refused.detail())
        .or(() -> texts.find(key))
        .or(() -> texts.find(fallback))
        .orElse("Do not massage unless your practitioner turns this on.");
  }
}
