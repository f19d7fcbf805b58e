package vermilion;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import vermilion.episode.ReminderWay;
import vermilion.notify.SmtpMailer;
import vermilion.notify.TextGateway;
import vermilion.service.CheckInReminders;
import vermilion.service.Clinics;
import vermilion.service.EpisodeService;
import vermilion.service.MailRound;
import vermilion.service.MailSender;
import vermilion.service.Newsletter;
import vermilion.service.Postman;
import vermilion.service.Publication;
import vermilion.service.Publishing;
import vermilion.service.Senders;
import vermilion.service.Servers;
import vermilion.service.Store;
import vermilion.web.ReminderWords;

/// Wires what sends messages to people.
///
/// @param plan what the settings name
/// @param clinics the clinics
/// @param reminders reminds patients of their check-ins
@NullMarked
record Messages(Servers.Plan plan, Clinics clinics, CheckInReminders reminders) {

  private static final Duration EVERY = Duration.ofSeconds(5);

  static Messages of(Servers.Plan plan, Store store, EpisodeService service, Clinics clinics) {
    Set<ReminderWay> ways = new TreeSet<>();
    plan.publishing().mail().ifPresent(_ -> ways.add(ReminderWay.EMAIL));
    plan.publishing().texts().ifPresent(_ -> ways.add(ReminderWay.TEXT));
    CheckInReminders reminders =
        new CheckInReminders(store.mailQueue(), service, clinics, new ReminderWords(), ways);
    return new Messages(plan, clinics, reminders);
  }

  /// Sends the messages of the install, where the settings name a server that takes any.
  Optional<Postman> postman(Publication publication, Newsletter.Ports ports) {
    Publishing publishing = plan.publishing();
    if (publishing.mail().isEmpty() && publishing.texts().isEmpty()) {
      return Optional.empty();
    }
    MailSender senders =
        new Senders(
            publishing.mail().map(SmtpMailer::new), publishing.texts().map(TextGateway::new));
    MailRound round = new MailRound(ports.queue(), senders, ports.clock(), reminders);
    Postman.Sending sending =
        new Postman.Sending(round, ports.journal()::clinics, plan.baseUrl().orElse(""), EVERY);
    return Optional.of(new Postman(publication, clinics, sending));
  }
}
