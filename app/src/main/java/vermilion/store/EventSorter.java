package vermilion.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import vermilion.service.AppendRequest;
import vermilion.service.AuditEntry;
import vermilion.service.JournalFailure;
import vermilion.service.JournalFailure.Kind;
import vermilion.service.NewEvent;
import vermilion.service.Receipt;
import vermilion.store.Rows.KeptEvent;

/// Tells which events of a request are new, which are there already, and which bear the id of
/// something else.
final class EventSorter {

  private final Keyring keys;
  private final Rows rows;

  EventSorter(Keyring keys, Rows rows) {
    this.keys = keys;
    this.rows = rows;
  }

  /// The events of one request.
  static final class Sorted {
    private final Map<UUID, NewEvent> seen = new HashMap<>();
    private final Map<UUID, Receipt> known = new HashMap<>();
    private final List<NewEvent> fresh = new ArrayList<>();
    private final List<UUID> refused = new ArrayList<>();
    private final List<AuditEntry> refusals = new ArrayList<>();

    /// Those that nobody has seen, in order, each once.
    List<NewEvent> fresh() {
      return fresh;
    }

    boolean isRefused() {
      return !refused.isEmpty();
    }

    List<UUID> refused() {
      return refused;
    }

    List<AuditEntry> refusals() {
      return refusals;
    }

    void keep(Receipt receipt) {
      known.put(receipt.id(), receipt);
    }

    /// One receipt for each event of `request`, in its order.
    List<Receipt> receipts(AppendRequest request) {
      List<Receipt> receipts = new ArrayList<>();
      for (NewEvent event : request.events()) {
        receipts.add(Objects.requireNonNull(known.get(event.id()), "an event without a receipt"));
      }
      return receipts;
    }
  }

  Sorted sort(Session session, AppendRequest request, Optional<DataKey> key) throws SQLException {
    Sorted sorted = new Sorted();
    for (NewEvent event : request.events()) {
      NewEvent before = sorted.seen.putIfAbsent(event.id(), event);
      if (before == null) {
        sortOne(session, request, key, new Brought(event, sorted));
      } else if (!before.body().equals(event.body())) {
        String kept = fingerprint(key, before.body().toArray()) + " in the same request";
        refuse(request, key, new Brought(event, sorted), kept);
      }
    }
    return sorted;
  }

  /// An event of the request and where its lot is noted.
  private record Brought(NewEvent event, Sorted sorted) {}

  private void sortOne(
      Session session, AppendRequest request, Optional<DataKey> key, Brought brought)
      throws SQLException {
    NewEvent event = brought.event();
    String clinic = request.episode().clinic();
    Optional<KeptEvent> found = rows.event(session, clinic, event.id());
    if (found.isEmpty()) {
      brought.sorted().fresh.add(event);
      return;
    }
    EventRow row = found.get().row();
    Optional<DataKey> keptKey = keys.byId(session, clinic, row.keyId);
    Optional<byte[]> body = keptKey.map(its -> openOrRefuse(its, found.get()));
    boolean same =
        row.episode.equals(request.episode().episode())
            && body.isPresent()
            && Arrays.equals(body.get(), event.body().toArray());
    if (same) {
      Instant received = Instant.ofEpochMilli(row.received);
      brought.sorted().keep(new Receipt(event.id(), row.seq, received, true));
    } else {
      String kept = body.map(bytes -> fingerprint(keptKey, bytes)).orElse("erased");
      refuse(request, key, brought, kept + " in " + row.episode + " at seq " + row.seq);
    }
  }

  private static byte[] openOrRefuse(DataKey key, KeptEvent kept) {
    EventRow row = kept.row();
    return key.open(row.bound(), kept.body())
        .orElseThrow(() ->
            new JournalFailure(
                Kind.TAMPERED,
                row.clinic
                    + "/"
                    + row.episode
                    + " seq "
                    + row.seq
                    + " does not open: the row was changed"));
  }

  private static void refuse(
      AppendRequest request, Optional<DataKey> key, Brought brought, String kept) {
    NewEvent event = brought.event();
    String detail =
        "event "
            + event.id()
            + " brought "
            + fingerprint(key, event.body().toArray())
            + " kept "
            + kept;
    brought.sorted().refused.add(event.id());
    brought
        .sorted()
        .refusals
        .add(
            new AuditEntry(
                request.received(),
                request.actor(),
                "event-refused",
                Optional.of(request.episode().episode()),
                detail));
  }

  private static String fingerprint(Optional<DataKey> key, byte[] body) {
    return key.map(its -> its.fingerprint(body)).orElse("unkeyed");
  }
}
