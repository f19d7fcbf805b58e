package vermilion.web;

import java.util.ArrayList;
import java.util.List;
import vermilion.json.Fields;
import vermilion.json.Json;
import vermilion.service.JournalFailure;

/// An error of the API as RFC 9457 has it, naming the field and the value.
///
/// Thrown from wherever a request turns out to be wrong, and written at the edge.
public final class Problem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// The media type of a problem.
  public static final String MEDIA_TYPE = "application/problem+json";

  /// The type of a problem that needs no more words than its title.
  private static final String PLAIN = "about:blank";

  /// Tells a phone that it was signed out, and not only that its token is unknown.
  static final String ENDED = "urn:vermilion:session-ended";

  /// Says in so many words that a record is gone: no other 410 makes a phone forget.
  static final String ERASED = "urn:vermilion:erased";

  private final int status;
  private final String type;
  private final String title;
  private final transient List<Fields.Problem> fields;

  /// A problem with fields of the request.
  Problem(int status, String title, List<Fields.Problem> fields) {
    this(status, PLAIN, title, fields);
  }

  private Problem(int status, String type, String title, List<Fields.Problem> fields) {
    super(title + fields, null, false, false);
    this.status = status;
    this.type = type;
    this.title = title;
    this.fields = List.copyOf(fields);
  }

  /// A problem with the request as a whole.
  static Problem of(int status, String title) {
    return new Problem(status, title, List.of());
  }

  /// A request whose fields are wrong.
  static Problem badFields(List<Fields.Problem> fields) {
    return new Problem(400, "The request has fields that are wrong", fields);
  }

  static Problem unauthorized() {
    return of(401, "This token is unknown or revoked");
  }

  /// Somebody has ended this phone's session: it forgets what it keeps.
  static Problem ended() {
    return new Problem(401, ENDED, "This session was ended", List.of());
  }

  static Problem forbidden(String who) {
    return of(403, "This needs the token of a " + who);
  }

  /// Also for an episode of another clinic: nobody learns whether it exists.
  static Problem noEpisode() {
    return of(404, "There is no such episode");
  }

  static Problem tooManyLinks() {
    return of(429, "Many links were made within the last hour; try again later");
  }

  static Problem idTaken() {
    return of(409, "Another episode has this id; nothing was kept");
  }

  static Problem erased() {
    return new Problem(410, ERASED, "The data of this patient was erased", List.of());
  }

  static Problem busy() {
    return of(503, "The record is busy; nothing was kept; send it again");
  }

  static Problem tooManyListeners() {
    return of(503, "Too many pages are live on this server; ask for the page itself");
  }

  /// The record could not be reached or written. Nobody may be told that nothing was kept: the
  /// answer of a commit can be lost after it was made.
  static Problem of(JournalFailure failure) {
    return failure.kind() == JournalFailure.Kind.TAMPERED
        ? of(500, "The record is not as it was written")
        : of(503, "The record cannot be reached; if you sent something, send it again as it is");
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  String text() {
    Json.Builder out = Json.object().put("type", type).put("title", title).put("status", status);
    if (!fields.isEmpty()) {
      Fields.Problem first = fields.getFirst();
      List<Json> all = new ArrayList<>();
      StringBuilder detail = new StringBuilder();
      for (Fields.Problem field : fields) {
        detail.append(detail.isEmpty() ? "" : "; ").append(field.sentence());
        all.add(
            Json.object()
                .put("field", field.field())
                .put("value", field.value())
                .put("expected", field.expected())
                .build());
      }
      out.put("detail", detail.toString())
          .put("field", first.field())
          .put("value", first.value())
          .put("errors", new Json.Arr(all));
    }
    return out.build().text();
  }
}
