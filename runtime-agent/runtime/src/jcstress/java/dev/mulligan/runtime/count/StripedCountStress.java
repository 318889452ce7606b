package dev.mulligan.runtime.count;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJJ_Result;
import org.openjdk.jcstress.infra.results.J_Result;

/** What a sum sees while others increment. See docs/proofs.md. */
public final class StripedCountStress {
  private StripedCountStress() {}

  /** Sums taken one after the other never shrink, and in the end nothing is missing. */
  @JCStressTest
  @Outcome(
      id = {"0, 0, 2", "0, 1, 2", "0, 2, 2", "1, 1, 2", "1, 2, 2", "2, 2, 2"},
      expect = ACCEPTABLE,
      desc = "growing sums")
  @Outcome(expect = FORBIDDEN, desc = "a sum shrank, or an increment was lost")
  @State
  public static class Sums {
    private final StripedCount count = new StripedCount();

    @Actor
    public void first() {
      count.increment();
      count.increment();
    }

    @Actor
    public void reader(JJJ_Result result) {
      result.r1 = count.sum();
      result.r2 = count.sum();
    }

    @Arbiter
    public void look(JJJ_Result result) {
      result.r3 = count.sum();
    }
  }

  /** The only cell belongs to a dead thread, and two others want it. */
  @JCStressTest
  @Outcome(id = "5", expect = ACCEPTABLE, desc = "two each, and what the dead thread had counted")
  @Outcome(expect = FORBIDDEN, desc = "an increment was lost or counted twice")
  @State
  public static class TakeOver {
    private final StripedCount count = new StripedCount(1);

    public TakeOver() {
      Thread dead = new Thread(count::increment);
      dead.start();
      try {
        dead.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Actor
    public void first() {
      count.increment();
      count.increment();
    }

    @Actor
    public void second() {
      count.increment();
      count.increment();
    }

    @Arbiter
    public void look(J_Result result) {
      result.r1 = count.sum();
    }
  }
}
