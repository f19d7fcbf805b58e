package vermilion.faults;

import java.util.List;
import java.util.Optional;
import vermilion.service.Store;

/// What a run happens on: the servers of a clinic, and what their record lies on.
interface Stage extends AutoCloseable {

  /// The servers, none of them running yet.
  List<Node> nodes();

  /// Opens the record from this process.
  Store open();

  /// The arguments, behind the settings, by which [KeptReader] finds the record.
  List<String> reader();

  /// The disk of its own, where there is one.
  Optional<Disk> disk();

  /// The database, where the record does not lie in a file.
  Optional<PostgresPair> database();

  /// The network between the servers and the database, first to the one that takes writes.
  List<CuttingProxy> databaseProxies();

  @Override
  void close();
}
