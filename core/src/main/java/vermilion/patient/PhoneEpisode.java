package vermilion.patient;

import java.time.Instant;
import java.util.Optional;
import vermilion.episode.Assessed;
import vermilion.episode.Author;
import vermilion.episode.Decider;
import vermilion.episode.Decision;
import vermilion.episode.Episode;
import vermilion.episode.EventCodec;
import vermilion.episode.Standing;
import vermilion.json.Fields;
import vermilion.json.Json;
import vermilion.json.JsonText;

/// One episode on its patient's phone: what the server sent of it, and what she has done since.
///
/// It answers at once and without a network. What counts is what the server answers later, which
/// decides by the same classes; the phone's clock decides nothing that protects her (H-6).
public final class PhoneEpisode {
  private final PhoneBundle bundle;
  private final Author writer;
  private final Decider decider;
  private Episode episode;

  /// Goes on from what the server sent.
  public PhoneEpisode(PhoneBundle bundle) {
    this.bundle = bundle;
    this.writer = bundle.writer();
    this.decider = Decider.onPhone(bundle.hours());
    this.episode = bundle.episode();
  }

  /// What the patient sees at `now`: the text that `GET /api/episodes/{id}` gives for that instant.
  public String view(Instant now) {
    Standing standing = episode.at(now, bundle.hours());
    PatientView hers =
        new PatientView(episode, standing, bundle.clinic(), bundle.card(), bundle.language());
    PatientView view = bundle.helper().map(hers::forHelper).orElse(hers);
    return view.json(bundle.id(), bundle.hours()).text();
  }

  /// Decides one event as `POST /api/episodes/{id}/events` does, and keeps it if it is accepted.
  ///
  /// @param text the event as it is sent there
  public String decide(String text, Instant now) {
    if (!(JsonText.read(text) instanceof JsonText.Reading.Value value)
        || !(value.value() instanceof Json.Obj object)) {
      return refused("", "the event is not a JSON object");
    }
    return switch (EventCodec.readSent(object)) {
      case EventCodec.Reading.Read<EventCodec.Sent> read -> decided(read.value(), now);
      case EventCodec.Reading.Broken<EventCodec.Sent> broken -> {
        StringBuilder why = new StringBuilder();
        for (Fields.Problem problem : broken.problems()) {
          why.append(why.isEmpty() ? "" : "; ").append(problem.sentence());
        }
        String id =
            object.find("id").orElse(new Json.Null()) instanceof Json.Str s ? s.value() : "";
        yield refused(id, why.toString());
      }
    };
  }

  private String decided(EventCodec.Sent sent, Instant now) {
    return switch (decider.decide(episode, sent, writer, now)) {
      case Decision.Accepted accepted -> {
        episode = accepted.after();
        yield kept(sent.id(), "accepted", accepted.entry().seq());
      }
      case Decision.Duplicate known -> kept(sent.id(), "duplicate", known.seq());
      case Decision.Refused refused -> refused(sent.id(), refused.why());
    };
  }

  private String kept(String id, String status, long seq) {
    Optional<Assessed> assessed =
        bundle.clinic().showsLevels() ? episode.assessed(seq) : Optional.empty();
    Json assessment = assessed.isPresent() ? AssessmentJson.of(assessed.get()) : new Json.Null();
    return answer(id, status)
        .put("assessment", assessment)
        .put("why", new Json.Null())
        .build()
        .text();
  }

  private static String refused(String id, String why) {
    return answer(id, "refused").put("assessment", new Json.Null()).put("why", why).build().text();
  }

  private static Json.Builder answer(String id, String status) {
    return Json.object().put("id", id).put("status", status);
  }
}
