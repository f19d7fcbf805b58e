package vermilion.web;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import vermilion.service.Clinic;

/// The time zones that a form offers: the clinic's own first, then every place.
final class ZoneChoices {

  private ZoneChoices() {}

  static List<String> of(Clinic clinic) {
    List<String> zones = new ArrayList<>();
    zones.add(clinic.hours().zone().getId());
    for (String zone : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
      if (zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/")) {
        zones.add(zone);
      }
    }
    return zones;
  }
}
