package vermilion.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import vermilion.bench.FaultySet.Variant;
import vermilion.proof.answers.AnswersProof;

/// The same faulty tables given to the proof and to the analyser of KIE, one after the other.
final class FaultHunt {
  private static final int WARM_UPS = 6;

  private final List<Tried> proof;
  private final Map<KieForm, List<Tried>> kie = new EnumMap<>(KieForm.class);

  /// What one side made of a variant.
  ///
  /// @param variant the variant
  /// @param refused whether it had something to say of it that it does not say of the sound table
  /// @param refusedInWords the same, if a gap in other words counts too
  /// @param millis how long its thread worked
  record Tried(Variant variant, boolean refused, boolean refusedInWords, double millis) {}

  private FaultHunt(List<Variant> variants) {
    this.proof = byProof(variants);
    for (var form : KieForm.values()) {
      if (KieEnd.isReached(form)) {
        kie.put(form, byKie(form, variants));
      }
    }
  }

  static FaultHunt run() {
    System.err.println("faults: the slow judge");
    return new FaultHunt(FaultySet.all());
  }

  List<Tried> proof() {
    return proof;
  }

  /// What came of it in each form in which the analyser comes to an end.
  Map<KieForm, List<Tried>> kie() {
    return kie;
  }

  /// The form in which KIE finds most of what harms.
  KieForm best() {
    var best = KieForm.ONE_THAT_COLLECTS;
    for (var form : kie.keySet()) {
      if (found(kie.getOrDefault(form, List.of())) > found(kie.getOrDefault(best, List.of()))) {
        best = form;
      }
    }
    return best;
  }

  /// How many harmful variants were refused.
  static long found(List<Tried> tried) {
    return tried.stream().filter(one -> one.variant().harmful() && one.refused()).count();
  }

  /// How many harmless variants were refused.
  static long refusedWithoutHarm(List<Tried> tried) {
    return tried.stream().filter(one -> !one.variant().harmful() && one.refused()).count();
  }

  static double millis(List<Tried> tried) {
    return Spread.of(tried.stream().map(Tried::millis).toList()).median();
  }

  private static List<Tried> byProof(List<Variant> variants) {
    System.err.println("faults: the proof");
    for (var i = 0; i < WARM_UPS; i++) {
      if (isRefused(FaultySet.sound())) {
        throw new IllegalStateException("the table without a fault is refused");
      }
    }
    var all = new ArrayList<Tried>();
    for (var variant : variants) {
      all.add(timed(variant, () -> isRefused(variant)));
    }
    return all;
  }

  private static Tried timed(Variant variant, BooleanSupplier refused) {
    var began = OwnTime.millis();
    var is = refused.getAsBoolean();
    return new Tried(variant, is, is, OwnTime.millis() - began);
  }

  private static boolean isRefused(Variant variant) {
    return !AnswersProof.decide(variant.subject()).broken().isEmpty();
  }

  private static List<Tried> byKie(KieForm form, List<Variant> variants) {
    System.err.println("faults: KIE, " + form.words());
    var sound = FaultySet.sound().fault();
    var analyser = new KieAnalyser(form, sound.rules(), sound.questions());
    var warm = analyser.prepared(sound.rules(), sound.questions());
    for (var i = 0; i < WARM_UPS; i++) {
      analyser.messages(warm.xml());
    }
    var all = new ArrayList<Tried>();
    for (var variant : variants) {
      var prepared = analyser.prepared(variant.fault().rules(), variant.fault().questions());
      var began = OwnTime.millis();
      var messages = analyser.messages(prepared.xml());
      var millis = OwnTime.millis() - began;
      var said = analyser.said(messages, prepared.rows());
      var sounds = analyser.sound();
      all.add(new Tried(variant, said.addsTo(sounds), said.addsWordsTo(sounds), millis));
    }
    return all;
  }
}
