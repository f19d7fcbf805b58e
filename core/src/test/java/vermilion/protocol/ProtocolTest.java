package vermilion.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vermilion.clinical.Filler;
import vermilion.clinical.Questions;
import vermilion.time.Elapsed;

final class ProtocolTest {

  private static final Texts ENGLISH =
      new Texts(
          "en", true, Map.of("a", List.of("one"), "b", List.of("two", "three"), "c", List.of()));
  private static final Texts FRENCH = new Texts("fr", false, Map.of("a", List.of("un")));

  private static Protocol protocol(Optional<Protocol.Signature> signature) {
    return new Protocol(
        "p",
        1,
        signature,
        List.of(Filler.UNKNOWN),
        new Questions(List.of()),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(ENGLISH, FRENCH),
        List.of(new Source("S1", "A", "somebody, 2024")),
        List.of(new Citation("rule.eye", List.of("S1"))));
  }

  @Test
  void what_nobody_has_signed_is_a_draft() {
    assertThat(protocol(Optional.empty()).isDraft()).isTrue();
    assertThat(protocol(Optional.of(new Protocol.Signature("Dr A", "2026-01-01"))).isDraft())
        .isFalse();
  }

  @Test
  void words_are_in_her_language_or_in_the_first() {
    Protocol protocol = protocol(Optional.empty());

    assertThat(protocol.textsIn("fr")).isSameAs(FRENCH);
    assertThat(protocol.textsIn("fr-CA")).isSameAs(FRENCH);
    assertThat(protocol.textsIn("tr-TR")).isSameAs(ENGLISH);
    assertThat(protocol.textsIn("f")).isSameAs(ENGLISH);
    assertThat(protocol.textsIn("tr")).isSameAs(ENGLISH);
    assertThat(protocol.form("full")).isEmpty();
  }

  @Test
  void words_have_one_line_or_more() {
    assertThat(ENGLISH.find("b")).contains("two");
    assertThat(ENGLISH.lines("b")).containsExactly("two", "three");
    assertThat(ENGLISH.find("c")).isEmpty();
    assertThat(ENGLISH.find("x")).isEmpty();
    assertThat(ENGLISH.lines("x")).isEmpty();
  }

  @Test
  void advice_ends_after_it_begins() {
    Elapsed day = Elapsed.ofDays(1);
    assertThat(new Advice("heat", true, day, Optional.empty(), List.of(), List.of()).until())
        .isEmpty();
    assertThat(
            new Advice("heat", true, day, Optional.of(Elapsed.ofDays(2)), List.of(), List.of("S1"))
                .sources())
        .containsExactly("S1");
    assertThatThrownBy(() -> new Advice("heat", true, day, Optional.of(day), List.of(), List.of()))
        .hasMessage("advice heat ends before it begins");
  }
}
