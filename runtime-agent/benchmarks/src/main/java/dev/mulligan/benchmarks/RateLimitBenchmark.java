package dev.mulligan.benchmarks;

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

/**
 * What a rate limit costs a call that finds a permit. Measured in bursts, because only so many
 * calls may pass.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 40)
@Measurement(iterations = 40)
@Fork(1)
public class RateLimitBenchmark {
  private static final Peers PEERS = new Peers();

  /** Two threads together stay below the 100,000 calls that may pass in 100 ms. */
  private static final int CALLS = 40_000;

  private final PlainService plain = new PlainService();
  private final WovenService woven = new WovenService();
  private final WrappedService wrapped = new ResilientWrappedService();
  private int input = 7;

  /** All permits must be back, or refusals would be measured. */
  @Setup(Level.Iteration)
  public void wait110Milliseconds() throws InterruptedException {
    Thread.sleep(110);
  }

  /** A rate limit, woven. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public int wovenRateLimit() {
    int sum = 0;
    for (int i = 0; i < CALLS; i++) {
      sum += woven.rateLimit(input);
    }
    return sum;
  }

  /** A rate limit, in a generated wrapper. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public int wrappedRateLimit() {
    int sum = 0;
    for (int i = 0; i < CALLS; i++) {
      sum += wrapped.rateLimit(input);
    }
    return sum;
  }

  /** Resilience4j's rate limiter. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public int resilience4jRateLimit() {
    int sum = 0;
    for (int i = 0; i < CALLS; i++) {
      sum += PEERS.resilience4jRateLimiter.executeSupplier(() -> plain.call(input));
    }
    return sum;
  }

  /** Failsafe's bursty rate limiter. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public int failsafeRateLimit() {
    int sum = 0;
    for (int i = 0; i < CALLS; i++) {
      sum += PEERS.failsafeRateLimiter.get(() -> plain.call(input));
    }
    return sum;
  }

  /** SmallRye's rate limit. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public int smallryeRateLimit() throws Exception {
    int sum = 0;
    for (int i = 0; i < CALLS; i++) {
      sum += PEERS.smallryeRateLimit.call(() -> plain.call(input));
    }
    return sum;
  }
}
