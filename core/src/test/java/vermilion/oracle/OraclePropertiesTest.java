package vermilion.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import vermilion.testing.Seeded;

/// What must be true of any reading of the brief, over seeded stories.
final class OraclePropertiesTest {
  private static final int STORIES = 200;

  @Seeded(20)
  void worsening_one_answer_of_a_check_in_never_lowers_its_level(SplittableRandom random) {
    for (int i = 0; i < STORIES; i++) {
      Story story = asCheckIn(StateMaker.story(random));
      for (String question : Questions.IN_ORDER) {
        for (String worse : worseThanGiven(question, story.now())) {
          holdsUp(story, story.withNow(story.now().with(question, worse)));
        }
      }
    }
  }

  @Seeded(20)
  void worsening_one_answer_of_a_contact_never_lowers_its_level(SplittableRandom random) {
    for (int i = 0; i < STORIES / 4; i++) {
      Story story = asContact(StateMaker.story(random));
      for (String question : Questions.IN_ORDER) {
        for (String worse : worseThanGiven(question, story.now())) {
          holdsUp(story, story.withNow(story.now().with(question, worse)));
        }
      }
    }
  }

  @Seeded(20)
  void a_contact_is_counted_about_all_that_milder_answers_are_about(SplittableRandom random) {
    for (int i = 0; i < STORIES; i++) {
      Story story = asContact(StateMaker.story(random));
      assertThat(Concerns.counted(story.now(), story.earlier()))
          .as(story.told())
          .containsAll(Concerns.of(milder(story.now(), random), story.earlier()));
    }
  }

  @Seeded(20)
  void emptying_an_answer_of_a_completed_check_in_never_lowers_its_level(SplittableRandom random) {
    for (int i = 0; i < STORIES; i++) {
      Story story = asCheckIn(StateMaker.story(random));
      Entry now = story.now().completed();
      for (String question : Questions.IN_ORDER) {
        // Self-harm left empty counts as "not sure", which is less than yes.
        boolean countsAsWorst =
            !Questions.OPTIONAL.contains(question) && !question.equals("self-harm");
        if (countsAsWorst && Questions.asks(now, question)) {
          holdsUp(story.withNow(now), story.withNow(now.without(question)));
        }
      }
    }
  }

  @Seeded(20)
  void having_reported_before_never_lowers_a_level(SplittableRandom random) {
    for (int i = 0; i < STORIES; i++) {
      Story story = asContact(StateMaker.story(random));
      Story fewer = story;
      for (int gone = story.earlier().size() - 1; gone >= 0; gone--) {
        List<Entry> without = new ArrayList<>(story.earlier());
        without.remove(gone);
        fewer = new Story(story.now(), without);
        holdsUp(fewer, story);
        holdsUp(asCheckIn(fewer), asCheckIn(story));
      }
    }
  }

  @Seeded(20)
  void coming_back_more_often_never_lowers_a_level(SplittableRandom random) {
    for (int i = 0; i < STORIES; i++) {
      List<Entry> calls = new ArrayList<>();
      for (int j = 0; j < 4; j++) {
        calls.add(StateMaker.callNearADayBefore(90_000, random));
      }
      Story story = new Story(StateMaker.call(90_000), calls);
      holdsUp(new Story(story.now(), calls.subList(1, calls.size())), story);
    }
  }

  @Seeded(20)
  void completing_a_half_filled_form_never_lowers_its_level(SplittableRandom random) {
    for (int i = 0; i < STORIES; i++) {
      Story story = asCheckIn(StateMaker.story(random));
      holdsUp(story.withNow(story.now().halfFilled()), story.withNow(story.now().completed()));
    }
  }

  @Seeded(20)
  void a_contact_is_never_less_than_the_same_check_in(SplittableRandom random) {
    for (int i = 0; i < STORIES; i++) {
      Story story = asCheckIn(StateMaker.story(random));
      holdsUp(story, story.withNow(story.now().asContact()));
      assertThat(SlowTriage.judge(story.withNow(story.now().asContact())).rules())
          .isEqualTo(SlowTriage.judge(story).rules());
    }
  }

  @Seeded(20)
  void the_order_in_which_earlier_entries_are_told_does_not_matter(SplittableRandom random) {
    for (int i = 0; i < STORIES; i++) {
      Story story = StateMaker.story(random);
      List<Entry> backwards = story.earlier().reversed();
      if (hoursDiffer(backwards)) {
        assertThat(SlowTriage.judge(new Story(story.now(), backwards)))
            .isEqualTo(SlowTriage.judge(story));
      }
    }
  }

  @Tag("about-the-tests")
  @Seeded(1)
  void the_stories_reach_every_rule_and_every_level(SplittableRandom random) {
    TreeSet<String> rules = new TreeSet<>();
    TreeSet<String> levels = new TreeSet<>();
    TreeSet<String> missing = new TreeSet<>();
    for (int i = 0; i < 20_000; i++) {
      Verdict verdict = SlowTriage.judge(StateMaker.story(random));
      rules.addAll(verdict.rules());
      missing.addAll(verdict.missing());
      levels.add(verdict.level());
    }

    assertThat(rules).hasSize(30);
    assertThat(levels).hasSize(SlowTriage.LEVELS.size());
    assertThat(missing).hasSize(Questions.IN_ORDER.size() - Questions.OPTIONAL.size());
  }

  private static void holdsUp(Story better, Story worse) {
    Verdict before = SlowTriage.judge(better);
    Verdict after = SlowTriage.judge(worse);
    if (SlowTriage.isWorse(before.level(), after.level())) {
      throw new AssertionError(
          before + "\n" + better.told() + "must not be worse than\n" + after + "\n" + worse.told());
    }
  }

  private static List<String> worseThanGiven(String question, Entry entry) {
    List<String> worse = new ArrayList<>();
    String given = entry.answers().get(question);
    boolean passed = false;
    for (List<String> rank : Questions.ranks(question)) {
      if (passed) {
        worse.addAll(rank);
      }
      passed = passed || (given != null && rank.contains(given));
    }
    return worse;
  }

  /// The same entry with some of its answers replaced by milder ones.
  private static Entry milder(Entry entry, SplittableRandom random) {
    Entry milder = entry;
    for (String question : entry.answers().keySet()) {
      List<String> all = new ArrayList<>();
      for (List<String> rank : Questions.ranks(question)) {
        all.addAll(rank);
        if (rank.contains(entry.answers().get(question))) {
          break;
        }
      }
      if (random.nextInt(3) > 0) {
        milder = milder.with(question, all.get(random.nextInt(all.size())));
      }
    }
    return milder;
  }

  private static Story asContact(Story story) {
    Entry now = story.now();
    return story.withNow(now.kind().equals("answered") ? Entry.calm("full", "6") : now.asContact());
  }

  private static Story asCheckIn(Story story) {
    Entry now = story.now();
    return story.withNow(
        new Entry(
            now.seconds(),
            now.form(),
            "check-in",
            now.complete(),
            now.facts(),
            now.answers(),
            null));
  }

  private static boolean hoursDiffer(List<Entry> entries) {
    return entries.stream().map(Entry::seconds).distinct().count() == entries.size();
  }
}
