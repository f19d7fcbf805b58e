package vermilion.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vermilion.testing.Seeded;

final class LineReaderTest {
  @Seeded(50)
  void lines_come_back_however_the_input_is_cut(SplittableRandom random) throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int count = random.nextInt(200);
    for (int i = 0; i < count; i++) {
      String line = "é€😀x".repeat(random.nextInt(random.nextInt(20) == 0 ? 9000 : 5));
      lines.add(line);
      text.append(line).append('\n');
    }
    InputStream pieces =
        new InputStream() {
          private final InputStream all =
              new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));

          @Override
          public int read() throws IOException {
            return all.read();
          }

          @Override
          public int read(byte[] bytes, int from, int length) throws IOException {
            return all.read(bytes, from, Math.min(length, 1 + random.nextInt(70_000)));
          }
        };

    assertThat(all(new LineReader(pieces, () -> {}))).isEqualTo(lines);
  }

  @Test
  void answers_are_flushed_before_it_waits() throws IOException {
    int[] flushed = {0};
    LineReader reader =
        new LineReader(
            new ByteArrayInputStream("a\nb\n".getBytes(StandardCharsets.UTF_8)),
            () -> flushed[0]++);

    reader.next();
    reader.next();
    assertThat(flushed[0]).isEqualTo(1);
    assertThat(reader.next()).isInstanceOf(LineReader.Line.End.class);
    assertThat(flushed[0]).isEqualTo(2);
  }

  private static List<String> all(LineReader reader) throws IOException {
    List<String> lines = new ArrayList<>();
    while (reader.next() instanceof LineReader.Line.Text(String text)) {
      lines.add(text);
    }
    return lines;
  }
}
