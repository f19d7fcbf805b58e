package vermilion.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vermilion.episode.Episode;
import vermilion.episode.Standing;
import vermilion.schedule.Occurrence;
import vermilion.service.Clinic;
import vermilion.time.DueWindow;
import vermilion.web.page.CardPage;
import vermilion.web.page.CodeDrawing;
import vermilion.web.page.Fact;
import vermilion.web.page.PageWords;
import vermilion.web.page.PrintCardPage;

/// Fills the emergency card that is printed for a patient without a smartphone, in her language.
final class PrintCardView {

  private static final String TO = " \u2013 ";
  private static final Duration ONE_DAY = Duration.ofDays(1);

  private final Clinic clinic;
  private final String address;

  /// Fills it for a clinic.
  ///
  /// @param address where the same card is on the web
  PrintCardView(Clinic clinic, String address) {
    this.clinic = clinic;
    this.address = address;
  }

  PrintCardPage page(Episode episode, Standing standing) {
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
    CardPage card = CardView.page(clinic, episode, words);
    return new PrintCardPage(card, times, zone.getId(), code(episode));
  }

  /// The card as text, so that a doctor's device needs no network either; where it is too long, its
  /// address alone. In English, where no clinician has reviewed her language.
  private Optional<CodeDrawing> code(Episode episode) {
    PageWords own = PageWords.in(episode.opened().patient().language());
    PageWords words = own.isReviewed() ? own : PageWords.in("en");
    CardPage card = CardView.page(clinic, episode, words);
    StringBuilder text = new StringBuilder(words.say("doctor.code-title"));
    line(text, words.say("facts.patient"), card.patient());
    for (Fact fact : card.facts()) {
      line(text, words.say(fact.name()), fact.value());
    }
    Map<String, String> numbers =
        Map.of("number", card.emergencyLine(), "second", card.secondNumber());
    text.append('\n').append(words.say("doctor.code-clinic", numbers));
    text.append('\n').append(words.say("doctor.code-think"));
    text.append('\n').append(address);
    return PaperCode.of(text.toString()).or(() -> PaperCode.of(address));
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append('\n').append(name).append(": ").append(value);
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
