package vermilion.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;
import vermilion.service.JournalFailure;

/// `vermilion`: aftercare for lip filler, from the command line.
@Command(
    name = "vermilion",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = VermilionCommand.Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    synopsisSubcommandLabel = "COMMAND")
public final class VermilionCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final CommandLine commandLine;

  private VermilionCommand(Ports ports, Terminal terminal) {
    this.terminal = terminal;
    this.commandLine = new CommandLine(this);
    Protocols protocols = new Protocols(ports.protocols(), terminal);
    commandLine
        .addSubcommand(new DemoCommand(ports, terminal))
        .addSubcommand(new ServeCommand(ports, terminal))
        .addSubcommand(new CheckCommand(protocols, terminal))
        .addSubcommand(new DiffCommand(protocols, terminal))
        .addSubcommand(new PlanCommand(protocols, terminal))
        .addSubcommand(new TriageCommand(protocols, terminal))
        .addSubcommand(new SimulateCommand(protocols, terminal))
        .addSubcommand(new ClinicCommand(ports, terminal))
        .addSubcommand(new StaffCommand(ports, terminal))
        .addSubcommand(new TokenCommand(ports, terminal))
        .addSubcommand(new VerifyCommand(ports, terminal))
        .addSubcommand(new RebuildCommand(ports, terminal))
        .addSubcommand(new ExportCommand(ports, terminal))
        .addSubcommand(new BackupCommand(ports, terminal))
        .addSubcommand(new RestoreCommand(ports, terminal))
        .addSubcommand(new MigrateCommand(ports, terminal))
        .addSubcommand(new EraseCommand(ports, terminal))
        .addSubcommand(new LegalHoldCommand(ports, terminal))
        .addSubcommand(new RotateKeyCommand(ports, terminal))
        .addSubcommand(new NewKeyCommand(ports, terminal))
        .addSubcommand(new CompletionCommand(terminal))
        .addSubcommand(new HelpCommand());
    commandLine
        .getCommandSpec()
        .usageMessage()
        .description("Aftercare for lip filler. Not for the care of real patients yet.");
    // An argument that begins with an @ is a name like any other, not a file of arguments.
    commandLine.setExpandAtFiles(false);
    commandLine.setCaseInsensitiveEnumValuesAllowed(false);
    commandLine.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
    commandLine.setErr(
        new PrintWriter(new OutputStreamWriter(terminal.err(), terminal.err().charset()), true));
    commandLine.setParameterExceptionHandler((wrong, _) -> refused(wrong));
    commandLine.setExecutionExceptionHandler((fault, command, parsed) -> failed(fault, parsed));
  }

  /// Runs the command that `arguments` name and returns its exit code.
  public static int run(String[] arguments, Ports ports, Terminal terminal) {
    return new VermilionCommand(ports, terminal).commandLine.execute(arguments);
  }

  /// Without a command there is nothing to do but to say which there are.
  @Override
  public Integer call() {
    commandLine.usage(commandLine.getErr());
    return Exit.BAD_INPUT;
  }

  private static int refused(ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter err = command.getErr();
    String name = command.getCommandSpec().qualifiedName();
    err.println(name + ": " + wrong.getMessage());
    UnmatchedArgumentException.printSuggestions(wrong, err);
    err.println("See: " + name + " --help");
    err.flush();
    return Exit.BAD_INPUT;
  }

  private int failed(Exception fault, ParseResult parsed) {
    if (fault instanceof UncheckedIOException world) {
      terminal.say("vermilion: " + world.getMessage());
      return Exit.BAD_INPUT;
    }
    if (fault instanceof JournalFailure store) {
      terminal.say("vermilion: " + store.getMessage() + " (" + store.kind() + ")");
      return store.kind() == JournalFailure.Kind.TAMPERED ? Exit.NO : Exit.BAD_INPUT;
    }
    terminal.say(
        "vermilion "
            + String.join(" ", parsed.originalArgs())
            + ": a fault of ours, please report");
    fault.printStackTrace(terminal.err());
    return Exit.FAULT;
  }

  /// The version that the build wrote beside this class.
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
      try (InputStream in = VermilionCommand.class.getResourceAsStream("version.txt")) {
        if (in == null) {
          throw new IllegalStateException("version.txt is not beside VermilionCommand");
        }
        return new String[] {
          "vermilion " + new String(in.readAllBytes(), StandardCharsets.UTF_8).strip()
        };
      }
    }
  }
}
