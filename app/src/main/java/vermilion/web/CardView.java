package vermilion.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermilion.episode.Episode;
import vermilion.episode.Treatment;
import vermilion.service.Clinic;
import vermilion.web.page.CardPage;
import vermilion.web.page.Fact;

/// Fills the emergency card.
final class CardView {

  private CardView() {}

  static CardPage page(Clinic clinic, Episode episode) {
    Treatment treatment = episode.opened().treatment();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Filler", treatment.filler().id().replace('-', ' ')));
    add(facts, "Product", treatment.product());
    add(facts, "Lot", treatment.lot());
    add(facts, "Expires", treatment.expiry());
    add(facts, "Amount", treatment.volumeMl().isEmpty() ? "" : treatment.volumeMl() + " ml");
    add(facts, "Where", String.join("; ", treatment.sites()));
    facts.add(
        new Fact(
            "Treated",
            Words.dayAndTime(treatment.at(), clinic.hours().zone())
                + " ("
                + clinic.hours().zone().getId()
                + ")"));
    add(facts, "Practitioner", treatment.practitioner());
    facts.add(new Fact("Born", episode.opened().patient().birthDate()));
    return new CardPage(
        clinic.name(),
        clinic.emergencyNumber(),
        clinic.emergencyLine(),
        clinic.secondNumber(),
        Optional.of(clinic.department().name() + ", " + clinic.department().address()),
        episode.opened().patient().name(),
        facts,
        clinic.demo()
            ? Optional.of("Demonstration: a made-up patient and made-up numbers.")
            : Optional.empty());
  }

  private static void add(List<Fact> facts, String name, String value) {
    if (!value.isEmpty()) {
      facts.add(new Fact(name, value));
    }
  }
}
