package vermilion.episode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermilion.json.Fields;
import vermilion.json.Json;

/// Writes and reads whom the patient lets in.
final class ConfidantCodec {

  /// The most characters of a helper's name.
  private static final int NAME_CHARS = 40;

  private static final int PHONE_CHARS = 40;
  private static final int RIGHT_CHARS = 10;

  private ConfidantCodec() {}

  static void write(EpisodeEvent.ConfidantLetIn event, Json.Builder out) {
    List<String> may = new ArrayList<>();
    event.may().forEach(right -> may.add(right.id()));
    out.put("name", event.name()).put("phone", event.phone());
    out.put("may", Json.Arr.ofStrings(may));
  }

  static EpisodeEvent read(String type, Fields in) {
    if (type.equals("helper-ended")) {
      return new EpisodeEvent.ConfidantEnded(in.text("helper", EventCodec.ID_CHARS));
    }
    String name = in.text("name", NAME_CHARS);
    Optional<String> phone = in.optionalText("phone", PHONE_CHARS);
    return new EpisodeEvent.ConfidantLetIn(name, phone, rights(in));
  }

  /// In the order of [Confidant.Right], each once: the same rights are the same event.
  private static List<Confidant.Right> rights(Fields in) {
    List<String> words = in.texts("may", Confidant.Right.values().length, RIGHT_CHARS);
    List<Confidant.Right> may = new ArrayList<>();
    for (Confidant.Right right : Confidant.Right.values()) {
      if (words.contains(right.id())) {
        may.add(right);
      }
    }
    if (may.size() != words.size()) {
      in.refuse("may", "each at most once: look, answer, call");
    }
    return may;
  }
}
