package vermilion.episode;

import java.util.Optional;
import vermilion.json.Fields;
import vermilion.json.Json;

/// The fields of a photo that was taken. Before the clinic kept photos, the id of the planned one
/// was all there was.
final class PhotoCodec {

  private PhotoCodec() {}

  static void write(EpisodeEvent.PhotoTaken event, Json.Builder out) {
    out.put("occurrence", event.occurrence());
    if (event.picture().isPresent()) {
      EpisodeEvent.Picture picture = event.picture().get();
      out.put(
          "photo",
          Json.object()
              .put("view", picture.view().id())
              .put("hash", picture.hash())
              .put("message", picture.message())
              .build());
    }
  }

  static EpisodeEvent.PhotoTaken read(Fields in) {
    if (!in.has("photo")) {
      return new EpisodeEvent.PhotoTaken(in.text("occurrence", EventCodec.NAME_CHARS));
    }
    Optional<String> occurrence = in.optionalText("occurrence", EventCodec.NAME_CHARS);
    return new EpisodeEvent.PhotoTaken(
        occurrence, Optional.of(in.object("photo", PhotoCodec::picture)));
  }

  private static EpisodeEvent.Picture picture(Fields in) {
    EpisodeEvent.View view = in.oneOf("view", EpisodeEvent.View.values(), EpisodeEvent.View::id);
    String hash = in.text("hash", EpisodeEvent.Picture.HASH_CHARS);
    if (!hash.isEmpty() && !isHash(hash)) {
      in.refuse("hash", "the SHA-256 of the photo, 64 hex digits in lower case");
    }
    Optional<String> message = in.optionalText("message", EventCodec.ID_CHARS);
    if (message.isPresent() && !EventCodec.isUuid(message.get())) {
      in.refuse("message", "the UUID of a message, in lower case");
    }
    in.noOthers();
    return new EpisodeEvent.Picture(view, hash, message);
  }

  private static boolean isHash(String text) {
    boolean hex = text.length() == EpisodeEvent.Picture.HASH_CHARS;
    for (int i = 0; hex && i < text.length(); i++) {
      char c = text.charAt(i);
      hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
    return hex;
  }
}
