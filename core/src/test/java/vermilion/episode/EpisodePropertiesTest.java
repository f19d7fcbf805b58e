package vermilion.episode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import vermilion.clinical.Concern;
import vermilion.clinical.Urgency;
import vermilion.protocol.MassageOrder;
import vermilion.schedule.PlanVersion;
import vermilion.testing.Seeded;

/// What must be true of any course, however unlikely, over seeded streams of events.
final class EpisodePropertiesTest {

  private static final int STEPS = 60;
  private static final List<String> GATES =
      List.of(
          "open",
          "not-ordered",
          "stopped",
          "expired",
          "held",
          "suspended",
          "not-yet",
          "not-followed");
  private static final Decider DECIDER = new Decider(Course.HOURS);
  private static final List<Author> AUTHORS = List.of(Course.PATIENT, Course.NURSE, Course.SERVICE);

  /// One event that was accepted, with what stood before and after it.
  private record Step(
      EventCodec.Sent sent, Author by, Instant now, Episode before, Episode after) {}

  /// Tells a random course, and hands over each event that the decider accepts.
  private static Episode tell(SplittableRandom random, Consumer<Step> check) {
    EventMaker maker = new EventMaker(random);
    Instant now = Course.TREATED;
    EventCodec.Sent opening = new EventCodec.Sent(maker.uuid(), now, maker.opened());
    Decision opened = DECIDER.open(BriefProtocol.GUIDELINE, opening, Course.NURSE, now);
    Episode episode = ((Decision.Accepted) opened).after();
    for (int i = 0; i < STEPS; i++) {
      now = now.plusSeconds(gap(random));
      Instant server = now.isBefore(episode.lastReceived()) ? episode.lastReceived() : now;
      EpisodeEvent event = maker.event(episode.at(server, Course.HOURS), episode);
      Duration skew =
          maker.chance(10) ? Duration.ofMinutes(random.nextInt(-3000, 3000)) : Duration.ZERO;
      EventCodec.Sent sent = new EventCodec.Sent(maker.uuid(), now.plus(skew), event);
      for (Author by : AUTHORS) {
        if (DECIDER.decide(episode, sent, by, now) instanceof Decision.Accepted accepted) {
          check.accept(new Step(sent, by, server, episode, accepted.after()));
          episode = accepted.after();
          break;
        }
      }
    }
    return episode;
  }

  private static long gap(SplittableRandom random) {
    return switch (random.nextInt(10)) {
      case 0 -> 0;
      case 1, 2, 3 -> random.nextInt(1200);
      case 4 -> -random.nextInt(4000);
      case 5 -> random.nextInt(4 * 86_400);
      default -> random.nextInt(9 * 3600);
    };
  }

  private static Map<Concern, Urgency> levels(Episode episode, Instant now) {
    Map<Concern, Urgency> levels = new EnumMap<>(Concern.class);
    for (AlertClock.State state : episode.at(now, Course.HOURS).alerts()) {
      levels.put(state.alert().concern(), state.level());
    }
    return levels;
  }

  private static boolean lowers(EpisodeEvent event, Concern concern) {
    return switch (event) {
      case EpisodeEvent.LevelLowered lowering -> lowering.concern() == concern;
      case EpisodeEvent.CheckedIn form -> concern == Concern.SILENCE && form.complete();
      case EpisodeEvent.Contacted form -> concern == Concern.SILENCE && form.complete();
      default -> false;
    };
  }

  @Seeded(60)
  void urgency_only_rises_by_itself(SplittableRandom random) {
    tell(
        random,
        step -> {
          Map<Concern, Urgency> after = levels(step.after(), step.now());
          levels(step.before(), step.now())
              .forEach((concern, level) -> {
                if (!lowers(step.sent().event(), concern)) {
                  assertThat(after.getOrDefault(concern, Urgency.SELF_CARE))
                      .as("%s after %s", concern, step.sent())
                      .isGreaterThanOrEqualTo(level);
                }
              });
        });
  }

  @Seeded(30)
  void time_never_lowers(SplittableRandom random) {
    Episode episode = tell(random, step -> {});
    Instant now = episode.lastReceived();
    Map<Concern, Urgency> before = levels(episode, now);
    boolean held = episode.at(now, Course.HOURS).held();
    for (int i = 0; i < 60; i++) {
      now = now.plusSeconds(random.nextInt(4 * 3600));
      Map<Concern, Urgency> after = levels(episode, now);
      before.forEach((concern, level) ->
          assertThat(after.getOrDefault(concern, Urgency.SELF_CARE))
              .as(concern.id())
              .isGreaterThanOrEqualTo(level));
      boolean heldNow = episode.at(now, Course.HOURS).held();
      assertThat(heldNow || !held).isTrue();
      before = after;
      held = heldNow;
    }
  }

  @Seeded(60)
  void only_a_clinician_who_lifts_it_ends_a_hold_and_a_hold_closes_the_gate(
      SplittableRandom random) {
    tell(
        random,
        step -> {
          Standing before = step.before().at(step.now(), Course.HOURS);
          Standing after = step.after().at(step.now(), Course.HOURS);
          if (before.held() && !(step.sent().event() instanceof EpisodeEvent.HoldLifted)) {
            assertThat(after.held()).as(step.sent().toString()).isTrue();
          }
          if (after.held()) {
            assertThat(after.gate()).isInstanceOf(MassageGate.Refused.class);
          }
          boolean worse =
              step.after().assessed(step.after().seq()).stream()
                  .anyMatch(one -> one.level().holdsMassage());
          assertThat(after.held() || !worse).isTrue();
        });
  }

  @Seeded(60)
  void an_open_gate_is_ordered_inside_the_plan_awake_and_within_every_cap(SplittableRandom random) {
    tell(
        random,
        step -> {
          for (int minutes : new int[] {0, 7, 200, 900}) {
            Instant now = step.now().plusSeconds(minutes * 60L);
            Standing standing = step.after().at(now, Course.HOURS);
            if (standing.gate() instanceof MassageGate.Open open) {
              holds(step.after(), standing, open);
            }
          }
        });
  }

  private static void holds(Episode episode, Standing standing, MassageGate.Open open) {
    Instant now = standing.now();
    MassageOrder order = episode.order().orElseThrow().massage().orElseThrow();
    assertThat(open.order()).isEqualTo(order);
    assertThat(order.isWithinEngineLimits()).isTrue();
    assertThat(open.occurrence().window().contains(now)).isTrue();
    assertThat(episode.occurrences()).contains(open.occurrence());
    PlanVersion plan = episode.plans().at(now);
    assertThat(plan.clock().isAwake(now)).isTrue();
    Instant treated = episode.opened().treatment().at();
    assertThat(now).isAfterOrEqualTo(treated.plus(Duration.ofHours(order.startHours())));
    assertThat(now).isBefore(treated.plus(Duration.ofDays(14)));
    assertThat(standing.held()).isFalse();
    int thatDay = 0;
    for (Entry entry : episode.entries()) {
      if (entry.event() instanceof EpisodeEvent.MassageStarted started) {
        assertThat(started.occurrence()).isNotEqualTo(open.occurrence().id());
        assertThat(entry.received().plus(Duration.ofHours(2))).isBeforeOrEqualTo(now);
        thatDay += started.occurrence().contains("/" + open.occurrence().localDate() + "/") ? 1 : 0;
      }
    }
    assertThat(thatDay).isLessThan(order.perDay());
  }

  @Seeded(40)
  void a_session_begins_only_after_clear_answers_of_a_moment_ago(SplittableRandom random) {
    tell(
        random,
        step -> {
          if (step.sent().event() instanceof EpisodeEvent.MassageStarted) {
            Assessed gate = step.before().assessed().getLast();
            assertThat(gate.entry().received().plus(Duration.ofMinutes(15)))
                .isAfterOrEqualTo(step.now());
            assertThat(gate.level()).isLessThan(Urgency.SAME_DAY);
          }
        });
  }

  @Seeded(30)
  void the_same_event_again_changes_nothing(SplittableRandom random) {
    tell(
        random,
        step -> {
          Instant later = step.now().plusSeconds(5);
          assertThat(DECIDER.decide(step.after(), step.sent(), step.by(), later))
              .isEqualTo(new Decision.Duplicate(step.after().seq()));
        });
  }

  @Seeded(30)
  void an_episode_with_one_more_event_is_the_fold_of_all_of_them(SplittableRandom random) {
    Episode episode = tell(random, step -> {});
    List<Entry> entries = episode.entries();
    int cut = 1 + random.nextInt(entries.size());
    Episode first = Episode.of(BriefProtocol.GUIDELINE, entries.subList(0, cut));
    Standing before = first.at(episode.lastReceived(), Course.HOURS);
    Episode longer = first.with(entries.subList(cut, entries.size()));
    Episode whole = Episode.of(BriefProtocol.GUIDELINE, entries);

    assertThat(longer.entries()).isEqualTo(entries);
    assertThat(longer.assessed()).hasSameSizeAs(whole.assessed());
    for (int hours : new int[] {0, 1, 50}) {
      Instant now = episode.lastReceived().plus(Duration.ofHours(hours));
      assertThat(whole.at(now, Course.HOURS)).isEqualTo(episode.at(now, Course.HOURS));
      assertThat(whole.at(now, Course.HOURS)).isEqualTo(longer.at(now, Course.HOURS));
    }
    assertThat(first.at(episode.lastReceived(), Course.HOURS)).isEqualTo(before);
  }

  @Seeded(30)
  void every_event_goes_through_its_stored_form_unchanged(SplittableRandom random) {
    List<Entry> read = new ArrayList<>();
    Episode episode = tell(random, step -> {});
    for (Entry entry : episode.entries()) {
      String body =
          EventCodec.body(new EventCodec.Sent(entry.id(), entry.at(), entry.event()), entry.by());
      EventCodec.Stored stored =
          ((EventCodec.Reading.Read<EventCodec.Stored>) EventCodec.readBody(body)).value();
      read.add(
          new Entry(
              entry.seq(),
              stored.sent().id(),
              stored.sent().at(),
              entry.received(),
              stored.by(),
              stored.sent().event()));
    }
    assertThat(read).isEqualTo(episode.entries());
  }

  @Seeded(40)
  void nothing_is_said_to_be_milder_than_triage_says_unless_a_clinician_lowered_it(
      SplittableRandom random) {
    boolean[] lowered = {false};
    tell(
        random,
        step -> {
          lowered[0] |= step.sent().event() instanceof EpisodeEvent.LevelLowered;
          if (!lowered[0]) {
            step.after()
                .assessed(step.after().seq())
                .ifPresent(one -> assertThat(one.level()).isEqualTo(one.assessment().level()));
          }
        });
  }

  @Seeded(40)
  void until_the_next_change_every_alert_stays_what_it_is(SplittableRandom random) {
    tell(
        random,
        step -> {
          Standing standing = step.after().at(step.now(), Course.HOURS);
          Instant next = standing.nextChange().orElse(step.now().plus(Duration.ofDays(60)));
          long seconds = Duration.between(step.now(), next).toSeconds();
          Instant between = step.now().plusSeconds(random.nextLong(seconds + 1));
          if (between.isBefore(next)) {
            assertThat(levels(step.after(), between)).isEqualTo(levels(step.after(), step.now()));
            assertThat(step.after().at(between, Course.HOURS).held()).isEqualTo(standing.held());
          }
        });
  }

  @Tag("about-the-tests")
  @Seeded(1)
  void the_courses_reach_every_type_of_event_and_every_answer_of_the_gate(SplittableRandom random) {
    Set<String> types = new TreeSet<>();
    Set<String> gates = new TreeSet<>();
    int all = kinds(EpisodeEvent.class) - 1;
    for (int i = 0; i < 200 && (types.size() < all || !gates.containsAll(GATES)); i++) {
      tell(
          random,
          step -> {
            types.add(step.sent().event().type());
            gates.add(gate(step.after().at(step.now(), Course.HOURS)));
          });
    }
    assertThat(types).hasSize(all);
    assertThat(gates).containsAll(GATES);
  }

  private static int kinds(Class<?> type) {
    int all = type.isSealed() ? 0 : 1;
    for (Class<?> one : type.isSealed() ? type.getPermittedSubclasses() : new Class<?>[0]) {
      all += kinds(one);
    }
    return all;
  }

  private static String gate(Standing standing) {
    return switch (standing.gate()) {
      case MassageGate.Open _ -> "open";
      case MassageGate.Refused refused -> refused.reason().id();
    };
  }
}
