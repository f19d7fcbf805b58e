package vermilion.service;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Lets staff in: by password and app, by password and a recovery code, or, at a clinic without
/// accounts, by a clinician's token. Every refusal of a name, a password and a code is the same,
/// and takes as long.
public final class StaffSignIn {

  /// How long somebody waits after too many wrong tries.
  public static final Duration WAIT = Duration.ofMinutes(15);

  private static final int MOST_OF_ACCOUNT = 10;
  private static final int MOST_OF_PLACE = 30;

  private final Staff staff;
  private final StaffSessions sessions;
  private final Tokens tokens;
  private final WrongTries ofAccount = new WrongTries(MOST_OF_ACCOUNT, WAIT);
  private final WrongTries ofPlace = new WrongTries(MOST_OF_PLACE, WAIT);

  /// Works over accounts and sessions.
  public StaffSignIn(Staff staff, StaffSessions sessions, Tokens tokens) {
    this.staff = staff;
    this.sessions = sessions;
    this.tokens = tokens;
  }

  /// From where somebody asks.
  ///
  /// @param place the address of the network
  /// @param device the browser and the machine, roughly
  public record From(String place, String device) {}

  /// What came of asking to be let in.
  public sealed interface Entry {
    /// Signed in.
    ///
    /// @param cookie the secret of the session; nobody is told it again
    record LetIn(String cookie) implements Entry {}

    /// What was given opens nothing.
    record Shut() implements Entry {}

    /// Too many wrong tries: come back later.
    record Wait() implements Entry {}

    /// The store is too busy.
    record Busy() implements Entry {}
  }

  /// What somebody typed.
  ///
  /// @param clinic the clinic's id
  /// @param name the name of the account
  /// @param password the password
  /// @param code six digits of the app, or a recovery code
  public record Typed(String clinic, String name, String password, String code) {
    @Override
    public String toString() {
      return "a name, a password and a code";
    }
  }

  /// By password, and app or recovery code.
  public Entry byPassword(Typed typed, From from) {
    Instant now = staff.now();
    String account = typed.clinic() + "/" + StaffAccount.folded(typed.name());
    if (ofPlace.isTooMany(from.place(), now) || ofAccount.isTooMany(account, now)) {
      return new Entry.Wait();
    }
    Optional<StaffAccount> found =
        Shape.isId(typed.clinic()) && StaffAccount.isName(typed.name().strip())
            ? staff.store().named(typed.clinic(), typed.name())
            : Optional.empty();
    Optional<StaffAccount> open = found.filter(one -> one.isOpen() && one.hasPassword());
    boolean right =
        typed.password().length() <= Passwords.CHARS_MAX
            && staff.passwords().isRight(typed.password(), open.map(StaffAccount::password));
    Entry entry = right ? letIn(typed, open.orElseThrow(), from) : new Entry.Shut();
    if (entry instanceof Entry.Shut) {
      ofPlace.count(from.place(), now);
      ofAccount.count(account, now);
    } else {
      ofAccount.forget(account);
    }
    return entry;
  }

  private Entry letIn(Typed typed, StaffAccount account, From from) {
    OptionalLong step = OneTimeCodes.stepOf(account.otp().orElseThrow(), typed.code(), staff.now());
    StaffChange used =
        step.isPresent()
            ? new StaffChange.TakeStep(account.person(), step.getAsLong())
            : new StaffChange.UseCode(Tokens.hash(Staff.plain(typed.code())), staff.now());
    if (step.isEmpty() && !isRecovery(typed, account)) {
      return new Entry.Shut();
    }
    String way = step.isPresent() ? "password and app" : "password and recovery code";
    return begin(typed.clinic(), account, new Way(way, used), from);
  }

  private boolean isRecovery(Typed typed, StaffAccount account) {
    return staff
        .store()
        .code(typed.clinic(), Tokens.hash(Staff.plain(typed.code())))
        .filter(code -> code.kind() == StaffCode.Kind.RECOVERY)
        .filter(code -> code.person().equals(account.person()))
        .isPresent();
  }

  /// By what somebody was let in.
  ///
  /// @param words in words, for the audit
  /// @param used what can be used but once
  record Way(String words, StaffChange used) {}

  /// Begins a session, unless what was shown for it was used before.
  Entry begin(String clinic, StaffAccount account, Way way, From from) {
    StaffSessions.Entry entry =
        sessions.begin(clinic, new StaffSession.Holder.Person(account.person()), from.device());
    return kept(
        clinic,
        entry,
        List.of(way.used(), entry.change()),
        new AuditEntry(staff.now(), account.name(), "signed-in", Optional.empty(), way.words()));
  }

  private Entry kept(
      String clinic, StaffSessions.Entry entry, List<StaffChange> changes, AuditEntry audit) {
    return switch (staff.store().keep(clinic, changes, audit)) {
      case DONE -> new Entry.LetIn(entry.cookie());
      case REFUSED -> new Entry.Shut();
      case BUSY -> new Entry.Busy();
    };
  }

  /// Whether too much was tried from a place.
  boolean mustWait(From from) {
    return ofPlace.isTooMany(from.place(), staff.now());
  }

  /// Counts a wrong try of nobody in particular.
  void count(From from) {
    ofPlace.count(from.place(), staff.now());
  }

  /// By a clinician's token, where nobody has an account yet.
  public Entry byAccessCode(String code, From from) {
    Instant now = staff.now();
    if (ofPlace.isTooMany(from.place(), now)) {
      return new Entry.Wait();
    }
    Optional<Access> access =
        tokens
            .open(code)
            .filter(one -> one.isClinician() && one.episode().isEmpty())
            .filter(one -> sessions.isDemo() || !staff.hasAccounts(one.clinic()));
    if (access.isEmpty()) {
      ofPlace.count(from.place(), now);
      return new Entry.Shut();
    }
    String clinic = access.get().clinic();
    StaffSessions.Entry entry =
        sessions.begin(clinic, new StaffSession.Holder.Code(Tokens.hash(code)), from.device());
    return kept(
        clinic,
        entry,
        List.of(entry.change()),
        new AuditEntry(
            now, access.get().author().name(), "signed-in", Optional.empty(), "access code"));
  }
}
