package vermilion.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermilion.episode.Alert;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.Standing;
import vermilion.episode.Task;
import vermilion.testing.Seeded;

/// The worklist from its rows, held against the record.
final class WorklistServiceTest {

  @TempDir Path folder;
  private Ward ward;

  @BeforeEach
  void open() {
    ward = new Ward(folder);
  }

  @AfterEach
  void close() {
    ward.close();
  }

  private void later(Duration time) {
    ward.now.set(ward.now.get().plus(time));
  }

  private int past(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("journal.db"));
        Statement statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }

  @Seeded(6)
  void lines_and_counts_from_rows_are_those_of_the_record(SplittableRandom random) {
    List<EpisodeRef> all = new ArrayList<>();
    for (int step = 0; step < 60; step++) {
      if (all.size() < 12 && step % 3 == 0) {
        all.add(ward.open("Patient " + step));
      }
      EpisodeRef one = all.get(random.nextInt(all.size()));
      switch (random.nextInt(4)) {
        case 0 -> acknowledge(one, random);
        case 1 -> later(Duration.ofMinutes(random.nextInt(1, 2_000)));
        case 2 -> later(Duration.ofHours(random.nextInt(1, 12)));
        default -> ward.checkIn(one, Ward.anyAnswers(random));
      }
      WorklistService.Page page = ward.worklist.page(Ward.CLINIC);
      assertThat(page.lines()).containsExactlyInAnyOrderElementsOf(ward.linesOfTheRecord(all));
      assertThat(page.others()).isEqualTo(others(all));
    }
  }

  private void acknowledge(EpisodeRef ref, SplittableRandom random) {
    for (Alert alert : alerts(ref)) {
      EpisodeEvent.How how =
          random.nextBoolean() ? EpisodeEvent.How.SEEN : EpisodeEvent.How.SPEAKING;
      ward.send(ref, Ward.NURSE, new EpisodeEvent.Acknowledged(alert.id(), how));
    }
  }

  private List<Alert> alerts(EpisodeRef ref) {
    return standing(ref).alerts().stream().map(state -> state.alert()).toList();
  }

  private Standing standing(EpisodeRef ref) {
    return ward.service.standing(ref, ((Lookup.Found) ward.service.find(ref)).episode());
  }

  /// Counted from the tasks, one patient after the other.
  private Worklist.Others others(List<EpisodeRef> all) {
    Map<CheckInCourse.Place, Integer> counts = new EnumMap<>(CheckInCourse.Place.class);
    for (EpisodeRef ref : all) {
      Standing standing = standing(ref);
      if (standing.level().ordinal() < WorklistRow.LEAST_WAITING) {
        counts.merge(place(standing.tasks()), 1, Integer::sum);
      }
    }
    return new Worklist.Others(
        counts.getOrDefault(CheckInCourse.Place.ANSWERED, 0),
        counts.getOrDefault(CheckInCourse.Place.MISSED, 0),
        counts.getOrDefault(CheckInCourse.Place.OPEN, 0),
        counts.getOrDefault(CheckInCourse.Place.NOT_YET_ASKED, 0),
        counts.getOrDefault(CheckInCourse.Place.FINISHED, 0));
  }

  private static CheckInCourse.Place place(List<Task> tasks) {
    List<Task.State> states =
        tasks.stream()
            .filter(task -> task.activity().startsWith("check-in"))
            .map(Task::state)
            .toList();
    if (states.contains(Task.State.OPEN)) {
      return CheckInCourse.Place.OPEN;
    }
    if (!states.contains(Task.State.COMING)) {
      return CheckInCourse.Place.FINISHED;
    }
    List<Task.State> been = states.stream().filter(one -> one != Task.State.COMING).toList();
    if (been.isEmpty()) {
      return CheckInCourse.Place.NOT_YET_ASKED;
    }
    return been.getLast() == Task.State.DONE
        ? CheckInCourse.Place.ANSWERED
        : CheckInCourse.Place.MISSED;
  }

  @Test
  void whoever_is_at_the_end_of_the_course_is_counted_as_finished_and_who_is_erased_is_not() {
    EpisodeRef ada = ward.open("Ada");
    ward.open("Bea");
    later(Duration.ofDays(400));
    for (EpisodeRef ref : List.of(ada)) {
      acknowledge(ref, new SplittableRandom(4));
    }
    int waiting = ward.worklist.page(Ward.CLINIC).lines().size();
    assertThat(ward.worklist.page(Ward.CLINIC).others().all() + waiting).isEqualTo(2);

    EpisodeEntry entry = ward.store.journal().entry(ada).orElseThrow();
    ward.store.journal().destroyKey(Ward.CLINIC, entry.patient(), "dpo", ward.now.get());

    int left = ward.worklist.page(Ward.CLINIC).lines().size();
    assertThat(ward.worklist.page(Ward.CLINIC).others().all() + left).isEqualTo(1);
  }

  @Test
  void more_lines_than_are_read_at_once_change_at_one_instant_and_all_are_written()
      throws Exception {
    int patients = 1_100;
    List<Callable<EpisodeRef>> all = new ArrayList<>();
    for (int i = 0; i < patients; i++) {
      String name = "Patient " + i;
      all.add(() -> ward.open(name));
    }
    try (ExecutorService doors = Executors.newFixedThreadPool(16)) {
      for (Future<EpisodeRef> opened : doors.invokeAll(all)) {
        assertThat(opened.get().clinic()).isEqualTo(Ward.CLINIC);
      }
    }
    later(Duration.ofHours(24));
    Instant due = ward.now.get();
    assertThat(ward.store.worklist().changing(Ward.CLINIC, due, 2_000)).hasSize(patients);

    assertThat(ward.worklist.tick(Ward.CLINIC)).isGreaterThanOrEqualTo(patients);

    assertThat(ward.store.worklist().changing(Ward.CLINIC, due, 9)).isEmpty();
    assertThat(ward.store.worklist().moving(Ward.CLINIC, due, 9)).isEmpty();
    assertThat(ward.worklist.page(Ward.CLINIC).lines()).hasSize(patients);
  }

  @Test
  void the_first_look_after_a_start_opens_no_card_since_the_clock_has_opened_all() {
    for (String name : List.of("Ada", "Bea", "Cleo")) {
      ward.checkIn(ward.open(name), Map.of("colour", "pale"));
    }
    AtomicInteger opened = new AtomicInteger();
    WorklistService started =
        new WorklistService(
            new WatchedWorklist(ward.store.worklist(), opened), ward.service(Ward.guidelines()));

    assertThat(started.tick(Ward.CLINIC)).isZero();
    assertThat(opened).hasValue(3);

    assertThat(started.page(Ward.CLINIC).lines())
        .isEqualTo(ward.worklist.page(Ward.CLINIC).lines())
        .hasSize(3);
    started.tick(Ward.CLINIC);
    assertThat(opened).hasValue(3);
  }

  @Test
  void a_line_without_a_card_or_with_one_that_does_not_open_is_shown_from_the_record()
      throws SQLException {
    EpisodeRef ada = ward.open("Ada");
    ward.checkIn(ada, Map.of("colour", "pale"));
    List<WorklistService.Line> whole = ward.worklist.page(Ward.CLINIC).lines();
    assertThat(whole).hasSize(1);
    for (String change :
        List.of(
            "card = x'', nonce = x''",
            "card = x'00112233445566778899aabbccddeeff00112233'",
            "key_id = 'of nobody'",
            "level_rank = 99")) {
      assertThat(past("UPDATE worklist SET " + change)).isEqualTo(1);
      assertThat(ward.worklist.page(Ward.CLINIC).lines()).as(change).isEqualTo(whole);
    }
  }

  @Test
  void a_line_of_an_earlier_version_is_due_at_once_and_gets_its_card_and_its_course()
      throws SQLException {
    EpisodeRef ada = ward.open("Ada");
    EpisodeRef bea = ward.open("Bea");
    ward.checkIn(ada, Map.of("colour", "pale"));
    later(Duration.ofHours(5));
    ward.worklist.tick(Ward.CLINIC);
    List<WorklistEntry> before = ward.store.worklist().worklist(Ward.CLINIC, 9);
    past("UPDATE worklist SET card = x'', nonce = x'', course = 0, course_change = 0");

    assertThat(ward.worklist.tick(Ward.CLINIC)).isEqualTo(2);

    assertThat(ward.store.worklist().worklist(Ward.CLINIC, 9)).isEqualTo(before);
    assertThat(ward.store.worklist().line(bea)).isInstanceOf(Worklist.KeptLine.Whole.class);
  }

  @Test
  void a_line_that_cannot_be_computed_is_named_and_keeps_no_other_from_being() {
    EpisodeRef odd = ward.open("Ada", "lip-unknown");
    EpisodeRef bea = ward.open("Bea");
    later(Duration.ofHours(24));
    WorklistService narrow = new WorklistService(ward.store.worklist(), ward.narrow());

    assertThatIllegalStateException()
        .isThrownBy(() -> narrow.tick(Ward.CLINIC))
        .withMessageContaining(odd.toString());

    assertThat(ward.store.worklist().changing(Ward.CLINIC, ward.now.get(), 9)).containsExactly(odd);
    assertThat(ward.store.worklist().everybody(Ward.CLINIC, Worklist.Known.NOTHING).waiting())
        .extracting(Worklist.Waiting::episode)
        .containsExactly(bea);
  }

  @Test
  void the_clock_writes_no_line_over_that_of_a_node_that_knows_more() {
    EpisodeRef ada = ward.open("Ada");
    EpisodeService other = ward.service(Ward.guidelines());
    assertThat(other.find(ada)).isInstanceOf(Lookup.Found.class);
    ward.checkIn(ada, Map.of("colour", "pale"));
    Worklist.KeptLine line = ward.store.worklist().line(ada);

    assertThat(other.refresh(ada)).isEqualTo(EpisodeService.Refreshed.OVERTAKEN);
    assertThat(ward.store.worklist().line(ada)).isEqualTo(line);

    assertThat(other.refresh(ada)).isEqualTo(EpisodeService.Refreshed.WRITTEN);
    assertThat(ward.store.worklist().line(ada)).isEqualTo(line);
  }
}
