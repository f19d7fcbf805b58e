package vermilion.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vermilion.episode.EpisodeEvent;
import vermilion.service.Device;
import vermilion.service.MailQueue;
import vermilion.service.PhoneKind;
import vermilion.service.Phones;
import vermilion.web.page.PhonesCard;

/// Says to the clinic how a patient's phones stand: what is known of each, and nothing more.
final class PhonesView {

  private final Instant now;
  private final ZoneId zone;

  PhonesView(Instant now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  PhonesCard card(Reach reach, Optional<EpisodeEvent.RemindersSet> set) {
    List<Device> all = reach.devices();
    Optional<Device> link =
        all.stream().filter(one -> one.isLink() && !one.isHelpers()).findFirst();
    List<PhonesCard.Row> rows = new ArrayList<>();
    for (Device device : all) {
      if (device.isPhone() && device.isOpen() && !device.isHelpers()) {
        rows.add(row(device));
      }
    }
    return new PhonesCard(
        link.map(this::link).orElseGet(List::of),
        link.filter(Device::isLocked).isPresent(),
        rows,
        mail(reach),
        reminders(reach, set));
  }

  private PhonesCard.TestMail mail(Reach reach) {
    Optional<Device> message = reach.devices().stream().filter(Device::isMail).findFirst();
    return new PhonesCard.TestMail(
        reach.mailing() || reach.texting(),
        message.map(one -> mail(one, reach.mail())).orElseGet(List::of),
        message.filter(one -> one.isOpen() && one.seen().isEmpty()).isPresent()
            && reach.mail().equals(Optional.of(MailQueue.State.SENT)));
  }

  private PhonesCard.Reminders reminders(Reach reach, Optional<EpisodeEvent.RemindersSet> set) {
    String to = set.flatMap(EpisodeEvent.RemindersSet::to).orElse("");
    List<String> lines = new ArrayList<>();
    if (!to.isEmpty()) {
      lines.add("Reminded of her check-ins at " + to + ".");
      MailQueue.@Nullable Reminder last = null;
      MailQueue.@Nullable Reminder next = null;
      for (MailQueue.Reminder one : reach.reminders()) {
        last = one.state() == MailQueue.State.WAITING ? last : one;
        next = next == null && one.state() == MailQueue.State.WAITING ? one : next;
      }
      if (last != null) {
        lines.add(
            last.state() == MailQueue.State.SENT
                ? "Last one sent "
                    + at(last.settled().orElse(last.at()))
                    + ". Nobody knows whether it was read."
                : "The one of " + at(last.at()) + " could not be sent.");
      }
      lines.add(
          next == null ? "None waits to be sent." : "The next one goes " + at(next.at()) + ".");
    }
    return new PhonesCard.Reminders(reach.mailing(), reach.texting(), to, lines);
  }

  /// Only what is known: a mail that the next server took may lie unread, or in the spam folder.
  private List<String> mail(Device message, Optional<MailQueue.State> state) {
    String asked = "Test message of " + at(message.token().created()) + ". ";
    if (message.seen().isPresent()) {
      return List.of(asked + "It came: she pressed its button " + at(message.seen().get()) + ".");
    }
    if (!message.isOpen()) {
      return List.of(asked + "It came: confirmed at the clinic.");
    }
    return List.of(
        asked
            + state
                .map(PhonesView::words)
                .orElse("Nobody knows any more what became of it. Send another one."));
  }

  private static String words(MailQueue.State state) {
    return switch (state) {
      case WAITING -> "It waits to be sent.";
      case SENT -> "It was sent. Nobody knows yet whether it came.";
      case GIVEN_UP -> "It could not be sent: see Mails, or try another address.";
    };
  }

  private List<String> link(Device link) {
    List<String> lines = new ArrayList<>();
    boolean hers = link.token().label().equals(Phones.PATIENT);
    lines.add(
        (hers ? "Link that she made for one more phone, " : "Link made ")
            + at(link.token().created())
            + ".");
    lines.add(
        link.seen()
            .map(seen -> "Opened " + at(seen) + ".")
            .orElse(link.isOpen() ? "Not opened yet." : "Not known to have been opened."));
    if (link.isLocked()) {
      lines.add("Locked: " + link.tries() + " wrong dates of birth. It opens nothing any more.");
    } else if (!link.isOpen()) {
      lines.add("It opens nothing any more: it was used, withdrawn, or a newer one was made.");
    } else if (link.tries() > 0) {
      lines.add("Wrong dates of birth so far: " + link.tries() + ".");
    }
    if (hers && link.isOpen()) {
      lines.add("It waits half an hour and opens nothing after that.");
    }
    return lines;
  }

  private PhonesCard.Row row(Device device) {
    boolean byLink = device.kind() != PhoneKind.OTHER || device.seen().isPresent();
    List<String> lines = new ArrayList<>();
    lines.add("In since " + at(device.token().created()) + ".");
    lines.add(
        device.seen().map(seen -> "Last heard of " + at(seen) + ".").orElse("Not heard of yet."));
    lines.add(
        device.cardSaved() ? "Emergency card saved." : "Has not said that the card is saved.");
    lines.add(
        device.worksOffline()
            ? "Opens without a network."
            : "Has not said that it opens without a network.");
    return new PhonesCard.Row(
        device.id(), byLink ? device.kind().words() : "A link or token", lines);
  }

  private String at(Instant instant) {
    return Words.shortTime(instant, now, zone);
  }
}
