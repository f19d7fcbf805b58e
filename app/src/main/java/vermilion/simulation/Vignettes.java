package vermilion.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The key to the stories of docs/comprehension: what each asks, and which answers misread it.
final class Vignettes {
  /// What stands in docs/comprehension/key.csv; nothing here may open a file.
  static final String KEY =
      """
      vignette,question,truth,kind,misread as
      first-evening,colour,usual,,
      first-evening,numb,yes,,
      first-evening,pain-course,easing,,
      day-two,swelling-course,growing,strong-words,growing-fast
      day-two,colour,usual,,
      day-two,swelling,moderate/severe,,
      tight,numb,no,tight-as-numb,yes/unsure
      tight,swelling-course,steady,,
      needle-marks,skin,dots,mark-as-scab,blisters/scab/black/unsure
      needle-marks,pain-course,easing,,
      bruise,colour,bruised,bruise-as-dark,pale/grey/dusky/patchy/unsure
      bruise,pain-course,easing,,
      bruise-old,colour,bruised,bruise-as-dark,pale/grey/dusky/patchy/unsure
      bruise-old,swelling-course,easing,,
      sore-again,pain-course,steady/easing,strong-words,rising/returned
      pale,colour,pale/grey,overlooked,usual/bruised
      pale,pain-course,rising/returned,overlooked,none/easing/steady
      net,colour-elsewhere,patchy,overlooked,no/bruised
      net,refill,slow,overlooked,same
      dusky,colour,dusky/grey,overlooked,usual/bruised
      dusky,cool,yes,overlooked,no
      slow,colour-elsewhere,patchy/grey/pale/dusky,overlooked,no/bruised
      slow,refill,slow,overlooked,same
      blister,skin,blisters/scab,overlooked,whole/dots/cold-sore
      infection,redness,warm/spreading,overlooked,none
      infection,fever,yes,overlooked,no/hot
      cold-sore,skin,cold-sore,,
      one-side,swelling-course,growing-fast,overlooked,easing/steady/growing
      allergy,airway,yes,overlooked,no
      allergy,hives,yes,overlooked,no
      numb,numb,yes,overlooked,no
      vision,vision,yes,overlooked,no
      late-lump,lump,inflamed,overlooked,none/soft/firm
      distress,worry,3,overlooked,0/1
      distress,self-harm,unsure/yes,overlooked,no
      """;

  /// The key that is shipped.
  static final Vignettes SHIPPED = shipped();

  private final Map<String, List<Asked>> byVignette = new LinkedHashMap<>();

  private Vignettes() {}

  /// One question about one story.
  ///
  /// @param question its id
  /// @param right the answers that read the story as it was meant
  /// @param kind what those who misread it do; empty: it is asked, and counted for nothing
  /// @param misread the answers that do
  record Asked(String question, Set<String> right, Optional<Misread> kind, Set<String> misread) {}

  /// All stories.
  Set<String> ids() {
    return byVignette.keySet();
  }

  /// The questions about a story, or none where there is no such story.
  List<Asked> of(String vignette) {
    return byVignette.getOrDefault(vignette, List.of());
  }

  private static Vignettes shipped() {
    Vignettes all = new Vignettes();
    KEY.lines().skip(1).forEach(all::add);
    return all;
  }

  private void add(String line) {
    String[] cells = line.split(",", -1);
    if (cells.length != 5) {
      throw new IllegalStateException("not five cells: " + line);
    }
    byVignette
        .computeIfAbsent(cells[0], _ -> new ArrayList<>())
        .add(new Asked(cells[1], answers(cells[2]), Misread.find(cells[3]), answers(cells[4])));
  }

  private static Set<String> answers(String cell) {
    return cell.isEmpty() ? Set.of() : new LinkedHashSet<>(List.of(cell.split("/", -1)));
  }
}
