package vermilion.web;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Optional;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.Leave;
import vermilion.service.EpisodeRef;
import vermilion.service.ErasureRefusals;

/// The clinic's answer to a patient who leaves.
///
/// @param pages the clinic's pages
/// @param erasures which records must be kept
record LeavePages(ClinicPages pages, ErasureRefusals erasures) {

  /// `POST /clinic/episodes/{id}/leave`: what she reads.
  void answer(Context ctx) {
    String id = Optional.ofNullable(ctx.formParam("leave")).orElse("");
    Leave leave =
        Arrays.stream(Leave.values())
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(() -> Problem.of(404, "There is no such way of leaving"));
    EpisodeRef ref = ClinicPages.ref(ctx, pages.session(ctx));
    if (leave == Leave.ERASURE && !erasures.isHeld(ref)) {
      throw Problem.of(409, "No legal hold stands: she is erased, not refused");
    }
    String field = "leave-" + id;
    pages.submit(
        ctx,
        ClinicPages.reason(ctx, field).map(text -> new EpisodeEvent.LeaveAnswered(leave, text)),
        field);
  }
}
