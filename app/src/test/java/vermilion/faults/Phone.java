package vermilion.faults;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import vermilion.clinical.Concern;
import vermilion.clinical.Question;
import vermilion.clinical.Questions;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.EventCodec;
import vermilion.faults.History.Answer;
import vermilion.json.Json;

/// One device of somebody who follows one episode or many: makes events under ids of its own, keeps
/// what was not answered, and sends it again under the same ids, in whatever order and company.
final class Phone {

  private static final int MOST_TOGETHER = 5;
  private static final int GIVES_UP_PER_MILLE = 15;

  private final Talk talk;
  private final List<Node> nodes;
  private final Talk.Speaker who;
  private final SplittableRandom random;
  private final List<Outgoing> queue = new ArrayList<>();
  private final List<Outgoing> told = new ArrayList<>();

  /// An event on its way.
  record Outgoing(String episode, EventCodec.Sent sent) {}

  Phone(Talk talk, List<Node> nodes, Talk.Speaker who, SplittableRandom random) {
    this.talk = talk;
    this.nodes = List.copyOf(nodes);
    this.who = who;
    this.random = random;
  }

  SplittableRandom random() {
    return random;
  }

  Talk.Speaker who() {
    return who;
  }

  /// Any of the clinic's servers.
  Node anyNode() {
    return nodes.get(random.nextInt(nodes.size()));
  }

  boolean hasUnsent() {
    return !queue.isEmpty();
  }

  /// Puts an event into the queue.
  void make(String episode, EpisodeEvent event) {
    UUID id =
        new UUID((random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() >>> 2) | (1L << 63));
    long millis = Instant.now().toEpochMilli() - random.nextInt(120_000);
    queue.add(
        new Outgoing(
            episode, new EventCodec.Sent(id.toString(), Instant.ofEpochMilli(millis), event)));
  }

  /// Sends some of what waits, in any order; what gets no answer stays. Whether all were answered.
  boolean deliver() {
    if (queue.isEmpty()) {
      return true;
    }
    Outgoing first = queue.get(random.nextInt(queue.size()));
    List<Outgoing> together = new ArrayList<>();
    int most = 1 + random.nextInt(MOST_TOGETHER);
    for (Outgoing one : queue) {
      if (together.size() < most && one.episode().equals(first.episode())) {
        together.add(random.nextInt(together.size() + 1), one);
      }
    }
    return deliver(first.episode(), together);
  }

  private boolean deliver(String episode, List<Outgoing> together) {
    List<Answer> answers =
        talk.send(anyNode(), who, episode, together.stream().map(Outgoing::sent).toList());
    boolean all = true;
    for (int i = 0; i < together.size(); i++) {
      Outgoing one = together.get(i);
      switch (answers.get(i)) {
        case Answer.Accepted _, Answer.Duplicate _ -> {
          queue.remove(one);
          told.add(one);
        }
        case Answer.Refused refused when !refused.why().startsWith("503") -> queue.remove(one);
        case Answer.Refused _ -> all = false;
        case Answer.Unknown _ -> {
          all = false;
          if (random.nextInt(1000) < GIVES_UP_PER_MILLE) {
            queue.remove(one);
          }
        }
      }
    }
    return all;
  }

  /// Sends again what was acknowledged already, as it was or, to be refused, with other content.
  void repeat(boolean otherwise) {
    if (!told.isEmpty()) {
      Outgoing one = told.get(random.nextInt(told.size()));
      EventCodec.Sent sent = one.sent();
      EventCodec.Sent again =
          otherwise ? new EventCodec.Sent(sent.id(), sent.at().plusMillis(1), sent.event()) : sent;
      talk.send(anyNode(), who, one.episode(), List.of(again));
    }
  }

  /// Sends all that it ever was told of again, all at once and mixed up.
  void repeatAll() {
    List<Outgoing> mixed = new ArrayList<>();
    told.forEach(one -> mixed.add(random.nextInt(mixed.size() + 1), one));
    for (int i = 0; i < mixed.size(); i += MOST_TOGETHER) {
      String episode = mixed.get(i).episode();
      List<EventCodec.Sent> some =
          mixed.subList(i, Math.min(mixed.size(), i + MOST_TOGETHER)).stream()
              .filter(one -> one.episode().equals(episode))
              .map(Outgoing::sent)
              .toList();
      talk.send(anyNode(), who, episode, some);
    }
  }

  /// A check-in of a few answers, mostly mild ones.
  EpisodeEvent checkIn(Questions questions, boolean calm) {
    return new EpisodeEvent.CheckedIn("full", false, answers(questions, calm));
  }

  /// A worry.
  EpisodeEvent contact(Questions questions, boolean calm) {
    Optional<Concern> concern =
        random.nextBoolean()
            ? Optional.of(Concern.values()[random.nextInt(Concern.values().length - 1)])
            : Optional.empty();
    Optional<String> text =
        random.nextBoolean()
            ? Optional.of("it feels odd, no. " + random.nextInt(1000))
            : Optional.empty();
    return new EpisodeEvent.Contacted(
        "full", false, answers(questions, calm), calm ? Optional.empty() : concern, text);
  }

  private Map<String, String> answers(Questions questions, boolean calm) {
    Map<String, String> answers = new LinkedHashMap<>();
    int count = 1 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      Question question = questions.at(random.nextInt(questions.size()));
      List<String> all = question.answerIds();
      boolean mild = calm || random.nextInt(6) > 0;
      answers.put(question.id(), all.get(mild ? 0 : random.nextInt(all.size())));
    }
    return answers;
  }

  /// Begins a massage, if the server says that one may begin.
  void massage(String episode, Questions questions) {
    Optional<Json> page = talk.get(anyNode(), who, "/api/episodes/" + episode);
    if (page.isEmpty()
        || !(((Json.Obj) page.get()).find("massage").orElse(new Json.Null())
            instanceof Json.Obj massage)) {
      return;
    }
    if (Kept.text(massage, "state").equals("open")) {
      Map<String, String> clear = new LinkedHashMap<>();
      questions.forEach(question -> clear.put(question.id(), question.answerIds().getFirst()));
      String form = Kept.text(massage, "form");
      make(episode, new EpisodeEvent.CheckedIn(form, true, clear));
      deliver(episode, List.of(queue.getLast()));
      make(episode, new EpisodeEvent.MassageStarted(Kept.text(massage, "occurrence")));
    } else {
      make(episode, new EpisodeEvent.MassageEnded(random.nextInt(60), true, Map.of("pain", "1")));
    }
  }
}
