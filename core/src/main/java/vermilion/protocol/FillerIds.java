package vermilion.protocol;

import java.util.ArrayList;
import java.util.List;
import vermilion.clinical.Filler;
import vermilion.json.Fields;
import vermilion.json.Json;

/// Filler families as a JSON list of their ids.
final class FillerIds {
  private static final Filler[] ALL = Filler.values();
  private static final int ID_CHARS = 40;

  private FillerIds() {}

  static Json json(List<Filler> fillers) {
    List<String> ids = new ArrayList<>();
    for (Filler filler : fillers) {
      ids.add(filler.id());
    }
    return Json.Arr.ofStrings(ids);
  }

  static List<Filler> read(Fields in, String name) {
    List<Filler> fillers = new ArrayList<>();
    for (String id : in.texts(name, ALL.length, ID_CHARS)) {
      Filler found = null;
      for (Filler filler : ALL) {
        if (filler.id().equals(id)) {
          found = filler;
        }
      }
      if (found == null) {
        in.refuse(name, "ids of filler families");
      } else {
        fillers.add(found);
      }
    }
    if (fillers.isEmpty()) {
      in.refuse(name, "one filler family or more");
    }
    return fillers;
  }
}
