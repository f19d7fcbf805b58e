package vermilion.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vermilion.json.Fields;
import vermilion.json.Json;
import vermilion.json.JsonText;

/// One mail to one person.
///
/// @param id names it for ever: the same id is queued once, and its Message-ID is made of it
/// @param owner whose it is: a patient or a subscriber of the clinic. It is sealed under her key
///   and goes when she is erased
/// @param kind what it is for
/// @param to the address
/// @param words what it says
/// @param leave where one request ends further mails (RFC 8058); empty: she did not subscribe
/// @param about what it reminds of; nothing where it is no reminder
/// @param made when it was asked for; a reminder is asked for at its own time and not sent before
public record Mail(
    UUID id,
    UUID owner,
    Kind kind,
    String to,
    Words words,
    Optional<String> leave,
    Optional<About> about,
    Instant made) {

  private static final int TEXT_CHARS = 20_000;
  private static final int ID_CHARS = 64;
  private static final char NUMBER = '+';

  /// A mail that is no reminder.
  public Mail(
      UUID id,
      UUID owner,
      Kind kind,
      String to,
      Words words,
      Optional<String> leave,
      Instant made) {
    this(id, owner, kind, to, words, leave, Optional.empty(), made);
  }

  /// What a reminder is about.
  ///
  /// @param episode the patient's episode
  /// @param occurrence what is due
  public record About(String episode, String occurrence) {}

  /// Whether it goes to a telephone, as a text message.
  public boolean isText() {
    return to.charAt(0) == NUMBER;
  }

  /// What a mail is for.
  public enum Kind {
    /// Asks whether she wants news.
    CONFIRM("confirm"),
    /// Tells of an article.
    ARTICLE("article"),
    /// Shows that mails arrive.
    TEST("test"),
    /// Reminds a patient of a check-in.
    REMINDER("reminder");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    /// The word kept beside a mail.
    public String id() {
      return id;
    }

    /// The kind of a kept word.
    public static Kind of(String id) {
      for (Kind kind : values()) {
        if (kind.id.equals(id)) {
          return kind;
        }
      }
      throw new IllegalArgumentException("no mail is of the kind " + id);
    }
  }

  /// What a mail says, twice: a reader shows one of them.
  ///
  /// @param subject the line of the list
  /// @param plain as text
  /// @param html as HTML; empty text: there is nothing but the plain words
  public record Words(String subject, String plain, String html) {}

  /// What is sealed of it.
  public Bytes content() {
    return Bytes.ofText(
        Json.object()
            .put("to", to)
            .put("subject", words.subject())
            .put("plain", words.plain())
            .put("html", words.html())
            .put("leave", leave.orElse(""))
            .put("episode", about.map(About::episode).orElse(""))
            .put("occurrence", about.map(About::occurrence).orElse(""))
            .build()
            .text());
  }

  /// What stands beside the sealed content.
  ///
  /// @param id the mail's id
  /// @param owner whose it is
  /// @param kind what it is for
  /// @param made when it was asked for
  public record Envelope(UUID id, UUID owner, Kind kind, Instant made) {}

  /// The mail of an envelope and what was sealed.
  public static Mail of(Envelope envelope, Bytes content) {
    if (!(JsonText.read(content.toText()) instanceof JsonText.Reading.Value(Json.Obj object))) {
      throw new IllegalArgumentException("mail " + envelope.id() + " holds no JSON object");
    }
    List<Fields.Problem> problems = new ArrayList<>();
    Fields in = Fields.of(object, problems);
    Words words =
        new Words(
            in.text("subject", TEXT_CHARS),
            in.text("plain", TEXT_CHARS),
            in.optionalText("html", TEXT_CHARS).orElse(""));
    String to = in.text("to", TEXT_CHARS);
    Optional<String> leave = in.optionalText("leave", TEXT_CHARS).filter(text -> !text.isEmpty());
    Optional<String> episode = in.optionalText("episode", ID_CHARS).filter(text -> !text.isEmpty());
    String occurrence = in.optionalText("occurrence", TEXT_CHARS).orElse("");
    Optional<About> about = episode.map(one -> new About(one, occurrence));
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException("mail " + envelope.id() + ": " + problems);
    }
    return new Mail(
        envelope.id(), envelope.owner(), envelope.kind(), to, words, leave, about, envelope.made());
  }
}
