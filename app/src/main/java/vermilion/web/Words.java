package vermilion.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vermilion.clinical.Urgency;
import vermilion.episode.Syringe;

/// The short words of the clinic's pages: levels, days and hours.
final class Words {

  private static final String DAY_AND_TIME = "EEE d MMMM HH:mm";
  private static final DateTimeFormatter WEEKDAY_AND_TIME =
      DateTimeFormatter.ofPattern("EEEE HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
  private static final long HOURS_AS_HOURS = 96;

  private Words() {}

  static String level(Urgency level) {
    return switch (level) {
      case EMERGENCY -> "emergency";
      case URGENT -> "urgent";
      case SAME_DAY -> "same day";
      case SOON -> "soon";
      case ROUTINE -> "review";
      case SELF_CARE -> "self-care";
    };
  }

  /// What is known of a syringe, such as `Example Lip 1, lot A1182, expires 2027-05-31, 0.5 ml`.
  static String syringe(Syringe syringe) {
    List<String> known = new ArrayList<>();
    known.add(syringe.product());
    known.add(syringe.lot().isEmpty() ? "" : "lot " + syringe.lot());
    known.add(syringe.expiry().isEmpty() ? "" : "expires " + syringe.expiry());
    known.add(syringe.volumeMl().isEmpty() ? "" : syringe.volumeMl() + " ml");
    known.add(syringe.udi());
    known.add(syringe.reason().isEmpty() ? "" : "used after its day: " + syringe.reason());
    known.removeIf(String::isEmpty);
    return String.join(", ", known);
  }

  /// Such as `Wed 1 April 14:14`.
  static String dayAndTime(Instant instant, ZoneId zone) {
    return dayAndTime(instant, zone, Locale.ENGLISH);
  }

  /// The same in a language.
  static String dayAndTime(Instant instant, ZoneId zone, Locale locale) {
    return DateTimeFormatter.ofPattern(DAY_AND_TIME, locale).format(instant.atZone(zone));
  }

  /// Such as `Wednesday 14:20`.
  static String weekdayAndTime(Instant instant, ZoneId zone) {
    return WEEKDAY_AND_TIME.format(instant.atZone(zone));
  }

  /// The time alone on the same day, else with its day.
  static String shortTime(Instant instant, Instant now, ZoneId zone) {
    ZonedDateTime local = instant.atZone(zone);
    boolean today = local.toLocalDate().equals(now.atZone(zone).toLocalDate());
    return today ? TIME.format(local) : dayAndTime(instant, zone);
  }

  /// Such as `30 h`, `day 6` or `month 4`.
  static String elapsed(Instant treated, Instant at) {
    long hours = Math.max(0, Duration.between(treated, at).toHours());
    if (hours < HOURS_AS_HOURS) {
      return hours + " h";
    }
    return hours < 60 * 24 ? "day " + hours / 24 : "month " + hours / (30 * 24);
  }
}
