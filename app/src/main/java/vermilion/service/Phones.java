package vermilion.service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vermilion.episode.Author;

/// Lets a patient's phones in, by a link that opens once and her date of birth, and out again.
/// Whoever finds the link later finds it used; whoever finds it first does not know the date.
public final class Phones {

  /// The name under which a patient acts. A link that she made for herself bears it too, and does
  /// not wait long.
  public static final String PATIENT = "patient";

  private static final Duration OWN_LINK = Duration.ofMinutes(30);
  private static final Duration SEEN_EVERY = Duration.ofMinutes(15);
  private static final int MOST_REMEMBERED = 50_000;
  private static final int MOST_SHOWN = 50;

  private final Devices devices;
  private final EpisodeService service;
  private final InstantSource clock;
  private final Ids ids;
  private final Map<String, Instant> noted = new ConcurrentHashMap<>();

  /// Works over the devices of a store.
  public Phones(Devices devices, EpisodeService service, InstantSource clock, Ids ids) {
    this.devices = devices;
    this.service = service;
    this.clock = clock;
    this.ids = ids;
  }

  /// What came of asking to be let in.
  public sealed interface Entry {
    /// The phone is in.
    ///
    /// @param episode the only episode that it opens
    /// @param token its secret; nobody is told it again
    record LetIn(String episode, String token) implements Entry {}

    /// Nothing opens.
    ///
    /// @param counted whether it was a wrong birth date of an open link
    record Shut(boolean counted) implements Entry {}

    /// The store is too busy.
    record Busy() implements Entry {}
  }

  /// A new link that opens once, in place of every earlier one that nobody has used; nothing when
  /// the store is too busy.
  public Optional<String> link(EpisodeRef ref, Author maker) {
    String secret = secret(ref.clinic());
    String label = maker.role() == Author.Role.PATIENT ? PATIENT : "clinic";
    AccessToken link = token(secret, Device.LINK_ROLE, ref.episode(), label);
    return devices.issue(ref.clinic(), link, maker.name()) ? Optional.of(secret) : Optional.empty();
  }

  /// Lets a phone in. The answer does not tell an unknown link from a used one, nor either from a
  /// wrong date.
  public Entry enrol(String link, String birthDate, PhoneKind kind) {
    Optional<Device> found =
        Tokens.clinicOf(link)
            .flatMap(clinic -> devices.find(clinic, Tokens.hash(link)))
            .filter(device -> device.isLink() && device.isOpen() && !isStale(device));
    if (found.isEmpty()) {
      return new Entry.Shut(false);
    }
    String clinic = Tokens.clinicOf(link).orElseThrow();
    String episode = found.get().token().episode().orElseThrow();
    Lookup lookup = service.find(new EpisodeRef(clinic, episode));
    if (!(lookup instanceof Lookup.Found there)) {
      return new Entry.Shut(false);
    }
    boolean right = isSame(there.episode().opened().patient().birthDate(), birthDate);
    String secret = secret(clinic);
    AccessToken phone = token(secret, Author.Role.PATIENT.id(), episode, PATIENT);
    return switch (devices.redeem(
        clinic, Tokens.hash(link), new Devices.Attempt(right, phone, kind))) {
      case LET_IN -> new Entry.LetIn(episode, secret);
      case WRONG -> new Entry.Shut(true);
      case SHUT -> new Entry.Shut(false);
      case BUSY -> new Entry.Busy();
    };
  }

  /// A new link of a test message, in place of an earlier one; nothing when the store is too busy.
  public Optional<String> mailLink(EpisodeRef ref, String actor) {
    String secret = secret(ref.clinic());
    AccessToken link = token(secret, Device.MAIL_ROLE, ref.episode(), "clinic");
    return devices.issue(ref.clinic(), link, actor) ? Optional.of(secret) : Optional.empty();
  }

  /// Which test message a secret is of, open or not.
  public Optional<Device> mail(String secret) {
    return Tokens.clinicOf(secret)
        .flatMap(clinic -> devices.find(clinic, Tokens.hash(secret)))
        .filter(Device::isMail);
  }

  /// Notes that a link was opened on some phone, before any date is told; or that a test message
  /// came.
  public void opened(String link) {
    // Anybody may ask this. Only what is known reaches the one writer that answers wait for too.
    Tokens.clinicOf(link)
        .flatMap(clinic ->
            devices.find(clinic, Tokens.hash(link)).filter(Device::isOpen).map(_ -> clinic))
        .ifPresent(clinic -> devices.seen(clinic, Tokens.hash(link), clock.instant()));
  }

  /// The links and phones of an episode: what is open first, of both the newest first.
  public List<Device> of(EpisodeRef ref) {
    return devices.of(ref, MOST_SHOWN);
  }

  /// Ends a link or phone; `false` when it was not open.
  public boolean end(EpisodeRef ref, Device device, String actor) {
    return devices.end(ref.clinic(), device.token().hash(), actor, clock.instant());
  }

  /// Withdraws the link that was made on one of her phones, once that phone is ended: whoever holds
  /// it has read her birth date off the card and could come back by the link.
  public void endOwnLink(EpisodeRef ref, String actor) {
    for (Device device : of(ref)) {
      if (device.isLink() && device.isOpen() && device.token().label().equals(PATIENT)) {
        end(ref, device, actor);
      }
    }
  }

  /// Whether a token was a phone's that somebody has ended: such a phone forgets what it keeps. Of
  /// a token that is only unknown nothing follows: a wrong server must not make a phone forget.
  public boolean isEnded(String token) {
    return Tokens.clinicOf(token)
        .flatMap(clinic -> devices.find(clinic, Tokens.hash(token)))
        .filter(device -> device.isPhone() && !device.isOpen())
        .filter(device -> device.token().role().equals(Author.Role.PATIENT.id()))
        .isPresent();
  }

  /// The id of a token in [#of].
  public static String idOf(String token) {
    return Tokens.hash(token).substring(0, 16);
  }

  /// Notes, now and then, that a phone was heard of. What is only of interest never fails what
  /// somebody asked for.
  public void heard(Access access, String token) {
    if (access.author().role() != Author.Role.PATIENT) {
      return;
    }
    String hash = Tokens.hash(token);
    Instant now = clock.instant();
    Instant last = noted.get(hash);
    if (last != null && !last.plus(SEEN_EVERY).isBefore(now)) {
      return;
    }
    if (noted.size() >= MOST_REMEMBERED) {
      noted.clear();
    }
    noted.put(hash, now);
    try {
      devices.seen(access.clinic(), hash, now);
    } catch (JournalFailure _) {
      noted.remove(hash);
    }
  }

  /// Keeps what a phone says of itself.
  public void ready(Access access, String token, boolean cardSaved, boolean worksOffline) {
    devices.ready(access.clinic(), Tokens.hash(token), cardSaved, worksOffline);
  }

  private boolean isStale(Device link) {
    return link.token().label().equals(PATIENT)
        && link.token().created().plus(OWN_LINK).isBefore(clock.instant());
  }

  /// In constant time, also for dates of another length.
  private static boolean isSame(String kept, String given) {
    return MessageDigest.isEqual(
        Sha256.of(kept.getBytes(StandardCharsets.UTF_8)),
        Sha256.of(given.getBytes(StandardCharsets.UTF_8)));
  }

  private String secret(String clinic) {
    return clinic + "_" + ids.secret();
  }

  private AccessToken token(String secret, String role, String episode, String label) {
    return new AccessToken(
        Tokens.hash(secret), role, Optional.of(episode), label, clock.instant(), Optional.empty());
  }
}
