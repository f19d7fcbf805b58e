package vermilion.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import vermilion.service.AppendOutcome;
import vermilion.service.AppendOutcome.Appended;
import vermilion.service.AppendRequest;
import vermilion.service.Bytes;
import vermilion.service.EpisodeRef;
import vermilion.service.NewEvent;
import vermilion.service.ReadOutcome;
import vermilion.service.Receipt;
import vermilion.service.Store;
import vermilion.service.StoredEvent;

/// What the contracts of a store share: a store on real files in a folder of its own.
abstract class StoreContract implements OnStore {

  static final Instant NOON = Instant.parse("2026-03-28T12:00:00Z");
  static final EpisodeRef ADA = new EpisodeRef("northside", "ada-1");
  static final UUID ADA_PATIENT = new UUID(0, 1);

  @TempDir Path folder;

  final Store open() {
    return open(folder);
  }

  final int tamper(String sql, Object... values) throws SQLException {
    try (Connection connection = raw(folder);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.executeUpdate();
    }
  }

  static NewEvent event(String text) {
    return new NewEvent(UUID.nameUUIDFromBytes(Bytes.ofText(text).toArray()), Bytes.ofText(text));
  }

  static AppendRequest request(EpisodeRef episode, NewEvent... events) {
    return AppendRequest.of(episode, "nurse-kay", NOON, List.of(events));
  }

  static Appended appended(AppendOutcome outcome) {
    assertThat(outcome).isInstanceOf(Appended.class);
    return (Appended) outcome;
  }

  static ReadOutcome.Found found(ReadOutcome outcome) {
    assertThat(outcome).isInstanceOf(ReadOutcome.Found.class);
    return (ReadOutcome.Found) outcome;
  }

  static List<String> texts(ReadOutcome outcome) {
    List<String> texts = new ArrayList<>();
    for (StoredEvent event : found(outcome).events()) {
      texts.add(event.seq() + " " + event.body().toText());
    }
    return texts;
  }

  static List<Long> seqs(AppendOutcome outcome) {
    return appended(outcome).receipts().stream().map(Receipt::seq).toList();
  }

  /// An episode of one patient with `count` events "one", "two" and so on.
  static void openAda(Store store, int count) {
    NewEvent[] events = new NewEvent[count];
    for (int i = 0; i < count; i++) {
      events[i] = event("event " + (i + 1));
    }
    appended(store.journal().open(ADA_PATIENT, request(ADA, events)));
  }
}
