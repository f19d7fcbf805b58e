package vermilion.store;

import java.util.Map;
import vermilion.service.StorePlace;

/// Which source of the master key a place has: the command in the environment, else the file.
final class MasterKeys {

  private MasterKeys() {}

  static MasterKeySource of(StorePlace place) {
    return of(place, System.getenv());
  }

  static MasterKeySource of(StorePlace place, Map<String, String> environment) {
    String command = environment.get(MasterKeyCommand.VARIABLE);
    return command == null || command.isBlank()
        ? new MasterKeyFile(place.masterKeyFile())
        : new MasterKeyCommand(MasterKeyCommand.VARIABLE, command);
  }
}
