package vermilion.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vermilion.service.AppendOutcome;
import vermilion.service.AppendRequest;
import vermilion.service.AuditEntry;
import vermilion.service.AuditRecord;
import vermilion.service.Bytes;
import vermilion.service.EpisodeRef;
import vermilion.service.Erasure;
import vermilion.service.Journal;
import vermilion.service.NewEvent;
import vermilion.service.ReadOutcome;
import vermilion.service.Receipt;
import vermilion.service.Store;
import vermilion.service.StoredEvent;
import vermilion.service.Verification;
import vermilion.service.WorklistChange;
import vermilion.service.WorklistEntry;
import vermilion.service.WorklistRow;

/// What every journal does for the one who writes and reads.
abstract class JournalContract extends StoreContract {

  private static final EpisodeRef ADA_ELSEWHERE = new EpisodeRef("southside", "ada-1");

  @Test
  void events_come_back_in_order_with_their_bytes_and_without_gaps() {
    try (Store store = open()) {
      AppendOutcome opened =
          store.journal().open(ADA_PATIENT, request(ADA, event("a"), event("b")));
      AppendOutcome added = store.journal().append(request(ADA, event("c")));

      assertThat(seqs(opened)).containsExactly(1L, 2L);
      assertThat(seqs(added)).containsExactly(3L);
      assertThat(texts(store.journal().read(ADA, 0))).containsExactly("1 a", "2 b", "3 c");
      assertThat(texts(store.journal().read(ADA, 2))).containsExactly("3 c");
      assertThat(texts(store.journal().read(ADA, 3))).isEmpty();
      assertThat(texts(store.journal().read(ADA, 99))).isEmpty();
      assertThat(found(store.journal().read(ADA, 3)).seq()).isEqualTo(3);
      assertThat(found(store.journal().read(ADA, 3)).patient()).isEqualTo(ADA_PATIENT);
    }
  }

  @Test
  void every_byte_value_survives() {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    NewEvent event = new NewEvent(new UUID(7, 7), Bytes.of(all));
    try (Store store = open()) {
      appended(store.journal().open(ADA_PATIENT, request(ADA, event)));
      StoredEvent stored = found(store.journal().read(ADA, 0)).events().getFirst();
      assertThat(stored).isEqualTo(new StoredEvent(event.id(), 1, NOON, event.body()));
    }
  }

  @Test
  void the_same_event_again_answers_its_old_place_and_writes_nothing() {
    try (Store store = open()) {
      openAda(store, 2);
      AppendRequest again =
          AppendRequest.of(ADA, "patient", NOON.plusSeconds(9), List.of(event("event 2")))
              .expecting(1)
              .with(new WorklistChange.Put(row(9, "")))
              .auditing(List.of(entry("late")));

      AppendOutcome outcome = store.journal().append(again);

      assertThat(outcome)
          .isEqualTo(
              new AppendOutcome.Appended(
                  2, List.of(new Receipt(event("event 2").id(), 2, NOON, true))));
      assertThat(store.worklist().worklist("northside", 9)).isEmpty();
      assertThat(store.auditTrail().auditTrail("northside", 0, 9)).isEmpty();
    }
  }

  @Test
  void an_opening_again_is_a_retry_and_another_opening_a_conflict() {
    try (Store store = open()) {
      openAda(store, 2);
      UUID other = new UUID(0, 2);

      assertThat(seqs(store.journal().open(ADA_PATIENT, request(ADA, event("event 1")))))
          .containsExactly(1L);
      assertThat(store.journal().open(ADA_PATIENT, request(ADA, event("else"))))
          .isEqualTo(new AppendOutcome.Conflict(2));
      assertThat(store.journal().open(other, request(ADA, event("event 1"))))
          .isEqualTo(new AppendOutcome.Conflict(2));
      assertThat(store.journal().episodes("northside", 0, 9)).hasSize(1);
    }
  }

  @Test
  void known_events_in_a_mixed_request_keep_their_place_and_the_rest_follows() {
    try (Store store = open()) {
      openAda(store, 2);
      AppendOutcome mixed =
          store.journal().append(request(ADA, event("event 2"), event("new"), event("new")));
      assertThat(seqs(mixed)).containsExactly(2L, 3L, 3L);
      assertThat(appended(mixed).receipts().get(0).duplicate()).isTrue();
      assertThat(appended(mixed).receipts().get(1).duplicate()).isFalse();
      assertThat(texts(store.journal().read(ADA, 2))).containsExactly("3 new");
    }
  }

  @Test
  void an_id_with_another_body_is_refused_whole_and_kept_in_the_audit() {
    try (Store store = open()) {
      openAda(store, 2);
      UUID id = event("event 2").id();
      NewEvent forged = new NewEvent(id, Bytes.ofText("pain 0"));

      AppendOutcome outcome = store.journal().append(request(ADA, event("new"), forged));

      assertThat(outcome).isEqualTo(new AppendOutcome.OtherBody(List.of(id)));
      assertThat(texts(store.journal().read(ADA, 0))).hasSize(2);
      AuditEntry kept = store.auditTrail().auditTrail("northside", 0, 9).getFirst().entry();
      assertThat(kept.actor()).isEqualTo("nurse-kay");
      assertThat(kept.action()).isEqualTo("event-refused");
      assertThat(kept.at()).isEqualTo(NOON);
      assertThat(kept.episode()).contains("ada-1");
      assertThat(kept.detail())
          .matches("event " + id + " brought [0-9a-f]{64} kept [0-9a-f]{64} in ada-1 at seq 2");
    }
  }

  @Test
  void an_id_of_another_episode_is_refused_even_with_the_same_body() {
    try (Store store = open()) {
      openAda(store, 1);
      EpisodeRef second = new EpisodeRef("northside", "bea-1");
      AppendOutcome opening =
          store.journal().open(new UUID(0, 2), request(second, event("event 1")));

      assertThat(opening).isEqualTo(new AppendOutcome.OtherBody(List.of(event("event 1").id())));
      assertThat(store.journal().read(second, 0)).isEqualTo(new ReadOutcome.NoEpisode(second));
      assertThat(store.journal().episodes("northside", 0, 9)).hasSize(1);
      assertThat(store.auditTrail().auditTrail("northside", 0, 9)).hasSize(1);
    }
  }

  @Test
  void two_bodies_under_one_id_in_one_request_are_refused() {
    NewEvent one = new NewEvent(new UUID(5, 5), Bytes.ofText("pain 9"));
    NewEvent two = new NewEvent(new UUID(5, 5), Bytes.ofText("pain 0"));
    try (Store store = open()) {
      openAda(store, 1);
      assertThat(store.journal().append(request(ADA, one, two)))
          .isEqualTo(new AppendOutcome.OtherBody(List.of(one.id())));
      assertThat(texts(store.journal().read(ADA, 1))).isEmpty();
    }
  }

  @Test
  void a_stale_expectation_is_a_conflict_and_writes_nothing() {
    try (Store store = open()) {
      openAda(store, 2);
      AppendRequest stale =
          request(ADA, event("late")).expecting(1).auditing(List.of(entry("late")));
      assertThat(store.journal().append(stale)).isEqualTo(new AppendOutcome.Conflict(2));
      assertThat(store.journal().append(stale.expecting(3)))
          .isEqualTo(new AppendOutcome.Conflict(2));
      assertThat(store.auditTrail().auditTrail("northside", 0, 9)).isEmpty();
      assertThat(seqs(store.journal().append(stale.expecting(2)))).containsExactly(3L);
      assertThat(store.auditTrail().auditTrail("northside", 0, 9)).hasSize(1);
    }
  }

  @Test
  void clinics_do_not_see_each_other() {
    try (Store store = open()) {
      openAda(store, 1);
      assertThat(store.journal().read(ADA_ELSEWHERE, 0))
          .isEqualTo(new ReadOutcome.NoEpisode(ADA_ELSEWHERE));
      assertThat(store.journal().append(request(ADA_ELSEWHERE, event("x"))))
          .isEqualTo(new AppendOutcome.NoEpisode(ADA_ELSEWHERE));
      assertThat(store.journal().entry(ADA_ELSEWHERE)).isEmpty();
      assertThat(store.journal().episodes("southside", 0, 9)).isEmpty();
      assertThat(store.journal().episodesOf("southside", ADA_PATIENT)).isEmpty();
      assertThat(store.journal().destroyKey("southside", ADA_PATIENT, "dpo", NOON))
          .isEqualTo(new Erasure.NoPatient());

      appended(store.journal().open(ADA_PATIENT, request(ADA_ELSEWHERE, event("event 1"))));
      assertThat(texts(store.journal().read(ADA_ELSEWHERE, 0))).containsExactly("1 event 1");
      assertThat(store.journal().clinics()).containsExactly("northside", "southside");
    }
  }

  @Test
  void the_servers_clock_never_goes_backwards_within_a_chain() {
    try (Store store = open()) {
      openAda(store, 1);
      Instant back = NOON.minus(Duration.ofDays(1));
      AppendRequest early = AppendRequest.of(ADA, "patient", back, List.of(event("early")));
      Receipt receipt = appended(store.journal().append(early)).receipts().getFirst();
      assertThat(receipt.received()).isEqualTo(NOON);
      AppendRequest later =
          AppendRequest.of(ADA, "patient", NOON.plusNanos(1_999_999), List.of(event("later")));
      appended(store.journal().append(later));

      assertThat(found(store.journal().read(ADA, 0)).events())
          .extracting(StoredEvent::received)
          .containsExactly(NOON, NOON, NOON.plusMillis(1));
      store.auditTrail().record("northside", entry("first"));
      AuditEntry before = new AuditEntry(back, "kay", "read", Optional.empty(), "");
      store.auditTrail().record("northside", before);
      assertThat(store.auditTrail().auditTrail("northside", 1, 9).getFirst().entry().at())
          .isEqualTo(NOON);
      assertThat(store.journal().verify()).isInstanceOf(Verification.Whole.class);
    }
  }

  @Test
  void the_register_pages_in_order_of_opening() {
    try (Store store = open()) {
      List<EpisodeRef> opened = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        EpisodeRef episode = new EpisodeRef("northside", "e" + (9 - i));
        opened.add(episode);
        store.journal().open(new UUID(1, i % 2), request(episode, event("of " + i)));
      }
      assertThat(store.journal().episodes("northside", 1, 2))
          .extracting(entry -> entry.episode())
          .containsExactlyElementsOf(opened.subList(1, 3));
      assertThat(store.journal().episodesOf("northside", new UUID(1, 0)))
          .extracting(entry -> entry.ordinal())
          .containsExactly(1L, 3L, 5L);
      assertThat(store.journal().entry(opened.get(3)).orElseThrow().ordinal()).isEqualTo(4);
    }
  }

  @Test
  void worklist_lines_change_with_their_append_and_come_worst_first() {
    try (Store store = open()) {
      EpisodeRef bea = new EpisodeRef("northside", "bea-1");
      EpisodeRef cyd = new EpisodeRef("northside", "cyd-1");
      put(store, ADA, row(3, "pale"));
      put(store, bea, row(5, "vision"));
      put(store, cyd, new WorklistRow(3, Optional.empty(), Optional.empty(), Bytes.NONE));

      assertThat(store.worklist().worklist("northside", 9))
          .containsExactly(
              new WorklistEntry(bea, NOON, row(5, "vision")),
              new WorklistEntry(ADA, NOON, row(3, "pale")),
              new WorklistEntry(
                  cyd, NOON, new WorklistRow(3, Optional.empty(), Optional.empty(), Bytes.NONE)));
      assertThat(store.worklist().worklist("northside", 1)).hasSize(1);
      assertThat(store.worklist().worklist("southside", 9)).isEmpty();
      assertThat(store.worklist().changing("northside", NOON.plusSeconds(59), 9)).isEmpty();
      assertThat(store.worklist().changing("northside", NOON.plusSeconds(60), 9)).hasSize(2);

      appended(store.journal().append(request(ADA).with(WorklistChange.REMOVED)));
      assertThat(store.worklist().worklist("northside", 9)).hasSize(2);
    }
  }

  @Test
  void a_destroyed_key_makes_the_record_unreadable_and_leaves_the_chain_whole() {
    try (Store store = open()) {
      openAda(store, 3);
      put(store, ADA, row(3, "pale"));
      EpisodeRef bea = new EpisodeRef("northside", "bea-1");
      appended(store.journal().open(new UUID(0, 2), request(bea, event("other"))));

      Erasure erasure = store.journal().destroyKey("northside", ADA_PATIENT, "dpo", NOON);

      assertThat(erasure).isEqualTo(new Erasure.Destroyed(1));
      assertThat(store.journal().read(ADA, 0)).isEqualTo(new ReadOutcome.Erased(ADA_PATIENT, 3));
      assertThat(store.journal().append(request(ADA, event("more"))))
          .isEqualTo(new AppendOutcome.Erased(ADA_PATIENT));
      EpisodeRef again = new EpisodeRef("northside", "ada-2");
      assertThat(store.journal().open(ADA_PATIENT, request(again, event("again"))))
          .isEqualTo(new AppendOutcome.Erased(ADA_PATIENT));
      assertThat(store.worklist().worklist("northside", 9)).isEmpty();
      assertThat(texts(store.journal().read(bea, 0))).containsExactly("1 other");
      assertThat(store.journal().append(request(bea, event("event 1"))))
          .isInstanceOf(AppendOutcome.OtherBody.class);
      assertThat(store.journal().destroyKey("northside", ADA_PATIENT, "dpo", NOON))
          .isEqualTo(new Erasure.AlreadyDestroyed());
      assertThat(store.journal().verify()).isEqualTo(new Verification.Whole(1, 2, 4, 2));
    }
  }

  @Test
  void audit_entries_are_kept_in_order_per_clinic() {
    try (Store store = open()) {
      assertThat(store.auditTrail().record("northside", entry("one"))).isTrue();
      store.auditTrail().record("southside", entry("other"));
      store.auditTrail().record("northside", entry("two"));
      assertThat(store.auditTrail().auditTrail("northside", 0, 9))
          .containsExactly(
              new AuditRecord("northside", 1, entry("one")),
              new AuditRecord("northside", 2, entry("two")));
      assertThat(store.auditTrail().auditTrail("northside", 1, 9)).hasSize(1);
      assertThat(store.auditTrail().auditTrail("northside", 0, 1)).hasSize(1);
    }
  }

  @Test
  void what_is_too_large_or_misshapen_is_refused_before_it_reaches_the_store() {
    byte[] large = new byte[Journal.BODY_BYTES_MAX];
    try (Store store = open()) {
      NewEvent largest = new NewEvent(new UUID(3, 3), Bytes.of(large));
      assertThat(seqs(store.journal().open(ADA_PATIENT, request(ADA, largest))))
          .containsExactly(1L);
    }
    Bytes tooLarge = Bytes.of(new byte[large.length + 1]);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NewEvent(new UUID(3, 4), tooLarge))
        .withMessageContaining("65537 bytes; expected 1 to 65536");
    assertThatIllegalArgumentException().isThrownBy(() -> new NewEvent(new UUID(3, 4), Bytes.NONE));
    for (String bad : List.of("", "A", "a/b", "-a", "a b", "ä", "x".repeat(65), "a'--")) {
      assertThatIllegalArgumentException().isThrownBy(() -> new EpisodeRef("northside", bad));
      assertThatIllegalArgumentException().isThrownBy(() -> new EpisodeRef(bad, "ada-1"));
    }
    NewEvent[] many = new NewEvent[Journal.EVENTS_PER_REQUEST_MAX + 1];
    for (int i = 0; i < many.length; i++) {
      many[i] = event("many " + i);
    }
    assertThatIllegalArgumentException().isThrownBy(() -> request(ADA, many));
    Instant far = Instant.parse("2200-01-01T00:00:00Z");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AppendRequest.of(ADA, "patient", far, List.of()));
  }

  @Test
  void an_episode_takes_so_many_bytes_and_no_more() {
    try (Store store = open()) {
      openAda(store, 1);
      long taken = event("event 1").body().size();
      int n = 0;
      AppendOutcome outcome = new AppendOutcome.Busy();
      while (taken + Journal.BODY_BYTES_MAX * 50L <= Journal.EPISODE_BYTES_MAX) {
        outcome = store.journal().append(request(ADA, large(n, 50)));
        assertThat(outcome).isInstanceOf(AppendOutcome.Appended.class);
        n += 50;
        taken += Journal.BODY_BYTES_MAX * 50L;
      }
      assertThat(store.journal().append(request(ADA, large(n, 50))))
          .isEqualTo(new AppendOutcome.Full(appended(outcome).seq()));
    }
  }

  private static NewEvent[] large(int from, int count) {
    NewEvent[] events = new NewEvent[count];
    for (int i = 0; i < count; i++) {
      events[i] = new NewEvent(new UUID(8, from + i), Bytes.of(new byte[Journal.BODY_BYTES_MAX]));
    }
    return events;
  }

  private static void put(Store store, EpisodeRef episode, WorklistRow row) {
    UUID patient = UUID.nameUUIDFromBytes(Bytes.ofText(episode.toString()).toArray());
    boolean known = store.journal().entry(episode).isPresent();
    AppendRequest request = request(episode).with(new WorklistChange.Put(row));
    appended(known ? store.journal().append(request) : store.journal().open(patient, request));
  }

  private static WorklistRow row(int rank, String card) {
    return new WorklistRow(
        rank,
        Optional.of(NOON.plusSeconds(600)),
        Optional.of(NOON.plusSeconds(60)),
        Bytes.ofText(card));
  }

  private static AuditEntry entry(String detail) {
    return new AuditEntry(NOON, "kay", "read", Optional.of("ada-1"), detail);
  }
}
