package vermilion.service;

/// An audit entry as it was kept.
///
/// @param clinic whose audit
/// @param seq its place in the clinic's audit, from 1 without gaps
/// @param entry what was kept; `at` is never earlier than that of the entry before it
public record AuditRecord(String clinic, long seq, AuditEntry entry) {}
