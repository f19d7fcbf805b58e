package vermilion.service;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vermilion.episode.Author;
import vermilion.episode.Entry;

/// What the audit says of events that somebody of the staff, or a system, wrote: their types alone.
/// It is kept in the transaction of the events. What a patient writes is in her record.
final class Writing {

  private static final int TYPES_MAX = 20;

  private Writing() {}

  static List<AuditEntry> of(EpisodeRef ref, Author author, List<Entry> entries, Instant now) {
    if (author.role() == Author.Role.PATIENT) {
      return List.of();
    }
    List<String> types =
        entries.stream().map(entry -> entry.event().type()).distinct().limit(TYPES_MAX).toList();
    return List.of(
        new AuditEntry(
            now, author.name(), "wrote", Optional.of(ref.episode()), String.join(", ", types)));
  }
}
