package vermilion.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermilion.json.JsonText;

final class HttpBenchTest {
  private static final RowSizes SIZES = new RowSizes(9, 36, 12, 700, 0, 32);

  private final SplittableRandom random = new SplittableRandom(1);

  @TempDir Path folder;

  @Test
  void bare_rows_are_an_event_each_and_one_head_and_line_for_each_episode() throws Exception {
    var file = folder.resolve("bare.db");
    try (var rows = new BareRows(new BareSqlite(file), SIZES)) {
      var writer = rows.writer(random);
      for (var i = 0; i < 50; i++) {
        writer.once();
      }
    }

    assertThat(count(file, "SELECT count(*) FROM bare_event")).isEqualTo(50);
    assertThat(count(file, "SELECT count(*) FROM bare_head")).isEqualTo(2);
    assertThat(count(file, "SELECT count(*) FROM bare_worklist")).isEqualTo(2);
    assertThat(count(file, "SELECT count(*) FROM bare_head WHERE seq = 60")).isEqualTo(1);
  }

  private static int count(Path file, String query) throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      return row.next() ? row.getInt(1) : -1;
    }
  }

  @Test
  void a_request_carries_another_id_each_time_and_is_as_long_as_it_says() {
    var request = CheckInRequest.of("e1", "t1", Map.of("pain", "1"));
    var bodies = new HashSet<String>();
    for (var i = 0; i < 3; i++) {
      var text = new String(request.next(random), StandardCharsets.UTF_8);
      var body = text.substring(text.indexOf("\r\n\r\n") + 4);
      assertThat(text).contains("\r\nContent-Length: " + body.length() + "\r\n");
      assertThat(JsonText.read(body)).isInstanceOf(JsonText.Reading.Value.class);
      bodies.add(body);
    }

    assertThat(bodies).hasSize(3);
  }

  @Test
  void a_lap_shares_the_cpu_of_its_time_among_what_was_answered() throws Exception {
    var answered = new ArrayList<Integer>();
    var ticks = new int[1];
    ClosedLoop.Work work = () -> answered.add(1);

    var lap =
        new ClosedLoop(new ClosedLoop.Span(0, 50), List.of(() -> 10.0 * ticks[0]++))
            .run(List.of(work));

    assertThat(lap.perSecond() / 20).isBetween(1.0, (double) answered.size());
    assertThat(lap.cpuMicros().getFirst() * lap.perSecond()).isBetween(199_999.0, 200_001.0);
    assertThat(lap.p50Micros()).isLessThanOrEqualTo(lap.p99Micros());
  }
}
