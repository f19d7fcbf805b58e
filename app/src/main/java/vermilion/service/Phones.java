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
import vermilion.episode.Confidant;
import vermilion.episode.Episode;

/// Lets a patient's phones in, by a link that opens once and her date of birth, and out again.
/// Whoever finds the link later finds it used; whoever finds it first does not know the date.
public final class Phones {

  /// The name under which a patient acts. A link that she made for herself bears it too, and does
  /// not wait long.
  public static final String PATIENT = "patient";

  private static final Duration OWN_LINK = Duration.ofMinutes(30);
  private static final Duration LINKS_WITHIN = Duration.ofHours(1);
  private static final int MOST_OWN_LINKS = 10;
  private static final int MOST_LINKS = 30;
  private static final Duration SEEN_EVERY = Duration.ofMinutes(15);
  private static final int MOST_REMEMBERED = 50_000;
  private static final int MOST_SHOWN = 50;

  /// Enough to hold all links of an hour behind all that is open.
  private static final int MOST_COUNTED = 200;

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

  /// What came of asking for a link.
  public sealed interface Making {
    /// It is made.
    ///
    /// @param secret what it opens with, once
    record Made(String secret) implements Making {}

    /// Many were made lately.
    record TooMany() implements Making {}

    /// The store is too busy.
    record Busy() implements Making {}
  }

  /// How long the links are counted of which only so many may be made.
  public static Duration linksWithin() {
    return LINKS_WITHIN;
  }

  /// A new link that opens once, in place of every earlier one that nobody has used.
  public Making link(EpisodeRef ref, Author maker) {
    boolean hers = maker.role() == Author.Role.PATIENT;
    return make(ref, new Wanted(Device.LINK_ROLE, hers ? PATIENT : "clinic", hers), maker);
  }

  /// A new link that lets one phone of a helper in, in place of an earlier one for the same helper.
  public Making helperLink(EpisodeRef ref, String helper, Author maker) {
    return make(ref, new Wanted(Device.HELPER_LINK_ROLE, helper, true), maker);
  }

  /// @param hers whether she makes it herself: what she, or a finder of her phone, makes too many
  ///   of never keeps the clinic from making one
  private record Wanted(String role, String label, boolean hers) {}

  private Making make(EpisodeRef ref, Wanted wanted, Author maker) {
    Instant since = clock.instant().minus(LINKS_WITHIN);
    long lately =
        devices.of(ref, MOST_COUNTED).stream()
            .filter(Device::isLink)
            .filter(one -> isHers(one) == wanted.hers())
            .filter(one -> one.token().created().isAfter(since))
            .count();
    if (lately >= (wanted.hers() ? MOST_OWN_LINKS : MOST_LINKS)) {
      return new Making.TooMany();
    }
    String secret = secret(ref.clinic());
    AccessToken link = token(secret, wanted.role(), ref.episode(), wanted.label());
    return devices.issue(ref.clinic(), link, maker.name())
        ? new Making.Made(secret)
        : new Making.Busy();
  }

  /// Whether she made a link herself, for a phone of hers or for a helper.
  private static boolean isHers(Device link) {
    return link.isHelpers() || link.token().label().equals(PATIENT);
  }

  /// Who asks to be let in.
  ///
  /// @param birthDate the date that was told
  /// @param kind what machine it is
  /// @param secret what the phone has chosen as the secret of its token, so that it may ask again
  ///   when the answer was lost; empty: it is made here
  public record Asker(String birthDate, PhoneKind kind, Optional<String> secret) {}

  /// Lets a phone in. The answer does not tell an unknown link from a used one, nor either from a
  /// wrong date. Whoever asks again with the secret that was let in by this link is told the same
  /// again: he knows it already.
  public Entry enrol(String link, Asker asker) {
    Optional<Device> found =
        Tokens.clinicOf(link)
            .flatMap(clinic -> devices.find(clinic, Tokens.hash(link)))
            .filter(Device::isLink);
    if (found.isEmpty()) {
      return new Entry.Shut(false);
    }
    String clinic = Tokens.clinicOf(link).orElseThrow();
    if (!found.get().isOpen()) {
      return again(clinic, found.get(), asker);
    }
    if (isStale(found.get())) {
      return new Entry.Shut(false);
    }
    String episode = found.get().token().episode().orElseThrow();
    Lookup lookup = service.find(new EpisodeRef(clinic, episode));
    if (!(lookup instanceof Lookup.Found there)) {
      return new Entry.Shut(false);
    }
    if (found.get().isHelpers() && !mayLook(there.episode(), found.get().token().label())) {
      return new Entry.Shut(false);
    }
    boolean right = isSame(there.episode().opened().patient().birthDate(), asker.birthDate());
    String secret = asker.secret().map(own -> clinic + "_" + own).orElseGet(() -> secret(clinic));
    AccessToken phone = phone(secret, found.get());
    return switch (devices.redeem(
        clinic, Tokens.hash(link), new Devices.Attempt(right, phone, asker.kind()))) {
      case LET_IN -> new Entry.LetIn(episode, secret);
      case WRONG -> new Entry.Shut(true);
      case SHUT -> new Entry.Shut(false);
      case BUSY -> new Entry.Busy();
    };
  }

  private AccessToken phone(String secret, Device link) {
    String episode = link.token().episode().orElseThrow();
    return link.isHelpers()
        ? token(secret, Author.Role.CONFIDANT.id(), episode, link.token().label())
        : token(secret, Author.Role.PATIENT.id(), episode, PATIENT);
  }

  /// Whether a helper of an episode is in and may look.
  public static boolean mayLook(Episode episode, String helper) {
    return episode.confidants().stream()
        .anyMatch(one -> one.id().equals(helper) && one.may(Confidant.Right.LOOK));
  }

  private Entry again(String clinic, Device link, Asker asker) {
    return asker
        .secret()
        .map(own -> clinic + "_" + own)
        .filter(token ->
            devices
                .find(clinic, Tokens.hash(token))
                .filter(one -> one.isPhone() && one.isOpen())
                .filter(one -> one.isHelpers() == link.isHelpers())
                .filter(one -> one.token().episode().equals(link.token().episode()))
                .isPresent())
        .<Entry>map(token -> new Entry.LetIn(link.token().episode().orElseThrow(), token))
        .orElseGet(() -> new Entry.Shut(false));
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
  /// came. Gives the link, open or not, if there is one.
  public Optional<Device> opened(String link) {
    // Anybody may ask this. Only what is known reaches the one writer that answers wait for too.
    Optional<String> clinic = Tokens.clinicOf(link);
    Optional<Device> found = clinic.flatMap(of -> devices.find(of, Tokens.hash(link)));
    if (found.filter(Device::isOpen).isPresent()) {
      devices.seen(clinic.orElseThrow(), Tokens.hash(link), clock.instant());
    }
    return found;
  }

  /// What a link is for, open or not.
  ///
  /// @param language the language that the clinic noted
  /// @param helper whether it lets a helper in
  public record Invitation(String language, boolean helper) {}

  /// Notes that a link was opened, and gives what it is for; nothing for what is no link.
  public Optional<Invitation> invitation(String link) {
    Optional<Device> found = opened(link).filter(Device::isLink);
    return found
        .flatMap(device ->
            EpisodeRef.of(
                Tokens.clinicOf(link).orElseThrow(), device.token().episode().orElseThrow()))
        .map(service::find)
        .flatMap(lookup ->
            lookup instanceof Lookup.Found there
                ? Optional.of(
                    new Invitation(
                        there.episode().opened().patient().language(),
                        found.orElseThrow().isHelpers()))
                : Optional.empty());
  }

  /// The links and phones of an episode: what is open first, of both the newest first.
  public List<Device> of(EpisodeRef ref) {
    return devices.of(ref, MOST_SHOWN);
  }

  /// Ends a link or phone; `false` when it was not open.
  public boolean end(EpisodeRef ref, Device device, String actor) {
    return devices.end(ref.clinic(), device.token().hash(), actor, clock.instant());
  }

  /// Withdraws the links that were made on one of her phones, once that phone is ended: whoever
  /// holds it has read her birth date off the card and could come back by such a link.
  public void endOwnLink(EpisodeRef ref, String actor) {
    for (Device device : of(ref)) {
      if (device.isLink() && device.isOpen() && isHers(device)) {
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
        .filter(
            device -> device.isHelpers() || device.token().role().equals(Author.Role.PATIENT.id()))
        .isPresent();
  }

  /// The id of a token in [#of].
  public static String idOf(String token) {
    return Tokens.hash(token).substring(0, 16);
  }

  /// Notes, now and then, that a phone was heard of. What is only of interest never fails what
  /// somebody asked for.
  public void heard(Access access, String token) {
    if (!access.author().isHers()) {
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
    return isHers(link) && link.token().created().plus(OWN_LINK).isBefore(clock.instant());
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
