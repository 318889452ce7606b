package dev.mulligan.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one failed attempt costs before the next one succeeds: no sleep, and an exception that was
 * made long before.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class FailedAttemptBenchmark {
  private static final Peers PEERS = new Peers();

  private final PlainService plain = new PlainService();
  private final WovenService woven = new WovenService();
  private final WrappedService wrapped = new ResilientWrappedService();
  private int input = 7;

  /** The second attempt by hand. */
  @Benchmark
  public int plainFailedAttempt() {
    try {
      return plain.flaky(input);
    } catch (Trouble first) {
      return plain.flaky(input);
    }
  }

  /** Retry, woven. */
  @Benchmark
  public int wovenFailedAttempt() {
    return woven.flaky(input);
  }

  /** Retry, in a generated wrapper. */
  @Benchmark
  public int wrappedFailedAttempt() {
    return wrapped.flaky(input);
  }

  /** Resilience4j's retry. */
  @Benchmark
  public int resilience4jFailedAttempt() {
    return PEERS.resilience4jRetryAtOnce.executeSupplier(() -> plain.flaky(input));
  }

  /** Failsafe's retry. */
  @Benchmark
  public int failsafeFailedAttempt() {
    return PEERS.failsafeRetry.get(() -> plain.flaky(input));
  }

  /** SmallRye's retry. */
  @Benchmark
  public int smallryeFailedAttempt() throws Exception {
    return PEERS.smallryeRetryAtOnce.call(() -> plain.flaky(input));
  }
}
