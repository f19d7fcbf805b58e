package vermilion.web;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import vermilion.episode.Confidant;
import vermilion.json.Fields;
import vermilion.json.Json;
import vermilion.json.JsonText;
import vermilion.service.Access;
import vermilion.service.Capability;
import vermilion.service.ConfidantPhones;
import vermilion.service.Phones;
import vermilion.service.StaffSessions;
import vermilion.service.Tokens;

/// Reads what a request says: who sends it, and its body.
final class Requests {

  /// The name of the cookie of a signed-in clinician.
  static final String COOKIE = "vermilion";

  /// The largest body of a request.
  static final int BODY_BYTES_MAX = 256 * 1024;

  private static final String EPISODES = "/clinic/episodes/";
  private static final int LANGUAGE_CHARS = 35;

  private static final String ACCESS = "access";
  private static final String SESSION = "session";

  private final Tokens tokens;
  private final Phones phones;
  private final StaffSessions sessions;
  private final ConfidantPhones helpers;

  Requests(WebServer.Parts parts) {
    this.tokens = parts.tokens();
    this.phones = parts.phones();
    this.sessions = parts.people().sessions();
    this.helpers = new ConfidantPhones(parts.service(), parts.phones());
  }

  /// Who sends a request.
  ///
  /// @param access what the token opens; of a helper, in the helper's name
  /// @param helper the helper, where it is one
  record Sender(Access access, Optional<Confidant> helper) {}

  /// Who sends the request, by its bearer token. A helper is refused wherever a route does not say
  /// what a helper needs: a new route is shut to helpers until somebody decides about it.
  Access access(Context ctx) {
    Access access = anybody(ctx);
    if (ConfidantPhones.isHelper(access)) {
      throw Problem.forbidden("patient or clinician");
    }
    return access;
  }

  /// What the bearer token opens, whoever has it; of a helper, nothing is looked at yet.
  Access anybody(Context ctx) {
    if (ctx.attribute(ACCESS) instanceof Access known) {
      return known;
    }
    Access access = opened(ctx);
    ctx.attribute(ACCESS, access);
    return access;
  }

  /// Who sends the request, also where it is a helper whom she lets do this, as the record stands
  /// now.
  Sender sender(Context ctx, Confidant.Right right) {
    Access access = anybody(ctx);
    if (!ConfidantPhones.isHelper(access)) {
      return new Sender(access, Optional.empty());
    }
    return switch (helpers.of(access)) {
      case ConfidantPhones.Known.In in when in.helper().may(right) ->
          new Sender(in.access(), Optional.of(in.helper()));
      case ConfidantPhones.Known.In _ ->
          throw Problem.forbidden("patient, or of a helper whom she lets " + right.id());
      case ConfidantPhones.Known.Ended _ -> throw Problem.ended();
      case ConfidantPhones.Known.Erased _ -> throw Problem.erased();
    };
  }

  private Access opened(Context ctx) {
    String token = token(ctx);
    return tokens
        .open(token)
        .orElseThrow(() -> phones.isEnded(token) ? Problem.ended() : Problem.unauthorized());
  }

  /// Where a request comes from: behind a web server on this machine, what that server says last.
  /// Of anybody else the header counts for nothing: whoever asks could write into it what he likes.
  static String place(Context ctx) {
    String peer = ctx.req().getRemoteAddr();
    String forwarded = ctx.header("X-Forwarded-For");
    if (forwarded == null || !isLoopback(peer)) {
      return peer;
    }
    return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
  }

  private static boolean isLoopback(String address) {
    try {
      // An address in digits: no name is looked up.
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /// The bearer token of the request; nothing says that it is known.
  String token(Context ctx) {
    String header = ctx.header("Authorization");
    if (header == null || !header.startsWith("Bearer ")) {
      throw Problem.of(401, "This needs the header Authorization: Bearer TOKEN");
    }
    return header.substring("Bearer ".length()).strip();
  }

  /// Who is signed in on a clinic page, if anybody, with what may be done with the episode that the
  /// page is about.
  Optional<Session> session(Context ctx) {
    if (ctx.attribute(SESSION) instanceof Session known) {
      return Optional.of(known);
    }
    String cookie = ctx.cookie(COOKIE);
    Optional<Session> session =
        cookie == null
            ? Optional.empty()
            : sessions.find(cookie).map(who -> new Session(cookie, who, access(ctx, who)));
    session.ifPresent(known -> ctx.attribute(SESSION, known));
    return session;
  }

  /// Whether somebody is signed in still, and may do something still; asked anew each time.
  boolean isStillIn(Context ctx, Capability capability) {
    String cookie = ctx.cookie(COOKIE);
    return cookie != null
        && sessions.find(cookie).filter(who -> who.access().may(capability)).isPresent();
  }

  private Access access(Context ctx, StaffSessions.SignedIn who) {
    String path = ctx.path();
    if (!path.startsWith(EPISODES)) {
      return who.access();
    }
    int end = path.indexOf('/', EPISODES.length());
    String id = path.substring(EPISODES.length(), end < 0 ? path.length() : end);
    Access access = who.access();
    return new Access(
        access.clinic(), access.author(), access.episode(), sessions.capabilities(who, id));
  }

  /// The access of a clinician; refuses everybody else.
  Access clinician(Context ctx) {
    Access access = access(ctx);
    if (!access.isClinician() || access.episode().isPresent()) {
      throw Problem.forbidden("clinician");
    }
    return access;
  }

  /// The language that is asked for, such as `fr`, if any.
  static Optional<String> language(Context ctx) {
    String tag = ctx.queryParam("language");
    if (tag == null) {
      return Optional.empty();
    }
    boolean plain = !tag.isEmpty() && tag.length() <= LANGUAGE_CHARS;
    for (int i = 0; plain && i < tag.length(); i++) {
      char c = tag.charAt(i);
      plain = c == '-' || (c < 128 && Character.isLetterOrDigit(c));
    }
    if (!plain) {
      throw Problem.badFields(
          List.of(new Fields.Problem("language", tag, "a language tag such as fr")));
    }
    return Optional.of(tag);
  }

  /// What was typed into a field of a form, without blanks around it; nothing where that is empty
  /// or longer than `most` characters.
  static Optional<String> typed(Context ctx, String name, int most) {
    return Optional.ofNullable(ctx.formParam(name))
        .map(String::strip)
        .filter(text -> !text.isEmpty() && text.length() <= most);
  }

  /// A whole number of 1 to `most` digits; nothing where a text is none.
  static Optional<Integer> number(String text, int most) {
    boolean number =
        !text.isEmpty()
            && text.length() <= most
            && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return number ? Optional.of(Integer.parseInt(text)) : Optional.empty();
  }

  /// The body as JSON.
  static Json json(Context ctx) {
    return switch (JsonText.read(text(ctx))) {
      case JsonText.Reading.Value value -> value.value();
      case JsonText.Reading.Broken broken ->
          throw Problem.badFields(
              List.of(
                  new Fields.Problem(
                      "body",
                      "not JSON at character " + broken.offset(),
                      broken.expected() + " there")));
    };
  }

  private static String text(Context ctx) {
    byte[] bytes = ctx.bodyAsBytes();
    if (bytes.length > BODY_BYTES_MAX) {
      throw tooLarge();
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      throw Problem.badFields(List.of(new Fields.Problem("body", "not UTF-8", "JSON in UTF-8")));
    }
  }

  static Problem tooLarge() {
    return Problem.of(413, "A request holds at most " + BODY_BYTES_MAX + " bytes");
  }
}
