package vermilion.web;

import io.javalin.http.Context;
import java.util.Optional;
import vermilion.service.EpisodeRef;
import vermilion.service.PhotoService;

/// The clinic's page of one patient's photos, and the photos themselves.
final class PhotoPages {

  private final ClinicPages pages;
  private final PhotoService photos;

  PhotoPages(ClinicPages pages, PhotoService photos) {
    this.pages = pages;
    this.photos = photos;
  }

  /// `GET /clinic/episodes/{id}/photos`, with `one` and `other` to see those two.
  void all(Context ctx) {
    Session session = pages.session(ctx);
    EpisodeRef ref = ClinicPages.ref(ctx, session);
    PhotosView.Choice choice =
        new PhotosView.Choice(
            Optional.ofNullable(ctx.queryParam("one")),
            Optional.ofNullable(ctx.queryParam("other")));
    pages.html(
        ctx,
        new PhotosView(pages.clinic(session), pages.found(ref))
            .page(pages.frame(session), ref.episode(), choice));
  }

  /// `GET /clinic/episodes/{id}/photos/{photo}`.
  void one(Context ctx) {
    Session session = pages.session(ctx);
    EpisodeRef ref = ClinicPages.ref(ctx, session);
    PhotosApi.Asked asked = new PhotosApi.Asked(ref, pages.found(ref));
    PhotosApi.show(ctx, photos, session.access(), asked);
  }
}
