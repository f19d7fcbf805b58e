package vermilion.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RedFlagWordsTest {

  private static final Path PHONE = Path.of("src/main/resources/web/static/p");

  @Test
  void the_phone_carries_the_same_red_flags_as_the_emergency_card() throws IOException {
    String words = Files.readString(PHONE.resolve("red-flags.js"));
    var all = Stream.concat(RedFlagWords.EMERGENCY.stream(), RedFlagWords.URGENT.stream()).toList();
    assertThat(all).allSatisfy(sign -> assertThat(words).contains("'" + sign + "',"));
    assertThat(words.lines().filter(line -> line.startsWith("  '"))).hasSameSizeAs(all);
    assertThat(words).contains(RedFlagWords.FOR_THE_DOCTOR);
    assertThat(Files.readString(PHONE.resolve("pieces.js"))).contains(RedFlagWords.TWENTY_MINUTES);
  }
}
