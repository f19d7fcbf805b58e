package vermilion.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import vermilion.json.Json;
import vermilion.service.Capability;
import vermilion.service.JournalFailure;
import vermilion.service.LiveWorklist;
import vermilion.service.LiveWorklist.Sight;
import vermilion.time.UtcText;

/// Tells the open worklist of a browser that it has changed, and every two seconds that the record
/// was looked at and has not: only that proves that nobody waits (H-32).
///
/// @param pages the clinic's pages
/// @param requests who asks
/// @param live looks at the record
record LivePages(ClinicPages pages, Requests requests, LiveWorklist live) {

  static final String PATH = "/clinic/live";

  /// A page that has heard nothing for longer than this and a little says that it is not live.
  private static final Duration BEAT = Duration.ofSeconds(2);

  /// After this without a look that saw something nothing is known.
  private static final Duration STALE = Duration.ofSeconds(4);

  /// What is said.
  private enum Kind {
    /// The list is another than the page has, or may be.
    LIST,
    /// The list is the same.
    BEAT,
    /// The record cannot be looked at.
    BLIND,
    /// Nobody is signed in here any more.
    ENDED
  }

  /// `GET /clinic/live`: server-sent events, until the reader leaves or is signed out.
  void stream(Context ctx) {
    Session session = pages.session(ctx);
    try (LiveWorklist.Listener listener =
        live.listen(session.access().clinic()).orElseThrow(Problem::tooManyListeners)) {
      ctx.contentType("text/event-stream; charset=utf-8").header("X-Accel-Buffering", "no");
      OutputStream out = ctx.res().getOutputStream();
      say(out, "retry: 1000\n\n");
      tell(ctx, listener, out);
    } catch (IOException e) {
      // The reader has left: there is nobody to tell.
      ctx.req().setAttribute("left", true);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(Context ctx, LiveWorklist.Listener listener, OutputStream out)
      throws IOException, InterruptedException {
    Sight known = Sight.NOTHING;
    Kind kind = Kind.BEAT;
    while (kind != Kind.ENDED) {
      Sight sight = listener.await(known, BEAT);
      if (sight.over()) {
        return;
      }
      kind = kind(ctx, known, sight);
      known = sight;
      say(out, "event: " + kind.name().toLowerCase(Locale.ROOT) + "\ndata: ");
      say(out, body(sight) + "\n\n");
      out.flush();
    }
  }

  private Kind kind(Context ctx, Sight known, Sight sight) {
    try {
      if (!requests.isStillIn(ctx, Capability.SEE_WORKLIST)) {
        return Kind.ENDED;
      }
    } catch (JournalFailure e) {
      return Kind.BLIND;
    }
    if (!sight.clear() || sight.isOlderThan(STALE)) {
      return Kind.BLIND;
    }
    return sight.version() == known.version() ? Kind.BEAT : Kind.LIST;
  }

  private String body(Sight sight) {
    return Json.object()
        .put("at", UtcText.of(pages.now()))
        .put("looked", UtcText.of(sight.looked()))
        .build()
        .text();
  }

  private static void say(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
