package vermilion.web;

import java.util.Map;
import vermilion.service.CheckInReminders;
import vermilion.service.Clinic;
import vermilion.service.Mail;
import vermilion.web.page.PageWords;

/// What a reminder says, in her language. It may stand on a screen that others see: no name, no
/// clinic, nothing about a treatment; only that it is time, and whom to ring.
public final class ReminderWords implements CheckInReminders.Letters {

  @Override
  public Mail.Words words(Clinic clinic, String language) {
    PageWords words = PageWords.in(language);
    String text = words.say("remind.text", Map.of("line", clinic.emergencyLine()));
    return new Mail.Words(words.say("remind.subject"), text, "");
  }
}
