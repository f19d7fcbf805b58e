package vermilion.web;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vermilion.episode.Episode;
import vermilion.episode.Treatment;
import vermilion.service.Clinic;
import vermilion.web.page.CardPage;
import vermilion.web.page.Fact;
import vermilion.web.page.LipSpot;
import vermilion.web.page.PageWords;

/// Fills the emergency card.
final class CardView {

  private CardView() {}

  /// The card in a language.
  static CardPage page(Clinic clinic, Episode episode, PageWords words) {
    Treatment treatment = episode.opened().treatment();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("facts.filler", words.say("facts." + treatment.filler().id())));
    add(facts, "facts.product", treatment.product());
    add(facts, "facts.lot", treatment.lot());
    add(facts, "facts.expires", treatment.expiry());
    add(facts, "facts.amount", treatment.volumeMl().isEmpty() ? "" : treatment.volumeMl() + " ml");
    add(
        facts,
        "facts.where",
        String.join("; ", treatment.sites().stream().map(site -> spot(site, words)).toList()));
    facts.add(new Fact("facts.treated", treated(clinic, treatment, words)));
    add(facts, "facts.practitioner", treatment.practitioner());
    facts.add(new Fact("facts.born", episode.opened().patient().birthDate()));
    return new CardPage(
        words,
        clinic.name(),
        clinic.emergencyNumber(),
        clinic.emergencyLine(),
        clinic.secondNumber(),
        Optional.of(clinic.department().name() + ", " + clinic.department().address()),
        episode.opened().patient().name(),
        facts,
        clinic.demo());
  }

  private static String treated(Clinic clinic, Treatment treatment, PageWords words) {
    ZoneId zone = clinic.hours().zone();
    Locale locale = Locale.forLanguageTag(words.language());
    return Words.dayAndTime(treatment.at(), zone, locale) + " (" + zone.getId() + ")";
  }

  /// A spot by the name that it has in the language; one in a clinician's own words as it is.
  private static String spot(String site, PageWords words) {
    for (LipSpot spot : LipSpot.ALL) {
      if (spot.name().equals(site)) {
        return words.say("lips." + site.replace(" lip, ", "-"));
      }
    }
    return site;
  }

  private static void add(List<Fact> facts, String key, String value) {
    if (!value.isEmpty()) {
      facts.add(new Fact(key, value));
    }
  }
}
