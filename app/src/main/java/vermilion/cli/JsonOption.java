package vermilion.cli;

import picocli.CommandLine.Option;

/// `--json`, which every command takes.
final class JsonOption {
  @Option(
      names = "--json",
      description = "Refusals as JSON too; answers that are JSON anyway stay as they are.")
  private boolean wanted;

  /// Whether what is read by a program is wanted, rather than what is read by a person.
  boolean isWanted() {
    return wanted;
  }
}
