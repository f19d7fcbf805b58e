package vermilion.proof.episode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermilion.clinical.Concern;
import vermilion.clinical.Form;
import vermilion.episode.Guideline;
import vermilion.json.Json;
import vermilion.proof.Counterexample;
import vermilion.proof.Findings;
import vermilion.proof.Property;
import vermilion.proof.Proved;
import vermilion.protocol.MassageLimits;
import vermilion.time.Elapsed;
import vermilion.triage.Rule;

/// Decides that massage is held and that time only raises, under one protocol.
///
/// Of a protocol's rules an episode sees nothing but findings: a level about a concern. What holds
/// for every finding is searched once for every version of the engine, in `./build`, and written
/// down in [EpisodeCertificate]. Here each way in which a rule of the protocol may fire is tried
/// with the engine itself, and what the certificate takes for granted of a protocol is looked at.
public final class EpisodeProof {

  /// How many events are tried after each other with a protocol's own answers.
  private static final int DEPTH = 2;

  private static final List<String> ASKED_BEFORE_MASSAGE =
      List.of(
          "vision",
          "stroke",
          "airway",
          "collapse",
          "hives",
          "colour",
          "colour-elsewhere",
          "pain",
          "pain-course",
          "cool",
          "skin",
          "fever",
          "redness",
          "pus",
          "swelling-course",
          "lump");

  private static final Duration FIRST_ANSWERS = Duration.ofHours(4);

  private final Guideline guideline;
  private final EpisodeSystem system;
  private final Map<EpisodeLaw, Long> looked = new EnumMap<>(EpisodeLaw.class);
  private final Map<EpisodeLaw, EpisodeTrial.Found> found = new EnumMap<>(EpisodeLaw.class);

  private EpisodeProof(Guideline guideline, EpisodeSystem system) {
    this.guideline = guideline;
    this.system = system;
  }

  /// Decides the properties `held` and `time` of a protocol.
  public static Findings decide(Guideline guideline) {
    return decide(guideline, EpisodeSystem.engine(EpisodeWorlds.OFFICE));
  }

  /// The same of an engine that may be faulty.
  static Findings decide(Guideline guideline, EpisodeSystem system) {
    EpisodeProof proof = new EpisodeProof(guideline, system);
    return proof.fitsTheCertificate().and(proof.searched());
  }

  /// Whether the protocol is one that the certificate speaks of.
  private Findings fitsTheCertificate() {
    List<Counterexample> broken = new ArrayList<>();
    for (Rule rule : guideline.protocol().rules()) {
      if (rule.concern() == Concern.SILENCE) {
        broken.add(
            unfit(
                Property.TIME,
                EpisodeLaw.SILENCE_ENDS.statement,
                "Rule " + rule.id() + " is about silence, which no answer can be about.",
                List.of(rule.id())));
      }
    }
    if (guideline.protocol().massage().isPresent()) {
      for (String question : unaskedBeforeMassage()) {
        broken.add(
            unfit(
                Property.HELD,
                EpisodeLaw.NO_START.statement,
                "The gate lets a massage begin though nobody was asked about " + question + ".",
                List.of()));
      }
    }
    return new Findings(List.of(), broken, List.of());
  }

  private static Counterexample unfit(
      Property property, String statement, String story, List<String> rules) {
    return new Counterexample(
        property, statement, story, rules, Json.object().put("story", story).build());
  }

  private List<String> unaskedBeforeMassage() {
    List<String> unasked = new ArrayList<>(ASKED_BEFORE_MASSAGE);
    Optional<Form> gate = guideline.protocol().form("gate");
    if (gate.isPresent()) {
      gate.get().items().stream()
          .filter(EpisodeProof::isAskedAllAlong)
          .forEach(item -> unasked.remove(item.question()));
    }
    return unasked;
  }

  private static boolean isAskedAllAlong(Form.Item item) {
    return item.isAskedAt(Elapsed.ofHours(MassageLimits.ENGINE_EARLIEST_HOURS))
        && item.isAskedAt(Elapsed.ofHours(MassageLimits.ENGINE_END_HOURS));
  }

  private Findings searched() {
    Map<Duration, List<EpisodeSheets.Sheet>> byHour = new java.util.TreeMap<>();
    for (Duration from : List.of(FIRST_ANSWERS, Duration.ofHours(54))) {
      for (EpisodeSheets.Sheet sheet : new EpisodeSheets(guideline).all(from)) {
        byHour.computeIfAbsent(sheet.hour(), _ -> new ArrayList<>()).add(sheet);
      }
    }
    byHour.forEach((hour, sheets) -> search(EpisodeWorlds.reports(guideline, hour, sheets)));
    return findings();
  }

  private void search(EpisodeWorld world) {
    EpisodeSearch.Outcome outcome = new EpisodeSearch(system, world).byOneAuthor().run(DEPTH);
    for (EpisodeLaw law : EpisodeLaw.values()) {
      looked.merge(law, outcome.report().times(law), Long::sum);
    }
    outcome.found().forEach(one -> found.putIfAbsent(one.law(), one));
  }

  private Findings findings() {
    List<Proved> proved = new ArrayList<>();
    List<Counterexample> broken = new ArrayList<>();
    for (EpisodeLaw law : EpisodeLaw.values()) {
      EpisodeTrial.Found one = found.get(law);
      if (one != null) {
        broken.add(new EpisodeStory(guideline, one).counterexample());
      } else {
        long states = looked.getOrDefault(law, 0L) + EpisodeCertificate.times(law);
        proved.add(new Proved(law.property, law.statement, states));
      }
    }
    return new Findings(proved, broken, List.of(EpisodeCertificate.notice()));
  }
}
