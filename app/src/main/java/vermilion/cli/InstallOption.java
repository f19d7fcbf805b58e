package vermilion.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import vermilion.service.Store;
import vermilion.service.StoreSource;

/// `--data` or `--config`: which install a command works on. Without either it is the demonstration
/// of this copy of Vermilion.
final class InstallOption {
  @ArgGroup private Place place = new Place();

  /// One of the two.
  static final class Place {
    @Option(
        names = "--data",
        paramLabel = "DIR",
        description = "The folder of the record; the demonstration's where nothing is said.")
    private Optional<Path> data = Optional.empty();

    @Option(
        names = "--config",
        paramLabel = "FILE",
        description = "The settings that serve runs with; they name the folder.")
    private Optional<Path> config = Optional.empty();
  }

  /// The folder of the demonstration: beside the launcher, or in the folder that a command is run
  /// in.
  static Path demonstration() {
    return Path.of(System.getProperty("vermilion.home", "")).resolve(".vermilion").resolve("demo");
  }

  /// Where a record lies.
  private record Found(Path folder, Optional<Path> masterKey) {}

  /// The store, or nothing once it has been said why there is none.
  Optional<Store> open(StoreSource stores, boolean asJson, Terminal terminal) {
    Optional<Found> found = found(asJson, terminal);
    if (found.isPresent() && !stores.isStore(found.get().folder())) {
      Complaint.tell(
          List.of(
              new Complaint(
                  place.config.isPresent() ? place.config.get().toString() : "--data",
                  "found no record in " + found.get().folder() + ", expected a data folder")),
          asJson,
          terminal);
      return Optional.empty();
    }
    return found.map(here -> stores.open(here.folder(), here.masterKey()));
  }

  private Optional<Found> found(boolean asJson, Terminal terminal) {
    if (place.config.isEmpty()) {
      return Optional.of(
          new Found(place.data.orElseGet(InstallOption::demonstration), Optional.empty()));
    }
    return switch (Config.read(place.config.get())) {
      case Config.Reading.Read(Config config) ->
          Optional.of(new Found(config.data(), config.masterKey()));
      case Config.Reading.Broken broken -> {
        Complaint.tell(broken.complaints(), asJson, terminal);
        yield Optional.empty();
      }
    };
  }
}
