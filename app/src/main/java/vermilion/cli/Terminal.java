package vermilion.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The three streams that a command talks through: answers go to `out` alone, always in UTF-8;
/// every word about them goes to `err`.
///
/// @param in what the caller says
/// @param out answers
/// @param err warnings and refusals
public record Terminal(InputStream in, OutputStream out, PrintStream err) {

  /// Prints an answer and a line end.
  void answer(String text) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.write('\n');
      out.flush();
    } catch (IOException closed) {
      throw new UncheckedIOException("standard output: " + closed.getMessage(), closed);
    }
  }

  /// Says one line beside the answers.
  void say(String line) {
    err.println(line);
    err.flush();
  }
}
