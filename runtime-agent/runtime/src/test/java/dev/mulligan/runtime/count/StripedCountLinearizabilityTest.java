package dev.mulligan.runtime.count;

import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A sum holds every increment that has ended, and none that has not begun. See docs/proofs.md. */
@Tag("proof")
public class StripedCountLinearizabilityTest {
  private static final int EFFORT = Integer.getInteger("proof.effort", 1);

  /** Fewer cells than threads, so that they meet. */
  private final StripedCount count = new StripedCount(2);

  @Operation
  public void increment() {
    count.increment();
  }

  @Operation
  public long sum() {
    return count.sum();
  }

  @Test
  void underStress() {
    new StressOptions()
        .iterations(2 * EFFORT)
        .invocationsPerIteration(300)
        .threads(3)
        .sequentialSpecification(PlainCount.class)
        .check(StripedCountLinearizabilityTest.class);
  }

  @Test
  void inEveryInterleaving() {
    new ModelCheckingOptions()
        .iterations(2 * EFFORT)
        .invocationsPerIteration(100)
        .threads(3)
        .sequentialSpecification(PlainCount.class)
        .check(StripedCountLinearizabilityTest.class);
  }

  /** What the counter ought to be, for one thread. */
  public static class PlainCount {
    private long count;

    public void increment() {
      count++;
    }

    public long sum() {
      return count;
    }
  }
}
