package vermilion.web;

import java.util.Set;
import vermilion.episode.ReminderWay;
import vermilion.service.CheckInReminders;
import vermilion.service.Clinics;
import vermilion.service.EpisodeService;
import vermilion.service.Store;

/// Reminders of an install that can send both mails and text messages.
final class EveryWay {

  private EveryWay() {}

  static CheckInReminders reminders(Store store, EpisodeService service, Clinics clinics) {
    return new CheckInReminders(
        store.mailQueue(),
        service,
        clinics,
        new ReminderWords(),
        Set.of(ReminderWay.TEXT, ReminderWay.EMAIL));
  }
}
