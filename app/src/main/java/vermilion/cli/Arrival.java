package vermilion.cli;

import vermilion.json.Json;
import vermilion.service.RecordCheck;
import vermilion.service.Restored;
import vermilion.service.Store;
import vermilion.service.StorePlace;
import vermilion.service.StoreSource;
import vermilion.service.Verification;

/// The last step of a restore and of a move: every hash of the new store is walked.
///
/// @param stores opens it
/// @param asJson whether JSON is wanted
/// @param terminal who is told
record Arrival(StoreSource stores, boolean asJson, Terminal terminal) {

  /// Walks the store at `place` and says what arrived; the command's exit code.
  int check(Restored restored, StorePlace place) {
    try (Store store = stores.open(place)) {
      Verification verification = RecordCheck.of(store);
      terminal.answer(
          asJson
              ? Json.object()
                  .put("rows", restored.rows())
                  .put("erasedSince", restored.erasedSince())
                  .put("verification", VerifyCommand.json(verification))
                  .build()
                  .text()
              : restored.rows()
                  + " rows copied; patients erased since: "
                  + restored.erasedSince()
                  + "\n"
                  + VerifyCommand.words(verification));
      return verification instanceof Verification.Whole ? Exit.GOOD : Exit.NO;
    }
  }
}
