package vermilion.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermilion.episode.Author;
import vermilion.episode.Confidant;
import vermilion.episode.Entry;
import vermilion.episode.Episode;
import vermilion.episode.EpisodeEvent;
import vermilion.service.Device;
import vermilion.web.page.ConfidantRow;

/// Says to the clinic whom a patient has let in, and what each may do.
final class ConfidantsView {

  private final Instant now;
  private final ZoneId zone;

  ConfidantsView(Instant now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  List<ConfidantRow> rows(List<Confidant> helpers, Reach reach) {
    List<ConfidantRow> rows = new ArrayList<>();
    for (Confidant one : helpers) {
      List<String> lines = new ArrayList<>();
      lines.add(may(one.may(), Optional.empty()) + ".");
      lines.add("In since " + at(one.since()) + ". " + phone(one, reach));
      rows.add(new ConfidantRow(one.id(), one.name(), one.phone().orElse(""), lines));
    }
    return rows;
  }

  private String phone(Confidant one, Reach reach) {
    for (Device device : reach.devices()) {
      if (device.isHelpers()
          && device.isPhone()
          && device.isOpen()
          && device.token().label().equals(one.id())) {
        return device
            .seen()
            .map(seen -> "The phone was last heard of " + at(seen) + ".")
            .orElse("A phone is in.");
      }
    }
    return "No phone of this helper is in.";
  }

  /// What a helper may do, in words.
  static String may(List<Confidant.Right> rights, Optional<String> phone) {
    List<String> words = new ArrayList<>();
    for (Confidant.Right right : rights) {
      words.add(
          switch (right) {
            case LOOK -> "look";
            case ANSWER -> "answer for her";
            case CALL -> "be called" + phone.map(number -> ": " + number).orElse("");
          });
    }
    return "May " + String.join(", ", words);
  }

  /// Who wrote an event, and that it was a helper where it was one.
  static String by(Author author) {
    return author.role() == Author.Role.CONFIDANT
        ? "answered by " + author.name() + ", her helper"
        : author.name();
  }

  /// The name of the helper whom an event ends.
  static List<String> name(Episode episode, EpisodeEvent.ConfidantEnded ended) {
    for (Entry entry : episode.entries()) {
      if (entry.id().equals(ended.helper())
          && entry.event() instanceof EpisodeEvent.ConfidantLetIn letIn) {
        return List.of(letIn.name());
      }
    }
    return List.of();
  }

  private String at(Instant instant) {
    return Words.shortTime(instant, now, zone);
  }
}
