package vermilion.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import vermilion.episode.Author;
import vermilion.episode.Episode;
import vermilion.episode.EventCodec;
import vermilion.json.Fields;
import vermilion.json.Json;
import vermilion.patient.PhotosView;
import vermilion.service.Access;
import vermilion.service.Bytes;
import vermilion.service.EpisodeRef;
import vermilion.service.PhotoService;
import vermilion.service.Photos;

/// The photos of the API: send one, list them, see one (docs/api.md).
final class PhotosApi {

  /// How many photos are held in memory at one time; who comes then is told to come again.
  private static final int AT_ONCE = 4;

  private final EpisodesApi episodes;
  private final PhotoService photos;
  private final Requests requests;
  private final Semaphore places = new Semaphore(AT_ONCE);

  PhotosApi(EpisodesApi episodes, PhotoService photos, Requests requests) {
    this.episodes = episodes;
    this.photos = photos;
    this.requests = requests;
  }

  /// `POST /api/episodes/{id}/photos?id=UUID`.
  void send(Context ctx) {
    Access access = requests.access(ctx);
    if (access.author().role() != Author.Role.PATIENT) {
      throw Problem.forbidden("patient");
    }
    EpisodeRef ref = EpisodesApi.ref(ctx, access);
    UUID id = id(ctx);
    if (!places.tryAcquire()) {
      throw Problem.busy();
    }
    try {
      answer(ctx, id, photos.take(ref, id, body(ctx)));
    } finally {
      places.release();
    }
  }

  private static UUID id(Context ctx) {
    String text = ctx.queryParam("id");
    if (text == null || !EventCodec.isUuid(text)) {
      throw Problem.badFields(
          List.of(
              new Fields.Problem(
                  "id", text == null ? "absent" : text, "a UUID in lower case, in the address")));
    }
    return UUID.fromString(text);
  }

  /// The body, never more of it than a photo may have.
  private static Bytes body(Context ctx) {
    try (InputStream in = ctx.req().getInputStream()) {
      byte[] bytes = in.readNBytes(Photos.PHOTO_BYTES_MAX + 1);
      if (bytes.length > Photos.PHOTO_BYTES_MAX) {
        throw Problem.of(413, "A photo has at most " + Photos.PHOTO_BYTES_MAX + " bytes");
      }
      return Bytes.of(bytes);
    } catch (IOException e) {
      throw Problem.of(400, "The photo did not arrive whole");
    }
  }

  private static void answer(Context ctx, UUID id, PhotoService.Taking taking) {
    switch (taking) {
      case PhotoService.Taking.Refused no ->
          throw new Problem(
              415,
              "This is no photo that is taken",
              List.of(new Fields.Problem("body", no.found(), no.expected())));
      case PhotoService.Taking.Answered answered -> {
        ctx.status(status(answered.kept()));
        EpisodesApi.json(
            ctx, Json.object().put("photo", id.toString()).put("hash", answered.hash()).build());
      }
    }
  }

  private static int status(Photos.Kept kept) {
    return switch (kept) {
      case NEW -> 201;
      case KNOWN -> 200;
      case OTHER_CONTENT -> throw Problem.of(409, "Another photo has this id; nothing was kept");
      case EPISODE_FULL ->
          throw Problem.of(
              422, "An episode holds at most " + Photos.PHOTOS_PER_EPISODE_MAX + " photos");
      case DAY_FULL ->
          throw Problem.of(
              422, "At most " + Photos.PHOTOS_PER_DAY_MAX + " photos are taken within 24 hours");
      case NO_EPISODE -> throw Problem.noEpisode();
      case ERASED -> throw Problem.erased();
      case BUSY -> throw Problem.busy();
    };
  }

  /// `GET /api/episodes/{id}/photos`.
  void list(Context ctx) {
    EpisodeRef ref = EpisodesApi.ref(ctx, requests.access(ctx));
    EpisodesApi.json(ctx, new PhotosView(episodes.found(ref)).json());
  }

  /// `GET /api/episodes/{id}/photos/{photo}`, with `?size=small` the small one.
  void show(Context ctx) {
    Access access = requests.access(ctx);
    EpisodeRef ref = EpisodesApi.ref(ctx, access);
    show(ctx, photos, access, new Asked(ref, episodes.found(ref)));
  }

  /// The episode whose photo a request asks for.
  ///
  /// @param ref its name
  /// @param episode as it stands
  record Asked(EpisodeRef ref, Episode episode) {}

  /// Answers with the photo that a path names.
  static void show(Context ctx, PhotoService photos, Access access, Asked asked) {
    Photos.Size size =
        "small".equals(ctx.queryParam("size")) ? Photos.Size.THUMBNAIL : Photos.Size.WHOLE;
    PhotoService.Wanted wanted =
        new PhotoService.Wanted(asked.ref(), asked.episode(), ctx.pathParam("photo"), size);
    Bytes photo =
        photos.show(wanted, access).orElseThrow(() -> Problem.of(404, "There is no such photo"));
    ctx.contentType("image/jpeg").result(photo.toArray());
  }
}
