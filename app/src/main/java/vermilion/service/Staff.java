package vermilion.service;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/// Makes and ends the accounts of a clinic's staff, and lets each person choose how to sign in.
public final class Staff {

  /// How long a link to set up an account waits.
  public static final Duration SET_UP = Duration.ofHours(24);

  /// How many people are shown of a clinic.
  public static final int MOST_SHOWN = 500;

  private static final int RECOVERY_CODES = 10;
  private static final int RECOVERY_BYTES = 10;
  private static final Duration FOR_EVER = Duration.ofDays(36_500);

  private final StaffStore store;
  private final Passwords passwords;
  private final Ids ids;
  private final InstantSource clock;

  /// Works over the staff of a store.
  public Staff(StaffStore store, Ids ids, InstantSource clock) {
    this.store = store;
    this.passwords = new Passwords(ids);
    this.ids = ids;
    this.clock = clock;
  }

  StaffStore store() {
    return store;
  }

  Passwords passwords() {
    return passwords;
  }

  Instant now() {
    return Times.kept(clock.instant());
  }

  /// What came of asking for an account or a new start.
  public sealed interface Invitation {
    /// It is there, and waits to be set up.
    ///
    /// @param account whose
    /// @param code what opens its set-up, once
    record Made(StaffAccount account, String code) implements Invitation {}

    /// Nothing was made: the name is or was somebody else's, or the account has ended.
    record Refused() implements Invitation {}

    /// The store is too busy.
    record Busy() implements Invitation {}
  }

  /// A new account, which its person sets up by a code.
  public Invitation add(String clinic, String name, Set<StaffRole> roles, String actor) {
    Instant now = now();
    StaffAccount account =
        new StaffAccount(ids.uuid(), name, roles, now, Optional.empty(), "", Optional.empty());
    return invited(
        clinic,
        account,
        List.of(new StaffChange.Add(account)),
        entry(actor, "account-made", account));
  }

  /// A new start for somebody who lost what she signs in with: all of that opens nothing any more.
  public Invitation startAnew(String clinic, UUID person, String actor) {
    Instant now = now();
    Optional<StaffAccount> found = store.account(clinic, person).filter(StaffAccount::isOpen);
    if (found.isEmpty()) {
      return new Invitation.Refused();
    }
    StaffAccount account = found.get().withoutPassword();
    return invited(
        clinic,
        account,
        List.of(
            new StaffChange.Put(account),
            new StaffChange.DropPasskeys(person),
            new StaffChange.DropCodes(person, StaffCode.Kind.SET_UP, now),
            new StaffChange.DropCodes(person, StaffCode.Kind.RECOVERY, now),
            new StaffChange.EndAll(person, Optional.empty(), now)),
        entry(actor, "account-begun-anew", account));
  }

  private Invitation invited(
      String clinic, StaffAccount account, List<StaffChange> before, AuditEntry entry) {
    String code = clinic + "_" + ids.secret();
    List<StaffChange> changes = new ArrayList<>(before);
    changes.add(
        new StaffChange.AddCode(
            code(account.person(), StaffCode.Kind.SET_UP, code, entry.at().plus(SET_UP))));
    return switch (store.keep(clinic, changes, entry)) {
      case DONE -> new Invitation.Made(account, code);
      case REFUSED -> new Invitation.Refused();
      case BUSY -> new Invitation.Busy();
    };
  }

  /// Gives a person other roles; they count from the next request on.
  public StaffStore.Kept assign(String clinic, UUID person, Set<StaffRole> roles, String actor) {
    return store
        .account(clinic, person)
        .filter(StaffAccount::isOpen)
        .map(account -> account.with(roles))
        .map(account ->
            store.keep(
                clinic,
                List.of(new StaffChange.Put(account)),
                entry(actor, "account-changed", account)))
        .orElse(StaffStore.Kept.REFUSED);
  }

  /// Ends an account, and with it all that it is signed in with, at once.
  public StaffStore.Kept end(String clinic, UUID person, String actor) {
    Instant now = now();
    return store
        .account(clinic, person)
        .filter(StaffAccount::isOpen)
        .map(account ->
            store.keep(
                clinic,
                List.of(
                    new StaffChange.Put(account.endedAt(now)),
                    new StaffChange.DropPasskeys(person),
                    new StaffChange.DropCodes(person, StaffCode.Kind.SET_UP, now),
                    new StaffChange.DropCodes(person, StaffCode.Kind.RECOVERY, now),
                    new StaffChange.EndAll(person, Optional.empty(), now)),
                entry(actor, "account-ended", account)))
        .orElse(StaffStore.Kept.REFUSED);
  }

  /// Everybody who has or had an account, open ones first.
  public List<StaffAccount> of(String clinic) {
    return store.accounts(clinic, MOST_SHOWN);
  }

  /// Whether a person has chosen how to sign in.
  public boolean isSetUp(String clinic, StaffAccount account) {
    return account.hasPassword() || !store.passkeys(clinic, account.person(), 1).isEmpty();
  }

  /// Whether anybody of a clinic can sign in with an account.
  public boolean hasAccounts(String clinic) {
    return of(clinic).stream().anyMatch(one -> one.isOpen() && isSetUp(clinic, one));
  }

  /// An account that waits to be set up.
  ///
  /// @param clinic whose
  /// @param account it
  /// @param codeHash the hash of the code that opens it
  public record Waiting(String clinic, StaffAccount account, String codeHash) {}

  /// The account that a set-up code opens.
  public Optional<Waiting> waiting(String code) {
    return Tokens.clinicOf(code)
        .flatMap(clinic ->
            store
                .code(clinic, Tokens.hash(code))
                .filter(known -> known.kind() == StaffCode.Kind.SET_UP)
                .filter(known -> known.worksAt(now()))
                .flatMap(known -> store.account(clinic, known.person()))
                .filter(StaffAccount::isOpen)
                .map(account -> new Waiting(clinic, account, Tokens.hash(code))));
  }

  /// A secret for an authenticator app.
  public String newAppSecret() {
    return OneTimeCodes.newSecret(ids);
  }

  /// What a person typed to set up an account.
  ///
  /// @param password the new password
  /// @param appSecret the secret that the page showed
  /// @param appCode what the app makes of it
  public record Chosen(String password, String appSecret, String appCode) {
    @Override
    public String toString() {
      return "a password and a code";
    }
  }

  /// What came of setting up an account.
  public sealed interface SettingUp {
    /// It is set up.
    ///
    /// @param recoveryCodes each signs in once without the app; nobody is told them again
    record Done(List<String> recoveryCodes) implements SettingUp {
      /// Copies the codes.
      public Done {
        recoveryCodes = List.copyOf(recoveryCodes);
      }
    }

    /// Something that was typed is not right.
    ///
    /// @param field which
    /// @param why in words
    record Wrong(String field, String why) implements SettingUp {}

    /// The code was used meanwhile.
    record Gone() implements SettingUp {}

    /// The store is too busy.
    record Busy() implements SettingUp {}
  }

  /// Sets up an account by a password and an app.
  public SettingUp setUp(Waiting waiting, Chosen chosen) {
    StaffAccount account = waiting.account();
    Optional<String> weak = Passwords.wrong(chosen.password(), account.name());
    if (weak.isPresent()) {
      return new SettingUp.Wrong("new-password", weak.get());
    }
    Instant now = now();
    Optional<Bytes> secret = OneTimeCodes.secret(chosen.appSecret());
    OptionalLong step =
        secret
            .map(known -> OneTimeCodes.stepOf(known, chosen.appCode(), now))
            .orElse(OptionalLong.empty());
    if (secret.isEmpty() || step.isEmpty()) {
      return new SettingUp.Wrong(
          "app-code", "This is not the code that the app shows now. Expected: its six digits.");
    }
    List<String> codes = recoveryCodes();
    List<StaffChange> changes = new ArrayList<>();
    changes.add(new StaffChange.UseCode(waiting.codeHash(), now));
    changes.add(new StaffChange.Put(account.with(passwords.hash(chosen.password()), secret.get())));
    changes.add(new StaffChange.TakeStep(account.person(), step.getAsLong()));
    changes.addAll(renewed(account.person(), codes, now));
    AuditEntry entry = entry(account.name(), "account-set-up", account);
    return switch (store.keep(waiting.clinic(), changes, entry)) {
      case DONE -> new SettingUp.Done(codes);
      case REFUSED -> new SettingUp.Gone();
      case BUSY -> new SettingUp.Busy();
    };
  }

  /// New recovery codes in place of the old ones; nothing when the store is too busy.
  public Optional<List<String>> renewRecoveryCodes(String clinic, StaffAccount account) {
    List<String> codes = recoveryCodes();
    AuditEntry entry = entry(account.name(), "recovery-codes-made", account);
    return store.keep(clinic, renewed(account.person(), codes, entry.at()), entry)
            == StaffStore.Kept.DONE
        ? Optional.of(codes)
        : Optional.empty();
  }

  /// How many recovery codes a person has left.
  public int recoveryCodesLeft(String clinic, StaffAccount account) {
    return store.recoveryCodesLeft(clinic, account.person());
  }

  /// Changes a person's own password: whoever does knows the old one; other browsers are signed
  /// out.
  public SettingUp changePassword(StaffSessions.SignedIn who, String current, String wanted) {
    StaffAccount account = who.account().orElseThrow();
    if (!passwords.isRight(current, Optional.of(account.password()))) {
      return new SettingUp.Wrong("own-password", "This is not your password of now.");
    }
    Optional<String> weak = Passwords.wrong(wanted, account.name());
    if (weak.isPresent()) {
      return new SettingUp.Wrong("new-password", weak.get());
    }
    AuditEntry entry = entry(account.name(), "password-changed", account);
    List<StaffChange> changes =
        List.of(
            new StaffChange.Put(account.with(passwords.hash(wanted), account.otp().orElseThrow())),
            new StaffChange.EndAll(
                account.person(), Optional.of(who.session().hash()), entry.at()));
    return switch (store.keep(who.access().clinic(), changes, entry)) {
      case DONE -> new SettingUp.Done(List.of());
      case REFUSED -> new SettingUp.Gone();
      case BUSY -> new SettingUp.Busy();
    };
  }

  private List<StaffChange> renewed(UUID person, List<String> codes, Instant now) {
    List<StaffChange> changes = new ArrayList<>();
    changes.add(new StaffChange.DropCodes(person, StaffCode.Kind.RECOVERY, now));
    for (String one : codes) {
      changes.add(
          new StaffChange.AddCode(
              code(person, StaffCode.Kind.RECOVERY, plain(one), now.plus(FOR_EVER))));
    }
    return changes;
  }

  private List<String> recoveryCodes() {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < RECOVERY_CODES; i++) {
      String text = OneTimeCodes.base32(ids.chance(RECOVERY_BYTES)).toLowerCase(Locale.ROOT);
      codes.add(
          String.join(
              "-",
              text.substring(0, 4),
              text.substring(4, 8),
              text.substring(8, 12),
              text.substring(12)));
    }
    return codes;
  }

  /// A recovery code as it is hashed, however it was typed.
  static String plain(String typed) {
    return typed.replace("-", "").replace(" ", "").toLowerCase(Locale.ROOT);
  }

  private StaffCode code(UUID person, StaffCode.Kind kind, String code, Instant until) {
    return new StaffCode(Tokens.hash(code), person, kind, now(), until, Optional.empty());
  }

  private AuditEntry entry(String actor, String action, StaffAccount account) {
    String detail = account.name() + ": " + StaffRole.words(account.roles());
    return new AuditEntry(now(), actor, action, Optional.empty(), detail);
  }
}
