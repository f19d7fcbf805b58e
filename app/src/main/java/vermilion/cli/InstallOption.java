package vermilion.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import vermilion.service.Store;
import vermilion.service.StorePlace;
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
        description = "The settings that serve runs with; they name the place.")
    private Optional<Path> config = Optional.empty();
  }

  /// The folder of the demonstration: beside the launcher, or in the folder that a command is run
  /// in.
  static Path demonstration() {
    return Path.of(System.getProperty("vermilion.home", "")).resolve(".vermilion").resolve("demo");
  }

  /// An install that is there.
  ///
  /// @param place where its record lies
  /// @param store the record, open
  record Install(StorePlace place, Store store) {}

  /// The store, or nothing once it has been said why there is none.
  Optional<Store> open(StoreSource stores, boolean asJson, Terminal terminal) {
    return find(stores, asJson, terminal).map(Install::store);
  }

  /// The install, or nothing once it has been said why there is none.
  Optional<Install> find(StoreSource stores, boolean asJson, Terminal terminal) {
    return thereAlready(stores, asJson, terminal).map(here -> new Install(here, stores.open(here)));
  }

  /// Where a record lies already, or nothing once it has been said that there is none.
  Optional<StorePlace> thereAlready(StoreSource stores, boolean asJson, Terminal terminal) {
    Optional<StorePlace> found = place(asJson, terminal);
    if (found.isPresent() && !stores.isStore(found.get())) {
      Complaint.tell(
          List.of(
              new Complaint(
                  place.config.isPresent() ? place.config.get().toString() : "--data",
                  nothingIn(found.get()))),
          asJson,
          terminal);
      return Optional.empty();
    }
    return found;
  }

  private static String nothingIn(StorePlace place) {
    return place.database().isPresent()
        ? "found no record in " + place.database().get().url() + ", expected one that was begun"
        : "found no record in " + place.data() + ", expected a data folder";
  }

  /// Where the record lies or shall lie, or nothing once it has been said why that is not known.
  Optional<StorePlace> place(boolean asJson, Terminal terminal) {
    if (place.config.isEmpty()) {
      return Optional.of(StorePlace.in(place.data.orElseGet(InstallOption::demonstration)));
    }
    return switch (Config.read(place.config.get())) {
      case Config.Reading.Read(Config config) -> Optional.of(config.store());
      case Config.Reading.Broken broken -> {
        Complaint.tell(broken.complaints(), asJson, terminal);
        yield Optional.empty();
      }
    };
  }

  /// How it is reached from outside, where its settings say so.
  Optional<String> baseUrl() {
    return place.config.flatMap(file ->
        Config.read(file) instanceof Config.Reading.Read(Config config)
            ? config.baseUrl()
            : Optional.empty());
  }

  /// The folder of the protocols that patients are followed up by, or nothing once it has been said
  /// why that is not known; with `--data` the demonstration's.
  Optional<Path> protocols(boolean asJson, Terminal terminal) {
    if (place.config.isEmpty()) {
      return Optional.of(Path.of(System.getProperty("vermilion.home", "")).resolve("protocols"));
    }
    return switch (Config.read(place.config.get())) {
      case Config.Reading.Read(Config config) -> Optional.of(config.protocols());
      case Config.Reading.Broken broken -> {
        Complaint.tell(broken.complaints(), asJson, terminal);
        yield Optional.empty();
      }
    };
  }
}
