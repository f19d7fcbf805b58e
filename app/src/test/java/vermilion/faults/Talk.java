package vermilion.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermilion.episode.Author;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.EventCodec;
import vermilion.episode.OpenedCodec;
import vermilion.faults.History.Answer;
import vermilion.json.Json;
import vermilion.json.JsonText;

/// Speaks HTTP with the servers as any client would, and writes down what was said and answered.
final class Talk implements AutoCloseable {

  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int BAD = 400;
  private static final int BUSY = 503;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final History history;
  private final Duration patience;

  /// @param patience how long a client waits for an answer
  Talk(History history, Duration patience) {
    this.history = history;
    this.patience = patience;
  }

  /// Who speaks.
  ///
  /// @param author as the server will write it
  /// @param token what opens the door
  record Speaker(Author author, String token) {}

  private record Reply(int status, String text) {}

  /// Sends events; one answer for each, in order.
  List<Answer> send(Node node, Speaker who, String episode, List<EventCodec.Sent> events) {
    List<Json> wire = new ArrayList<>();
    List<String> bodies = new ArrayList<>();
    for (EventCodec.Sent sent : events) {
      String body = Ground.body(sent, who.author());
      bodies.add(body);
      wire.add(onTheWire(body));
    }
    long number = history.nextRequest();
    long sentNanos = System.nanoTime();
    List<Answer> answers;
    try {
      String path = "/api/episodes/" + episode + "/events";
      answers = answers(post(node, who.token(), path, new Json.Arr(wire).text()), events);
    } catch (IOException e) {
      answers = all(events, new Answer.Unknown(e.getClass().getSimpleName()));
    }
    History.Request request =
        new History.Request(number, node.name(), new History.Span(sentNanos, System.nanoTime()));
    for (int i = 0; i < events.size(); i++) {
      history.add(
          new History.Attempt(episode, events.get(i).id(), bodies.get(i), request, answers.get(i)));
    }
    return answers;
  }

  /// A body as the API takes it: who wrote it, the server knows by the token.
  private static Json onTheWire(String body) {
    List<Json.Member> members = new ArrayList<>();
    for (Json.Member member : object(body).members()) {
      if (!member.name().equals("v") && !member.name().equals("by")) {
        members.add(member);
      }
    }
    return new Json.Obj(members);
  }

  private static List<Answer> answers(Reply reply, List<EventCodec.Sent> events) {
    if (reply.status() == OK
        && JsonText.read(reply.text()) instanceof JsonText.Reading.Value value
        && value.value() instanceof Json.Arr rows
        && rows.items().size() == events.size()) {
      return rows.items().stream().map(row -> answer((Json.Obj) row)).toList();
    }
    String said = reply.status() + " " + reply.text();
    boolean nothingKept = reply.status() == BUSY || reply.status() / 100 == BAD / 100;
    return all(events, nothingKept ? new Answer.Refused(said) : new Answer.Unknown(said));
  }

  private static Answer answer(Json.Obj row) {
    return switch (Kept.text(row, "status")) {
      case "accepted" -> new Answer.Accepted(Kept.number(row, "seq").orElseThrow());
      case "duplicate" -> new Answer.Duplicate(Kept.number(row, "seq").orElseThrow());
      case "refused" -> new Answer.Refused(Kept.text(row, "why"));
      default -> throw new IllegalStateException("an answer without a status: " + row.text());
    };
  }

  private static List<Answer> all(List<EventCodec.Sent> events, Answer answer) {
    return events.stream().map(_ -> answer).toList();
  }

  /// An episode that was opened, and its patient's token.
  record Opened(String episode, Speaker patient) {}

  /// Opens an episode with an order.
  Optional<Opened> open(
      Node node, Speaker who, EpisodeEvent.Opened opened, EpisodeEvent.OrderSigned order) {
    Json body =
        Json.object()
            .put("patient", OpenedCodec.patientJson(opened.patient()))
            .put("treatment", OpenedCodec.treatmentJson(opened.treatment()))
            .put("protocol", opened.protocol())
            .put("order", orderJson(order))
            .build();
    long number = history.nextRequest();
    long sentNanos = System.nanoTime();
    Optional<Opened> done = Optional.empty();
    try {
      Reply reply = post(node, who.token(), "/api/episodes", body.text());
      if (reply.status() == CREATED) {
        String link = Kept.text(object(reply.text()), "patientLink");
        Speaker patient = enrolled(node, who, link, opened.patient().birthDate());
        done = Optional.of(new Opened(Kept.text(object(reply.text()), "episode"), patient));
      }
    } catch (IOException _) {
      done = Optional.empty();
    }
    history.add(
        new History.Opening(
            Ground.contents(List.of(opened, order)),
            new History.Request(
                number, node.name(), new History.Span(sentNanos, System.nanoTime())),
            done.map(Opened::episode)));
    return done;
  }

  /// The patient once her phone was let in by her link and her date of birth. Where the node does
  /// not answer, what it may have done is forgotten with the episode.
  private Speaker enrolled(Node node, Speaker who, String link, String birthDate)
      throws IOException {
    Json body =
        Json.object()
            .put("link", link.substring(link.lastIndexOf('.') + 1))
            .put("birthDate", birthDate)
            .build();
    Reply reply = post(node, who.token(), "/api/enrol", body.text());
    if (reply.status() != CREATED) {
      throw new IOException("no phone was let in: " + reply.status());
    }
    return new Speaker(Ground.PATIENT, Kept.text(object(reply.text()), "token"));
  }

  private static Json orderJson(EpisodeEvent.OrderSigned order) {
    EventCodec.Sent sent = new EventCodec.Sent("", Instant.EPOCH, order);
    return object(Ground.body(sent, Ground.NURSE)).find("order").orElseThrow();
  }

  /// Reads a page of JSON; nothing where there is no answer.
  Optional<Json> get(Node node, Speaker who, String path) {
    try {
      Reply reply = exchange(request(node, who.token(), path).GET().build());
      return reply.status() == OK
              && JsonText.read(reply.text()) instanceof JsonText.Reading.Value value
          ? Optional.of(value.value())
          : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /// What a node shows of these episodes and of its worklist; nothing where it does not answer.
  Optional<Seen> look(Node node, Speaker who, List<String> episodes) {
    Map<String, List<String>> events = new HashMap<>();
    for (String episode : episodes) {
      List<String> ids = new ArrayList<>();
      Optional<List<String>> page = page(node, who, episode, 0);
      while (page.isPresent() && !page.get().isEmpty()) {
        ids.addAll(page.get());
        page = page(node, who, episode, ids.size());
      }
      if (page.isEmpty()) {
        return Optional.empty();
      }
      events.put(episode, ids);
    }
    Optional<Json> worklist = get(node, who, "/api/worklist");
    if (worklist.isEmpty()) {
      return Optional.empty();
    }
    Json.Obj page = (Json.Obj) worklist.get();
    List<Seen.Waiting> waiting = new ArrayList<>();
    for (Json.Obj line : Kept.objects(page, "waiting")) {
      String actBy = Kept.text(line, "actBy");
      waiting.add(
          new Seen.Waiting(
              Kept.text(line, "episode"),
              Kept.text(line, "level"),
              actBy.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(actBy))));
    }
    return Optional.of(
        new Seen(node.name(), events, Instant.parse(Kept.text(page, "at")), waiting));
  }

  private Optional<List<String>> page(Node node, Speaker who, String episode, long after) {
    return get(node, who, "/api/episodes/" + episode + "/events?after=" + after)
        .map(page ->
            ((Json.Arr) page)
                .items().stream().map(event -> Kept.text((Json.Obj) event, "id")).toList());
  }

  private static Json.Obj object(String text) {
    if (JsonText.read(text) instanceof JsonText.Reading.Value value
        && value.value() instanceof Json.Obj object) {
      return object;
    }
    throw new IllegalStateException("not an object: " + text);
  }

  private Reply post(Node node, String token, String path, String body) throws IOException {
    return exchange(
        request(node, token, path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private HttpRequest.Builder request(Node node, String token, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.proxy().port() + path))
        .timeout(patience)
        .header("Authorization", "Bearer " + token);
  }

  private Reply exchange(HttpRequest request) throws IOException {
    try {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      return new Reply(response.statusCode(), response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
