package vermilion.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Makes stories from a seed: likely ones, nasty ones, and ones that sit on the edges of the brief.
final class StateMaker {
  /// Every hour that the brief names, and those where its windows meet.
  private static final List<String> NAMED_HOURS =
      List.of(
          "0", "1.99", "2", "4", "5", "6", "12", "23.5", "24", "25", "28", "36", "40", "47.999",
          "48", "60", "72", "84", "96", "120", "168", "204", "240", "335", "336", "504", "671",
          "672", "700", "1440", "2160", "8640", "87600");

  /// Distances between two entries, in seconds, where a rule of repetition or history changes.
  private static final List<Long> NAMED_AGES =
      List.of(
          0L,
          60L,
          20 * 60L,
          30 * 60L,
          60 * 60L,
          61 * 60L,
          2 * 3600L,
          12 * 3600L,
          24 * 3600L,
          32 * 3600L,
          36 * 3600L,
          48 * 3600L,
          72 * 3600L,
          7 * 24 * 3600L,
          8 * 24 * 3600L);

  private static final List<String> CONCERNS =
      List.of("occlusion", "swelling", "infection", "numb", "lump", "look", "distress", "other");

  private final SplittableRandom random;

  private StateMaker(SplittableRandom random) {
    this.random = random;
  }

  /// One story; the same random numbers make the same story.
  static Story story(SplittableRandom random) {
    return new StateMaker(random).story();
  }

  /// A completed or half-filled check-in or contact at some hour of life, without history.
  static Entry entry(SplittableRandom random) {
    StateMaker maker = new StateMaker(random);
    return maker.entry(maker.someHour(), maker.someFacts());
  }

  private Story story() {
    return switch (random.nextInt(7)) {
      case 0 -> Story.of(entry(someHour(), someFacts()));
      case 1 -> contactsInACluster();
      case 2 -> bruisesAgainAndAgain();
      case 3 -> painDayAfterDay();
      case 4 -> coldSoreAfterSomething();
      default -> anything();
    };
  }

  private Story anything() {
    PatientFacts facts = someFacts();
    long hour = someHour();
    Entry now = entry(hour, facts);
    List<Entry> earlier = new ArrayList<>();
    int count = random.nextInt(7);
    for (int i = 0; i < count; i++) {
      earlier.add(entry(before(hour), facts));
    }
    return new Story(now, earlier);
  }

  private Story contactsInACluster() {
    PatientFacts facts = someFacts();
    long hour = someHour();
    List<Entry> earlier = new ArrayList<>();
    long at = hour;
    int count = 1 + random.nextInt(6);
    String question = pick(Questions.IN_ORDER);
    for (int i = 0; i < count; i++) {
      at = before(at);
      earlier.add(chance(25) ? answered(at) : worryAbout(question, at, facts));
    }
    return new Story(worryAbout(question, hour, facts), earlier);
  }

  private Entry worryAbout(String question, long at, PatientFacts facts) {
    if (chance(30)) {
      return formless(at, facts);
    }
    Entry entry = calm(chance(80) ? "full" : pick(List.of("look", "late", "gate")), at, facts);
    if (chance(80)) {
      entry = entry.with(question, someAnswer(question));
    }
    return chance(90) ? entry.asContact() : entry;
  }

  private Story bruisesAgainAndAgain() {
    long hour = someHour();
    List<Entry> earlier = new ArrayList<>();
    long at = hour;
    int count = 1 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      at = before(at);
      earlier.add(chance(20) ? answered(at) : bruise(at));
    }
    return new Story(bruise(hour), earlier);
  }

  private Entry bruise(long at) {
    Entry entry = calm("full", at, PatientFacts.PLAIN);
    entry = entry.with(chance(70) ? "colour" : "colour-elsewhere", "bruised");
    String pain = pick(List.of("0", "1", "2", "3", "3", "3", "4", "unsure"));
    entry = entry.with("pain", pain);
    entry = pain.equals("0") ? entry.without("pain-course") : entry.with("pain-course", "easing");
    if (chance(10)) {
      entry = entry.without("pain");
    }
    if (chance(10)) {
      entry = entry.with("asymmetry", "marked");
    }
    return chance(85) ? entry.asContact() : entry;
  }

  private Story painDayAfterDay() {
    PatientFacts facts = someFacts();
    long hour = someHour();
    List<Entry> earlier = new ArrayList<>();
    long at = hour;
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      at = chance(50) ? before(at) : before(hour);
      earlier.add(pain(at, facts));
    }
    return new Story(pain(hour, facts), earlier);
  }

  private Entry pain(long at, PatientFacts facts) {
    Entry entry = calm(pick(List.of("full", "full", "look", "late", "gate")), at, facts);
    entry = chance(80) ? entry.with("pain", someAnswer("pain")) : entry.without("pain");
    if (chance(80)) {
      entry = entry.with("pain-course", someAnswer("pain-course"));
    }
    if (chance(30)) {
      entry = entry.with("colour", someAnswer("colour"));
    }
    entry = chance(20) ? entry.asContact() : entry;
    return chance(20) ? entry.halfFilled() : entry;
  }

  private Story coldSoreAfterSomething() {
    PatientFacts facts = new PatientFacts("hyaluronic-acid", chance(80), Set.of());
    long hour = someHour();
    Entry now = calm("full", hour, facts).with("skin", "cold-sore");
    if (chance(30)) {
      String question = pick(List.of("colour", "colour-elsewhere", "pain", "skin"));
      now = now.with(question, someAnswer(question));
    }
    now = chance(10) ? now.halfFilled() : now;
    if (chance(10)) {
      now = now.without(pick(List.of("colour", "colour-elsewhere", "pain")));
    }
    List<Entry> earlier = new ArrayList<>();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      Entry before = calm("full", before(hour), facts);
      if (chance(60)) {
        String question = pick(List.of("skin", "colour", "pain", "cool", "lump", "numb", "skin"));
        before = before.with(question, someAnswer(question));
      }
      earlier.add(chance(30) ? before.asContact() : before);
    }
    return new Story(chance(30) ? now.asContact() : now, earlier);
  }

  // Single entries.

  private Entry entry(long at, PatientFacts facts) {
    int kind = random.nextInt(10);
    if (kind == 0) {
      return chance(50) ? formless(at, facts) : nasty("full", at, facts).halfFilled();
    }
    String form = pick(List.of("full", "full", "full", "look", "late", "gate"));
    Entry entry = kind < 5 ? likely(form, at, facts) : nasty(form, at, facts);
    entry = chance(30) ? entry.asContact() : entry;
    return chance(20) ? entry.halfFilled() : entry;
  }

  /// A calm sheet with a few other answers and now and then an empty one.
  private Entry likely(String form, long at, PatientFacts facts) {
    Entry entry = calm(form, at, facts);
    int changes = random.nextInt(5);
    for (int i = 0; i < changes; i++) {
      String question = pick(Questions.IN_ORDER);
      entry = chance(85) ? entry.with(question, someAnswer(question)) : entry.without(question);
    }
    return entry;
  }

  /// Any subset of the questions, asked or not, with any answers.
  private Entry nasty(String form, long at, PatientFacts facts) {
    Entry entry = Entry.of("check-in", form, "0").at(at).withFacts(facts);
    int percent = pick(List.of(5, 30, 60, 90, 100));
    boolean mild = chance(50);
    for (String question : Questions.IN_ORDER) {
      if (chance(percent)) {
        boolean calm = mild && chance(80);
        entry = entry.with(question, calm ? Questions.calmest(question) : someAnswer(question));
      }
    }
    return entry;
  }

  private Entry calm(String form, long at, PatientFacts facts) {
    Entry entry = Entry.calmAt(form, at).withFacts(facts);
    if (chance(50)) {
      entry = entry.with("pain", pick(List.of("1", "2", "3"))).with("pain-course", "easing");
      entry = Questions.asks(entry, "pain-course") ? entry : entry.without("pain-course");
    }
    return entry;
  }

  /// A call about a blocked vessel.
  static Entry call(long at) {
    return Entry.of("contact", "none", "0").at(at).about("occlusion");
  }

  /// A call about as long before as contacts are counted: a day, or just now, give or take an hour;
  /// or a human's answer there.
  static Entry callNearADayBefore(long at, SplittableRandom random) {
    long age = random.nextInt(3) > 0 ? 24 * 3600 : 0;
    long then = at - age - random.nextLong(2 * 3600) + 3600;
    long placed = Math.clamp(then, 0L, at);
    return random.nextInt(6) == 0 ? answered(placed) : call(placed);
  }

  private Entry formless(long at, PatientFacts facts) {
    Entry entry = Entry.of("contact", "none", "0").at(at).withFacts(facts).about(someConcern());
    if (chance(20)) {
      String question = pick(Questions.IN_ORDER);
      entry = entry.with(question, someAnswer(question));
    }
    return entry;
  }

  private static Entry answered(long at) {
    return Entry.answered("0").at(at);
  }

  // Single values.

  private long someHour() {
    if (chance(15)) {
      return random.nextLong(9000L * 3600);
    }
    long named = Entry.secondsOf(pick(NAMED_HOURS));
    return Math.max(0, named + pick(List.of(-1L, 0L, 0L, 1L)));
  }

  private long before(long at) {
    long age = chance(25) ? random.nextLong(80L * 3600) : pick(NAMED_AGES);
    long before = at - age + pick(List.of(-1L, 0L, 0L, 1L));
    return Math.clamp(before, 0L, at);
  }

  private PatientFacts someFacts() {
    String filler = pick(List.of("hyaluronic-acid", "poly-l-lactic-acid", "unknown"));
    Set<String> triggers =
        chance(70) ? Set.of() : Set.of(pick(List.of("illness", "vaccine", "dental-work")));
    return new PatientFacts(filler, someHistory(), triggers);
  }

  private @Nullable Boolean someHistory() {
    return switch (random.nextInt(3)) {
      case 0 -> null;
      case 1 -> Boolean.FALSE;
      default -> Boolean.TRUE;
    };
  }

  private @Nullable String someConcern() {
    return chance(20) ? null : pick(CONCERNS);
  }

  private String someAnswer(String question) {
    return pick(pick(Questions.ranks(question)));
  }

  private <T> T pick(List<T> options) {
    return options.get(random.nextInt(options.size()));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
