package vermilion.proof.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vermilion.json.Json;
import vermilion.protocol.Protocol;
import vermilion.protocol.ProtocolCodec;

/// What else changes from one version of a protocol to another: questions, forms, times, advice,
/// massage limits, words. Each value that came, went or differs, by its place.
public final class ContentDiff {

  private ContentDiff() {}

  /// One value that differs.
  ///
  /// @param path where it stands, such as `questions/colour/notSure`
  /// @param from what stood there; empty: nothing
  /// @param to what stands there now; empty: nothing
  public record Difference(String path, String from, String to) {}

  /// Every value that differs, by place; rules are left to [vermilion.proof.answers.ProtocolDiff].
  public static List<Difference> between(Protocol old, Protocol now) {
    Map<String, String> before = flat(old);
    Map<String, String> after = flat(now);
    List<Difference> differences = new ArrayList<>();
    Map<String, String> all = new TreeMap<>(before);
    all.putAll(after);
    for (String path : all.keySet()) {
      String from = before.getOrDefault(path, "");
      String to = after.getOrDefault(path, "");
      if (!from.equals(to) && !path.startsWith("rules/")) {
        differences.add(new Difference(path, from, to));
      }
    }
    return List.copyOf(differences);
  }

  private static Map<String, String> flat(Protocol protocol) {
    Map<String, String> flat = new TreeMap<>();
    put("", ProtocolCodec.json(protocol), flat);
    return flat;
  }

  private static void put(String path, Json value, Map<String, String> flat) {
    switch (value) {
      case Json.Obj object -> {
        for (Json.Member member : object.members()) {
          put(path.isEmpty() ? member.name() : path + "/" + member.name(), member.value(), flat);
        }
      }
      case Json.Arr array -> {
        for (int i = 0; i < array.items().size(); i++) {
          put(path + "/" + nameOf(array.items().get(i), i), array.items().get(i), flat);
        }
      }
      case Json.Str text -> flat.put(path, text.value());
      default -> flat.put(path, value.text());
    }
  }

  /// An item is known by its own name where it has one, so that one more item moves none.
  private static String nameOf(Json item, int index) {
    if (item instanceof Json.Obj object) {
      for (String name : List.of("id", "key", "language", "question")) {
        if (object.find(name).orElse(new Json.Null()) instanceof Json.Str text) {
          return text.value();
        }
      }
    }
    return Integer.toString(index + 1);
  }
}
