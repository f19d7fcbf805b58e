package vermilion.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vermilion.protocol.Protocol;

/// `vermilion triage FILE`: how urgent is each line of answers on standard input?
@Command(
    name = "triage",
    description = {
      "Says how urgent answers are: one JSON line in, one JSON line out, in order.",
      "Reads standard input. A line that is not understood gets an error in its place."
    },
    footer = {
      "",
      "Example:",
      "  echo '{\"hours\":6.5,\"answers\":{\"colour\":\"pale\",\"pain\":3}}' \\",
      "    | vermilion triage protocols/lip-ha.yaml",
      "",
      "Exit: 0 all lines answered, at any level; 2 a line or FILE was not understood."
    })
final class TriageCommand implements Callable<Integer> {
  private static final int BUFFER_BYTES = 1 << 16;

  private final Protocols protocols;
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "The protocol; a draft will do.")
  private Path file = Path.of("");

  @Option(names = "--explain", description = "Adds the keys raised, inputs and askAgain.")
  private boolean explain;

  @Mixin private JsonOption json = new JsonOption();

  TriageCommand(Protocols protocols, Terminal terminal) {
    this.protocols = protocols;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Optional<Protocol> protocol = protocols.read(file, json.isWanted());
    if (protocol.isEmpty()) {
      return Exit.BAD_INPUT;
    }
    try {
      return answerAll(new LineTriage(protocol.get(), explain));
    } catch (IOException broken) {
      throw new UncheckedIOException("standard input or output: " + broken.getMessage(), broken);
    }
  }

  private int answerAll(LineTriage triage) throws IOException {
    OutputStream out = new BufferedOutputStream(terminal.out(), BUFFER_BYTES);
    LineReader lines = new LineReader(terminal.in(), out);
    boolean good = true;
    long number = 0;
    LineReader.Line line = lines.next();
    while (!(line instanceof LineReader.Line.End)) {
      LineTriage.Reply reply = triage.reply(line, ++number);
      out.write(reply.json().getBytes(StandardCharsets.UTF_8));
      out.write('\n');
      good &= reply.good();
      line = lines.next();
    }
    out.flush();
    return good ? Exit.GOOD : Exit.BAD_INPUT;
  }
}
