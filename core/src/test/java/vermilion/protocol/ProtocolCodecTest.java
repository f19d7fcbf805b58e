package vermilion.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vermilion.json.Fields;
import vermilion.json.Json;
import vermilion.testing.Seeded;
import vermilion.triage.Triage;

final class ProtocolCodecTest {
  private static final String CHANGES =
      """
      "v":1 ~ "v":2 ~ v is 2, expected a whole number from 1 to 1
      "version":7 ~ "version":0 ~ version is 0, expected a whole number from 1 to 2147483647
      "id":"sample" ~ "id":" " ~ id is " ", expected text of 1 to 160 characters
      "fillers":["hyaluronic-acid","unknown"] ~ "fillers":["hyaluronic"] ~ fillers is ["hyaluronic"], expected ids of filler families
      "fillers":["hyaluronic-acid","unknown"] ~ "fillers":[] ~ fillers is [], expected one filler family or more
      {"id":"stroke" ~ {"id":"vision" ~ questions is vision, expected each id once
      {"id":"stroke" ~ {"id":"strokes" ~ questions is question stroke is missing, expected what the safety floor reads
      "ifEmpty":"optional" ~ "ifEmpty":"optionel" ~ questions[9].ifEmpty is "optionel", expected one of [worst, unsure, optional]; did you mean optional?
      "kind":"scale","most":10 ~ "kind":"scale","most":101 ~ questions[7].most is 101, expected a whole number from 1 to 100
      "kind":"scale","most":10 ~ "kind":"scales","most":10 ~ questions[7].kind is "scales", expected one of [choice, scale, text]; did you mean scale?
      "kind":"text","maxChars":2000 ~ "kind":"text","maxChars":0 ~ questions[24].maxChars is 0, expected a whole number from 1 to 2000
      {"tied":["pale","grey","dusky","patchy"]} ~ {"tied":["pale","pale"]} ~ questions[5].ranks is [{"tied":["usual"]},{"tied":["bruised"]},{"tied":["pale",..., expected 2 to 101 ranks of answers, each answer once
      {"tied":["pale","grey","dusky","patchy"]} ~ {"tied":[]} ~ questions[5].ranks is [{"tied":["usual"]},{"tied":["bruised"]},{"tied":[]}], expected 2 to 101 ranks of answers, each answer once
      {"tied":["pale","grey","dusky","patchy"]} ~ {"tied":[" "]} ~ questions[5].ranks is [{"tied":["usual"]},{"tied":["bruised"]},{"tied":[" "]}], expected 2 to 101 ranks of answers, each answer once
      "ranks":[{"tied":["no"]},{"tied":["yes"]}] ~ "ranks":[{"tied":["no"]}] ~ questions[0].ranks is [{"tied":["no"]}], expected 2 to 101 ranks of answers, each answer once
      "unsure":"counts-as","as":"yes" ~ "unsure":"counts-as","as":"ja" ~ questions[0].as is "ja", expected an answer of the question
      "unsure":"counts-as","as":"yes" ~ "unsure":"guess" ~ questions[0].unsure is "guess", expected one of [counts-as, no-effect, not-offered]
      "unsure":"counts-as","as":"5" ~ "unsure":"counts-as","as":"6" ~ questions is question pain differs: expected the answers Scale[most=10], not sure: CountsAs[answer=5], empty: WORST, expected what the safety floor reads
      {"id":"look","groups" ~ {"id":"full","groups" ~ forms is full, expected each id once
      {"question":"stroke","from":0} ~ {"question":"strok","from":0} ~ forms[0].groups[0].items[1].question is "strok", expected a question of this protocol
      {"question":"stroke","from":0} ~ {"question":"stroke","from":-1} ~ forms[0].groups[0].items[1].from is -1, expected a whole number from 0 to 3153600000
      "before":259200 ~ "before":3155000000000 ~ forms[0].groups[0].items[12].before is 3155000000000, expected a whole number from 0 to 3153600000
      "onlyIf":{"question":"pain","atLeast":"1"} ~ "onlyIf":{"question":"pain","atLeast":"11"} ~ forms[0].groups[0].items[8].onlyIf.atLeast is "11", expected an answer of pain: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
      "id":"brain","concern" ~ "id":"eye","concern" ~ rules is eye, expected each id once
      "concern":"numb","cases" ~ "concern":"num","cases" ~ rules[16].concern is "num", expected one of [occlusion, swelling, infection, numb, lump, look, distress, other, silence]; did you mean numb?
      "level":"soon" ~ "level":"sooner" ~ rules[12].cases[1].level is "sooner", expected one of [self-care, routine, soon, same-day, urgent, emergency]; did you mean soon?
      {"type":"at-least","question":"pain","answer":"7"} ~ {"type":"at-least","question":"pain","answer":"77"} ~ rules[6].cases[0].anyOf[0].allOf[0].answer is "77", expected an answer of pain: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
      {"type":"at-least","question":"pain","answer":"7"} ~ {"type":"least"} ~ rules[6].cases[0].anyOf[0].allOf[0].type is "least", expected one of [at-least, is, below, from, before, cold-sore-history, recent-trigger, hyaluronidase-given, filler-is, rose-by, said-before, concern-before, not]
      {"type":"at-least","question":"pain","answer":"7"} ~ 7 ~ rules[6].cases[0].anyOf[0].allOf[0] is 7, expected an object
      "answers":["soft","firm"] ~ "answers":["soft","hard"] ~ rules[23].cases[0].anyOf[0].allOf[0].answers is ["soft","hard"], expected an answer of lump: none, soft, firm, tender, inflamed
      "answers":["soft","firm"] ~ "answers":[] ~ rules[23].cases[0].anyOf[0].allOf[0].answers is [], expected one answer or more
      "families":["other","unknown"] ~ "families":[] ~ rules[30].cases[0].anyOf[1].allOf[1].families is [], expected one filler family or more
      "by":2,"within" ~ "by":0,"within" ~ rules[6].cases[0].anyOf[2].allOf[1].by is 0, expected a whole number from 1 to 101
      "allOf":[{"type":"is","question":"vision","answers":["yes"]}] ~ "allOf":[] ~ rules[0].cases[0].anyOf[0].allOf is [], expected one condition or more
      "anyOf":[{"allOf":[{"type":"is","question":"vision","answers":["yes"]}]}] ~ "anyOf":[] ~ rules[0].cases[0].anyOf is [], expected one alternative or more
      "cases":[{"level":"emergency","anyOf":[{"allOf":[{"type":"is","question":"vision","answers":["yes"]}]}]}] ~ "cases":[] ~ rules[0].cases is [], expected one case or more
      "askAgain":{"form":"full","afterMinutes":180 ~ "askAgain":{"form":"fall","afterMinutes":180 ~ rules[18].cases[1].askAgain.form is "fall", expected a form of this protocol
      "untilMinutes":120 ~ "untilMinutes":14 ~ rules[10].cases[0].askAgain.untilMinutes is 14, expected a whole number from 15 to 1440
      {"at":7200,"form":"look"} ~ {"at":7200,"form":"lock"} ~ checkIns[0].form is "lock", expected a form of this protocol
      {"at":7200,"form":"look"} ~ {"at":14400,"form":"full"} ~ checkIns is full at 14400, expected each id once
      {"at":7200,"form":"look"} ~ {"at":34560001,"form":"look"} ~ checkIns[0].at is 34560001, expected a whole number from 0 to 34560000
      "photos":[{"at":0} ~ "photos":[{"at":86400} ~ photos is photo at 86400, expected each id once
      "until":172800 ~ "until":0 ~ advice[0].until is 0, expected a whole number from 1 to 3153600000
      "mostPerDay":4 ~ "mostPerDay":5 ~ massage.mostPerDay is 5, expected a whole number from 1 to 4
      "earliestStartHours":24 ~ "earliestStartHours":12 ~ massage.earliestStartHours is 12, expected a whole number from 24 to 168
      "usualDays":3 ~ "usualDays":8 ~ massage.usualDays is 8, expected a whole number from 1 to 7
      "key":"photos.how","lines" ~ "key":"title","lines" ~ texts[0].words is [{"key":"title","lines":["One","Two \\"é\\""]},{"key":"titl..., expected each key once
      "citations":[ ~ "quotes":[],"citations":[ ~ quotes is [], expected no such field
      """;

  private static final String TEXT = ProtocolCodec.json(SampleProtocol.FULL).text();

  @Test
  void what_was_written_is_read_back_equal() {
    for (Protocol protocol : List.of(SampleProtocol.FULL, SampleProtocol.BARE)) {
      String text = ProtocolCodec.json(protocol).text();
      assertThat(ProtocolCodec.read(text)).isEqualTo(new ProtocolCodec.Reading.Known(protocol));
    }
  }

  @Test
  void equal_protocols_are_equal_text() {
    ProtocolCodec.Reading reading = ProtocolCodec.read(TEXT);
    Protocol again = ((ProtocolCodec.Reading.Known) reading).protocol();
    assertThat(ProtocolCodec.json(again).text()).isEqualTo(TEXT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "3", "{\"v\":1}", "{\"v\":2}", "{\"questions\":3}"})
  void what_is_no_protocol_is_refused(String text) {
    assertThat(ProtocolCodec.read(text)).isInstanceOf(ProtocolCodec.Reading.Refused.class);
  }

  @Test
  void broken_json_is_told_with_its_offset() {
    assertThat(problems("{\"v\":1,}"))
        .containsExactly("character 7 is broken JSON, expected a name in quotes");
    assertThat(problems("[1]")).containsExactly("protocol is no object, expected an object");
  }

  /// Each row changes one thing of a good protocol; the first problem is told.
  @ParameterizedTest
  @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = CHANGES)
  void one_thing_that_is_wrong_is_told(String good, String bad, String problem) {
    assertThat(TEXT).contains(good);
    int place = TEXT.indexOf(good);
    String text = TEXT.substring(0, place) + bad + TEXT.substring(place + good.length());
    assertThat(problems(text)).first().isEqualTo(problem);
  }

  @Test
  void a_protocol_without_words_is_refused() {
    String text = TEXT.substring(0, TEXT.indexOf("\"texts\"")) + "\"texts\":[]}";
    assertThat(problems(text)).contains("texts is [], expected the words of one language or more");
  }

  @Test
  void too_much_is_refused() {
    String item = "{\"at\":0,\"form\":\"full\"}";
    String many = "\"checkIns\":[" + (item + ",").repeat(64) + item + ",";
    assertThat(problems(TEXT.replace("\"checkIns\":[", many)))
        .first()
        .asString()
        .startsWith("checkIns is ")
        .endsWith("expected at most 64 objects");
  }

  @Test
  void conditions_nested_without_end_are_refused_and_do_not_overflow() {
    String not = "{\"type\":\"not\",\"condition\":";
    String deep = not.repeat(100_000) + "{\"type\":\"recent-trigger\"}" + "}".repeat(100_000);
    String text = TEXT.replace("{\"type\":\"recent-trigger\"}", deep);
    assertThat(problems(text)).singleElement().asString().endsWith("expected at most 32 levels");
  }

  /// Whatever is cut out of or put into the text: an answer, never an exception; and what is taken
  /// can be used.
  @Seeded(150)
  void damaged_text_never_throws(SplittableRandom random) {
    StringBuilder text = new StringBuilder(TEXT);
    int changes = random.nextInt(1, 4);
    for (int i = 0; i < changes; i++) {
      int from = random.nextInt(text.length());
      int until = Math.min(text.length(), from + random.nextInt(1, 12));
      String other = TEXT.substring(random.nextInt(TEXT.length()));
      text.replace(from, until, other.substring(0, Math.min(other.length(), random.nextInt(12))));
    }
    if (ProtocolCodec.read(text.toString()) instanceof ProtocolCodec.Reading.Known known) {
      Protocol protocol = known.protocol();
      assertThat(Triage.of(protocol.questions(), protocol.forms(), protocol.rules())).isNotNull();
      assertThat(new ScheduleSpec(protocol.checkIns(), protocol.photos())).isNotNull();
    }
  }

  /// Likewise where the JSON stays whole and single values change.
  @Seeded(150)
  void changed_values_never_throw(SplittableRandom random) {
    Json changed = changed(ProtocolCodec.json(SampleProtocol.FULL), random);
    if (ProtocolCodec.read(changed) instanceof ProtocolCodec.Reading.Known known) {
      Protocol protocol = known.protocol();
      assertThat(Triage.of(protocol.questions(), protocol.forms(), protocol.rules())).isNotNull();
    }
  }

  private static Json changed(Json value, SplittableRandom random) {
    if (random.nextInt(900) == 0) {
      return random.nextBoolean() ? new Json.Null() : Json.Num.of(random.nextInt(-2, 300));
    }
    return switch (value) {
      case Json.Obj object -> {
        Json.Builder out = Json.object();
        for (Json.Member member : object.members()) {
          if (random.nextInt(1500) > 0) {
            out.put(member.name(), changed(member.value(), random));
          }
        }
        yield out.build();
      }
      case Json.Arr array ->
          new Json.Arr(
              array.items().stream()
                  .filter(_ -> random.nextInt(1500) > 0)
                  .map(item -> changed(item, random))
                  .toList());
      case Json other -> other;
    };
  }

  private static List<String> problems(String text) {
    return ProtocolCodec.read(text) instanceof ProtocolCodec.Reading.Refused refused
        ? refused.problems().stream().map(Fields.Problem::sentence).toList()
        : List.of();
  }
}
