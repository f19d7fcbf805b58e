package vermilion.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Character.UnicodeBlock;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderTextTest {

  private static final List<UnicodeBlock> READ =
      List.of(
          UnicodeBlock.BASIC_LATIN,
          UnicodeBlock.LATIN_EXTENDED_A,
          UnicodeBlock.GREEK,
          UnicodeBlock.CYRILLIC,
          UnicodeBlock.HEBREW,
          UnicodeBlock.ARABIC,
          UnicodeBlock.DEVANAGARI,
          UnicodeBlock.HIRAGANA,
          UnicodeBlock.HANGUL_SYLLABLES,
          UnicodeBlock.CJK_UNIFIED_IDEOGRAPHS);

  @Test
  void a_letter_of_any_script_that_is_read_says_something() {
    for (int c = 0; c < 0xffff; c++) {
      UnicodeBlock block = UnicodeBlock.of(c);
      if (block != null && READ.contains(block) && Character.isLetterOrDigit((char) c)) {
        assertThat(OrderText.saysSomething(" " + (char) c)).as("U+%04X", c).isTrue();
      }
    }
    assertThat(OrderText.saysSomething("\u00e9")).isTrue();
  }

  @Test
  void marks_spaces_and_what_has_no_shape_say_nothing() {
    String nothing =
        " \t.,;:-_()[]/\\'\"!?#*+<>=@^`{|}~\u00a0\u00ab\u00b7\u00bb\u00d7\u00f7\u0301\u060c\u061b\u061f\u200b\u200d\u2013\u2014\u2026\u2192\u2764\u3000\u3002\ufe0f\ufeff\ud83d\ude00";
    assertThat(OrderText.saysSomething(nothing)).isFalse();
    assertThat(OrderText.saysSomething("")).isFalse();
  }

  @Test
  void everything_is_named_in_whatever_case_and_between_whatever_marks() {
    for (String all : List.of("The WHOLE lip", "all\u2014over", "Lips", " both  lips ", "ALL")) {
      assertThat(OrderText.namesEverything(all)).as(all).isTrue();
    }
    for (String spot :
        List.of("upper lip, left", "small lump below", "wholesome", "\u0391\u0392")) {
      assertThat(OrderText.namesEverything(spot)).as(spot).isFalse();
    }
  }
}
