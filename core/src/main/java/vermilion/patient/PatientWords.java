package vermilion.patient;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermilion.clinical.Question;
import vermilion.json.Json;
import vermilion.protocol.Protocol;
import vermilion.protocol.Texts;

/// The words of a protocol in the language that a patient reads. Where no clinician has reviewed
/// that language, the English of every text about a red flag comes with them, so that a mistake in
/// the translation cannot hide a sign (H-7).
///
/// @param shown the words in her language, or in English where the protocol does not have it
/// @param source the English to stand beside them; empty where none needs to
record PatientWords(Texts shown, Optional<Texts> source) {
  /// The language that protocols are written in.
  static final String ENGLISH = "en";

  /// The words in a language, such as `fr` or `fr-CA`.
  static PatientWords of(Protocol protocol, String language) {
    Texts english = in(protocol, ENGLISH).orElse(protocol.texts().getFirst());
    int end = language.indexOf('-');
    Texts shown =
        in(protocol, language)
            .or(() -> end < 0 ? Optional.empty() : in(protocol, language.substring(0, end)))
            .orElse(english);
    boolean own = shown.language().equals(english.language());
    return new PatientWords(
        shown, own || shown.reviewed() ? Optional.empty() : Optional.of(english));
  }

  private static Optional<Texts> in(Protocol protocol, String language) {
    for (Texts texts : protocol.texts()) {
      if (texts.language().equals(language)) {
        return Optional.of(texts);
      }
    }
    return Optional.empty();
  }

  Optional<String> find(String key) {
    return shown.find(key);
  }

  List<String> lines(String key) {
    return shown.lines(key);
  }

  /// The English of a key, where it stands beside other words than itself.
  Optional<String> beside(String key) {
    return source
        .flatMap(texts -> texts.find(key))
        .filter(words -> !find(key).equals(Optional.of(words)));
  }

  /// The same for all lines of a key.
  List<String> linesBeside(String key) {
    if (source.isEmpty() || source.get().lines(key).equals(lines(key))) {
      return List.of();
    }
    return source.get().lines(key);
  }

  /// What a patient reads about red flags whatever she answered.
  Json.Obj always() {
    Json.Builder out = lines(shown);
    if (source.isPresent()) {
      out.put("source", lines(source.get()).build());
    }
    return out.put("newNow", find("always.new-now"))
        .put("massageSteps", Json.Arr.ofStrings(lines("massage.steps")))
        .put("massageEvidence", find("massage.evidence"))
        .put("photoHow", Json.Arr.ofStrings(lines("photos.how")))
        .build();
  }

  private static Json.Builder lines(Texts texts) {
    return Json.object()
        .put("twentyMinutes", texts.find("always.twenty-minutes"))
        .put("lookAgain", texts.find("always.look-again"))
        .put("crisisLine", texts.find("always.crisis-line"))
        .put("redFlags", Json.Arr.ofStrings(texts.lines("always.red-flags")))
        .put("forTheDoctor", Json.Arr.ofStrings(texts.lines("always.for-the-doctor")));
  }

  /// The words alone that may have to stand beside those of another language.
  static Texts aboutRedFlags(Protocol protocol, Texts texts) {
    Map<String, List<String>> words = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> line : texts.words().entrySet()) {
      if (isAboutRedFlag(protocol, line.getKey())) {
        words.put(line.getKey(), line.getValue());
      }
    }
    return new Texts(texts.language(), texts.reviewed(), words);
  }

  private static boolean isAboutRedFlag(Protocol protocol, String key) {
    if (key.startsWith("always.") || key.startsWith("rule.")) {
      return true;
    }
    if (key.startsWith("level.emergency.") || key.startsWith("level.urgent.")) {
      return true;
    }
    for (Question question : protocol.questions()) {
      boolean about =
          key.startsWith("question." + question.id() + ".")
              || key.startsWith("answer." + question.id() + ".");
      if (about) {
        return question.redFlag();
      }
    }
    return false;
  }
}
