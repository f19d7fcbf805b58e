package vermilion.faults;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import vermilion.service.Prover;

/// What every run starts its servers from, made once: the product's classes in jars, a cache that
/// makes their start quick, a signed and proved protocol, and the shim if there is a C compiler.
///
/// @param folder where all of it lies
/// @param shim the compiled shim; empty where there is no C compiler
/// @param disks whether runs can have disks of their own
record Install(Path folder, Optional<Path> shim, boolean disks) {

  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xms32m",
          "-Xmx256m",
          "-Xlog:disable",
          "-Xlog:all=error:stderr",
          "--enable-native-access=ALL-UNNAMED");

  /// Makes it in an empty folder.
  static Install in(Path folder) {
    try {
      Files.createDirectories(folder.resolve("jars"));
      Files.createDirectories(folder.resolve("protocols"));
      String draft = Files.readString(Ground.shipped());
      String signed =
          draft.replace(
              "status: draft",
              "status: signed\nsignature: {by: " + Ground.SIGNER + ", date: \"2026-11-01\"}");
      Files.writeString(folder.resolve("protocols").resolve("lip-ha.yaml"), signed);
    } catch (IOException e) {
      throw new UncheckedIOException(folder.toString(), e);
    }
    Install install = new Install(folder, compiled(folder), Disk.isPossible(folder.resolve("try")));
    install.pack();
    new Prover(Optional.of(install.certificates()))
        .prove(Ground.guideline(install.protocol()).protocol());
    FaultRun.warm(install, folder.resolve("warm"));
    return install;
  }

  private static Optional<Path> compiled(Path folder) {
    try {
      return Posix.isLinux() ? Optional.of(Shim.compile(folder)) : Optional.empty();
    } catch (IllegalStateException _) {
      return Optional.empty();
    }
  }

  /// What cannot be done on this machine, and why.
  List<String> missing() {
    List<String> missing = new ArrayList<>();
    if (shim.isEmpty()) {
      missing.add("no C compiler (cc): no slow or failing syncs, no wrong clocks");
    }
    if (!disks) {
      missing.add("not root, or no loop device: no full disk, no read-only disk, no power cut");
    }
    return missing;
  }

  /// The signed protocol.
  Path protocol() {
    return folder.resolve("protocols").resolve("lip-ha.yaml");
  }

  /// Where a database lies that runs copy.
  static Path postgres() {
    return Postgres.MADE;
  }

  /// Made when it is first asked for.
  private static final class Postgres {
    static final Path MADE = PostgresPair.make();

    static {
      AtExit.remember(() -> Folders.delete(MADE));
    }
  }

  Path certificates() {
    return folder.resolve("certificates");
  }

  private Path cache() {
    return folder.resolve("start.aot");
  }

  /// Folders of classes cannot be cached, jars can.
  private void pack() {
    ToolProvider jar = ToolProvider.findFirst("jar").orElseThrow();
    int number = 0;
    for (String place : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (Files.isDirectory(Path.of(place))) {
        String to = folder.resolve("jars").resolve(++number + ".jar").toString();
        if (jar.run(System.out, System.err, "--create", "--file", to, "-C", place, ".") != 0) {
          throw new IllegalStateException("no jar of " + place);
        }
      }
    }
  }

  private String classPath() {
    List<String> places = new ArrayList<>();
    try (Stream<Path> jars = Files.list(folder.resolve("jars"))) {
      jars.map(Path::toString).sorted().forEach(places::add);
    } catch (IOException e) {
      throw new UncheckedIOException(folder.toString(), e);
    }
    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(place -> Files.isRegularFile(Path.of(place)))
        .forEach(places::add);
    return String.join(File.pathSeparator, places);
  }

  /// Makes the folder of a record, with the proof in it, for good.
  void furnish(Path data) {
    try {
      Path there = Files.createDirectories(data.resolve("certificates"));
      try (Stream<Path> proofs = Files.list(certificates())) {
        for (Path proof : proofs.toList()) {
          Files.copy(proof, there.resolve(String.valueOf(proof.getFileName())));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(data.toString(), e);
    }
    if (Posix.isLinux()) {
      Commands.run(List.of("sync", "-f", data.toString()));
    }
  }

  /// The settings of a server on a record in a folder.
  List<String> settings(Path data, List<String> more) {
    List<String> lines = new ArrayList<>();
    lines.add("data = " + data);
    lines.add("protocols = " + protocol().resolveSibling(""));
    lines.add("clinician = " + Ground.SIGNER);
    lines.add("port = 0");
    lines.addAll(more);
    return lines;
  }

  /// The command that runs a class of the class path.
  List<String> command(String main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.add(
        Files.isRegularFile(cache()) ? "-XX:AOTCache=" + cache() : "-XX:AOTCacheOutput=" + cache());
    command.addAll(List.of("-cp", classPath(), main));
    command.addAll(List.of(arguments));
    return command;
  }

  /// A good machine for one server, which can be made a worse one.
  Optional<Shim> machine(Path file) {
    return shim.map(library -> Shim.of(library, file));
  }

  /// What the environment of a server must hold.
  static Map<String, String> environment(Optional<Shim> shim) {
    return shim.map(Shim::environment).orElse(Map.of());
  }
}
