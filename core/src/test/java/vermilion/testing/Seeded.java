package vermilion.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/// Runs a test once for each of the seeds 1 to `value`, handing it a [java.util.SplittableRandom]
/// of that seed. The seeds are fixed, so a red build is red again; `-Dseed=17` runs seed 17 alone,
/// and `-Dseeds.times=25` runs 25 times as many seeds.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@TestTemplate
@ExtendWith(SeededRuns.class)
public @interface Seeded {
  /// How many seeds; at least one.
  int value();
}
