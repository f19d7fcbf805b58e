package vermilion.service;

import java.util.Optional;
import vermilion.episode.Author;
import vermilion.episode.Confidant;

/// The phones of the helpers whom a patient lets in (decision 29). What a helper may do follows
/// from the record alone: a token names the event that let him in, and no name.
public final class ConfidantPhones {

  private final EpisodeService service;
  private final Phones phones;

  /// Works over the phones and the record.
  public ConfidantPhones(EpisodeService service, Phones phones) {
    this.service = service;
    this.phones = phones;
  }

  /// Who asks with a helper's token.
  public sealed interface Known {
    /// A helper who is in.
    ///
    /// @param helper who
    /// @param access what the token opens, in the helper's name
    record In(Confidant helper, Access access) implements Known {}

    /// She has ended this helper.
    record Ended() implements Known {}

    /// Her record was erased.
    record Erased() implements Known {}
  }

  /// Whether a token is a helper's.
  public static boolean isHelper(Access access) {
    return access.author().role() == Author.Role.CONFIDANT;
  }

  /// The helper whose token it is, as the record stands now.
  public Known of(Access access) {
    Optional<EpisodeRef> ref =
        access.episode().flatMap(episode -> EpisodeRef.of(access.clinic(), episode));
    return switch (ref.map(service::find).orElseGet(Lookup.NoEpisode::new)) {
      case Lookup.Found found ->
          found.episode().confidants().stream()
              .filter(one -> one.id().equals(access.author().name()))
              .findFirst()
              .<Known>map(one -> new Known.In(one, in(access, one)))
              .orElseGet(Known.Ended::new);
      case Lookup.NoEpisode _ -> new Known.Ended();
      case Lookup.Erased _ -> new Known.Erased();
    };
  }

  private static Access in(Access access, Confidant one) {
    return new Access(access.clinic(), one.author(), access.episode());
  }

  /// Ends all phones and links of a helper. The record has ended him already: this makes the list
  /// say so too.
  public void end(EpisodeRef ref, String helper, String actor) {
    for (Device device : phones.of(ref)) {
      if (device.isHelpers() && device.isOpen() && device.token().label().equals(helper)) {
        phones.end(ref, device, actor);
      }
    }
  }
}
