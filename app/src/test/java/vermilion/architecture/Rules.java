package vermilion.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;

/// The rules of the house for everything below one root package, so that the same rule can be held
/// against the product (`vermilion`) and against a bad sample (`badsample.clock`).
final class Rules {

  /// The classes that wire: `Main`, and the parts of it that would make its file too long.
  private static final Set<String> WIRING = Set.of("Main", "Messages");

  /// Inner first: each may see those before it.
  private static final List<String> CORE =
      List.of(
          "time",
          "clinical",
          "json",
          "triage",
          "protocol",
          "schedule",
          "episode",
          "patient",
          "proof");

  /// What touches the world; none sees another.
  private static final List<String> ADAPTERS =
      List.of("content", "store", "notify", "web", "fhir", "report", "cli", "demo", "pixels");

  /// Pure, though too large for the phone and of no use there: it sees the core alone, and the
  /// command line may see it.
  private static final String SIMULATION = "simulation";

  /// What the patient's pages call; compiled to JavaScript, it runs on the phone alone.
  private static final String PHONE = "phone";

  private static final Set<String> CLOCK_CALLS =
      Set.of("now", "currentTimeMillis", "nanoTime", "randomUUID", "random", "getInstanceStrong");

  private static final Set<String> AMBIENT_CALLS =
      Set.of("systemDefault", "systemDefaultZone", "systemUTC", "system", "getDefault", "getenv");

  private final String root;

  Rules(String root) {
    this.root = root;
  }

  /// Arrows point one way, and whoever adds a package says here where it belongs.
  ///
  /// Triage reads no JSON and knows neither protocols nor events, and a protocol is not read from
  /// JSON, but from a file, by `content`.
  ArchRule arrowsPointOneWay() {
    LayeredArchitecture layers =
        layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
    for (String layer : CORE) {
      layers = layers.layer(layer).definedBy(root + "." + layer + "..");
    }
    layers = layers.layer("service").definedBy(root + ".service..");
    for (String layer : ADAPTERS) {
      layers = layers.layer(layer).definedBy(root + "." + layer + "..");
    }
    layers = layers.layer(SIMULATION).definedBy(root + "." + SIMULATION + "..");
    layers = layers.layer(PHONE).definedBy(root + "." + PHONE + "..");
    layers = layers.layer("Main").definedBy(onlyMain());
    layers = layers.whereLayer("time").mayNotAccessAnyLayer();
    layers = layers.whereLayer("clinical").mayOnlyAccessLayers("time");
    layers = layers.whereLayer("json").mayOnlyAccessLayers("time", "clinical");
    layers = layers.whereLayer("triage").mayOnlyAccessLayers("time", "clinical");
    for (String layer : List.of("protocol", "schedule", "episode", "patient", "proof")) {
      layers = layers.whereLayer(layer).mayOnlyAccessLayers(before(layer));
    }
    layers = layers.whereLayer("service").mayOnlyAccessLayers(CORE.toArray(String[]::new));
    List<String> inner = new ArrayList<>(CORE);
    inner.add("service");
    for (String layer : ADAPTERS) {
      List<String> seen = new ArrayList<>(inner);
      if (layer.equals("cli")) {
        seen.add(SIMULATION);
      }
      layers = layers.whereLayer(layer).mayOnlyAccessLayers(seen.toArray(String[]::new));
    }
    layers = layers.whereLayer(SIMULATION).mayOnlyAccessLayers(CORE.toArray(String[]::new));
    layers = layers.whereLayer(PHONE).mayOnlyAccessLayers(CORE.toArray(String[]::new));
    layers = layers.whereLayer(PHONE).mayNotBeAccessedByAnyLayer();
    return layers
        .whereLayer("Main")
        .mayNotBeAccessedByAnyLayer()
        .ensureAllClassesAreContainedInArchitecture();
  }

  /// No package needs, round some corners, itself; nor does a room inside a package.
  ArchRule packagesFormNoCycle() {
    return slices().matching(root + ".(**)").should().beFreeOfCycles();
  }

  /// The core leans on the language alone.
  ArchRule coreLeansOnTheLanguageAlone() {
    List<String> allowed = new ArrayList<>(List.of("java..", "org.jspecify.annotations.."));
    allowed.addAll(List.of(corePackages()));
    return classes()
        .that(areCore())
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new)));
  }

  /// The core opens no file and no socket, nor does a simulation.
  ArchRule coreOpensNoFileOrSocket() {
    return noClasses()
        .that(arePure())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.io..", "java.nio.file..", "java.nio.channels..", "java.net..");
  }

  /// The core is told the time, the zone and every random id; it asks for none. So is a simulation,
  /// whose luck comes from its seed.
  ArchRule coreHasNoHiddenClock() {
    return noClasses().that(arePure()).should().accessTargetWhere(hiddenInput());
  }

  /// What runs on the phone stays out of what is large, missing or different there.
  ArchRule phoneStaysSmall() {
    return noClasses()
        .that(runOnThePhone())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.regex..", "java.text..", "java.time.format..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.EnumMap")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.EnumSet")
        .orShould()
        .accessTargetWhere(largeOnThePhone());
  }

  /// SQL is spoken in the store alone.
  ArchRule onlyTheStoreSpeaksSql() {
    return noClasses()
        .that(resideInAnyPackage(root + ".."))
        .and(JavaClass.Predicates.resideOutsideOfPackage(root + ".store.."))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..");
  }

  /// What an image is made of, one package knows alone.
  ArchRule onlyPixelsKnowImages() {
    return noClasses()
        .that(resideInAnyPackage(root + ".."))
        .and(JavaClass.Predicates.resideOutsideOfPackage(root + ".pixels.."))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.awt..", "javax.imageio..");
  }

  private DescribedPredicate<JavaClass> onlyMain() {
    return DescribedPredicate.describe(
        "Main, what is nested in it, and its parts beside it",
        type ->
            type.getPackageName().equals(root)
                && (WIRING.contains(type.getSimpleName()) || type.getName().contains(".Main$")));
  }

  /// All of the core but the proof, and what of it reads or decides on the server alone: the birth
  /// date of a patient who is new, and a decimal that no phone sends.
  private DescribedPredicate<JavaClass> runOnThePhone() {
    List<String> packages = new ArrayList<>(CORE);
    packages.remove("proof");
    packages.add(PHONE);
    return resideInAnyPackage(
            packages.stream().map(layer -> root + "." + layer + "..").toArray(String[]::new))
        .and(not(simpleName("Decider")));
  }

  private DescribedPredicate<JavaClass> areCore() {
    return resideInAnyPackage(corePackages());
  }

  private DescribedPredicate<JavaClass> arePure() {
    return areCore().or(resideInAnyPackage(root + "." + SIMULATION + ".."));
  }

  private String[] corePackages() {
    return CORE.stream().map(layer -> root + "." + layer + "..").toArray(String[]::new);
  }

  private static String[] before(String layer) {
    return CORE.subList(0, CORE.indexOf(layer)).toArray(String[]::new);
  }

  /// Method references count as well as calls.
  private static DescribedPredicate<JavaAccess<?>> hiddenInput() {
    return DescribedPredicate.describe(
        "a hidden clock, zone, language or source of randomness",
        access -> {
          JavaClass owner = access.getTargetOwner();
          String name = access.getTarget().getName();
          if (owner.isEquivalentTo(Random.class) || owner.isEquivalentTo(SplittableRandom.class)) {
            return true;
          }
          if (owner.getName().equals("java.util.concurrent.ThreadLocalRandom")
              || owner.getName().equals("java.security.SecureRandom")) {
            return true;
          }
          return owner.getPackageName().startsWith("java.")
              && (CLOCK_CALLS.contains(name) || AMBIENT_CALLS.contains(name));
        });
  }

  private static DescribedPredicate<JavaAccess<?>> largeOnThePhone() {
    Set<String> ofStrings =
        Set.of("format", "formatted", "split", "matches", "replaceAll", "replaceFirst");
    return DescribedPredicate.describe(
        "something that is large on the phone",
        access -> {
          JavaClass owner = access.getTargetOwner();
          String name = access.getTarget().getName();
          return (owner.isEquivalentTo(String.class) && ofStrings.contains(name))
              || (owner.getPackageName().equals("java.time") && name.equals("parse"));
        });
  }
}
