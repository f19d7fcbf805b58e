package vermilion.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vermilion.episode.Author;
import vermilion.json.Json;
import vermilion.service.Access;
import vermilion.service.EpisodeRef;
import vermilion.service.Store;
import vermilion.service.Tokens;

/// `vermilion token`: issues a bearer token and prints it alone.
@Command(
    name = "token",
    description = {
      "Issues a bearer token for the HTTP API and prints it alone.",
      "It is shown once: the store keeps its hash, and the audit that it was issued."
    },
    footer = {
      "",
      "Example:",
      "  vermilion token --role clinician --name \"Nurse Kay\"",
      "",
      "Exit: 0 the token is printed; 1 the store is too busy; 2 bad input."
    })
final class TokenCommand implements Callable<Integer> {
  /// Who the audit says has issued it: somebody with access to this machine.
  private static final String ACTOR = "command line";

  private final Ports ports;
  private final Terminal terminal;

  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      description = "One of clinician, patient, service.")
  private String role = "";

  @Option(
      names = "--episode",
      paramLabel = "ID",
      description = "The only episode that it opens; a patient's token has one.")
  private Optional<String> episode = Optional.empty();

  @Option(
      names = "--name",
      paramLabel = "LABEL",
      description = "Who has it, for the audit; never a patient's name.")
  private Optional<String> name = Optional.empty();

  @Mixin private OneClinicOption clinic = new OneClinicOption();

  @Mixin private JsonOption json = new JsonOption();

  TokenCommand(Ports ports, Terminal terminal) {
    this.ports = ports;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Optional<Author> author = author();
    if (author.isEmpty()) {
      return Exit.BAD_INPUT;
    }
    return clinic.run(
        ports.stores(),
        json.isWanted(),
        terminal,
        (install, id) -> issue(install.store(), new Access(id, author.get(), episode)));
  }

  private Optional<Author> author() {
    Optional<Author.Role> known = roleOf();
    if (known.isEmpty()) {
      refuse("--role", role, LineRefusal.oneOf(roles(), role));
      return Optional.empty();
    }
    if (known.get() == Author.Role.PATIENT && episode.isEmpty()) {
      refuse("--episode", "", "the patient's episode");
      return Optional.empty();
    }
    String label = name.orElse(role);
    boolean plain =
        label.codePoints().noneMatch(c -> Character.isISOControl(c) || c > Character.MAX_VALUE);
    if (label.isBlank() || label.length() > Author.MOST_CHARS || !plain) {
      refuse("--name", label, "1 to " + Author.MOST_CHARS + " plain characters");
      return Optional.empty();
    }
    return Optional.of(new Author(known.get(), label));
  }

  private Optional<Author.Role> roleOf() {
    for (Author.Role one : Author.Role.values()) {
      // A helper gets in by the link that a patient makes, and no other way.
      if (one.id().equals(role) && one != Author.Role.CONFIDANT) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  private static List<String> roles() {
    return List.of(Author.Role.CLINICIAN.id(), Author.Role.PATIENT.id(), Author.Role.SERVICE.id());
  }

  private int issue(Store store, Access access) {
    if (episode.isPresent()) {
      boolean known =
          EpisodeRef.of(access.clinic(), episode.get())
              .flatMap(ref -> store.journal().entry(ref))
              .isPresent();
      if (!known) {
        refuse("--episode", episode.get(), "an episode of the clinic " + access.clinic());
        return Exit.BAD_INPUT;
      }
    }
    Optional<String> token =
        new Tokens(store.accessTokens(), ports.ids(), ports.clock()).issue(access, ACTOR);
    if (token.isEmpty()) {
      terminal.say("vermilion token: the store is too busy, try again");
      return Exit.NO;
    }
    terminal.answer(
        json.isWanted()
            ? Json.object()
                .put("token", token.get())
                .put("role", role)
                .put("clinic", access.clinic())
                .put("episode", episode)
                .build()
                .text()
            : token.get());
    return Exit.GOOD;
  }

  private void refuse(String option, String value, String expected) {
    Complaint.tell(
        List.of(new Complaint(option, "found \"" + value + "\", expected " + expected)),
        json.isWanted(),
        terminal);
  }
}
