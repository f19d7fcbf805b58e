package vermilion.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermilion.web.RunningClinic;

/// `rebuild` beside a running server: what was damaged on purpose is named and mended.
final class RebuildCommandTest {

  @TempDir Path folder;
  private RunningClinic clinic;
  private String nurse;
  private final List<String> episodes = new ArrayList<>();

  @BeforeEach
  void open() {
    clinic = RunningClinic.in(folder);
    nurse = clinic.clinician("north");
    for (String name : List.of("Amira Haddad", "Bea Holm", "Cleo Stone")) {
      episodes.add(episode(name));
    }
    clinic.at(clinic.now().plus(Duration.ofHours(5)));
    send(episodes.getFirst(), "pale");
    send(episodes.get(1), "usual");
  }

  @AfterEach
  void close() {
    clinic.close();
  }

  private String episode(String name) {
    return clinic
        .post(
            "/api/episodes",
            nurse,
            """
            {"patient":{"name":"%s","birthDate":"1991-04-30","zone":"Europe/London",
            "waking":"07:30-22:30","language":"en"},
            "treatment":{"at":"%s","filler":"hyaluronic-acid","product":"Example Lip 1",
            "lot":"A1182","expiry":"2027-05-31","volumeMl":1.0,"sites":["upper lip, left"],
            "practitioner":"Dr Okafor"},"protocol":"lip-ha","order":null}
            """
                .formatted(name, clinic.now()))
        .text("episode");
  }

  private void send(String episode, String colour) {
    clinic.post(
        "/api/episodes/" + episode + "/events",
        nurse,
        """
        [{"id":"%s","type":"check-in","at":"%s","form":"full","complete":false,
        "answers":{"colour":"%s"}}]
        """
            .formatted(UUID.randomUUID(), clinic.now(), colour));
  }

  private CommandRun rebuild(String... arguments) throws IOException {
    Path config = folder.resolve("clinic.conf");
    Files.writeString(
        config,
        "data = " + folder + "\nprotocols = " + Path.of("../protocols").toAbsolutePath() + "\n");
    List<String> all = new ArrayList<>(List.of("rebuild", "--config", config.toString()));
    all.addAll(List.of(arguments));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private void damage(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("journal.db"));
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isEqualTo(1);
    }
  }

  @Test
  void lines_that_nobody_damaged_are_those_of_the_record() throws IOException {
    CommandRun check = rebuild("--check");

    assertThat(check.err()).isEmpty();
    assertThat(check.exit()).as(check.out()).isZero();
    assertThat(check.out())
        .matches(
            "(?s)north: 3 lines of 3 episodes compared with the record in \\d+\\.\\d s; all equal\n"
                + "south: 0 lines of 0 episodes .*");
  }

  @Test
  void a_damaged_a_missing_and_a_line_too_many_are_named_and_mended() throws Exception {
    String amira = episodes.getFirst();
    String listed = clinic.get("/api/worklist", nurse).text();
    damage(
        "INSERT INTO worklist SELECT clinic, 'phantom', level_rank, deadline, next_change,"
            + " updated, key_id, nonce, card, course, course_change FROM worklist"
            + " WHERE episode = '"
            + amira
            + "'");
    damage("UPDATE worklist SET level_rank = 0, deadline = NULL WHERE episode = '" + amira + "'");
    damage("DELETE FROM worklist WHERE episode = '" + episodes.get(1) + "'");
    damage("UPDATE worklist SET course = 2 WHERE episode = '" + episodes.get(2) + "'");

    CommandRun check = rebuild("--check", "--clinic", "north");
    assertThat(check.exit()).isEqualTo(1);
    assertThat(check.out())
        .contains("3 lines of 3 episodes", "; 4 differed\n")
        .contains("north/" + amira + " level_rank: found 0, expected 4")
        .contains("north/" + amira + " deadline: found none, expected 2026-03-25T20:10:00Z")
        .contains("north/" + episodes.get(1) + " line: found none, expected a line")
        .contains("north/" + episodes.get(2) + " course: found MISSED, expected")
        .contains("north/phantom line: found is there, expected none")
        .doesNotContain("Amira");
    assertThat(rebuild("--check").exit()).isEqualTo(1);

    CommandRun mend = rebuild();
    assertThat(mend.exit()).as(mend.out()).isZero();
    assertThat(mend.out()).contains("4 differed, 4 of them made anew");
    assertThat(rebuild("--check").exit()).isZero();
    assertThat(clinic.get("/api/worklist", nurse).text()).contains(amira).doesNotContain("phantom");
    assertThat(listed).contains(amira);
  }

  @Test
  void a_card_that_was_changed_is_found_and_sealed_anew() throws Exception {
    damage("UPDATE worklist SET nonce = card WHERE level_rank >= 2");
    CommandRun check = rebuild("--check", "--json");
    assertThat(check.exit()).isEqualTo(1);
    assertThat(check.out())
        .contains("\"equal\":false", "\"column\":\"card\",\"found\":\"does not open\"");

    assertThat(rebuild("--json").out()).contains("\"equal\":true", "\"differed\":1,\"left\":0");
    assertThat(rebuild("--check", "--json").out()).contains("\"differed\":0");
  }

  @Test
  void an_episode_under_a_protocol_that_is_not_there_is_named_and_left() throws Exception {
    Path none = Files.createDirectories(folder.resolve("none"));
    Path config = folder.resolve("none.conf");
    Files.writeString(config, "data = " + folder + "\nprotocols = " + none + "\n");

    CommandRun run = CommandRun.of("rebuild", "--config", config.toString());

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains("; 3 differed, 0 of them made anew")
        .contains(" line: found is not compared, expected cannot be computed: episode north/")
        .contains("follows protocol lip-ha version 1, which is not installed");
  }

  @Test
  void an_unknown_clinic_and_a_folder_without_a_record_are_refused() throws IOException {
    assertThat(rebuild("--clinic", "nort").exit()).isEqualTo(2);
    assertThat(rebuild("--clinic", "nort").err()).contains("did you mean north?");
    CommandRun nothing = CommandRun.of("rebuild", "--data", folder.resolve("nothing").toString());
    assertThat(nothing.exit()).isEqualTo(2);
  }
}
