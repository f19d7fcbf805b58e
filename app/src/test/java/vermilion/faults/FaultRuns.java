package vermilion.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// `./build faults`: many seeds, a line each, and the page about all of them. `-Dstore=postgresql`
/// runs them on two servers and a database; `-Dpage=only` writes the page anew from the results
/// that are there, with `-Dload` as the words for how busy the machine was.
final class FaultRuns {

  private static final int RUNS_ON_A_FILE = 200;
  private static final int RUNS_ON_A_DATABASE = 100;

  /// Fewer runs than this say too little for a page.
  private static final int RUNS_OF_A_PAGE = 100;

  private FaultRuns() {}

  /// Runs `-Druns` seeds from `-Dseed` on; ends with 1 when one of them finds something.
  public static void main(String[] arguments) throws IOException {
    long first = Long.getLong("seed", 1);
    boolean onFile = !System.getProperty("store", "sqlite").equals("postgresql");
    int many = onFile ? RUNS_ON_A_FILE : RUNS_ON_A_DATABASE;
    int runs = Integer.getInteger("runs", Long.getLong("seed") == null ? many : 1);
    Path docs = Path.of("..", "docs");
    if (System.getProperty("page", "").equals("only")) {
      FaultsPage.write(docs, System.getProperty("load", Machine.load()));
      return;
    }
    Path folder = Files.createTempDirectory("vermilion-faults");
    AtExit.remember(() -> Folders.delete(folder));
    String load = Machine.load();
    Install install = Install.in(folder);
    install.missing().forEach(FaultRuns::say);
    boolean page = runs >= RUNS_OF_A_PAGE;
    String name = onFile ? "faults-sqlite.tsv" : "faults-postgresql.tsv";
    FaultRun.StageMaker maker = onFile ? SqliteStage::new : PostgresStage::new;
    ResultFile results = new ResultFile((page ? docs : folder).resolve(name));
    results.begin();
    int wrong = 0;
    for (long seed = first; seed < first + runs; seed++) {
      wrong += run(install, seed, maker, results) ? 0 : 1;
    }
    if (page) {
      FaultsPage.write(docs, load + " before, " + Machine.load() + " after");
    }
    say(String.format(Locale.ROOT, "%d runs, %d of them found something", runs, wrong));
    System.exit(wrong == 0 ? 0 : 1);
  }

  private static boolean run(
      Install install, long seed, FaultRun.StageMaker maker, ResultFile results) {
    Path place = install.folder().resolve("run-" + seed);
    try {
      RunResult result = FaultRun.of(install, seed, place, maker);
      say(result.line());
      results.add(ResultFile.row(result));
      return result.findings().isEmpty();
    } catch (RuntimeException e) {
      // A run that breaks off is a finding too; the others go on.
      say("seed " + seed + " broke off: " + e);
      results.add(
          new ResultFile.Row(seed, 0, new ResultFile.Tries(0, 0, 0), 0, 0, 0, 1, List.of()));
      return false;
    }
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
