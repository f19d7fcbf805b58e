package vermilion.web;

import java.util.Optional;
import vermilion.service.Capability;

/// Who may use one route.
///
/// @param door by what somebody comes in
/// @param needs what somebody of the staff must be allowed to do; nothing: it is enough to be in
/// @param staff whether staff come in at all
/// @param patient whether a patient comes in, to her own episode
/// @param service whether a service's token comes in
record Rule(
    Door door, Optional<Capability> needs, boolean staff, boolean patient, boolean service) {

  /// By what somebody comes in.
  enum Door {
    /// Anybody; what it is about has a secret of its own, or is for everybody.
    OPEN,
    /// A bearer token.
    TOKEN,
    /// The cookie of a session on the clinic's pages.
    PAGE,
    /// The same, of a person with an account.
    ACCOUNT
  }

  /// Anybody.
  static final Rule OPEN = new Rule(Door.OPEN, Optional.empty(), true, true, true);

  /// Whoever is signed in.
  static final Rule SIGNED_IN = new Rule(Door.PAGE, Optional.empty(), true, false, false);

  /// Whoever is signed in with an account.
  static final Rule ACCOUNT = new Rule(Door.ACCOUNT, Optional.empty(), true, false, false);

  /// A patient's token alone.
  static final Rule PATIENT = new Rule(Door.TOKEN, Optional.empty(), false, true, false);

  /// A page for those who may do this.
  static Rule page(Capability needs) {
    return new Rule(Door.PAGE, Optional.of(needs), true, false, false);
  }

  /// The API for staff who may do this.
  static Rule api(Capability needs) {
    return new Rule(Door.TOKEN, Optional.of(needs), true, false, false);
  }

  /// The same, and for the patient of the episode.
  Rule andPatient() {
    return new Rule(door, needs, staff, true, service);
  }

  /// The same, and for a service.
  Rule andService() {
    return new Rule(door, needs, staff, patient, true);
  }
}
