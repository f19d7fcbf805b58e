package vermilion.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vermilion.web.page.MessageFiles;

/// Holds the words of the patient's pages to the same reading age as those of a protocol.
final class PlainPagesTest {

  /// What an emergency doctor reads, and the names on a product's box.
  private static final Set<String> NOT_HERS = Set.of("doctor", "facts", "red-flags.for-the-doctor");

  @Test
  void a_child_of_eleven_can_read_every_page() {
    List<String> hard = new ArrayList<>();
    for (PlainWords.Hard one : PlainWords.tooHard(texts())) {
      hard.add(one.passage().paths() + ": " + one.found());
    }
    assertThat(hard).isEmpty();
  }

  @Test
  void nearly_every_text_is_measured() {
    int measured = 0;
    for (PlainWords.Passage passage : PlainWords.passages(texts())) {
      measured += passage.paths().size();
    }
    assertThat(measured).isGreaterThan(texts().size() * 9 / 10);
  }

  private static Map<String, List<String>> texts() {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    MessageFiles.messages("en")
        .forEach((key, message) -> {
          if (!NOT_HERS.contains(key) && !NOT_HERS.contains(key.substring(0, key.indexOf('.')))) {
            texts.put(key, MessageFiles.texts(message));
          }
        });
    return texts;
  }
}
