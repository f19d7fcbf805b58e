package vermilion.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which browser on which machine, as roughly as a person needs it to tell her own from others.
final class Browsers {

  private record Sign(String in, String word) {}

  /// In this order: most browsers also call themselves something else.
  private static final List<Sign> BROWSERS =
      List.of(
          new Sign("Edg", "Edge"),
          new Sign("OPR/", "Opera"),
          new Sign("SamsungBrowser", "Samsung Internet"),
          new Sign("FxiOS", "Firefox"),
          new Sign("Firefox", "Firefox"),
          new Sign("CriOS", "Chrome"),
          new Sign("Chrome", "Chrome"),
          new Sign("Safari", "Safari"));

  private static final List<Sign> MACHINES =
      List.of(
          new Sign("iPhone", "iPhone"),
          new Sign("iPad", "iPad"),
          new Sign("Android", "Android"),
          new Sign("CrOS", "Chromebook"),
          new Sign("Windows", "Windows"),
          new Sign("Mac OS X", "Mac"),
          new Sign("Linux", "Linux"));

  private Browsers() {}

  /// Such as `Firefox, Windows`.
  static String words(@Nullable String userAgent) {
    String agent = userAgent == null ? "" : userAgent;
    return find(BROWSERS, agent, "a browser") + ", " + find(MACHINES, agent, "a machine");
  }

  private static String find(List<Sign> signs, String agent, String otherwise) {
    return signs.stream()
        .filter(sign -> agent.contains(sign.in()))
        .map(Sign::word)
        .findFirst()
        .orElse(otherwise);
  }
}
