package vermilion.episode;

/// Who may send which kind of event.
final class Senders {

  private Senders() {}

  /// Whether somebody in this capacity may send an event like this.
  static boolean may(Author.Role role, EpisodeEvent event) {
    return switch (event) {
      case EpisodeEvent.Opened _, EpisodeEvent.OrderSigned _, EpisodeEvent.OrderStopped _ ->
          role == Author.Role.CLINICIAN;
      case EpisodeEvent.HoldLifted _,
          EpisodeEvent.LevelLowered _,
          EpisodeEvent.Acknowledged _,
          EpisodeEvent.MessageSent _,
          EpisodeEvent.LeaveAnswered _,
          CareEvent _ ->
          role == Author.Role.CLINICIAN;
      // What suspends massage, a clinician alone takes back.
      case EpisodeEvent.FactRecorded e when !e.holds() && e.fact().suspendsMassage() ->
          role == Author.Role.CLINICIAN;
      case EpisodeEvent.FactRecorded _, EpisodeEvent.Noted _ -> !role.isHers();
      case EpisodeEvent.ConfidantEnded _ ->
          role == Author.Role.PATIENT || role == Author.Role.CLINICIAN;
      case EpisodeEvent.ZoneChanged _ -> role != Author.Role.CONFIDANT;
      case EpisodeEvent.RemindersSet _ ->
          role == Author.Role.PATIENT || role == Author.Role.CLINICIAN;
      case EpisodeEvent.MassageStarted _,
          EpisodeEvent.MassageEnded _,
          EpisodeEvent.PhotoTaken _,
          EpisodeEvent.LeaveAsked _,
          EpisodeEvent.LeaveTakenBack _,
          EpisodeEvent.ConfidantLetIn _ ->
          role == Author.Role.PATIENT;
      case EpisodeEvent.CheckedIn _, EpisodeEvent.Contacted _ -> true;
    };
  }
}
