package vermilion.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vermilion.episode.Episode;
import vermilion.episode.Standing;
import vermilion.schedule.Occurrence;
import vermilion.service.Clinic;
import vermilion.time.DueWindow;
import vermilion.web.page.PageWords;
import vermilion.web.page.PrintCardPage;

/// Fills the emergency card that is printed for a patient without a smartphone, in her language.
final class PrintCardView {

  private static final String TO = " \u2013 ";
  private static final Duration ONE_DAY = Duration.ofDays(1);

  private PrintCardView() {}

  static PrintCardPage page(Clinic clinic, Episode episode, Standing standing) {
    PageWords words = PageWords.in(episode.opened().patient().language());
    Locale locale = Locale.forLanguageTag(words.language());
    ZoneId zone = standing.plan().zone();
    List<String> times = new ArrayList<>();
    for (Occurrence one : episode.occurrences()) {
      boolean ofPlan = one.planVersion() == standing.plan().number();
      if (ofPlan
          && one.activity().startsWith("check-in")
          && one.window().closes().isAfter(standing.now())) {
        times.add(range(one.window(), zone, locale));
      }
    }
    return new PrintCardPage(CardView.page(clinic, episode, words), times, zone.getId());
  }

  /// The hours of a short window, the days of a long one.
  private static String range(DueWindow window, ZoneId zone, Locale locale) {
    Instant opens = window.opens();
    Instant closes = window.closes();
    if (Duration.between(opens, closes).compareTo(ONE_DAY) > 0) {
      DateTimeFormatter day = DateTimeFormatter.ofPattern("d MMMM yyyy", locale);
      return day.format(opens.atZone(zone)) + TO + day.format(closes.atZone(zone));
    }
    boolean oneDay = opens.atZone(zone).toLocalDate().equals(closes.atZone(zone).toLocalDate());
    return Words.dayAndTime(opens, zone, locale)
        + TO
        + (oneDay ? Words.shortTime(closes, opens, zone) : Words.dayAndTime(closes, zone, locale));
  }
}
