package vermilion.web;

import java.util.List;
import java.util.Optional;
import vermilion.episode.ReminderWay;
import vermilion.service.Device;
import vermilion.service.EpisodeRef;
import vermilion.service.MailQueue;
import vermilion.service.TestMails;

/// By what a patient can be reached, as far as it is known.
///
/// @param devices her links, phones and test messages, newest first
/// @param mailing whether this install sends mails
/// @param mail where the mail of the newest test message is
/// @param texting whether this install sends text messages
/// @param reminders her reminders in the queue, by their time
record Reach(
    List<Device> devices,
    boolean mailing,
    Optional<MailQueue.State> mail,
    boolean texting,
    List<MailQueue.Reminder> reminders) {

  static Reach of(WebServer.Parts parts, EpisodeRef ref) {
    List<Device> devices = parts.phones().of(ref);
    TestMails mails = new TestMails(parts.mails(), parts.phones(), parts.service());
    return new Reach(
        devices,
        PhonePages.isMailing(parts),
        devices.stream()
            .filter(Device::isMail)
            .findFirst()
            .flatMap(message -> mails.state(ref.clinic(), message)),
        parts.reminders().offers(ReminderWay.TEXT),
        parts.reminders().of(ref));
  }
}
