package vermilion.service;

import java.util.List;

/// The clinic's audit: appended to, read, never changed. Entries that belong to an append travel
/// with its [AppendRequest] instead.
public interface AuditTrail {

  /// Keeps `entry` durably; `false` when the store is too busy to take it now.
  boolean record(String clinic, AuditEntry entry);

  /// The entries of `clinic` after `afterSeq`, in order, at most `limit`.
  List<AuditRecord> auditTrail(String clinic, long afterSeq, int limit);
}
