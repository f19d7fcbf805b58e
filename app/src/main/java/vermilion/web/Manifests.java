package vermilion.web;

import java.util.List;
import vermilion.json.Json;
import vermilion.web.page.PageWords;

/// What a telephone needs to put the app on its home screen, in the languages but English: the
/// English file with its names in another language. A name on a home screen is read by everybody
/// who sees the telephone, so the discreet one has another name in each language too.
final class Manifests {

  /// The names of the English files, without their ending.
  static final List<String> FILES = List.of("manifest", "plain");

  private Manifests() {}

  /// The manifest of a language that is offered.
  ///
  /// @param english the English file
  /// @param plain whether it is the discreet one
  static Json.Obj in(String language, Json.Obj english, boolean plain) {
    PageWords words = PageWords.in(language);
    String name = words.say(plain ? "app.plain-name" : "manifest.name");
    String shortName = words.say(plain ? "app.plain-name" : "manifest.short");
    Json.Builder out = Json.object();
    for (Json.Member member : english.members()) {
      switch (member.name()) {
        case "name" -> out.put("name", name);
        case "short_name" -> out.put("short_name", shortName);
        default -> out.put(member.name(), member.value());
      }
    }
    return out.put("lang", language).put("dir", words.direction()).build();
  }
}
