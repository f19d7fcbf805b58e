package vermilion.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vermilion.service.AppendRequest;
import vermilion.service.Bytes;
import vermilion.service.CheckInCourse;
import vermilion.service.CheckInCourse.Place;
import vermilion.service.EpisodeRef;
import vermilion.service.JournalFailure;
import vermilion.service.Store;
import vermilion.service.Worklist;
import vermilion.service.WorklistChange;
import vermilion.service.WorklistEntry;
import vermilion.service.WorklistRow;

/// What every store does for the one who reads the worklist.
abstract class WorklistContract extends StoreContract {

  private static final int ROUTINE = 1;
  private static final int SOON = 2;

  private static WorklistRow row(int rank, Place place, String card) {
    return new WorklistRow(
        rank,
        Optional.of(NOON.plusSeconds(600)),
        Optional.of(NOON.plusSeconds(60)),
        new CheckInCourse(
            place, rank < SOON ? Optional.of(NOON.plusSeconds(90)) : Optional.empty()),
        Bytes.ofText(card));
  }

  private static EpisodeRef put(Store store, String name, WorklistRow row) {
    EpisodeRef ref = new EpisodeRef("northside", name);
    UUID patient = UUID.nameUUIDFromBytes(Bytes.ofText(name).toArray());
    AppendRequest request = request(ref, event(name)).with(new WorklistChange.Put(row));
    appended(store.journal().open(patient, request));
    return ref;
  }

  private static Worklist.Everybody everybody(Store store) {
    return store.worklist().everybody("northside", Worklist.Known.NOTHING);
  }

  private static List<String> cards(Worklist.Everybody everybody) {
    return everybody.waiting().stream().map(one -> one.card().toText()).toList();
  }

  @Test
  void a_card_that_is_known_is_not_opened_again_until_it_is_another() {
    try (Store store = open()) {
      for (int i = 0; i < 60; i++) {
        put(store, "patient-" + i, row(SOON, Place.OPEN, "card " + i));
      }
      Worklist.Everybody all = everybody(store);
      assertThat(cards(all)).hasSize(60).allMatch(card -> card.startsWith("card "));
      List<Bytes> seals = all.waiting().stream().map(Worklist.Waiting::seal).toList();
      assertThat(seals).doesNotHaveDuplicates();
      EpisodeRef one = new EpisodeRef("northside", "patient-7");
      WorklistRow other = row(5, Place.OPEN, "another");
      appended(store.journal().append(request(one).with(new WorklistChange.Put(other))));

      Worklist.Everybody again =
          store.worklist().everybody("northside", (_, seal) -> seals.contains(seal));

      assertThat(cards(again)).startsWith("another").filteredOn(String::isEmpty).hasSize(59);
      assertThat(again.waiting().getFirst().episode()).isEqualTo(one);
    }
  }

  @Test
  void who_waits_is_read_and_everybody_else_is_counted() {
    try (Store store = open()) {
      EpisodeRef ada = put(store, "ada", row(SOON, Place.OPEN, "swollen"));
      EpisodeRef bea = put(store, "bea", row(5, Place.MISSED, "pale"));
      put(store, "cleo", row(ROUTINE, Place.ANSWERED, ""));
      put(store, "dora", row(0, Place.ANSWERED, ""));
      put(store, "emma", row(0, Place.OPEN, ""));
      put(store, "fay", row(0, Place.NOT_YET_ASKED, ""));
      put(store, "gwen", row(0, Place.FINISHED, ""));

      Worklist.Everybody all = everybody(store);
      assertThat(all.waiting()).extracting(Worklist.Waiting::episode).containsExactly(bea, ada);
      assertThat(all.waiting()).extracting(Worklist.Waiting::levelRank).containsExactly(5, SOON);
      assertThat(all.waiting())
          .allSatisfy(one -> assertThat(one.deadline()).contains(NOON.plusSeconds(600)));
      assertThat(cards(all)).containsExactly("pale", "swollen");
      assertThat(all.others()).isEqualTo(new Worklist.Others(2, 0, 1, 1, 1));
      assertThat(store.worklist().everybody("southside", Worklist.Known.NOTHING))
          .isEqualTo(new Worklist.Everybody(List.of(), new Worklist.Others(0, 0, 0, 0, 0)));
    }
  }

  @Test
  void whose_course_goes_on_is_found_at_that_instant_and_not_before() {
    try (Store store = open()) {
      put(store, "ada", row(SOON, Place.OPEN, "swollen"));
      EpisodeRef bea = put(store, "bea", row(0, Place.OPEN, ""));

      assertThat(store.worklist().moving("northside", NOON.plusSeconds(89), 9)).isEmpty();
      assertThat(store.worklist().moving("northside", NOON.plusSeconds(90), 9))
          .containsExactly(bea);
      assertThat(store.worklist().moving("southside", NOON.plusSeconds(90), 9)).isEmpty();
    }
  }

  @Test
  void a_line_is_read_whole_or_said_to_be_damaged_or_not_there() throws SQLException {
    try (Store store = open()) {
      EpisodeRef ada = put(store, "ada", row(SOON, Place.OPEN, "swollen"));
      EpisodeRef nobody = new EpisodeRef("northside", "nobody");

      assertThat(store.worklist().line(ada))
          .isEqualTo(
              new Worklist.KeptLine.Whole(
                  new WorklistEntry(ada, NOON, row(SOON, Place.OPEN, "swollen"))));
      assertThat(store.worklist().line(nobody)).isEqualTo(new Worklist.KeptLine.None());

      tamper("UPDATE worklist SET nonce = card");

      assertThat(store.worklist().line(ada)).isEqualTo(new Worklist.KeptLine.Damaged());
      assertThat(cards(everybody(store))).containsExactly("");
      assertThatExceptionOfType(JournalFailure.class)
          .isThrownBy(() -> store.worklist().worklist("northside", 9))
          .withMessageContaining("northside/ada does not open");
    }
  }

  @Test
  void a_line_of_no_episode_or_of_somebody_erased_is_a_stray_and_can_be_taken_off()
      throws SQLException {
    try (Store store = open()) {
      EpisodeRef ada = put(store, "ada", row(SOON, Place.OPEN, "swollen"));
      put(store, "bea", row(0, Place.OPEN, ""));
      assertThat(store.worklist().strays("northside")).isEmpty();

      tamper(
          "INSERT INTO worklist SELECT clinic, 'phantom', level_rank, deadline, next_change,"
              + " updated, key_id, nonce, card, course, course_change FROM worklist"
              + " WHERE episode = 'ada'");
      tamper(
          "UPDATE patient_key SET wrapped = NULL, destroyed = 1 WHERE patient IN"
              + " (SELECT patient FROM episode WHERE episode = 'ada')");

      EpisodeRef phantom = new EpisodeRef("northside", "phantom");
      assertThat(store.worklist().strays("northside")).containsExactly(ada, phantom);
      assertThat(store.worklist().removeStray(phantom)).isTrue();
      assertThat(store.worklist().strays("northside")).containsExactly(ada);
      assertThat(everybody(store).others().all()).isLessThanOrEqualTo(1);
    }
  }
}
