package vermilion.cli;

import java.util.Optional;
import picocli.CommandLine.Mixin;
import vermilion.service.Store;
import vermilion.service.StoreSource;

/// `--clinic` with `--data` or `--config`: the one clinic of an install that a command is about.
final class OneClinicOption {
  @Mixin private ClinicOption clinic = new ClinicOption();

  @Mixin private InstallOption data = new InstallOption();

  /// What a command does with the clinic; its exit code.
  interface Work {
    int run(InstallOption.Install install, String clinic);
  }

  /// How the install is reached from outside, where its settings say so.
  Optional<String> baseUrl() {
    return data.baseUrl();
  }

  /// Opens the install, finds the clinic, does `work` and closes; bad input once it has been said
  /// why that is not possible.
  int run(StoreSource stores, boolean asJson, Terminal terminal, Work work) {
    Optional<InstallOption.Install> found = data.find(stores, asJson, terminal);
    if (found.isEmpty()) {
      return Exit.BAD_INPUT;
    }
    try (Store store = found.get().store()) {
      return clinic
          .find(store, asJson, terminal)
          .map(id -> work.run(found.get(), id))
          .orElse(Exit.BAD_INPUT);
    }
  }
}
