package vermilion.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vermilion.json.Json;
import vermilion.proof.answers.ProtocolDiff;
import vermilion.proof.protocol.ContentDiff;
import vermilion.protocol.Protocol;

/// `vermilion diff OLD NEW`: which answers change level, and how.
@Command(
    name = "diff",
    description = {
      "Tells every class of answers that two protocols decide differently: raised, then lowered,",
      "then told in other words; and what else differs. Each class comes with its smallest example."
    },
    footer = {
      "",
      "Example:",
      "  vermilion diff signed/lip-ha.yaml protocols/lip-ha.yaml",
      "",
      "Exit: 0 no level is lowered; 1 one is, and needs a reason to be signed, or the levels cannot",
      "be compared; 2 one is not a protocol."
    })
final class DiffCommand implements Callable<Integer> {
  private final Protocols protocols;
  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "OLD", description = "The protocol before.")
  private Path oldFile = Path.of("");

  @Parameters(index = "1", paramLabel = "NEW", description = "The protocol after.")
  private Path newFile = Path.of("");

  @Mixin private JsonOption json = new JsonOption();

  DiffCommand(Protocols protocols, Terminal terminal) {
    this.protocols = protocols;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Optional<Protocol> old = protocols.read(oldFile, json.isWanted());
    Optional<Protocol> now = protocols.read(newFile, json.isWanted());
    if (old.isEmpty() || now.isEmpty()) {
      return Exit.BAD_INPUT;
    }
    Optional<List<ProtocolDiff.Change>> changes = ProtocolDiff.between(old.get(), now.get());
    List<ContentDiff.Difference> differences = ContentDiff.between(old.get(), now.get());
    if (json.isWanted()) {
      terminal.answer(json(changes, differences).text());
    } else {
      tell(changes, differences);
    }
    boolean lowered =
        changes.isEmpty()
            || changes.get().stream()
                .anyMatch(change -> change.kind() == ProtocolDiff.Kind.LOWERED);
    return lowered ? Exit.NO : Exit.GOOD;
  }

  private void tell(
      Optional<List<ProtocolDiff.Change>> changes, List<ContentDiff.Difference> differences) {
    if (changes.isEmpty()) {
      terminal.answer("Levels cannot be compared: a question has other answers in each.");
    }
    for (ProtocolDiff.Kind kind : ProtocolDiff.Kind.values()) {
      List<ProtocolDiff.Change> some =
          changes.orElse(List.of()).stream().filter(one -> one.kind() == kind).toList();
      if (!some.isEmpty()) {
        terminal.answer(headOf(kind, some.size()));
        some.forEach(this::tell);
      }
    }
    if (changes.isPresent() && changes.get().isEmpty()) {
      terminal.answer("No answers change their level or the rules that fire.");
    }
    if (!differences.isEmpty()) {
      terminal.answer("What else differs: " + differences.size());
    }
    for (ContentDiff.Difference one : differences) {
      terminal.answer("  " + one.path() + ": " + words(one.from()) + " -> " + words(one.to()));
    }
  }

  private static String headOf(ProtocolDiff.Kind kind, int count) {
    return switch (kind) {
      case RAISED -> "Raised: " + count;
      case LOWERED -> "Lowered: " + count + " (each needs a reason to be signed)";
      case REWORDED -> "Same level, other rules: " + count;
    };
  }

  private void tell(ProtocolDiff.Change change) {
    String hold =
        change.changesHold()
            ? change.to().holdsMassage() ? "; massage is now held" : "; massage is no longer held"
            : "";
    terminal.answer(
        "  " + change.from().id() + " -> " + change.to().id() + ", rule " + change.rule() + hold);
    terminal.answer("      " + change.story());
  }

  private static String words(String value) {
    return value.isEmpty() ? "nothing" : "\"" + value + "\"";
  }

  private static Json.Obj json(
      Optional<List<ProtocolDiff.Change>> changes, List<ContentDiff.Difference> differences) {
    List<Json> classes = new ArrayList<>();
    for (ProtocolDiff.Change one : changes.orElse(List.of())) {
      classes.add(
          Json.object()
              .put("kind", one.kind().id())
              .put("from", one.from().id())
              .put("to", one.to().id())
              .put("rule", one.rule())
              .put("holdChanges", one.changesHold())
              .put("story", one.story())
              .put("situation", one.situation())
              .build());
    }
    List<Json> content = new ArrayList<>();
    for (ContentDiff.Difference one : differences) {
      content.add(
          Json.object()
              .put("path", one.path())
              .put("from", one.from())
              .put("to", one.to())
              .build());
    }
    return Json.object()
        .put("comparable", changes.isPresent())
        .put("classes", new Json.Arr(classes))
        .put("content", new Json.Arr(content))
        .build();
  }
}
