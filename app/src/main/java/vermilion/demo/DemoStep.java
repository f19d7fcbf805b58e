package vermilion.demo;

import java.time.Duration;
import vermilion.json.Json;

/// One thing that happens to a made-up patient.
///
/// @param after when, after the treatment
/// @param deed what
record DemoStep(Duration after, Deed deed) {

  /// What happens.
  sealed interface Deed {
    /// The patient sends an event.
    ///
    /// @param type its type
    /// @param fields its other members
    record PatientSends(String type, Json.Obj fields) implements Deed {}

    /// A clinician sends an event.
    ///
    /// @param type its type
    /// @param fields its other members
    record ClinicianSends(String type, Json.Obj fields) implements Deed {}

    /// A clinician acknowledges all that is open.
    ///
    /// @param how `seen` or `speaking`
    record ClinicianAcknowledges(String how) implements Deed {}

    /// The patient does the massage session that may begin now, if one may.
    record PatientMassages() implements Deed {}
  }

  static DemoStep checkIn(Duration after, String form, DemoAnswers answers) {
    Json.Obj fields =
        Json.object()
            .put("form", form)
            .put("complete", true)
            .put("answers", answers.json())
            .build();
    return new DemoStep(after, new Deed.PatientSends("check-in", fields));
  }

  static DemoStep massage(Duration after) {
    return new DemoStep(after, new Deed.PatientMassages());
  }

  static DemoStep acknowledge(Duration after, String how) {
    return new DemoStep(after, new Deed.ClinicianAcknowledges(how));
  }

  static DemoStep clinician(Duration after, String type, Json.Obj fields) {
    return new DemoStep(after, new Deed.ClinicianSends(type, fields));
  }
}
