package vermilion.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How SQLite answers what a look at the worklist asks. A wrong way gives the same answer, a
/// thousand times as slowly: counting the erased went over a million episodes once, for eight
/// seconds a look.
class WorklistPlansTest {

  @TempDir Path folder;

  @Test
  void a_look_at_the_worklist_reads_indexes_alone_and_only_their_part() throws SQLException {
    SqliteStore.open(folder).close();
    List<List<String>> plans = new ArrayList<>();
    try (Connection file = SqliteFile.connect(folder)) {
      for (String question : WorklistReads.OF_A_LOOK) {
        plans.add(plan(file, question));
      }
    }
    assertThat(plans)
        .containsExactly(
            List.of("SEARCH w USING COVERING INDEX worklist_waiting (clinic=? AND level_rank>?)"),
            List.of(
                "SEARCH worklist USING COVERING INDEX worklist_counted (clinic=? AND course<?)"),
            List.of("SEARCH episode USING COVERING INDEX episode_in_order (clinic=?)"),
            List.of(
                "SEARCH k USING INDEX patient_key_destroyed (clinic=? AND patient>?)",
                "SEARCH e USING COVERING INDEX episode_of (clinic=? AND patient=?)"));
  }

  private static List<String> plan(Connection file, String question) throws SQLException {
    List<String> steps = new ArrayList<>();
    try (PreparedStatement ask = file.prepareStatement("EXPLAIN QUERY PLAN " + question)) {
      ask.setString(1, "northside");
      try (ResultSet rows = ask.executeQuery()) {
        while (rows.next()) {
          steps.add(rows.getString("detail"));
        }
      }
    }
    return steps;
  }
}
