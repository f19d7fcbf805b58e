package vermilion.service;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vermilion.episode.Episode;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.EventCodec;
import vermilion.episode.ReminderWay;
import vermilion.episode.Standing;
import vermilion.episode.Task;
import vermilion.schedule.Occurrence;
import vermilion.schedule.PlanVersion;
import vermilion.schedule.Reminders;

/// Reminds patients of their check-ins by the way that was set, through the queue of mails: sealed
/// under her key, erased with her. Reminders of a whole plan wait in the queue; each is asked for
/// once more at the moment of sending, so that one of an old plan, of an answered check-in or to an
/// old number is dropped (H-38). Nobody is ever reminded of a massage by this way: it opens behind
/// questions that a message cannot ask (H-2).
public final class CheckInReminders implements MailRound.Wanted {

  private static final String CHECK_IN = "check-in";

  private final MailQueue queue;
  private final EpisodeService service;
  private final Clinics clinics;
  private final Letters letters;
  private final Set<ReminderWay> ways;

  /// Writes the words of a reminder.
  @FunctionalInterface
  public interface Letters {
    /// What it says, in her language, and nothing that anybody else could learn from it.
    Mail.Words words(Clinic clinic, String language);
  }

  /// Works over a queue.
  ///
  /// @param ways the ways that this install can go; none of them is [ReminderWay#NONE]
  public CheckInReminders(
      MailQueue queue,
      EpisodeService service,
      Clinics clinics,
      Letters letters,
      Set<ReminderWay> ways) {
    this.queue = queue;
    this.service = service;
    this.clinics = clinics;
    this.letters = letters;
    this.ways = Set.copyOf(ways);
  }

  /// Whether this install can go a way.
  public boolean offers(ReminderWay way) {
    return ways.contains(way);
  }

  /// Puts into the queue what is to come of the plan as it stands now, where she is reminded at all
  /// and events have changed the plan or the way. What is there already stays as it is.
  public void plan(EpisodeRef ref, List<EventCodec.Sent> events) {
    boolean changed = events.stream().anyMatch(sent -> changesPlan(sent.event()));
    if (changed && service.find(ref) instanceof Lookup.Found(Episode episode)) {
      Optional<EpisodeEvent.RemindersSet> set = wanted(episode);
      Optional<UUID> patient = set.flatMap(_ -> service.patient(ref));
      if (set.isPresent() && patient.isPresent()) {
        List<Mail> mails = mails(ref, episode, set.get().to().orElseThrow(), patient.get());
        queue.put(ref.clinic(), mails);
      }
    }
  }

  /// A check-in changes neither: most of what is sent is not looked at again.
  private static boolean changesPlan(EpisodeEvent event) {
    return switch (event) {
      case EpisodeEvent.RemindersSet _,
          EpisodeEvent.OrderSigned _,
          EpisodeEvent.OrderStopped _,
          EpisodeEvent.ZoneChanged _ ->
          true;
      default -> false;
    };
  }

  private static Optional<EpisodeEvent.RemindersSet> wanted(Episode episode) {
    return episode.reminders().filter(set -> set.by() != ReminderWay.NONE && set.to().isPresent());
  }

  private List<Mail> mails(EpisodeRef ref, Episode episode, String to, UUID patient) {
    Instant now = service.now();
    Clinic clinic = clinics.get(ref.clinic());
    Mail.Words words = letters.words(clinic, episode.opened().patient().language());
    List<Mail> mails = new ArrayList<>();
    for (Occurrence one : episode.occurrences()) {
      if (one.activity().startsWith(CHECK_IN)) {
        for (Instant at : instants(episode, one)) {
          if (at.isAfter(now)) {
            Mail.About about = new Mail.About(ref.episode(), one.id());
            UUID id = idOf(about, to, at);
            mails.add(
                new Mail(
                    id,
                    patient,
                    Mail.Kind.REMINDER,
                    to,
                    words,
                    Optional.empty(),
                    Optional.of(about),
                    at));
          }
        }
      }
    }
    return mails;
  }

  /// When she is reminded of one check-in: never asleep, at most twice.
  private static List<Instant> instants(Episode episode, Occurrence one) {
    PlanVersion plan = episode.plans().at(one.window().opens());
    Reminders reminders = Reminders.of(one.window(), plan.clock());
    List<Instant> instants = new ArrayList<>();
    reminders.first().ifPresent(instants::add);
    reminders.second().ifPresent(instants::add);
    return instants;
  }

  private static UUID idOf(Mail.About about, String to, Instant at) {
    String text = about.episode() + " " + about.occurrence() + " " + at.getEpochSecond() + " " + to;
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public boolean isWanted(String clinic, Mail mail) {
    if (mail.kind() != Mail.Kind.REMINDER) {
      return true;
    }
    Optional<EpisodeRef> ref =
        mail.about().flatMap(about -> EpisodeRef.of(clinic, about.episode()));
    if (ref.isEmpty() || !(service.find(ref.get()) instanceof Lookup.Found(Episode episode))) {
      return false;
    }
    boolean hers =
        wanted(episode).flatMap(EpisodeEvent.RemindersSet::to).equals(Optional.of(mail.to()));
    return hers && isOpen(service.standing(ref.get(), episode), mail.about().orElseThrow());
  }

  private static boolean isOpen(Standing standing, Mail.About about) {
    for (Task task : standing.tasks()) {
      if (task.id().equals(about.occurrence()) && task.state() == Task.State.OPEN) {
        return true;
      }
    }
    return false;
  }

  /// What is known of a patient's reminders.
  public List<MailQueue.Reminder> of(EpisodeRef ref) {
    return service
        .patient(ref)
        .map(patient -> queue.reminders(ref.clinic(), patient))
        .orElse(List.of());
  }
}
