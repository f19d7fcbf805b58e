package vermilion.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vermilion.service.AuditRecord;
import vermilion.service.Store;

/// Looks for entries of a clinic's audit.
final class AuditWalk {
  private static final int PAGE = 1_000;

  private AuditWalk() {}

  /// One entry.
  ///
  /// @param seq its number
  /// @param at when
  /// @param actor who
  record Found(long seq, Instant at, String actor) {}

  /// Which entries are looked for.
  private interface Wanted {
    boolean is(AuditRecord entry);
  }

  /// The last entry of one kind about a patient, which is there.
  static Found lastAbout(Store store, String clinic, String action, UUID patient) {
    List<AuditRecord> found =
        all(store, clinic, one -> one.entry().action().equals(action) && isAbout(one, patient));
    AuditRecord last = found.getLast();
    return new Found(last.seq(), last.entry().at(), last.entry().actor());
  }

  /// Every entry about a patient or one of her episodes.
  static List<AuditRecord> about(Store store, String clinic, UUID patient, Set<String> episodes) {
    return all(
        store,
        clinic,
        one ->
            isAbout(one, patient) || one.entry().episode().filter(episodes::contains).isPresent());
  }

  private static boolean isAbout(AuditRecord one, UUID patient) {
    return one.entry().detail().startsWith("patient " + patient);
  }

  private static List<AuditRecord> all(Store store, String clinic, Wanted wanted) {
    List<AuditRecord> found = new ArrayList<>();
    long after = 0;
    List<AuditRecord> page = store.auditTrail().auditTrail(clinic, after, PAGE);
    while (!page.isEmpty()) {
      page.stream().filter(wanted::is).forEach(found::add);
      after = page.getLast().seq();
      page = store.auditTrail().auditTrail(clinic, after, PAGE);
    }
    return found;
  }
}
