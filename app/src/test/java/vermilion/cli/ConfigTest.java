package vermilion.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigTest {
  @TempDir Path folder;

  private Config.Reading read(String text) throws IOException {
    Path file = folder.resolve("vermilion.conf");
    Files.writeString(file, text);
    return Config.read(file);
  }

  @Test
  void paths_are_seen_from_the_file_and_the_rest_has_defaults() throws IOException {
    assertThat(read("# a clinic\n\n data = record \nprotocols=/srv/protocols\r\n"))
        .isEqualTo(
            new Config.Reading.Read(
                new Config(
                    folder.resolve("record"),
                    Optional.empty(),
                    Path.of("/srv/protocols"),
                    Optional.empty(),
                    "127.0.0.1",
                    8080,
                    Optional.empty())));
  }

  @Test
  void everything_can_be_said() throws IOException {
    assertThat(
            read(
                "data = /d\nprotocols = /p\nclinician = Dr A\nmaster-key = /k/master.key\nhost = 0.0.0.0\n"
                    + "port = 0\nbase-url = https://care.example.org"))
        .isEqualTo(
            new Config.Reading.Read(
                new Config(
                    Path.of("/d"),
                    Optional.of(Path.of("/k/master.key")),
                    Path.of("/p"),
                    Optional.of("Dr A"),
                    "0.0.0.0",
                    0,
                    Optional.of("https://care.example.org"))));
  }

  @Test
  void every_mistake_is_told_by_its_line() throws IOException {
    Config.Reading reading =
        read("dat = x\nport = 70000\nbase-url = care.example.org\nhost =\nport = 1\n");

    assertThat(((Config.Reading.Broken) reading).complaints())
        .extracting(complaint -> complaint.toString().replace(folder + "/", ""))
        .containsExactlyInAnyOrder(
            "vermilion.conf:1:1: found the key \"dat\", expected one of data, master-key,"
                + " protocols, clinician, host, port, base-url; did you mean data?",
            "vermilion.conf:4:1: found no value, expected host = a value",
            "vermilion.conf:5:1: found port again, expected it once",
            "vermilion.conf:1:1: found no data, expected data = a folder",
            "vermilion.conf:1:1: found no protocols, expected protocols = a folder",
            "vermilion.conf:2:1: found the port \"70000\", expected a number from 0 to 65535",
            "vermilion.conf:3:1: found \"care.example.org\", expected an address such as"
                + " https://care.example.org");
  }
}
