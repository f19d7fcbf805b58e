package vermilion.web;

import java.util.List;
import java.util.Optional;
import vermilion.service.Device;
import vermilion.service.EpisodeRef;
import vermilion.service.MailQueue;
import vermilion.service.TestMails;

/// By what a patient can be reached, as far as it is known.
///
/// @param devices her links, phones and test messages, newest first
/// @param mailing whether this install sends mails
/// @param mail where the mail of the newest test message is
record Reach(List<Device> devices, boolean mailing, Optional<MailQueue.State> mail) {

  static Reach of(WebServer.Parts parts, EpisodeRef ref) {
    List<Device> devices = parts.phones().of(ref);
    TestMails mails = new TestMails(parts.mails(), parts.phones(), parts.service());
    return new Reach(
        devices,
        PhonePages.isMailing(parts),
        devices.stream()
            .filter(Device::isMail)
            .findFirst()
            .flatMap(message -> mails.state(ref.clinic(), message)));
  }
}
