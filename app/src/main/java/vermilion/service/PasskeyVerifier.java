package vermilion.service;

import static java.util.Objects.requireNonNull;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Checks what an authenticator says (Web Authentication, level 2): that it answers a challenge of
/// ours that nobody has answered yet, on our own site, after the person showed herself to it, and
/// that it holds the key. Knows nothing of accounts.
///
/// A challenge is its own record: when it was made, chance, and a mark that only this install can
/// make. So no server has to remember it, and any of them can check it; each remembers for itself
/// which were answered there.
public final class PasskeyVerifier {

  /// How long a challenge can be answered: as long as a page may stand open before its button.
  public static final Duration ANSWERED_WITHIN = Duration.ofMinutes(15);

  private static final int CHANCE_BYTES = 16;
  private static final int MARK_BYTES = 16;
  private static final int MOST_ANSWERED = 10_000;

  private static final List<PublicKeyCredentialParameters> ALGORITHMS =
      List.of(
          parameters(COSEAlgorithmIdentifier.EdDSA),
          parameters(COSEAlgorithmIdentifier.ES256),
          parameters(COSEAlgorithmIdentifier.RS256));

  private final StaffStore store;
  private final Ids ids;
  private final ObjectConverter converter = new ObjectConverter();
  private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
  private final AttestedCredentialDataConverter keys =
      new AttestedCredentialDataConverter(converter);
  private final Map<Bytes, Instant> answered =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Bytes, Instant> eldest) {
          return size() > MOST_ANSWERED;
        }
      };

  /// @param store makes the marks
  /// @param ids makes chance
  public PasskeyVerifier(StaffStore store, Ids ids) {
    this.store = store;
    this.ids = ids;
  }

  /// Where passkeys work.
  ///
  /// @param origin the beginning of every address there
  /// @param id the host that passkeys are bound to
  public record Site(String origin, String id) {

    /// The site that people reach under an address; nothing where a browser makes no passkeys:
    /// without TLS, but for this machine itself, and under a bare number.
    public static Optional<Site> of(String baseUrl) {
      URI uri = URI.create(baseUrl);
      String host = Optional.ofNullable(uri.getHost()).orElse("");
      String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
      if (host.equals("localhost") || host.equals("127.0.0.1")) {
        return Optional.of(new Site(uri.getScheme() + "://localhost" + port, "localhost"));
      }
      boolean name = !host.isEmpty() && !host.startsWith("[") && !isNumber(host);
      return name && "https".equals(uri.getScheme())
          ? Optional.of(new Site("https://" + host + port, host))
          : Optional.empty();
    }

    private static boolean isNumber(String host) {
      return host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    }
  }

  /// A new challenge for one use, as base64url text.
  public String challenge(String use, Instant now) {
    byte[] told =
        ByteBuffer.allocate(Long.BYTES + CHANCE_BYTES)
            .putLong(now.toEpochMilli())
            .put(ids.chance(CHANCE_BYTES))
            .array();
    return text(
        ByteBuffer.allocate(told.length + MARK_BYTES).put(told).put(mark(use, told)).array());
  }

  private byte[] mark(String use, byte[] told) {
    return Arrays.copyOf(store.mark("passkey/" + use, Bytes.of(told)).toArray(), MARK_BYTES);
  }

  /// Whether a challenge is ours, for this use, fresh, and not answered before; answers it if so.
  private synchronized boolean isAnswered(String use, byte[] challenge, Instant now) {
    int told = Long.BYTES + CHANCE_BYTES;
    if (challenge.length != told + MARK_BYTES) {
      return false;
    }
    byte[] before = Arrays.copyOf(challenge, told);
    boolean ours =
        MessageDigest.isEqual(
            mark(use, before), Arrays.copyOfRange(challenge, told, challenge.length));
    Instant made = Instant.ofEpochMilli(ByteBuffer.wrap(challenge).getLong());
    boolean fresh = !made.isAfter(now) && now.isBefore(made.plus(ANSWERED_WITHIN));
    return ours && fresh && answered.putIfAbsent(Bytes.of(challenge), now) == null;
  }

  /// What an authenticator has made.
  ///
  /// @param credential the id, as base64url text
  /// @param key the public key
  /// @param counter how often it has signed
  public record Made(String credential, Bytes key, long counter) {}

  /// What a browser says of a new passkey; nothing where it does not hold.
  ///
  /// @param json its answer, as the browser writes it
  public Optional<Made> made(Site site, String use, String json, Instant now) {
    try {
      RegistrationData data = manager.parseRegistrationResponseJSON(json);
      byte[] challenge = requireNonNull(data.getCollectedClientData()).getChallenge().getValue();
      if (!isAnswered(use, challenge, now)) {
        return Optional.empty();
      }
      manager.verify(
          data, new RegistrationParameters(property(site, challenge), ALGORITHMS, true, true));
      var authenticator = requireNonNull(data.getAttestationObject()).getAuthenticatorData();
      AttestedCredentialData credential = requireNonNull(authenticator.getAttestedCredentialData());
      return Optional.of(
          new Made(
              text(credential.getCredentialId()),
              Bytes.of(keys.convert(credential)),
              authenticator.getSignCount()));
    } catch (RuntimeException strange) {
      // Whatever a stranger sends, and however the library trips over it: it is no passkey.
      return Optional.empty();
    }
  }

  /// Who signs.
  ///
  /// @param credential the id, as base64url text
  /// @param handle what the authenticator keeps of whose it is
  public record Signer(String credential, Bytes handle) {}

  /// Who a browser says has signed; nothing is checked yet.
  // The library annotates the array where its elements are meant to be: what may be null is asked.
  @SuppressWarnings("NullAway")
  public Optional<Signer> signer(String json) {
    try {
      AuthenticationData data = manager.parseAuthenticationResponseJSON(json);
      byte[] id = data.getCredentialId();
      byte[] handle = data.getUserHandle();
      return id == null || handle == null
          ? Optional.empty()
          : Optional.of(new Signer(text(id), Bytes.of(handle)));
    } catch (RuntimeException strange) {
      return Optional.empty();
    }
  }

  /// What a known passkey counts now, once it is sure that it has signed; nothing where it has not,
  /// or has not counted on.
  public Optional<Long> signed(Site site, String json, Passkey known, Instant now) {
    try {
      AuthenticationData data = manager.parseAuthenticationResponseJSON(json);
      byte[] challenge = requireNonNull(data.getCollectedClientData()).getChallenge().getValue();
      if (!isAnswered(SIGN_IN, challenge, now)) {
        return Optional.empty();
      }
      manager.verify(
          data,
          new AuthenticationParameters(property(site, challenge), record(known), null, true, true));
      return Optional.of(requireNonNull(data.getAuthenticatorData()).getSignCount());
    } catch (RuntimeException strange) {
      return Optional.empty();
    }
  }

  /// The use of a challenge that signs in.
  public static final String SIGN_IN = "sign-in";

  private CredentialRecord record(Passkey known) {
    return new CredentialRecordImpl(
        null,
        true,
        null,
        null,
        known.counter(),
        keys.convert(known.key().toArray()),
        null,
        null,
        null,
        Set.of());
  }

  private static ServerProperty property(Site site, byte[] challenge) {
    return ServerProperty.builder()
        .origin(new Origin(site.origin()))
        .rpId(site.id())
        .challenge(new DefaultChallenge(challenge))
        .build();
  }

  private static PublicKeyCredentialParameters parameters(COSEAlgorithmIdentifier algorithm) {
    return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm);
  }

  static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
