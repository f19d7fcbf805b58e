package vermilion.service;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The passkeys of staff: a new one, signing in by one, naming and removing them.
public final class StaffPasskeys {

  /// The most that a person has.
  public static final int MOST = 20;

  private static final int UUID_BYTES = 16;
  private static final int HANDLE_BYTES_MAX = 64;

  private final Staff staff;
  private final StaffSignIn signIn;
  private final PasskeyVerifier verifier;

  StaffPasskeys(Staff staff, StaffSignIn signIn, PasskeyVerifier verifier) {
    this.staff = staff;
    this.signIn = signIn;
    this.verifier = verifier;
  }

  /// What a page needs to ask an authenticator for a new passkey.
  ///
  /// @param challenge to be answered
  /// @param handle what the authenticator keeps of whose it is
  /// @param known the ids of those that there are
  public record Wanted(String challenge, String handle, List<String> known) {
    /// Copies the ids.
    public Wanted {
      known = List.copyOf(known);
    }
  }

  /// A challenge to sign in by.
  public String challenge() {
    return verifier.challenge(PasskeyVerifier.SIGN_IN, staff.now());
  }

  /// What is asked of an authenticator for a new passkey of somebody; nothing for a clinic whose id
  /// is too long to be kept in one.
  public Optional<Wanted> wanted(String clinic, StaffAccount account) {
    byte[] handle = handle(clinic, account.person());
    return handle.length > HANDLE_BYTES_MAX
        ? Optional.empty()
        : Optional.of(
            new Wanted(
                verifier.challenge(use(account), staff.now()),
                PasskeyVerifier.text(handle),
                of(clinic, account).stream().map(Passkey::credential).toList()));
  }

  private static String use(StaffAccount account) {
    return "new/" + account.person();
  }

  private static byte[] handle(String clinic, UUID person) {
    byte[] name = clinic.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(UUID_BYTES + name.length)
        .putLong(person.getMostSignificantBits())
        .putLong(person.getLeastSignificantBits())
        .put(name)
        .array();
  }

  /// The passkeys of a person, oldest first.
  public List<Passkey> of(String clinic, StaffAccount account) {
    return staff.store().passkeys(clinic, account.person(), MOST);
  }

  /// Sets up an account by a passkey alone; `false` where it does not hold, or the invitation was
  /// used meanwhile.
  public boolean setUp(
      Staff.Waiting waiting, PasskeyVerifier.Site site, String json, String label) {
    return keep(
        waiting.clinic(),
        waiting.account(),
        new Told(site, json, label),
        Optional.of(new StaffChange.UseCode(waiting.codeHash(), staff.now())));
  }

  /// One more passkey for somebody who is signed in.
  public boolean add(
      StaffSessions.SignedIn who, PasskeyVerifier.Site site, String json, String label) {
    StaffAccount account = who.account().orElseThrow();
    String clinic = who.access().clinic();
    return of(clinic, account).size() < MOST
        && keep(clinic, account, new Told(site, json, label), Optional.empty());
  }

  /// What a browser told of a new passkey.
  private record Told(PasskeyVerifier.Site site, String json, String label) {}

  private boolean keep(
      String clinic, StaffAccount account, Told told, Optional<StaffChange> before) {
    Instant now = staff.now();
    Optional<PasskeyVerifier.Made> made =
        verifier.made(told.site(), use(account), told.json(), now);
    if (made.isEmpty()) {
      return false;
    }
    List<StaffChange> changes = new ArrayList<>();
    before.ifPresent(changes::add);
    changes.add(
        new StaffChange.AddPasskey(
            new Passkey(
                made.get().credential(),
                account.person(),
                told.label(),
                made.get().key(),
                now,
                made.get().counter(),
                Optional.empty())));
    return staff.store().keep(clinic, changes, entry(account, "passkey-added", now))
        == StaffStore.Kept.DONE;
  }

  /// Calls a passkey of somebody something else.
  public void name(StaffSessions.SignedIn who, String credential, String label) {
    change(who, credential)
        .ifPresent(known ->
            kept(who, "passkey-named", new StaffChange.NamePasskey(known.credential(), label)));
  }

  /// Removes a passkey of somebody; `false` where it is the last way to sign in.
  public boolean drop(StaffSessions.SignedIn who, String credential) {
    StaffAccount account = who.account().orElseThrow();
    boolean last = !account.hasPassword() && of(who.access().clinic(), account).size() < 2;
    if (!last) {
      change(who, credential)
          .ifPresent(_ -> kept(who, "passkey-removed", new StaffChange.DropPasskey(credential)));
    }
    return !last;
  }

  private Optional<Passkey> change(StaffSessions.SignedIn who, String credential) {
    return staff
        .store()
        .passkey(who.access().clinic(), credential)
        .filter(known -> known.person().equals(who.account().orElseThrow().person()));
  }

  private void kept(StaffSessions.SignedIn who, String action, StaffChange change) {
    AuditEntry entry = entry(who.account().orElseThrow(), action, staff.now());
    if (staff.store().keep(who.access().clinic(), List.of(change), entry) == StaffStore.Kept.BUSY) {
      throw new JournalFailure(JournalFailure.Kind.OVERLOADED, "the store is too busy");
    }
  }

  /// Signs in by a passkey: the authenticator knows whose it is.
  public StaffSignIn.Entry signIn(PasskeyVerifier.Site site, String json, StaffSignIn.From from) {
    if (signIn.mustWait(from)) {
      return new StaffSignIn.Entry.Wait();
    }
    StaffSignIn.Entry entry =
        verifier
            .signer(json)
            .flatMap(signer -> letIn(site, json, signer, from))
            .orElseGet(StaffSignIn.Entry.Shut::new);
    if (entry instanceof StaffSignIn.Entry.Shut) {
      signIn.count(from);
    }
    return entry;
  }

  private Optional<StaffSignIn.Entry> letIn(
      PasskeyVerifier.Site site,
      String json,
      PasskeyVerifier.Signer signer,
      StaffSignIn.From from) {
    byte[] handle = signer.handle().toArray();
    if (handle.length <= UUID_BYTES) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.wrap(handle);
    UUID person = new UUID(bytes.getLong(), bytes.getLong());
    String clinic =
        new String(Arrays.copyOfRange(handle, UUID_BYTES, handle.length), StandardCharsets.UTF_8);
    if (!Shape.isId(clinic)) {
      return Optional.empty();
    }
    Instant now = staff.now();
    Optional<Passkey> known =
        staff
            .store()
            .passkey(clinic, signer.credential())
            .filter(passkey -> passkey.person().equals(person));
    Optional<StaffAccount> account =
        known.flatMap(_ -> staff.store().account(clinic, person)).filter(StaffAccount::isOpen);
    return account.flatMap(who ->
        verifier
            .signed(site, json, known.orElseThrow(), now)
            .map(counter ->
                signIn.begin(
                    clinic,
                    who,
                    new StaffSignIn.Way(
                        "passkey", new StaffChange.UsePasskey(signer.credential(), counter, now)),
                    from)));
  }

  private static AuditEntry entry(StaffAccount account, String action, Instant now) {
    return new AuditEntry(now, account.name(), action, Optional.empty(), "");
  }
}
