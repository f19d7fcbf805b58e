package vermilion.service;

import java.time.Instant;
import java.util.List;

/// Reads the worklist lines that appends have written; rows in other clinics do not exist for it.
public interface Worklist {

  /// The lines of `clinic`, highest rank first, then earliest deadline, at most `limit`.
  List<WorklistEntry> worklist(String clinic, int limit);

  /// The lines of `clinic` whose `nextChange` is before or at `until`, earliest first, at most
  /// `limit`: what the alert clock must compute again.
  List<WorklistEntry> changing(String clinic, Instant until, int limit);
}
