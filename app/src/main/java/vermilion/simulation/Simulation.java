package vermilion.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import vermilion.protocol.Protocol;

/// Lives many made-up lives under a protocol. The same terms give the same results on every machine
/// and with any number of threads.
public final class Simulation {
  /// The most patients of one run.
  public static final long MOST_PATIENTS = 1_000_000;

  /// The most by which misreading may be multiplied, in per cent.
  public static final int MOST_MISREADING = 1000;

  private static final long LEAST_OF_EACH = 100;
  private static final long MOST_OF_EACH = 10_000;
  private static final long SHARE_OF_EACH = 20;
  private static final long CHUNK = 32;

  private final World world;
  private final Terms terms;

  private Simulation(World world, Terms terms) {
    this.world = world;
    this.terms = terms;
  }

  /// What to simulate.
  ///
  /// @param patients 1 to [#MOST_PATIENTS], whose complications come at their rates
  /// @param seed the same seed gives the same lives
  /// @param reader how all of them answer; empty: the mix of a clinic
  /// @param misreadingPercent what all chances of misreading are multiplied by, 0 to
  ///   [#MOST_MISREADING]; 100 leaves them
  /// @param measured which of them were measured, and how
  public record Terms(
      long patients, long seed, Optional<Reader> reader, int misreadingPercent, Measured measured) {
    /// Refuses what is out of bounds.
    public Terms {
      if (patients < 1 || patients > MOST_PATIENTS) {
        throw new IllegalArgumentException(patients + " patients, expected 1 to " + MOST_PATIENTS);
      }
      if (misreadingPercent < 0 || misreadingPercent > MOST_MISREADING) {
        throw new IllegalArgumentException(
            "misreading of " + misreadingPercent + " %, expected 0 to " + MOST_MISREADING);
      }
    }

    /// Terms in which every chance of misreading is assumed.
    public Terms(long patients, long seed, Optional<Reader> reader, int misreadingPercent) {
      this(patients, seed, reader, misreadingPercent, Measured.NOTHING);
    }

    /// How many further patients are made to have each complication: one in twenty, at least 100
    /// and at most 10,000.
    public long ofEachComplication() {
      return Math.clamp(patients / SHARE_OF_EACH, LEAST_OF_EACH, MOST_OF_EACH);
    }
  }

  /// Runs a simulation.
  public static Results run(Protocol protocol, Terms terms) {
    World world = World.of(protocol, terms.misreadingPercent(), terms.measured());
    Simulation simulation = new Simulation(world, terms);
    Tally cohort = simulation.all("cohort", terms.patients(), Optional.empty());
    Tally made = new Tally();
    for (Complication one : Complication.values()) {
      made.add(simulation.all(one.id(), terms.ofEachComplication(), Optional.of(one)));
    }
    return new Results(protocol, terms, cohort, made);
  }

  private Tally all(String cohort, long count, Optional<Complication> forced) {
    int workers = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 8);
    AtomicLong next = new AtomicLong();
    List<Future<Tally>> parts = new ArrayList<>();
    Tally sum = new Tally();
    try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
      for (int i = 0; i < workers; i++) {
        parts.add(
            pool.submit(() -> {
              Tally tally = new Tally();
              long first;
              while ((first = next.getAndAdd(CHUNK)) < count) {
                for (long one = first; one < Math.min(count, first + CHUNK); one++) {
                  Life.live(world, person(cohort, one, forced), tally);
                }
              }
              return tally;
            }));
      }
      for (Future<Tally> part : parts) {
        sum.add(part.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("a simulation was interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a simulated life failed", e);
    }
    return sum;
  }

  private Life.Person person(String cohort, long number, Optional<Complication> forced) {
    Dice dice = Dice.of(terms.seed(), cohort, number);
    return new Life.Person(
        new Body(dice, forced), terms.reader().orElseGet(() -> Reader.of(dice)), dice);
  }
}
