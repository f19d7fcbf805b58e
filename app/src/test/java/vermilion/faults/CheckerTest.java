package vermilion.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermilion.faults.Finding.Kind;
import vermilion.faults.History.Answer;
import vermilion.faults.History.Attempt;

/// The checker finds nothing in a true story, and names each lie in a false one.
class CheckerTest {

  @TempDir static Path folder;
  private static TrueStory story;

  @BeforeAll
  static void live() {
    story = TrueStory.lived(folder);
  }

  private static List<Finding> check(History history, Kept kept) {
    return Checker.check(history, kept, List.of(story.seen()), story.fold());
  }

  private static List<Kind> kinds(Kept kept) {
    return check(story.history(), kept).stream().map(Finding::kind).distinct().toList();
  }

  /// The story with other events in its first episode.
  private static Kept kept(UnaryOperator<List<Kept.Event>> change) {
    Kept.Chain first = story.kept().chains().getFirst();
    List<Kept.Chain> chains = new ArrayList<>(story.kept().chains());
    List<Kept.Event> events = change.apply(new ArrayList<>(first.events()));
    chains.set(0, new Kept.Chain(first.episode(), first.opened(), events));
    return new Kept(chains, story.kept().lines(), walked(chains), "");
  }

  /// As a forger would have it: `verify` finds every chain whole.
  private static Optional<Kept.Walked> walked(List<Kept.Chain> chains) {
    long events = chains.stream().mapToLong(chain -> chain.events().size()).sum();
    return Optional.of(new Kept.Walked(chains.size(), events));
  }

  private static Kept.Event at(long seq, Kept.Event event) {
    return new Kept.Event(event.id(), seq, event.received(), event.body());
  }

  @Test
  void a_true_story_has_no_findings() {
    assertThat(check(story.history(), story.kept())).isEmpty();
    assertThat(story.kept().chains()).hasSize(3);
    assertThat(story.kept().lines()).anyMatch(line -> line.deadline().isPresent());
    assertThat(Kept.read(story.kept().json().text())).isEqualTo(story.kept());
  }

  @Test
  void what_nobody_answered_may_be_there_once_or_not_at_all(@TempDir Path own) {
    TrueStory longer = TrueStory.lived(own);
    History history = longer.history();
    Attempt sent = longer.unsent();
    history.add(sent);

    assertThat(Checker.check(history, longer.kept(), List.of(longer.seen()), longer.fold()))
        .isEmpty();
    longer.submit(sent);
    assertThat(Checker.check(history, longer.read(), List.of(longer.seen()), longer.fold()))
        .isEmpty();
  }

  @Test
  void a_cut_end_is_lost() {
    Kept cut =
        kept(events -> {
          events.removeLast();
          return events;
        });

    assertThat(kinds(cut)).contains(Kind.LOST);
  }

  @Test
  void an_event_taken_out_of_the_middle_is_lost_and_moves_those_behind_it() {
    Kept closed =
        kept(events -> {
          events.remove(3);
          for (int i = 3; i < events.size(); i++) {
            events.set(i, at(i + 1, events.get(i)));
          }
          return events;
        });
    Kept open =
        kept(events -> {
          events.remove(3);
          return events;
        });

    assertThat(kinds(closed)).contains(Kind.LOST, Kind.WRONG_PLACE);
    assertThat(kinds(open)).contains(Kind.LOST, Kind.HOLE);
  }

  @Test
  void an_episode_that_vanished_is_lost() {
    List<Kept.Chain> chains = story.kept().chains().subList(0, 2);
    List<Kept.Line> lines =
        story.kept().lines().stream()
            .filter(
                line -> chains.stream().anyMatch(chain -> chain.episode().equals(line.episode())))
            .toList();

    assertThat(kinds(new Kept(chains, lines, walked(chains), ""))).contains(Kind.LOST);
  }

  @Test
  void an_event_that_is_there_twice_is_doubled() {
    Kept doubled =
        kept(events -> {
          events.add(at(events.size() + 1, events.getLast()));
          return events;
        });

    assertThat(kinds(doubled)).contains(Kind.DOUBLED);
  }

  @Test
  void an_episode_that_one_request_opened_twice_is_doubled() {
    List<Kept.Chain> chains = new ArrayList<>(story.kept().chains());
    Kept.Chain last = chains.getLast();
    List<Kept.Event> events = new ArrayList<>();
    for (Kept.Event event : last.events().subList(0, 2)) {
      String id = new UUID(77, event.seq()).toString();
      events.add(new Kept.Event(id, event.seq(), event.received(), event.body()));
    }
    chains.add(new Kept.Chain("another", last.opened(), events));

    assertThat(kinds(new Kept(chains, story.kept().lines(), walked(chains), "")))
        .contains(Kind.DOUBLED);
  }

  @Test
  void two_events_that_changed_places_are_found_out_of_place() {
    Kept swapped =
        kept(events -> {
          Instant earlier = events.get(3).received();
          Collections.swap(events, 3, 4);
          Kept.Event fourth = events.get(3);
          events.set(3, new Kept.Event(fourth.id(), 4, earlier, fourth.body()));
          events.set(4, at(5, events.get(4)));
          return events;
        });

    assertThat(kinds(swapped)).contains(Kind.WRONG_PLACE).doesNotContain(Kind.LOST);
  }

  @Test
  void an_event_that_nobody_sent_is_a_phantom() {
    Kept forged =
        kept(events -> {
          Kept.Event last = events.getLast();
          events.add(
              new Kept.Event(
                  new UUID(6, 6).toString(), last.seq() + 1, last.received(), last.body()));
          return events;
        });

    assertThat(kinds(forged)).contains(Kind.PHANTOM);
  }

  @Test
  void an_episode_that_nobody_opened_is_a_phantom() {
    List<Kept.Chain> chains = new ArrayList<>(story.kept().chains());
    Kept.Chain last = chains.getLast();
    chains.add(new Kept.Chain("forged", last.opened(), List.of(last.events().getLast())));

    assertThat(kinds(new Kept(chains, story.kept().lines(), walked(chains), "")))
        .contains(Kind.PHANTOM);
  }

  @Test
  void a_changed_body_is_found() {
    Kept changed =
        kept(events -> {
          Kept.Event last = events.removeLast();
          String body = last.body().replace("dusky", "usual").replace("\"8\"", "\"1\"");
          assertThat(body).isNotEqualTo(last.body());
          events.add(new Kept.Event(last.id(), last.seq(), last.received(), body));
          return events;
        });

    assertThat(kinds(changed)).contains(Kind.CHANGED, Kind.STALE_LINE);
  }

  @Test
  void a_clock_that_goes_back_within_a_chain_is_found() {
    Kept back =
        kept(events -> {
          Kept.Event last = events.getLast();
          Instant earlier = events.get(1).received().minus(Duration.ofHours(1));
          events.set(
              events.size() - 1, new Kept.Event(last.id(), last.seq(), earlier, last.body()));
          return events;
        });

    assertThat(kinds(back)).contains(Kind.TIME_GOES_BACK);
  }

  @Test
  void a_broken_chain_and_one_that_verify_did_not_walk_are_found() {
    Kept kept = story.kept();

    assertThat(kinds(new Kept(kept.chains(), kept.lines(), Optional.empty(), "seq 4")))
        .containsExactly(Kind.CHAIN_BROKEN);
    assertThat(
            kinds(new Kept(kept.chains(), kept.lines(), Optional.of(new Kept.Walked(3, 999)), "")))
        .containsExactly(Kind.CHAIN_BROKEN);
  }

  @Test
  void a_line_of_the_worklist_that_is_old_missing_or_of_nobody_is_found() {
    Kept kept = story.kept();
    List<Kept.Line> lines = new ArrayList<>(kept.lines());
    Kept.Line first = lines.removeFirst();
    List<Kept.Line> old = new ArrayList<>(lines);
    old.add(
        new Kept.Line(
            first.episode(), first.updated(), first.rank(), Optional.empty(), first.nextChange()));
    List<Kept.Line> milder = new ArrayList<>(lines);
    milder.add(
        new Kept.Line(first.episode(), first.updated(), 0, first.deadline(), first.nextChange()));
    List<Kept.Line> silent = new ArrayList<>(lines);
    silent.add(
        new Kept.Line(
            first.episode(), first.updated(), first.rank(), first.deadline(), Optional.empty()));
    List<Kept.Line> more = new ArrayList<>(kept.lines());
    more.add(new Kept.Line("nobody", first.updated(), 0, Optional.empty(), Optional.empty()));

    for (List<Kept.Line> stale : List.of(old, milder, silent)) {
      assertThat(kinds(new Kept(kept.chains(), stale, kept.verified(), "")))
          .containsExactly(Kind.STALE_LINE);
    }
    assertThat(kinds(kept.with("1: a line differs"))).containsExactly(Kind.STALE_LINE);
    assertThat(kinds(new Kept(kept.chains(), lines, kept.verified(), "")))
        .containsExactly(Kind.NO_LINE);
    assertThat(kinds(new Kept(kept.chains(), more, kept.verified(), "")))
        .containsExactly(Kind.PHANTOM_LINE);
  }

  @Test
  void a_node_that_shows_an_older_record_is_found() {
    Seen seen = story.seen();
    Map<String, List<String>> events = new HashMap<>(seen.events());
    events.computeIfPresent(
        seen.waiting().getFirst().episode(), (_, ids) -> ids.subList(0, ids.size() - 1));
    List<Seen> shown =
        List.of(
            new Seen("b", events, seen.at(), seen.waiting()),
            new Seen("b", seen.events(), seen.at(), List.of()));

    for (Seen old : shown) {
      assertThat(Checker.check(story.history(), story.kept(), List.of(old), story.fold()))
          .extracting(Finding::kind)
          .containsExactly(Kind.STALE_VIEW);
    }
  }

  /// The history with one more answer to the last event that was acknowledged.
  private static List<Kind> kindsToldAlso(UnaryOperator<Attempt> change) {
    History history = story.history();
    Attempt last = story.lastAcknowledged();
    history.add(change.apply(last));
    return check(history, story.kept()).stream().map(Finding::kind).distinct().toList();
  }

  private static Attempt with(Attempt one, Answer answer) {
    return new Attempt(one.episode(), one.event(), one.body(), one.request(), answer);
  }

  @Test
  void a_wrong_seq_in_an_answer_is_found() {
    assertThat(kindsToldAlso(one -> with(one, new Answer.Duplicate(1))))
        .contains(Kind.WRONG_PLACE, Kind.TOLD_TWO_THINGS);
  }

  @Test
  void one_event_that_was_newly_accepted_twice_is_found() {
    assertThat(kindsToldAlso(one -> with(one, one.answer()))).contains(Kind.TOLD_TWO_THINGS);
  }

  @Test
  void another_body_that_was_acknowledged_under_the_same_id_is_found() {
    assertThat(
            kindsToldAlso(one ->
                new Attempt(
                    one.episode(), one.event(), one.body() + " ", one.request(), one.answer())))
        .contains(Kind.CHANGED);
  }

  @Test
  void what_everybody_was_told_is_not_kept_may_not_be_there() {
    History history = new History();
    story.history().openings().forEach(history::add);
    Attempt last = story.lastAcknowledged();
    for (Attempt one : story.history().attempts()) {
      history.add(
          one.event().equals(last.event()) ? with(one, new Answer.Refused("not open")) : one);
    }

    assertThat(check(history, story.kept()))
        .extracting(Finding::kind)
        .containsExactly(Kind.REFUSED_BUT_KEPT);
  }

  @Test
  void an_event_sent_after_the_acknowledgement_of_another_stands_behind_it() {
    List<Attempt> all = story.history().attempts();
    History history = new History();
    story.history().openings().forEach(history::add);
    for (int i = 0; i < all.size(); i++) {
      // As if they had been sent the other way round.
      long sent = 1_000L * (all.size() - i);
      History.Span when = new History.Span(sent, sent + 10);
      Attempt one = all.get(i);
      History.Request request = new History.Request(one.request().number(), "a", when);
      history.add(new Attempt(one.episode(), one.event(), one.body(), request, one.answer()));
    }

    assertThat(check(history, story.kept())).extracting(Finding::kind).contains(Kind.OUT_OF_ORDER);
  }
}
