package vermilion.testing;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/// Turns one [Seeded] method into one run a seed.
final class SeededRuns implements TestTemplateInvocationContextProvider {
  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return true;
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    var runs = context.getRequiredTestMethod().getAnnotation(Seeded.class).value();
    if (runs < 1) {
      throw new IllegalArgumentException("@Seeded needs at least one run, not " + runs);
    }
    int times = Integer.getInteger("seeds.times", 1);
    return seeds(Math.multiplyExact(runs, times), System.getProperty("seed", ""))
        .mapToObj(Run::new);
  }

  /// The seeds to run: all of them, or the one that `-Dseed` names.
  static LongStream seeds(int runs, String only) {
    return only.isEmpty() ? LongStream.rangeClosed(1, runs) : LongStream.of(Long.parseLong(only));
  }

  /// One run: its name, its randomness, and how to have it again.
  private record Run(long seed)
      implements TestTemplateInvocationContext, ParameterResolver, TestExecutionExceptionHandler {
    @Override
    public String getDisplayName(int invocationIndex) {
      return "seed " + seed;
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(this);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == SplittableRandom.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return new SplittableRandom(seed);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure)
        throws Throwable {
      if (failure instanceof AssertionError) {
        throw new AssertionError(
            "seed " + seed + " (again: -Dseed=" + seed + "): " + failure.getMessage(), failure);
      }
      failure.addSuppressed(new IllegalStateException("seed " + seed));
      throw failure;
    }
  }
}
