package vermilion.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import vermilion.cli.CommandRun;
import vermilion.json.Json;
import vermilion.testing.Seeded;

/// The command, over the shipped protocol and JSON both ways, says what the oracle says of 8,000
/// stories.
final class OracleAgainstCommandTest {
  private static final int STORIES = 400;

  @Seeded(20)
  void the_command_says_what_the_oracle_says(SplittableRandom random) {
    List<String> lines = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < STORIES; i++) {
      Story story = StateMaker.story(random);
      lines.add(line(story, random).text());
      expected.add(answer(SlowTriage.judge(story)).text());
    }

    CommandRun run = CommandRun.told(String.join("\n", lines) + "\n", "triage", CommandRun.LIP_HA);

    List<String> said = run.out().lines().toList();
    assertThat(run.exit()).as(run.out()).isZero();
    assertThat(said).hasSize(STORIES);
    for (int i = 0; i < STORIES; i++) {
      assertThat(said.get(i)).as(lines.get(i)).isEqualTo(expected.get(i));
    }
  }

  private static Json.Obj answer(Verdict verdict) {
    return Json.object()
        .put("level", verdict.level())
        .put("rules", Json.Arr.ofStrings(verdict.rules()))
        .put("missing", Json.Arr.ofStrings(verdict.missing()))
        .put("hold", verdict.hold())
        .build();
  }

  /// The past may be told in any order, but reports of one second keep theirs.
  private static Json.Obj line(Story story, SplittableRandom random) {
    List<Entry> earlier = new ArrayList<>(story.earlier());
    long seconds = earlier.stream().mapToLong(Entry::seconds).distinct().count();
    if (seconds == earlier.size()) {
      Collections.rotate(earlier, random.nextInt(10));
    }
    return entry(story.now())
        .put("earlier", new Json.Arr(earlier.stream().<Json>map(e -> entry(e).build()).toList()))
        .build();
  }

  private static Json.Builder entry(Entry entry) {
    Json.Builder out =
        Json.object()
            .put("hours", new Json.Num(hours(entry.seconds()).toPlainString()))
            .put("form", entry.form())
            .put("kind", entry.kind())
            .put("complete", entry.complete())
            .put("record", record(entry.facts()));
    Json.Builder answers = Json.object();
    entry.answers().forEach((question, answer) -> answers.put(question, answer(question, answer)));
    out.put("answers", answers.build());
    String concern = entry.concern();
    return concern == null ? out : out.put("concern", concern);
  }

  private static Json answer(String question, String answer) {
    boolean scale = question.equals("pain") || question.equals("worry");
    return scale && !answer.equals("unsure") ? new Json.Num(answer) : new Json.Str(answer);
  }

  private static Json.Obj record(PatientFacts facts) {
    Boolean history = facts.coldSoreHistory();
    return Json.object()
        .put("filler", facts.filler())
        .put("cold-sore-history", history == null ? new Json.Null() : new Json.Bool(history))
        .put("trigger", Json.Arr.ofStrings(facts.triggers().stream().sorted().toList()))
        .build();
  }

  /// The fewest decimals that still say this second: rounded up, so that rounding down to the
  /// second brings it back.
  private static BigDecimal hours(long seconds) {
    return BigDecimal.valueOf(seconds)
        .divide(BigDecimal.valueOf(3600), 6, RoundingMode.CEILING)
        .stripTrailingZeros();
  }
}
