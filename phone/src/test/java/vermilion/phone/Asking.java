package vermilion.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.TreeSet;
import vermilion.json.Json;

/// Asks the core on the JVM, and writes down what was asked and what it said.
record Asking(BufferedWriter questions, BufferedWriter answers, TreeSet<String> statuses)
    implements AutoCloseable {
  Asking(BufferedWriter questions, BufferedWriter answers) {
    this(questions, answers, new TreeSet<>());
  }

  void load(String bundle) throws IOException {
    String said = Phone.load(bundle);
    assertThat(said).isEmpty();
    note("[\"load\"," + quoted(bundle) + "]", said);
  }

  String view(Instant at) throws IOException {
    String said = Phone.view((double) at.toEpochMilli());
    note("[\"view\"," + at.toEpochMilli() + "]", said);
    return said;
  }

  String decide(String event, Instant at) throws IOException {
    String said = Phone.decide(event, (double) at.toEpochMilli());
    note("[\"decide\"," + quoted(event) + "," + at.toEpochMilli() + "]", said);
    int status = said.indexOf("\"status\":\"") + 10;
    statuses.add(said.substring(status, said.indexOf('"', status)));
    return said;
  }

  private void note(String question, String answer) throws IOException {
    questions.write(question + "\n");
    answers.write(quoted(answer) + "\n");
  }

  /// A JSON string in ASCII alone.
  private static String quoted(String text) {
    StringBuilder plain = new StringBuilder();
    String json = new Json.Str(text).text();
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      plain.append(c >= ' ' && c <= '~' ? String.valueOf(c) : "\\u%04x".formatted((int) c));
    }
    return plain.toString();
  }

  @Override
  public void close() throws IOException {
    questions.close();
    answers.close();
  }
}
