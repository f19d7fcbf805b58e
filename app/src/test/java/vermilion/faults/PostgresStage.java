package vermilion.faults;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import vermilion.service.Store;
import vermilion.service.StorePlace;
import vermilion.store.PostgresStore;

/// Two servers on one database, every other time with a standby that each commit waits for.
final class PostgresStage implements Stage {

  private final PostgresPair database;
  private final Path data;
  private final List<CuttingProxy> proxies = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();

  PostgresStage(Install install, Path folder, SplittableRandom random) {
    boolean standby = random.nextBoolean();
    this.database = PostgresPair.start(Install.postgres(), standby);
    this.data = folder.resolve("data");
    install.furnish(data);
    way(database.primaryPort());
    if (standby) {
      way(database.standbyPort());
    }
    List<String> hosts = proxies.stream().map(proxy -> "127.0.0.1:" + proxy.port()).toList();
    List<String> more = List.of("store = " + url(hosts), "store-user = " + PostgresPair.USER);
    for (String name : List.of("a", "b")) {
      Path own = Folders.made(folder.resolve(name));
      Path config = Node.config(own.resolve("clinic.conf"), install.settings(data, more));
      nodes.add(new Node(name, install, config, install.machine(own.resolve("machine"))));
    }
  }

  private void way(int port) {
    CuttingProxy proxy = CuttingProxy.open();
    proxy.leadTo(port);
    proxies.add(proxy);
  }

  private static String url(List<String> hosts) {
    return "jdbc:postgresql://"
        + String.join(",", hosts)
        + "/"
        + PostgresPair.DATABASE
        + "?targetServerType=primary";
  }

  /// The address of the one that takes writes, past the network.
  private String straight() {
    int port = database.isPromoted() ? database.standbyPort() : database.primaryPort();
    return url(List.of("127.0.0.1:" + port));
  }

  @Override
  public List<Node> nodes() {
    return List.copyOf(nodes);
  }

  @Override
  public Store open() {
    return PostgresStore.open(place(data, straight()));
  }

  /// A record in a database, whose keys lie in `data`.
  static StorePlace place(Path data, String url) {
    return new StorePlace(
        data,
        Optional.empty(),
        Optional.of(new StorePlace.Database(url, PostgresPair.USER, Optional.empty())),
        Optional.empty());
  }

  @Override
  public List<String> reader() {
    return List.of(data.toString(), straight());
  }

  @Override
  public Optional<Disk> disk() {
    return Optional.empty();
  }

  @Override
  public Optional<PostgresPair> database() {
    return Optional.of(database);
  }

  @Override
  public List<CuttingProxy> databaseProxies() {
    return List.copyOf(proxies);
  }

  @Override
  public void close() {
    nodes.forEach(Node::close);
    database.close();
    proxies.forEach(CuttingProxy::close);
  }
}
