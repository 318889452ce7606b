package dev.mulligan.runtime.breaker;

import dev.mulligan.runtime.event.BreakerState;
import dev.mulligan.runtime.time.Time;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Options;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.jetbrains.lincheck.datastructures.ThreadIdGen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever threads do to a breaker at the same time, they see what they could have seen one after
 * the other. See docs/proofs.md.
 */
@Tag("proof")
class BreakerLinearizabilityTest {
  private static final int EFFORT = Integer.getInteger("proof.effort", 1);

  @BeforeEach
  void useSteppedTime() {
    BreakerUnderProof.useSteppedTime();
  }

  @AfterEach
  void useRealTime() {
    Time.uninstall();
  }

  @Test
  void underStressFromClosed() {
    stress().sequentialSpecification(BreakerAutomaton.class).check(FromClosed.class);
  }

  @Test
  void underStressFromTheEndOfTheOpenTime() {
    stress().sequentialSpecification(ExpiredAutomaton.class).check(FromExpired.class);
  }

  @Test
  void underStressWhileTimePasses() {
    stress().sequentialSpecification(BreakerAutomaton.class).check(WhileTimePasses.class);
  }

  @Test
  void inEveryInterleavingFromClosed() {
    modelChecking().sequentialSpecification(BreakerAutomaton.class).check(FromClosed.class);
  }

  @Test
  void inEveryInterleavingFromTheEndOfTheOpenTime() {
    modelChecking().sequentialSpecification(ExpiredAutomaton.class).check(FromExpired.class);
  }

  private static StressOptions stress() {
    return sized(new StressOptions(), 2).invocationsPerIteration(300);
  }

  private static ModelCheckingOptions modelChecking() {
    return sized(new ModelCheckingOptions(), 6).invocationsPerIteration(100);
  }

  private static <T extends Options<T, ?>> T sized(T options, int iterations) {
    return options
        .iterations(iterations * EFFORT)
        .threads(2)
        .actorsPerThread(3)
        .actorsBefore(2)
        .actorsAfter(4);
  }

  /** Time stands still. */
  @Param(name = "thread", gen = ThreadIdGen.class)
  @Param(name = "result", gen = IntGen.class, conf = "0:2")
  public static class FromClosed {
    final BreakerUnderProof proof = new BreakerUnderProof();

    @Operation
    public String acquire(@Param(name = "thread") int thread) {
      return proof.acquire(thread);
    }

    @Operation
    public String report(@Param(name = "thread") int thread, @Param(name = "result") int result) {
      return proof.report(thread, result);
    }

    @Operation
    public BreakerState state() {
      return proof.state();
    }

    @Operation(runOnce = true)
    public void open() {
      proof.breaker.forceOpen();
    }

    @Operation(runOnce = true)
    public void close() {
      proof.breaker.close();
    }
  }

  /** Time stands still; the first call becomes a probe. */
  @Param(name = "thread", gen = ThreadIdGen.class)
  @Param(name = "result", gen = IntGen.class, conf = "0:2")
  public static class FromExpired {
    final BreakerUnderProof proof = new BreakerUnderProof();

    public FromExpired() {
      BreakerTestBase.fail(proof.breaker, 2);
      proof.passTime();
    }

    @Operation
    public String acquire(@Param(name = "thread") int thread) {
      return proof.acquire(thread);
    }

    @Operation
    public String report(@Param(name = "thread") int thread, @Param(name = "result") int result) {
      return proof.report(thread, result);
    }

    @Operation
    public BreakerState state() {
      return proof.state();
    }
  }

  /** The open time passes once, not while a failure is being reported: that takes two clocks. */
  @Param(name = "thread", gen = ThreadIdGen.class)
  public static class WhileTimePasses {
    final BreakerUnderProof proof = new BreakerUnderProof();

    @Operation
    public String acquire(@Param(name = "thread") int thread) {
      return proof.acquire(thread);
    }

    @Operation
    public String succeed(@Param(name = "thread") int thread) {
      return proof.succeed(thread);
    }

    @Operation(nonParallelGroup = "moves the breaker or the clock")
    public String fail(@Param(name = "thread") int thread) {
      return proof.fail(thread);
    }

    @Operation
    public String neutral(@Param(name = "thread") int thread) {
      return proof.neutral(thread);
    }

    @Operation
    public BreakerState state() {
      return proof.state();
    }

    @Operation(runOnce = true, nonParallelGroup = "moves the breaker or the clock")
    public void wait10Seconds() {
      proof.passTime();
    }
  }

  /** The automaton, opened and waited for. */
  public static class ExpiredAutomaton extends BreakerAutomaton {
    public ExpiredAutomaton() {
      expire();
    }
  }
}
