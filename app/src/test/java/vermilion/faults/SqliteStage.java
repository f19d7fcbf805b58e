package vermilion.faults;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import vermilion.service.Store;
import vermilion.store.SqliteStore;

/// One server on one file, two times in three on a disk of its own.
final class SqliteStage implements Stage {

  private final Optional<Disk> disk;
  private final Path data;
  private final Node node;

  SqliteStage(Install install, Path folder, SplittableRandom random) {
    boolean own = random.nextInt(3) > 0 && install.disks();
    this.disk = own ? Optional.of(Disk.make(folder)) : Optional.empty();
    this.data = disk.map(Disk::folder).orElse(folder).resolve("data");
    install.furnish(data);
    Path config = Node.config(folder.resolve("clinic.conf"), install.settings(data, List.of()));
    this.node = new Node("a", install, config, install.machine(folder.resolve("machine")));
  }

  @Override
  public List<Node> nodes() {
    return List.of(node);
  }

  @Override
  public Store open() {
    return SqliteStore.open(data);
  }

  @Override
  public List<String> reader() {
    return List.of(data.toString());
  }

  @Override
  public Optional<Disk> disk() {
    return disk;
  }

  @Override
  public Optional<PostgresPair> database() {
    return Optional.empty();
  }

  @Override
  public List<CuttingProxy> databaseProxies() {
    return List.of();
  }

  @Override
  public void close() {
    node.close();
    disk.ifPresent(Disk::close);
  }
}
