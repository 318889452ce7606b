package dev.mulligan.benchmarks;

import dev.mulligan.runtime.bulkhead.Bulkhead;
import dev.mulligan.runtime.policy.BulkheadPolicy;
import dev.mulligan.runtime.policy.RateLimitPolicy;
import dev.mulligan.runtime.ratelimit.RateLimiter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a call pays that a bulkhead or a rate limiter lets through, or refuses. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class LimitsBenchmark {
  private static final int CALLS = 90_000;

  private final Bulkhead bulkhead =
      new Bulkhead("benchmark", null, new BulkheadPolicy(100, Duration.ZERO));
  private final Bulkhead fullBulkhead =
      new Bulkhead("benchmark", null, new BulkheadPolicy(1, Duration.ZERO));
  private final RateLimiter limiter =
      new RateLimiter(
          "benchmark", null, new RateLimitPolicy(100_000, Duration.ofMillis(100), Duration.ZERO));
  private final RateLimiter strictLimiter =
      new RateLimiter("benchmark", null, new RateLimitPolicy(1, Duration.ofDays(1), Duration.ZERO));

  /** Fills what is to be full, and lets the log grow. */
  @Setup
  public void fill() {
    boolean full = fullBulkhead.tryEnter() && strictLimiter.tryAcquire();
    while (full && limiter.tryAcquire()) {
      // Until the log has its final size.
    }
  }

  /** All permits must be back, or refusals would be measured. */
  @Setup(Level.Iteration)
  public void wait110Milliseconds() throws InterruptedException {
    Thread.sleep(110);
  }

  /** Enters and leaves. */
  @Benchmark
  public boolean bulkheadPasses() {
    boolean entered = bulkhead.tryEnter();
    bulkhead.leave();
    return entered;
  }

  /** Finds no place. */
  @Benchmark
  public boolean bulkheadRefuses() {
    return fullBulkhead.tryEnter();
  }

  /** Takes permits, fewer than there are. */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @OperationsPerInvocation(CALLS)
  @Warmup(iterations = 50)
  @Measurement(iterations = 50)
  public int rateLimiterPasses() {
    int passed = 0;
    for (int i = 0; i < CALLS; i++) {
      passed += limiter.tryAcquire() ? 1 : 0;
    }
    if (passed != CALLS) {
      throw new IllegalStateException("only " + passed + " calls passed");
    }
    return passed;
  }

  /** Finds no permit. */
  @Benchmark
  public boolean rateLimiterRefuses() {
    return strictLimiter.tryAcquire();
  }
}
