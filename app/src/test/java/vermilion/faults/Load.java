package vermilion.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import vermilion.clinical.Concern;
import vermilion.clinical.Questions;
import vermilion.clinical.Urgency;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.RecordFact;
import vermilion.json.Json;

/// Patients with a phone or two each, and staff: they go on whatever happens, and send again what
/// nobody answered.
final class Load {

  private static final int NURSES = 2;
  private static final int LEAST_PATIENTS = 2;
  private static final int MORE_PATIENTS = 2;
  private static final int MOST_EPISODES = 8;
  private static final Duration TREATED_BEFORE = Duration.ofHours(60);
  private static final Duration LAST_WORDS = Duration.ofSeconds(45);

  private final Talk talk;
  private final List<Node> nodes;
  private final Talk.Speaker nurse;
  private final Questions questions;
  private final SplittableRandom random;
  private final List<String> episodes = new CopyOnWriteArrayList<>();
  private final List<Phone> phones = new CopyOnWriteArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicInteger patients = new AtomicInteger();
  private final AtomicReference<Optional<Throwable>> broken =
      new AtomicReference<>(Optional.empty());
  private volatile boolean ended;
  private volatile boolean flooding;

  Load(Talk talk, List<Node> nodes, Talk.Speaker nurse, Seeded seeded) {
    this.talk = talk;
    this.nodes = List.copyOf(nodes);
    this.nurse = nurse;
    this.questions = seeded.questions();
    this.random = seeded.random();
  }

  /// What the load is made from.
  record Seeded(Questions questions, SplittableRandom random) {}

  /// The nurse.
  Talk.Speaker nurse() {
    return nurse;
  }

  /// The episodes that were opened and answered.
  List<String> episodes() {
    return List.copyOf(episodes);
  }

  /// Opens the first episodes and lets everybody begin.
  void begin() {
    Phone first = phone(nurse);
    int count = LEAST_PATIENTS + random.nextInt(MORE_PATIENTS + 1);
    for (int i = 0; i < count; i++) {
      open(first);
    }
    for (int i = 0; i < NURSES; i++) {
      Phone phone = phone(nurse);
      go(() -> nurse(phone), phone);
    }
  }

  /// Lets every phone send all that it was ever told of again, or no longer.
  void flood(boolean flood) {
    flooding = flood;
  }

  private Phone phone(Talk.Speaker who) {
    Phone phone = new Phone(talk, nodes, who, random.split());
    phones.add(phone);
    return phone;
  }

  private synchronized void open(Phone by) {
    String name = "Patient " + patients.incrementAndGet();
    Instant now = Instant.ofEpochSecond(Instant.now().getEpochSecond());
    Optional<Talk.Opened> opened =
        talk.open(
            by.anyNode(),
            nurse,
            Ground.opened(name, now.minus(TREATED_BEFORE)),
            Ground.order(1 + by.random().nextInt(3)));
    opened.ifPresent(one -> {
      episodes.add(one.episode());
      boolean calm = by.random().nextInt(3) == 0;
      int devices = 1 + by.random().nextInt(2);
      for (int i = 0; i < devices; i++) {
        Phone phone = phone(one.patient());
        go(() -> patient(phone, one.episode(), calm), phone);
      }
    });
  }

  private void go(Runnable act, Phone phone) {
    Thread thread =
        Thread.ofVirtual()
            .start(() -> {
              try {
                while (!ended) {
                  act.run();
                  think(phone);
                }
              } catch (RuntimeException | Error e) {
                broken.set(Optional.of(e));
              }
            });
    synchronized (threads) {
      threads.add(thread);
    }
  }

  private void think(Phone phone) {
    if (!phone.deliver()) {
      Pause.millis(150 + phone.random().nextInt(300));
    }
    if (flooding) {
      phone.repeatAll();
    }
    Pause.millis(40 + phone.random().nextInt(160));
  }

  private void patient(Phone phone, String episode, boolean calm) {
    int what = phone.random().nextInt(100);
    if (what < 55) {
      phone.make(episode, phone.checkIn(questions, calm));
    } else if (what < 67) {
      phone.make(episode, phone.contact(questions, calm));
    } else if (what < 75) {
      phone.massage(episode, questions);
    } else if (what < 85) {
      phone.repeat(false);
    } else if (what < 88) {
      phone.repeat(true);
    } else {
      for (int i = 0; i < 3; i++) {
        phone.make(episode, phone.checkIn(questions, calm));
      }
    }
  }

  private void nurse(Phone phone) {
    if (phone.random().nextInt(12) == 0 && episodes.size() < MOST_EPISODES) {
      open(phone);
    }
    Optional<Json> page = talk.get(phone.anyNode(), nurse, "/api/worklist");
    if (page.isEmpty()) {
      return;
    }
    List<Json.Obj> waiting = Kept.objects((Json.Obj) page.get(), "waiting");
    if (!waiting.isEmpty()) {
      attend(phone, waiting.get(phone.random().nextInt(waiting.size())));
    }
  }

  private void attend(Phone phone, Json.Obj line) {
    String episode = Kept.text(line, "episode");
    List<Json.Obj> alerts = Kept.objects(line, "alerts");
    Json.Obj alert = alerts.get(phone.random().nextInt(alerts.size()));
    int what = phone.random().nextInt(100);
    if (what < 45) {
      String id = Kept.text(alert, "id");
      EpisodeEvent.How how = EpisodeEvent.How.values()[phone.random().nextInt(2)];
      phone.make(episode, new EpisodeEvent.Acknowledged(id.substring(id.indexOf('.') + 1), how));
    } else if (what < 65) {
      phone.make(episode, lowering(alert));
    } else if (what < 80) {
      phone.make(episode, new EpisodeEvent.HoldLifted("seen, no. " + what));
    } else if (what < 90) {
      phone.make(episode, new EpisodeEvent.Noted("rang her, no. " + what));
    } else {
      boolean holds = phone.random().nextBoolean();
      phone.make(episode, new EpisodeEvent.FactRecorded(RecordFact.ILLNESS, holds));
    }
  }

  private static EpisodeEvent lowering(Json.Obj alert) {
    Concern concern = Concern.OTHER;
    for (Concern one : Concern.values()) {
      concern = one.id().equals(Kept.text(alert, "concern")) ? one : concern;
    }
    Instant until = Instant.ofEpochSecond(Instant.now().getEpochSecond()).plusSeconds(3 * 3600);
    return new EpisodeEvent.LevelLowered(concern, Urgency.ROUTINE, until, true, "seen");
  }

  /// Ends the day: nobody begins anything new, and what waits is sent until it is answered.
  ///
  /// @throws IllegalStateException when something still waits after a long time
  void end() {
    ended = true;
    List<Thread> all;
    synchronized (threads) {
      all = List.copyOf(threads);
    }
    all.forEach(Load::join);
    broken
        .get()
        .ifPresent(e -> {
          throw new IllegalStateException("a client failed", e);
        });
    boolean done =
        Pause.until(
            LAST_WORDS,
            () -> {
              phones.forEach(Phone::deliver);
              return phones.stream().noneMatch(Phone::hasUnsent);
            });
    if (!done) {
      throw new IllegalStateException("not answered in " + LAST_WORDS.toSeconds() + " s");
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
