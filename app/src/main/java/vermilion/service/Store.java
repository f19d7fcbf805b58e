package vermilion.service;

/// Everything that is kept, behind one door: whoever opened it closes it.
public interface Store extends AutoCloseable {

  /// The record.
  Journal journal();

  /// The worklist lines.
  Worklist worklist();

  /// The audit.
  AuditTrail auditTrail();

  /// The bearer tokens.
  AccessTokens accessTokens();

  /// The staff.
  StaffStore staff();

  /// The links and phones of the patients.
  Devices devices();

  /// The clinics' settings.
  ClinicSettings clinicSettings();

  /// The photos of the patients.
  Photos photos();

  /// The patients whose record must not be erased.
  LegalHolds legalHolds();

  /// The mails that wait to be sent.
  MailQueue mailQueue();

  /// Those who asked for news.
  Subscribers subscribers();

  /// The care of the store as a whole.
  Upkeep upkeep();

  /// Puts what waits on the disk and closes.
  @Override
  void close();
}
