package vermilion.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The master key is made once, whole, wherever the settings say that it lies.
final class MasterKeyFileTest {

  private static final int MAKERS = 8;
  private static final int TIMES = 25;

  @TempDir Path folder;

  @Test
  void the_key_is_made_in_a_folder_that_is_not_there_yet() {
    MasterKeyFile file = new MasterKeyFile(folder.resolve("data/keys/master.key"));
    MasterKey made = file.readOrMake();
    assertThat(file.read()).map(MasterKey::id).contains(made.id());
    assertThat(folder.resolve("data/keys")).isDirectoryContaining("glob:**/master.key");
  }

  @Test
  void nothing_is_left_beside_a_key_that_was_made() throws Exception {
    new MasterKeyFile(folder.resolve("master.key")).readOrMake();
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("master.key"));
    }
  }

  @Test
  void several_who_make_it_at_once_get_the_same_key() throws Exception {
    for (int i = 0; i < TIMES; i++) {
      MasterKeyFile file = new MasterKeyFile(folder.resolve("race" + i + "/master.key"));
      assertThat(madeAtOnce(file)).hasSize(MAKERS).containsOnly(file.readOrMake().id());
    }
  }

  private static List<String> madeAtOnce(MasterKeyFile file) throws Exception {
    CyclicBarrier start = new CyclicBarrier(MAKERS);
    Callable<String> maker =
        () -> {
          start.await();
          return file.readOrMake().id();
        };
    List<String> ids = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(MAKERS)) {
      List<Future<String>> all = new ArrayList<>();
      for (int i = 0; i < MAKERS; i++) {
        all.add(threads.submit(maker));
      }
      for (Future<String> one : all) {
        ids.add(one.get());
      }
    }
    return ids;
  }
}
