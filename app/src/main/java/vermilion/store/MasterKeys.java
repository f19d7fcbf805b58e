package vermilion.store;

import java.util.Map;
import vermilion.service.JournalFailure;
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

  /// Where the key comes from that the key of a place is changed to.
  static MasterKeySource nextOf(StorePlace place) {
    return nextOf(place, System.getenv());
  }

  static MasterKeySource nextOf(StorePlace place, Map<String, String> environment) {
    if (of(place, environment) instanceof MasterKeyFile file) {
      return file.next();
    }
    String next = environment.get(MasterKeyCommand.NEXT_VARIABLE);
    if (next == null || next.isBlank()) {
      throw new JournalFailure(
          JournalFailure.Kind.MASTER_KEY,
          "the master key comes from a command; expected "
              + MasterKeyCommand.NEXT_VARIABLE
              + " to hold the command that prints the key to change to");
    }
    return new MasterKeyCommand(MasterKeyCommand.NEXT_VARIABLE, next);
  }
}
