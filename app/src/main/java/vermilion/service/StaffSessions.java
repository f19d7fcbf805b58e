package vermilion.service;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import vermilion.episode.Author;

/// The browsers in which staff are signed in. The cookie is `CLINIC_SECRET`; the store knows its
/// hash alone. Whoever does nothing for a while is signed out, and everybody after 12 hours.
public final class StaffSessions {

  /// After how long everybody signs in again.
  public static final Duration AT_MOST = Duration.ofHours(12);

  /// How long a record stays open that was opened with a reason.
  public static final Duration GLASS = Duration.ofMinutes(15);

  private static final Duration SEEN_EVERY = Duration.ofMinutes(1);
  private static final int MOST_SHOWN = 50;
  private static final int MOST_REMEMBERED = 10_000;

  private final StaffStore store;
  private final Tokens tokens;
  private final Ids ids;
  private final InstantSource clock;
  private final Settings settings;
  private final Map<String, Instant> noted = new ConcurrentHashMap<>();

  /// What sessions stand on.
  ///
  /// @param store what is kept
  /// @param tokens access codes
  /// @param ids makes secrets
  /// @param clock the server's clock
  public record Ports(StaffStore store, Tokens tokens, Ids ids, InstantSource clock) {}

  /// How sessions are kept.
  ///
  /// @param idle after how long without a request somebody is signed out
  /// @param demo whether this is a demonstration: its access code is good for everything
  public record Settings(Duration idle, boolean demo) {
    /// After how long without a request somebody is signed out, if nothing is said.
    public static final Duration USUAL_IDLE = Duration.ofMinutes(30);
  }

  /// Works over its ports.
  public StaffSessions(Ports ports, Settings settings) {
    this.store = ports.store();
    this.tokens = ports.tokens();
    this.ids = ports.ids();
    this.clock = ports.clock();
    this.settings = settings;
  }

  /// Somebody who is signed in.
  ///
  /// @param session in which browser
  /// @param access what may be done there
  /// @param account who; nobody where it is an access code
  public record SignedIn(StaffSession session, Access access, Optional<StaffAccount> account) {}

  /// A browser that was let in.
  ///
  /// @param cookie its secret; nobody is told it again
  /// @param change what has to be kept for it
  record Entry(String cookie, StaffChange change) {}

  /// A new session, to be kept with whatever else belongs to signing in.
  Entry begin(String clinic, StaffSession.Holder holder, String device) {
    String cookie = clinic + "_" + ids.secret();
    Instant now = Times.kept(clock.instant());
    StaffSession session =
        new StaffSession(
            Tokens.hash(cookie),
            holder,
            device.substring(0, Math.min(device.length(), StaffSession.DEVICE_CHARS_MAX)),
            now,
            now,
            Optional.empty(),
            Optional.empty());
    return new Entry(cookie, new StaffChange.Begin(session));
  }

  /// Who is signed in by a cookie, if it still opens something.
  public Optional<SignedIn> find(String cookie) {
    return Tokens.clinicOf(cookie)
        .flatMap(clinic ->
            store
                .session(clinic, Tokens.hash(cookie))
                .filter(this::isOpen)
                .flatMap(session -> signedIn(clinic, session)));
  }

  private boolean isOpen(StaffSession session) {
    Instant now = clock.instant();
    Instant used = session.seen();
    Instant last = noted.get(session.hash());
    if (last != null && last.isAfter(used)) {
      used = last;
    }
    return session.ended().isEmpty()
        && now.isBefore(session.made().plus(AT_MOST))
        && now.isBefore(used.plus(settings.idle()));
  }

  private Optional<SignedIn> signedIn(String clinic, StaffSession session) {
    Optional<SignedIn> who =
        switch (session.holder()) {
          case StaffSession.Holder.Person(UUID id) ->
              store
                  .account(clinic, id)
                  .filter(StaffAccount::isOpen)
                  .map(account ->
                      new SignedIn(session, access(clinic, account), Optional.of(account)));
          case StaffSession.Holder.Code(String hash) ->
              tokens
                  .openHash(clinic, hash)
                  .filter(access -> access.isClinician() && access.episode().isEmpty())
                  .map(access -> new SignedIn(session, byCode(access), Optional.empty()));
        };
    who.ifPresent(_ -> used(clinic, session));
    return who;
  }

  /// In a demonstration there is nobody else who could show the rest.
  private Access byCode(Access access) {
    return settings.demo()
        ? new Access(
            access.clinic(),
            access.author(),
            access.episode(),
            with(access.capabilities(), Capability.MANAGE_PEOPLE))
        : access;
  }

  /// Whether this is a demonstration.
  boolean isDemo() {
    return settings.demo();
  }

  private static Access access(String clinic, StaffAccount account) {
    return new Access(
        clinic,
        new Author(Author.Role.CLINICIAN, account.name()),
        Optional.empty(),
        StaffRole.capabilitiesOf(account.roles()));
  }

  /// Every request counts, also those that a page makes by itself: a worklist on a wall stays.
  private void used(String clinic, StaffSession session) {
    Instant now = clock.instant();
    Instant last = noted.getOrDefault(session.hash(), session.seen());
    if (now.isBefore(last.plus(SEEN_EVERY))) {
      return;
    }
    if (noted.size() >= MOST_REMEMBERED) {
      noted.clear();
    }
    noted.put(session.hash(), now);
    try {
      store.seen(clinic, session.hash(), now);
    } catch (JournalFailure _) {
      // A page must not fail because this could not be noted.
      noted.remove(session.hash());
    }
  }

  /// The record that is open for a session by a typed reason, if it is still.
  public Optional<String> glass(SignedIn who) {
    return who.session()
        .glass()
        .filter(glass -> clock.instant().isBefore(glass.until()))
        .map(StaffSession.Glass::episode);
  }

  /// What somebody may do with an episode: more, for a while, where it was opened with a reason.
  public Set<Capability> capabilities(SignedIn who, String episode) {
    Access access = who.access();
    return access.may(Capability.BREAK_GLASS) && glass(who).equals(Optional.of(episode))
        ? with(access.capabilities(), Capability.SEE_PATIENT)
        : access.capabilities();
  }

  private static Set<Capability> with(Set<Capability> all, Capability one) {
    Set<Capability> more = new HashSet<>(all);
    more.add(one);
    return more;
  }

  /// The browsers in which a person is signed in.
  public List<StaffSession> of(String clinic, UUID person) {
    return store.sessions(clinic, person, MOST_SHOWN).stream().filter(this::isOpen).toList();
  }

  /// Ends the session of a cookie.
  public void end(SignedIn who) {
    end(who, who.session());
  }

  /// Ends one session of the same person.
  public boolean end(SignedIn by, String id) {
    return by.account()
        .flatMap(account ->
            of(by.access().clinic(), account.person()).stream()
                .filter(session -> session.id().equals(id))
                .findFirst())
        .filter(session -> end(by, session))
        .isPresent();
  }

  /// Ends all sessions of the same person but this one.
  public void endOthers(SignedIn by) {
    Instant now = clock.instant();
    by.account()
        .ifPresent(account ->
            store.keep(
                by.access().clinic(),
                List.of(
                    new StaffChange.EndAll(
                        account.person(), Optional.of(by.session().hash()), now)),
                entry(by, "signed-out", "all others")));
  }

  private boolean end(SignedIn by, StaffSession session) {
    Instant now = clock.instant();
    return store.keep(
            by.access().clinic(),
            List.of(new StaffChange.PutSession(session.endedAt(now))),
            entry(by, "signed-out", "session " + session.id()))
        == StaffStore.Kept.DONE;
  }

  private AuditEntry entry(SignedIn by, String action, String detail) {
    return new AuditEntry(
        clock.instant(), by.access().author().name(), action, Optional.empty(), detail);
  }
}
