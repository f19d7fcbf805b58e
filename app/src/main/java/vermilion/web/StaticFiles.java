package vermilion.web;

import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vermilion.json.Json;
import vermilion.json.JsonText;
import vermilion.service.Bytes;
import vermilion.service.Sha256;
import vermilion.web.page.PageWords;

/// Serves the files that pages are made of, from inside the jar, each read once.
final class StaticFiles {

  private static final String SCRIPT = "text/javascript; charset=utf-8";

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", SCRIPT,
          "mjs", SCRIPT,
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "json", "application/json; charset=utf-8",
          "webmanifest", "application/manifest+json");

  private final Map<String, Optional<Kept>> kept = new ConcurrentHashMap<>();

  private record Kept(Bytes bytes, String type, String tag) {}

  /// Answers with a file below `web/`, or says that there is none.
  void serve(Context ctx, String path) {
    Optional<Kept> file =
        isPlain(path) ? kept.computeIfAbsent(path, StaticFiles::read) : Optional.empty();
    answer(ctx, file.orElseThrow(() -> Problem.of(404, "There is no such page")));
  }

  /// Answers with the list of the app's files, made once.
  void serveShell(Context ctx) {
    Optional<Kept> script =
        kept.computeIfAbsent(
            AppShell.PATH,
            _ -> Optional.of(keptOf(AppShell.script().getBytes(StandardCharsets.UTF_8), SCRIPT)));
    answer(ctx, script.orElseThrow());
  }

  /// Answers with a manifest of the app in another language, made once.
  ///
  /// @param file the name of the English one, without its ending
  void serveManifest(Context ctx, String file, String language) {
    String english = "p/" + file + ".webmanifest";
    Optional<Kept> made =
        PageWords.isOffered(language)
            ? kept.computeIfAbsent(
                english + " " + language, _ -> manifest(english, language, file.equals("plain")))
            : Optional.empty();
    answer(ctx, made.orElseThrow(() -> Problem.of(404, "There is no such page")));
  }

  private static Optional<Kept> manifest(String english, String language, boolean plain) {
    return read(english)
        .flatMap(file ->
            JsonText.read(file.bytes().toText()) instanceof JsonText.Reading.Value(Json.Obj names)
                ? Optional.of(Manifests.in(language, names, plain))
                : Optional.empty())
        .map(json ->
            keptOf(json.text().getBytes(StandardCharsets.UTF_8), "application/manifest+json"));
  }

  private static void answer(Context ctx, Kept file) {
    ctx.header(Header.ETAG, file.tag());
    ctx.header(Header.CACHE_CONTROL, "no-cache");
    if (file.tag().equals(ctx.header(Header.IF_NONE_MATCH))) {
      ctx.status(304);
      return;
    }
    ctx.contentType(file.type()).result(file.bytes().toArray());
  }

  private static Kept keptOf(byte[] bytes, String type) {
    return new Kept(Bytes.of(bytes), type, tag(bytes));
  }

  /// The entity tag of what is answered: the same for the same bytes alone.
  static String tag(byte[] bytes) {
    return '"' + HexFormat.of().formatHex(Sha256.of(bytes), 0, 12) + '"';
  }

  /// Letters, digits, hyphens, dots between them, and single slashes: nothing that climbs out of
  /// `web/`.
  private static boolean isPlain(String path) {
    boolean plain = !path.isEmpty() && path.length() <= 120 && !path.contains("..");
    for (int i = 0; plain && i < path.length(); i++) {
      char c = path.charAt(i);
      plain = Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.' || c == '/';
    }
    return plain && !path.contains("//");
  }

  private static Optional<Kept> read(String path) {
    String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    if (type == null) {
      return Optional.empty();
    }
    try (@Nullable InputStream in = StaticFiles.class.getResourceAsStream("/web/" + path)) {
      if (in == null) {
        return Optional.empty();
      }
      return Optional.of(keptOf(in.readAllBytes(), type));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read /web/" + path, e);
    }
  }
}
