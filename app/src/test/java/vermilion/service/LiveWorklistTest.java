package vermilion.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vermilion.service.LiveWorklist.Listener;
import vermilion.service.LiveWorklist.Sight;

/// One look at the record wakes all who listen. Somebody who waits in vain is ended by the timeout.
@Timeout(30)
final class LiveWorklistTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  @TempDir Path folder;
  private Ward ward;
  private LiveWorklist live;

  @BeforeEach
  void open() {
    ward = new Ward(folder);
    live = new LiveWorklist(ward.worklist, ward.service);
  }

  @AfterEach
  void close() {
    live.close();
    ward.close();
  }

  private void report(EpisodeRef ref) {
    ward.checkIn(ref, Map.of("colour", "pale"));
  }

  @Test
  void all_who_listen_are_woken_by_what_is_written_at_one_reading_of_the_clock()
      throws InterruptedException {
    EpisodeRef ref = ward.open("Amira Haddad");
    try (Listener one = live.listen(Ward.CLINIC).orElseThrow();
        Listener other = live.listen(Ward.CLINIC).orElseThrow()) {
      Sight known = one.await(Sight.NOTHING, LONG);
      for (int i = 0; i < 3; i++) {
        report(ref);
        Sight next = one.await(known, LONG);
        assertThat(next.version()).isEqualTo(known.version() + 1);
        assertThat(other.await(known, LONG).version()).isEqualTo(next.version());
        known = next;
      }
    }
  }

  @Test
  void there_is_an_end_to_those_who_listen_and_who_leaves_makes_room() {
    List<Listener> all = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      all.add(live.listen(Ward.CLINIC).orElseThrow());
    }
    assertThat(live.listen(Ward.CLINIC)).isEmpty();
    all.removeLast().close();
    assertThat(live.listen(Ward.CLINIC)).isPresent();
  }

  @Test
  void nobody_listens_to_what_is_closed() throws InterruptedException {
    try (Listener listener = live.listen(Ward.CLINIC).orElseThrow()) {
      live.close();
      assertThat(listener.await(listener.await(Sight.NOTHING, LONG), LONG).over()).isTrue();
      assertThat(live.listen(Ward.CLINIC)).isEmpty();
    }
  }
}
