package vermilion.cli;

import java.io.Flushable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads UTF-8 lines from a stream in constant memory.
///
/// Before it waits for more input it flushes the answers, so that somebody who sends one line and
/// waits gets one line back, and somebody who sends a million does not pay for a million writes.
final class LineReader {
  /// The most bytes of a line.
  static final int MOST_BYTES = 1 << 20;

  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream in;
  private final Flushable answers;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int place;
  private int filled;
  private byte[] line = new byte[4096];
  private int length;

  LineReader(InputStream in, Flushable answers) {
    this.in = in;
    this.answers = answers;
  }

  /// What was read.
  sealed interface Line {
    /// A line without its end.
    record Text(String text) implements Line {}

    /// A line that is longer than [#MOST_BYTES]; it has been skipped.
    record TooLong(long bytes) implements Line {}

    /// A line that is not UTF-8.
    record NotText(int offset, byte value) implements Line {}

    /// There is no further line.
    record End() implements Line {}
  }

  /// The next line.
  Line next() throws IOException {
    length = 0;
    long bytes = 0;
    boolean any = false;
    while (place < filled || fill()) {
      any = true;
      int end = place;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      bytes += end - place;
      keep(end);
      if (end < filled) {
        place = end + 1;
        return line(bytes);
      }
      place = end;
    }
    return any ? line(bytes) : new Line.End();
  }

  private boolean fill() throws IOException {
    answers.flush();
    filled = in.read(buffer);
    place = 0;
    return filled > 0;
  }

  /// Keeps what is in the buffer up to `end`, while the line is not yet too long.
  private void keep(int end) {
    int more = Math.min(end - place, MOST_BYTES - length);
    if (length + more > line.length) {
      line = Arrays.copyOf(line, Math.max(2 * line.length, length + more));
    }
    System.arraycopy(buffer, place, line, length, more);
    length += more;
  }

  private Line line(long bytes) {
    if (bytes > MOST_BYTES) {
      return new Line.TooLong(bytes);
    }
    for (int i = 0; i < length; i++) {
      if (line[i] < 0) {
        return decoded();
      }
    }
    return new Line.Text(new String(line, 0, length, StandardCharsets.ISO_8859_1));
  }

  private Line decoded() {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.wrap(line, 0, length);
    CharBuffer text = CharBuffer.allocate(length);
    if (decoder.decode(bytes, text, true).isError() || decoder.flush(text).isError()) {
      return new Line.NotText(bytes.position(), line[bytes.position()]);
    }
    return new Line.Text(text.flip().toString());
  }
}
