package vermilion.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A secret of an install is made once, for its owner alone, and outlives a power cut.
class KeptSecretTest {

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("data").resolve("card.key");
  }

  @Test
  void a_secret_is_made_once_for_its_owner_alone() throws IOException {
    byte[] made = KeptSecret.in(file());

    assertThat(made).hasSize(32);
    assertThat(KeptSecret.in(file())).isEqualTo(made);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    try (Stream<Path> all = Files.list(folder.resolve("data"))) {
      assertThat(all).containsExactly(file());
    }
  }

  @Test
  void a_file_that_a_power_cut_left_empty_is_made_anew() throws IOException {
    Files.createDirectories(folder.resolve("data"));
    Files.createFile(file());

    assertThat(KeptSecret.in(file())).hasSize(32).isEqualTo(Files.readAllBytes(file()));
  }

  @Test
  void a_file_that_holds_something_else_is_left_as_it_is() throws IOException {
    Files.createDirectories(folder.resolve("data"));
    Files.write(file(), new byte[31]);

    assertThatIllegalStateException()
        .isThrownBy(() -> KeptSecret.in(file()))
        .withMessage(file() + " holds 31 bytes, expected 32");
    assertThat(file()).hasSize(31);
  }
}
